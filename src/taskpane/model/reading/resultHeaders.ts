import type { Cell } from '../../../engine/ledger/index';

/** The names of the columns that results are written under. They are words of a ledger: Chinese in every language. */
export const TIER_HEADER = '亩均税收档位';
export const PATH_HEADER = '改造路径';
export const GRADE_HEADER = '评定等级';
export const RANK_HEADER = '本组位次';
export const SCORE_HEADER = '综合得分';
export const GROUNDS_HEADER = '理由及依据';
export const CLAUSE_HEADER = '依据条款';
/** 原文, 推定 or 转引: whether the clause says it, or it was only read so. */
export const KIND_HEADER = '依据类别';
/** What stands behind a head of ours where the ledger has a column of that name itself. */
const OURS = '（系统评定）';

/** A result's name beside a ledger's own columns, no other column's. */
export function besideOwn(name: string, own: readonly string[]): string {
  return own.includes(name) ? name + OURS : name;
}

/** How the heads of what a policy sets by grade, tier or path begin. */
export const MEASURE_HEADER = '差别化：';
export const WHY_HEADERS = ['理由', '距下一档（万元）', '条款', '政策状态'] as const;

const GRADES = [GRADE_HEADER, RANK_HEADER, SCORE_HEADER] as const;
const ALL: ReadonlySet<string> = new Set([
  ...GRADES,
  TIER_HEADER,
  PATH_HEADER,
  GROUNDS_HEADER,
  CLAUSE_HEADER,
  KIND_HEADER,
  ...WHY_HEADERS,
]);

const plainOf = (names: readonly Cell[]) =>
  names.map((name) => (String(name ?? '').split('\n')[0] ?? '').replace(OURS, ''));

/** Whether the last results written under these names are formulas. */
export function areFormulas(names: readonly Cell[]): boolean {
  const plain = plainOf(names);
  return plain.lastIndexOf(WHY_HEADERS[0]) > plain.lastIndexOf(GROUNDS_HEADER);
}

/**
 * How many columns at the right end of a header row are results of ours, written at an earlier time: they begin with the
 * tier, the path or the grade (a ledger's own grade is not followed by its rank), and are no part of the ledger.
 */
export function earlierResults(names: readonly Cell[]): number {
  const plain = plainOf(names);
  const isOurs = (name: string) => ALL.has(name) || name.startsWith(MEASURE_HEADER);
  const first = plain.findLastIndex((name) => !isOurs(name)) + 1;
  const begins = (name: string, column: number) =>
    [TIER_HEADER, PATH_HEADER].includes(name) || (name === GRADE_HEADER && plain[column + 1] === RANK_HEADER);
  const begin = plain.findIndex((name, column) => column >= first && begins(name, column));
  return begin < 0 ? 0 : plain.length - begin;
}
