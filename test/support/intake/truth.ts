/** What a careful official could read off a row; null where nothing can be read, `undefined` where it does not matter. */
export interface TrueRow {
  readonly sheet: string;
  /** As the sheet counts it. */
  readonly row: number;
  readonly enterprise?: string;
  /** 亩 */
  readonly landArea: number | null;
  /** 万元 */
  readonly taxPaid: number | null;
  readonly grade?: string;
  /** The figure stands there, but nobody would take it unasked: told or held back is as right as read. */
  readonly doubtful?: true;
}

/** What is right of a workbook. */
export interface Truth {
  /** The id of a policy whose tiers tell what a row would be written as. */
  readonly policy: string;
  readonly rows: readonly TrueRow[];
  /** What nobody could tell from the sheet; `rows` is then what one plausible answer gives. */
  readonly mustAsk: readonly string[];
  /** What may be asked, though a careful official might decide it. */
  readonly mayAsk: readonly string[];
  /** What the pane must say: patterns of which each must be found in some sentence. */
  readonly tells: readonly string[];
}

/** 嵊州2021, 二(一)1–3: up to 5, 10 and 15 万元/亩; the nearest oracle there is. */
const SHENGZHOU = [
  [5, '重点排查'],
  [10, '重点检查'],
  [15, '重点指导'],
  [Infinity, '不纳入'],
] as const;

/** The tier that a row has by its land and tax; undefined where one of them is missing, or the policy has no tiers. */
export function trueTier(policy: string, { landArea, taxPaid }: TrueRow): string | undefined {
  if (policy !== 'shengzhou-2021' || landArea === null || taxPaid === null || landArea <= 0) return undefined;
  const perMu = Math.round((taxPaid / landArea) * 1e9) / 1e9;
  return SHENGZHOU.find(([line]) => perMu <= line)?.[1];
}
