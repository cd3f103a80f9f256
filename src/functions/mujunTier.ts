import { isBlankArgument, ledgerOfPairs, type Cell } from '../engine/ledger/index';
import { judge, verdictAt, type AppliedPolicy, type Judgement } from '../engine/assess/index';
import { DEFAULT_UNITS, functionText, unresolvedText, ZERO_TAX } from '../text/functions';
import { matrixOf, type Argument } from './arguments';
import { cellAt, fits, sizeText, widthOf } from './broadcast';
import { invalid, notAvailable } from './failure';
import { policyOf } from './policyArgument';
import { whyRows } from './whyRows';

/**
 * MUJUN_TIER: the tier of each pair of tax (万元) and area (亩), in the shape of `tax` without trailing blank rows.
 * Missing data is the text 待核实：缺 …; #N/A without a policy or where the document has no tiers; #VALUE! for sizes that differ.
 */
export function mujunTier(
  tax: Argument,
  area: Argument,
  policy: Argument,
  group?: Argument,
  asOf?: Argument,
): string[][] {
  const pairs = pairsOf(tax, area, group);
  const judgement = judged(pairs, policyOf(policy, asOf));
  const answers = pairs.cells.map((_, index) => tierText(judgement, index));
  return chunk(answers, pairs.width);
}

/** MUJUN_TIER_WHY: reason, 万元 to the next line, clause and status of each pair, one row each, left to right. */
export function mujunTierWhy(
  tax: Argument,
  area: Argument,
  policy: Argument,
  group?: Argument,
  asOf?: Argument,
): Cell[][] {
  const pairs = pairsOf(tax, area, group);
  const judgement = judged(pairs, policyOf(policy, asOf));
  const { tierNote } = judgement.context.policy.pack;
  return whyRows(judgement, [DEFAULT_UNITS, ...(tierNote === undefined ? [] : [tierNote])]);
}

type Triple = readonly [tax: Cell, area: Cell, group: Cell];

interface Pairs {
  readonly cells: readonly Triple[];
  readonly width: number;
}

function pairsOf(tax: Argument, area: Argument, group: Argument): Pairs {
  const taxes = matrixOf(tax, 'tax');
  const areas = matrixOf(area, 'area');
  const groups = matrixOf(group, 'group');
  const [height, width] = [Math.max(taxes.length, areas.length), Math.max(widthOf(taxes), widthOf(areas))];
  if (![taxes, areas].every((matrix) => fits(matrix, height, width))) {
    throw invalid(functionText('sizes', { tax: sizeText(taxes), area: sizeText(areas) }));
  }
  if (!fits(groups, height, width))
    throw invalid(functionText('groupSize', { group: sizeText(groups), tax: sizeText(taxes) }));
  const cells: Triple[] = [];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      cells.push([cellAt(taxes, row, column), cellAt(areas, row, column), cellAt(groups, row, column)]);
    }
  }
  return { cells: withoutBlankRows(cells, width), width };
}

/** A whole-column reference is cut after its last used row; at least one cell stays, for a formula must answer something. */
function withoutBlankRows(cells: readonly Triple[], width: number): readonly Triple[] {
  const last = cells.findLastIndex(([tax, area]) => !isBlankArgument(tax) || !isBlankArgument(area));
  return cells.slice(0, Math.max(1, Math.ceil((last + 1) / Math.max(1, width))) * width);
}

function judged(pairs: Pairs, policy: AppliedPolicy): Judgement {
  const judgement = judge(ledgerOfPairs(pairs.cells), { policy }, 'tiers');
  if (!judgement) throw notAvailable(functionText('noTiers', { policy: policy.pack.short }));
  return judgement;
}

function tierText(judgement: Judgement, row: number): string {
  const verdict = verdictAt(judgement, row);
  if (verdict.kind === 'notData') return '';
  if (verdict.kind === 'answer') return verdict.answer;
  const findings = judgement.findingsAt.get(row) ?? [];
  const zero = verdict.missing.length === 1 && findings.some((finding) => finding.code === 'zeroTax');
  return zero ? ZERO_TAX : unresolvedText(verdict.missing);
}

function chunk(answers: readonly string[], width: number): string[][] {
  const rows: string[][] = [];
  for (let start = 0; start < answers.length; start += width) rows.push(answers.slice(start, start + width));
  return rows.length > 0 ? rows : [['']];
}
