import { targetProgress, type StockRow } from '../../../engine/allocate/index';
import type { TargetInput } from '../../../engine/report/index';
import { muText, nearText, percentText, wanYuanText } from '../../../text/quantities';
import { columnsOption } from '../../charts/columns';
import { behindText, forecastText } from '../../components/targets/progressText';
import type { Bar } from '../../model/verdict/bars';
import type { TargetAllocation } from '../../state/targetState';
import {
  chapters,
  groundLines,
  numbered,
  openMatters,
  PICTURE_SIZE,
  situation,
  briefText,
  type Brief,
  type BriefGiven,
  type BriefPart,
} from './brief';

interface Given extends BriefGiven {
  readonly bars: readonly Bar[];
  /** What the target sheet is made of: the same numbers. */
  readonly input: TargetInput;
  readonly allocation: TargetAllocation;
  readonly hasClosings: boolean;
}

const QUARTERS = ['一季度', '二季度', '三季度', '四季度'];

/** The report of a year's target: the stock, how it is split, how it comes out over the quarters, how far it has come. */
export function targetBrief(given: Given): Brief {
  const { input, allocation, assessment, bars } = given;
  const year = String(input.year);
  const named = input.townships.filter(({ name, count }) => name !== '' && count > 0);
  const count = input.townships.reduce((sum, township) => sum + township.count, 0);
  const area = input.townships.reduce((sum, township) => sum + township.area, 0);
  return {
    title: `关于${input.place}${year}年度低效工业用地处置目标的汇报`,
    parts: chapters([
      [
        '基本情况',
        [
          ...situation(given, bars),
          briefText(
            `计入低效工业用地底数${count.toLocaleString('en-US')}宗、${muText(area)}亩，涉及${String(named.length)}个区镇。`,
          ),
        ],
      ],
      ['拟采取措施', [briefText(targetTold(given, area)), ...planParts(allocation, input)]],
      ['预计成效', [...progressParts(given), splitTable(given), splitPicture(given), quarterPicture(given)]],
      ['主要不确定因素', numbered(uncertain(allocation))],
      ['需要明确的事项', numbered([...asked(given), ...openMatters(assessment, [])])],
      ['依据', numbered(groundLines(assessment, grounds(input)))],
    ]),
  };
}

function targetTold({ input, allocation }: Given, area: number): string {
  const share = area > 0 ? `，占底数的${percentText(allocation.total / area)}` : '';
  const least = allocation.unallocated > 0.05 ? `；其中${muText(allocation.unallocated)}亩没有分到区镇` : '';
  const how = allocation.plan
    ? `按地块挑选${nearText(allocation.gap)}`
    : '按存量、税收缺口和上年完成情况的权重分解到区镇';
  return `${String(input.year)}年度处置目标${muText(allocation.total)}亩${share}，${how}${least}。`;
}

/** What was picked for each quarter, where parcels were. */
function planParts({ plan }: TargetAllocation, { rows }: TargetInput): BriefPart[] {
  if (!plan) return [];
  const cost = plan.reduce((sum, parcel) => sum + parcel.cost, 0);
  const areas = new Map(rows.map((row) => [row.row, row.area]));
  const quarters = QUARTERS.flatMap((name, index) => {
    const own = plan.filter(({ quarter }) => quarter === index);
    const area = own.reduce((sum, { row }) => sum + (areas.get(row) ?? 0), 0);
    return own.length === 0 ? [] : [`${name}${String(own.length)}宗、${muText(area)}亩`];
  });
  return [
    briefText(
      `拟处置${String(plan.length)}宗，估算费用${wanYuanText(cost)}万元（按推演的假设估算，不是评估价）。${quarters.join('，')}。`,
    ),
  ];
}

function progressParts({ input, allocation, hasClosings, t }: Given): BriefPart[] {
  if (!hasClosings) return [briefText('台账没有完成日期，完成进度待填报后测算。')];
  const targets = new Map(allocation.names.map((name, index) => [name, allocation.shares[index] ?? 0]));
  const { decimals } = allocation.settings;
  const rows: readonly StockRow[] = input.rows;
  const progress = targetProgress({ rows, targets, year: input.year, counting: input.counting, decimals });
  const { whole } = progress;
  const told = {
    day: input.counting.to,
    done: muText(whole.done),
    rate: percentText(whole.rate),
    due: percentText(whole.due),
  };
  return [briefText(`${t('progressLine', told)}${behindText(progress, t)}${forecastText(progress, input.year, t)}`)];
}

function splitTable({ input }: Given): BriefPart {
  const rows = input.townships.map(({ name, count, area, proposed, cases }) => [
    name === '' ? '未填区镇' : name,
    count.toLocaleString('en-US'),
    muText(area),
    muText(proposed),
    cases.toLocaleString('en-US'),
    area > 0 ? percentText(proposed / area) : '—',
  ]);
  const sum = (of: 'count' | 'area' | 'proposed' | 'cases') => input.townships.reduce((all, own) => all + own[of], 0);
  const total = [
    ...['合计', sum('count').toLocaleString('en-US'), muText(sum('area')), muText(sum('proposed'))],
    ...[sum('cases').toLocaleString('en-US'), sum('area') > 0 ? percentText(sum('proposed') / sum('area')) : '—'],
  ];
  const heads = ['区镇', '底数（宗）', '底数（亩）', '年度目标（亩）', '目标（宗）', '占底数'];
  return { kind: 'table', title: `${String(input.year)}年度目标分解`, heads, rows: [...rows, total] };
}

function splitPicture({ input }: Given): BriefPart {
  const own = input.townships.filter(({ name }) => name !== '');
  const option = columnsOption(
    own.map(({ name }) => name),
    [
      { name: '年度目标（亩）', values: own.map(({ proposed }) => proposed) },
      { name: '底数（亩）', values: own.map(({ area }) => area) },
    ],
    muText,
  );
  return { kind: 'asked', title: '图1 各区镇底数与年度目标（亩）', option, ...PICTURE_SIZE };
}

/** What is to be reached by the end of each quarter, as the sheet has it: the target's parts. */
function quarterPicture({ input }: Given): BriefPart {
  const values = input.shares.map((share) => share * input.total);
  const option = columnsOption(QUARTERS, [{ name: '累计目标（亩）', values }], muText);
  return { kind: 'asked', title: '图2 各季度累计目标（亩）', option, ...PICTURE_SIZE, height: 160 };
}

function uncertain({ plan, chances }: TargetAllocation): string[] {
  const quarters = (chances ?? [])
    .filter(({ id }) => id.startsWith('quarter:'))
    .map(({ chance }) => percentText(chance));
  return [
    ...(quarters.length > 0
      ? [`考虑到处置可能拖期，一至四季度累计目标的完成把握依次为${quarters.join('、')}。`]
      : ['没有按拖期的可能留出余量；处置拖期时，年底完成数会低于目标。']),
    ...(plan ? ['费用按通用假设估算，评估价、补偿标准不同时，所需资金会有出入。'] : []),
  ];
}

function asked({ allocation, input }: Given): string[] {
  return [
    `请审定${String(input.year)}年度处置目标${muText(allocation.total)}亩及各区镇分解数。`,
    ...(allocation.plan ? [] : ['请各区镇按分解数落实到具体地块。']),
  ];
}

function grounds({ grounds: of }: TargetInput): string[] {
  return of.map(({ document, clause, quote, status }) =>
    quote === '' ? `${document}${clause}（${status}）。` : `${document}${clause}：“${quote}”。`,
  );
}
