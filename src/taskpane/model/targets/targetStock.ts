import type { Day } from '../../../engine/quantity/index';
import { readLedger } from '../../../engine/ledger/index';
import {
  STOCK_FIELDS,
  stockRows,
  townshipStock,
  type DayPeriod,
  type StockRow,
  type TownshipStock,
} from '../../../engine/allocate/index';
import type { Assessment } from '../verdict/assessment';
import { answerOf } from '../verdict/concluded';
import type { PaneState } from '../../state/paneState';
import { chosenKeys, inefficientAt } from '../simulation/inefficient';
import type { InefficientKey } from '../../state/simulationState';
import { verdictText } from '../verdict/resultRows';
import { stockUnits } from './stockUnits';
import { yieldGoal } from './targetProposals';
import type { TargetSettings } from '../../state/targetState';

/** The stock that a target is set for, parcel by parcel and by township. */
export interface TargetStock {
  readonly rows: readonly StockRow[];
  readonly townships: readonly TownshipStock[];
  readonly counting: DayPeriod;
  readonly year: number;
  /** What counts as inefficient land. */
  readonly keys: readonly InefficientKey[];
  /** 亩 of all townships. */
  readonly area: number;
}

/** The part of the pane's state that a stock follows from. */
export type StockState = Pick<PaneState, 'targets' | 'simulation'> & {
  readonly [Key in 'source' | 'understanding' | 'asOf']?: PaneState[Key] | undefined;
};

/** What was read last: rows do not change while ledger, policy and choice of land stay the same. */
const read = new WeakMap<Assessment, { readonly key: string; readonly rows: readonly StockRow[] }>();

/** The stock of the ledger under the settings; undefined while there is no ledger or no policy. */
export function targetStock(state: StockState, thisYear: number): TargetStock | undefined {
  const { source, understanding, targets, asOf } = state;
  const assessment = understanding?.assessment;
  if (!source || !assessment?.policy) return undefined;
  const keys = targetKeys(state);
  const rows = rowsOf(state, keys);
  const year = targetYear(targets.settings, asOf, thisYear);
  const counting = countingPeriod(targets.settings, year);
  const line = lineOf(assessment);
  const townships = townshipStock(rows, { counting, before: yearBefore(year), line });
  return { rows, townships, counting, year, keys, area: townships.reduce((sum, { area }) => sum + area, 0) };
}

/** What counts as inefficient land: the person's choice, else the path that the policy gives to a stock of that name. */
export function targetKeys({ understanding, simulation }: StockState): readonly InefficientKey[] {
  const assessment = understanding?.assessment;
  if (!assessment) return [];
  const { inefficient } = simulation.scenario;
  if (inefficient === undefined && assessment.whole.headers.byField.has('stockType')) {
    const rules = assessment.policy?.pack.paths ?? [];
    const ofStock = rules.filter(({ when }) => /存量类型 = 低效/.test(when));
    if (ofStock.length > 0) return ofStock.map(({ answer }): InefficientKey => `path:${answer}`);
  }
  return chosenKeys(assessment, inefficient);
}

function rowsOf({ source, understanding }: StockState, keys: readonly InefficientKey[]): readonly StockRow[] {
  const assessment = understanding?.assessment;
  if (!source || !assessment) return [];
  const key = keys.join('|');
  const held = read.get(assessment);
  if (held?.key === key) return held.rows;
  const { headers } = understanding.mapping;
  const ledger = readLedger(headers, source.rows, { fields: [...STOCK_FIELDS], zeroIsBlank: false });
  const { paths } = assessment;
  const { judged, withoutLand } = stockUnits(assessment);
  const all = stockRows(ledger, source.rows, {
    counted: (row) => {
      const value = inefficientAt(assessment, keys, judged(row));
      return Number.isNaN(value) ? undefined : value === 1;
    },
    path: (row) => answerOf(assessment, 'path', judged(row)) ?? (paths ? verdictText(paths, judged(row)) : ''),
  });
  const rows = all.filter(({ row }) => !withoutLand.has(row));
  read.set(assessment, { key, rows });
  return rows;
}

/** The year of the target: the person's, else that of the base date, else this year. */
export function targetYear({ year }: TargetSettings, asOf: Day | undefined, thisYear: number): number {
  return year ?? (asOf === undefined ? thisYear : Number(asOf.slice(0, 4)));
}

function countingPeriod({ cutoff, countFrom }: TargetSettings, year: number): DayPeriod {
  const to = cutoff ?? (`${String(year)}-12-31` as Day);
  return countFrom === 'year' ? { from: `${String(year)}-01-01` as Day, to } : { to };
}

function yearBefore(year: number): DayPeriod {
  const before = String(year - 1);
  return { from: `${before}-01-01` as Day, to: `${before}-12-31` as Day };
}

/** 万元/亩 that a parcel should reach: the lower line of its group's band, else the policy's own target. */
export function lineOf(assessment: Assessment): (row: StockRow) => number {
  const { bands } = assessment.policy?.pack ?? {};
  const floors = bands && assessment.tiers?.readings.table.readings.get(bands.floor)?.values;
  const goal = yieldGoal(assessment)?.value ?? NaN;
  return ({ row }) => floors?.[row] ?? goal;
}
