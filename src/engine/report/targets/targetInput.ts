import type { SplitRule } from '../../allocate/splitByTownship';
import type { StockRow } from '../../allocate/targetStock';
import type { DayPeriod, TownshipStock } from '../../allocate/townshipStock';
import type { OfficialFonts } from '../layout/officialLooks';
import type { WhereCellsStand } from '../../../sheet/whereCellsStand';

/** A township's line of the target sheet: what is proposed, in mu, and the rest of what its numbers come from. */
export interface TargetTownship extends TownshipStock {
  readonly proposed: number;
  /** The share before rounding; undefined where people gave the proposal. */
  readonly exact?: number;
  readonly cases: number;
  /** 万元/亩, where the policy sets one. */
  readonly taxPerMuGoal?: number;
}

/** Where a number of the sheet comes from: document, clause, words, and how the document stands. */
export interface TargetGround {
  /** 文号 or the title. */
  readonly document: string;
  readonly clause: string;
  readonly quote: string;
  /** 有效, 征求意见稿, 已过有效期, 转引, 假设. */
  readonly status: string;
  /** What it gives: 年度目标总数, 亩均税收目标 … */
  readonly gives: string;
}

/** Where the ledger's cells stand, and the column of 完成日期 among its columns, absent where it has none. */
export interface LedgerPlace {
  readonly standing: WhereCellsStand;
  readonly closingColumn?: number;
}

/** Everything the sheets of a year's target are made of. The engine has no clock: days and times come from outside. */
export interface TargetInput {
  /** 嵊州市; '' where it is not known. */
  readonly place: string;
  readonly year: number;
  readonly version: number;
  readonly total: number;
  readonly rows: readonly StockRow[];
  readonly townships: readonly TargetTownship[];
  readonly ledger: LedgerPlace;
  readonly counting: DayPeriod;
  readonly rule: SplitRule;
  readonly shares: readonly number[];
  readonly grounds: readonly TargetGround[];
  /** 系统初步研判，须经认定, with the policy and its status. */
  readonly note: string;
  /** Whether the shares have been issued: they are then locked. */
  readonly issued: boolean;
  readonly fonts?: OfficialFonts;
}

/** The names of a version's sheets. */
export function sheetNames({ year, version }: Pick<TargetInput, 'year' | 'version'>) {
  const tail = `${String(year)}_v${String(version)}`;
  return {
    target: `年度目标${tail}`,
    base: `目标底数${tail}`,
    grounds: `目标依据${tail}`,
    tasks: `任务清单${tail}`,
    paths: `一地一策汇总${tail}`,
    closeOut: `销号台账${tail}`,
    ranking: `通报表${tail}`,
    bands: `亩均达标表${tail}`,
    parcels: `地块安排${tail}`,
    years: `推进计划${tail}`,
    yearParcels: `分年地块${tail}`,
  } as const;
}

/** The next version of a year's sheets: one above the highest that any of them has. */
export function nextYearVersion(names: readonly string[], year: number): number {
  const pattern = new RegExp(`^\\D+${String(year)}_v(\\d+)$`);
  return 1 + Math.max(0, ...names.map((name) => Number(pattern.exec(name)?.[1] ?? 0)));
}

/** A township as the sheets name it. */
export const UNPLACED = '未填区镇';

/** What stands for a township in a sheet's cells. */
export function townshipName(name: string): string {
  return name === '' ? UNPLACED : name;
}
