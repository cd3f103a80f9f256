import { definedOnly, numberAt } from '../../../engine/column/index';
import { assumptionValues } from '../../../engine/simulate/index';
import {
  allocationChances,
  doneShareByYear,
  YEAR_MEASURES,
  yearsProblem,
  type Allocation,
  type AllocationChance,
  type ChanceAsk,
  type StockRow,
  type YearMeasure,
} from '../../../engine/allocate/index';
import type { PaneState } from '../../state/paneState';
import {
  type TargetSettings,
  type YearGoal,
  type YearQuestion,
  type YearsPlan,
  rulingKey,
} from '../../state/targetState';
import { codesOf, rulingOf } from './parcelLimits';
import { splitColumns, isOpenParcel, SLIP_DRAWS, townshipBounds } from './parcelSplit';
import { measureOfPath, pathOf, undecidedCount } from './pathMeasures';
import { targetProposals } from './targetProposals';
import { targetStock, type StockState, type TargetStock } from './targetStock';
import { yearGoals } from './yearGoals';

/** The years asked for, with what is done so far in all, by township, and the parcels still open. */
export interface AskedYears {
  readonly stock: TargetStock;
  readonly goals: readonly YearGoal[];
  readonly names: readonly string[];
  readonly done: readonly number[];
  readonly open: readonly StockRow[];
}

/** What a plan starts from: everything closed out by the day counts, whatever the year's own sheet counts from. */
export function askedYears(state: StockState, thisYear: number): AskedYears | undefined {
  const assessment = state.understanding?.assessment;
  const stock = targetStock(state, thisYear);
  if (!stock || !assessment) return undefined;
  const names = stock.townships.flatMap(({ name }) => (name === '' ? [] : [name]));
  const { to } = stock.counting;
  const done = names.map((name) => stockArea(stock.rows, (row) => row.township === name && isDoneBy(row, to)));
  const proposals = targetProposals(assessment, stock.area);
  const whole = done.reduce((sum, own) => sum + own, 0);
  const goals = yearGoals(state.targets.settings, { first: stock.year, proposals, done: whole });
  return { stock, goals, names, done, open: stock.rows.filter(isOpenParcel(names)) };
}

/** Whether a parcel of the stock is closed out by a day. */
export function isDoneBy({ counted, area, closing }: StockRow, day: string): boolean {
  return counted === true && area > 0 && closing.kind === 'day' && closing.day <= day;
}

/** 亩 of some parcels of a stock. */
export function stockArea(rows: readonly StockRow[], holds: (row: StockRow) => boolean): number {
  return rows.reduce((sum, row) => sum + (holds(row) ? row.area : 0), 0);
}

/** The question under the settings; undefined without ledger, policy, target, or a parcel in a township. */
export function yearQuestion(state: PaneState, thisYear: number): YearQuestion | undefined {
  const assessment = state.understanding?.assessment;
  const asked = askedYears(state, thisYear);
  if (!assessment || !asked || asked.goals.length === 0 || asked.names.length === 0) return undefined;
  const { stock, goals, names, done, open } = asked;
  const settings: TargetSettings = { ...state.targets.settings, year: stock.year };
  const measured = open.flatMap((row) => {
    const measure = measureOfPath(pathOf(row), settings.years);
    return measure === undefined || measure === 'none' ? [] : [{ row, measure }];
  });
  const undecided = undecidedCount(open, settings.years);
  const rows = measured.map(({ row }) => row);
  const { scenario } = state.simulation;
  const values = assumptionValues(scenario.assumptions);
  const whole = done.reduce((sum, own) => sum + own, 0);
  const { upgrade } = scenario;
  const { ruled, wholeUnits, objective } = settings.parcels;
  const unit = codesOf(wholeUnits ? rows.map((row) => row.unit) : []);
  const problem = yearsProblem({
    ...splitColumns(assessment, rows, names),
    plannedPlotRatio: Float64Array.from(rows, ({ row }) => numberAt(assessment.whole, 'plannedPlotRatio', row)),
    measureOf: measured.map(({ measure }) => measure),
    years: goals.map(({ total, fund, cases }) => ({
      target: Math.max(0, total - whole),
      ...definedOnly({ fund, cases }),
    })),
    mostShare: settings.mostShare / 100,
    ...townshipBounds(stock, settings, { total: goals.at(-1)?.total ?? 0, done, rows, names }),
    ...(unit.names.length > 0 ? { unit: Uint32Array.from(unit.codes) } : {}),
    earliest: Uint8Array.from(rows, ({ township }) => startOf(settings, stock.year, township)),
    ruling: Uint8Array.from(rows, (row) => rulingOf(ruled[rulingKey(row)])),
    upgrade: { uplift: upgrade.percent / 100, years: upgrade.years, costPerMu: upgrade.costPerMu },
    ...{ objective, values },
  });
  const leftOut = open.length - rows.length - undecided;
  const unknown = measured.filter(({ measure }, parcel) => Number.isNaN(costOf(problem, measure, parcel))).length;
  return {
    problem,
    rows,
    names,
    clusters: [],
    goals,
    done,
    leftOut,
    undecided,
    unknown,
    settings,
    scenario,
    assessment,
  };
}

/** Years that a township waits; one that would begin after the last year begins in none. */
function startOf({ years: { starts } }: TargetSettings, first: number, township: string): number {
  return Math.max(0, (starts[township] ?? first) - first);
}

const costOf = ({ parcels }: YearQuestion['problem'], measure: YearMeasure, parcel: number) =>
  parcels.measures[YEAR_MEASURES.indexOf(measure)]?.cost[parcel] ?? NaN;

/** How sure the years are where work slips, by the pace of disposals. */
export function yearChance(state: PaneState, { goals }: YearQuestion): ChanceAsk {
  const { disposalOnTime } = assumptionValues(state.simulation.scenario.assumptions);
  return { doneShare: doneShareByYear(disposalOnTime, goals.length), ...SLIP_DRAWS };
}

/** What was found, as a plan: the chances are those told with it, else worked out of its draws. */
export function yearsPlan(question: YearQuestion, { allocation, gap, ask, chances }: Found): YearsPlan {
  const { problem, rows, goals, done } = question;
  const taken = rows.flatMap(({ row }, parcel) => {
    const [period, at] = [allocation.period[parcel] ?? -1, allocation.measure[parcel] ?? -1];
    const measure = YEAR_MEASURES[at];
    if (period < 0 || !measure) return [];
    return [{ row, year: goals[period]?.year ?? NaN, measure, cost: costOf(problem, measure, parcel) }];
  });
  const told = chances && chances.length > 0 ? chances : allocationChances(problem, allocation, ask);
  const whole = done.reduce((sum, own) => sum + own, 0);
  const sure = goals.map((_, index) => {
    const own = told.find(({ id }) => id === `year:${String(index)}`);
    return { chance: own?.chance ?? NaN, total: whole + (own?.sure ?? NaN) };
  });
  return { question, taken, gap, sure };
}

interface Found {
  readonly allocation: Allocation;
  readonly gap: number;
  readonly ask: ChanceAsk;
  readonly chances: readonly AllocationChance[] | undefined;
}
