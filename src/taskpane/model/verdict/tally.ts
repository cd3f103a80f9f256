import { numberAt } from '../../../engine/column/index';
import type { PaneText } from '../../../text/pane';
import { amountsNeeded, type Assessment } from './assessment';
import type { Bar } from './bars';
import { isOpen } from './concluded';

/** How the rows of a ledger divide: judged, and 待核实 for want of tax or land or of something else. Their sum is all of them. */
export interface RowTally {
  readonly rows: number;
  readonly judged: number;
  readonly withoutNumbers: number;
  readonly otherwise: number;
}

/** The one count of a ledger's rows, for every screen and sheet that says how many there are. */
export function tallyOf({ whole, dataRows, incomplete, policy }: Assessment): RowTally {
  // Asked once: what a policy asks for is found by walking through all its rules.
  const amounts = amountsNeeded(policy);
  const lacks = (row: number) => amounts.some((field) => Number.isNaN(numberAt(whole, field, row)));
  const withoutNumbers = incomplete.filter(lacks).length;
  return {
    rows: dataRows.length,
    judged: dataRows.length - incomplete.length,
    withoutNumbers,
    otherwise: incomplete.length - withoutNumbers,
  };
}

/** 共 1,200 户：1,119 户可判定，81 户待核实（33 户缺税收或面积，48 户缺其他资料）；亩均税收档位已定 1,167 户. */
export function tallyText(assessment: Assessment, t: PaneText): string {
  const { rows, judged, withoutNumbers, otherwise } = tallyOf(assessment);
  const { byField } = assessment.read.headers;
  // A list of disposal or of carriers never holds taxes: that is not so many rows to be filled in.
  if (!assessment.policy && !byField.has('taxPaid')) return t('tallyNoTax', { rows });
  if (judged === rows) return t('complete', { count: rows });
  const parts = [
    ...(withoutNumbers > 0 ? [t('tallyNumbers', { count: withoutNumbers })] : []),
    ...(otherwise > 0 ? [t('tallyOther', { count: otherwise })] : []),
  ];
  const said = t('tally', { rows, judged, open: rows - judged, parts: parts.join('，') });
  const tiered = tieredIn(assessment);
  return tiered > judged ? said + t('tallyTiered', { count: tiered }) : said;
}

/** Whose path is open may have its tier: under a policy that has both, whoever can be judged is fewer than who stands in the tiers. */
function tieredIn(assessment: Assessment): number {
  if (!assessment.tiers || !assessment.paths) return 0;
  return assessment.dataRows.filter((row) => !isOpen(assessment, 'tier', row)).length;
}

/** 档位待核实 33 户，路径待核实 74 户，其中 26 户两样都是，合计 81 户; undefined where only one of both, or neither, is open. */
export function openText(bars: readonly Bar[], others: readonly Bar[], t: PaneText): string | undefined {
  const rowsOf = (of: readonly Bar[]) => of.find(({ filter: { key } }) => key === '')?.rows ?? [];
  const [tier, path] = [rowsOf(bars), rowsOf(others)];
  if (tier.length === 0 || path.length === 0) return undefined;
  const all = new Set([...tier, ...path]).size;
  const [ofTier, ofPath] = [tier.length, path.length];
  return t('openBoth', { tier: ofTier, path: ofPath, both: ofTier + ofPath - all, all });
}
