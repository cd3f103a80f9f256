import {
  YEAR_MEASURE_WORDS,
  yearParcelSheet,
  yearPlanSheet,
  type TargetInput,
  type YearLine,
} from '../../../engine/report/index';
import { definedOnly } from '../../../engine/column/index';
import { muText, nearText } from '../../../text/quantities';
import type { PaneState } from '../../state/paneState';
import { sharesOf } from '../../model/targets/parcelSplit';
import { stockArea, isDoneBy } from '../../model/targets/yearQuestion';
import { yearTotals } from '../../model/targets/yearTotals';
import type { TargetAllocation, TargetSettings, YearsPlan } from '../../state/targetState';
import type { NewSheet } from '../../../sheet/sheet';

/** 年度推进计划 and its parcels; they name the base of the first year's target. */
export function yearPlanModels(input: TargetInput, plan: YearsPlan): readonly [NewSheet, NewSheet] {
  const { question, taken, gap } = plan;
  const aim = question.settings.parcels.objective === 'leastCost' ? '财政投入最少' : '净收益最大';
  const basis = `按${aim}挑选地块${nearText(gap)}；投入按推演的假设估算，不是评估价；八成把握按处置当年完成的比例推算。`;
  const { undecided } = question;
  const without = undecided > 0 ? `另有${undecided.toLocaleString('en-US')}宗路径未定，没有列入。` : '';
  const live = '“当年任务”是年底累计目标减上一年的累计：上一年填为已过完的减实际完成，没有过完的减安排数。';
  const lines = yearTotals(plan).map(({ fund, ...own }): YearLine => ({ ...own, ...definedOnly({ fund }) }));
  const done = question.done.reduce((sum, own) => sum + own, 0);
  const parcels = taken.map(({ measure, ...own }) => ({ ...own, measure: YEAR_MEASURE_WORDS[measure] }));
  return [
    yearPlanSheet(input, { lines, done, basis: `${basis}${without}${live}` }),
    yearParcelSheet(input, parcels, `${basis}${without}`),
  ];
}

/** The state in which a year of the plan is the target, split as the plan has it; undefined where nothing is left to do in it. */
export function stateOfYear(
  state: PaneState,
  plan: YearsPlan,
  index: number,
  input: Pick<TargetInput, 'rows'>,
): PaneState | undefined {
  const { goals, names, settings: asked, assessment } = plan.question;
  const goal = goals[index];
  if (!goal) return undefined;
  const { year } = goal;
  const [first, last] = [`${String(year)}-01-01`, `${String(year)}-12-31`];
  const before =
    yearTotals(plan)[index - 1]?.running ?? stockArea(input.rows, (row) => isDoneBy(row, `${String(year - 1)}-12-31`));
  // What its cumulative target leaves of what is planned by then: whole parcels go a little beyond a target.
  const total = Math.max(0, goal.total - before);
  const takenIn = new Map(plan.taken.flatMap((own) => (own.year === year ? [[own.row, own] as const] : [])));
  const taken = names.map((name) =>
    stockArea(
      input.rows,
      (row) =>
        row.township === name &&
        (takenIn.has(row.row) || (isDoneBy(row, last) && row.closing.kind === 'day' && row.closing.day >= first)),
    ),
  );
  const isOwn = goals.some(({ from }) => from === 'typed');
  const settings: TargetSettings = {
    ...asked,
    year,
    countFrom: 'year',
    extras: [],
    ...(isOwn ? { proposal: 'own' as const, total } : {}),
  };
  const { cutoff, ...others } = settings;
  const own = cutoff?.startsWith(String(year)) ? settings : others;
  const allocation: TargetAllocation = sharesOf({ total, taken, names, settings: own, assessment });
  return { ...state, targets: { ...state.targets, settings: own, allocations: [allocation], chosen: 0 } };
}

/** What the sheet of a year says of the whole plan. */
export function yearNote({ question: { goals } }: YearsPlan, year: number): string {
  const all = goals.map((goal) => `${String(goal.year)}年底${muText(goal.total)}亩`).join('、');
  return `分年安排的累计目标为${all}；本表是${String(year)}年当年的任务，完成值从当年1月1日起算。`;
}
