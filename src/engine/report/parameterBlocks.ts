import type { AppliedPolicy } from '../assess/context';
import type { Basis } from '../policy/pack';
import { entryOn } from '../policy/standing';
import type { SheetBlock } from './sheet';
import type { TierChain } from './tierChain';

/** Where the lines of the chain stand: the first one in this column, the others right of it. */
export const FIRST_PARAMETER_COLUMN = 2;

/** Three rows of 参数: names, values, where each comes from. The formulas refer to the values, so editing one takes effect. */
export function parameterBlocks(
  { lines }: TierChain,
  { pack, values, asOf }: AppliedPolicy,
  row: number,
): SheetBlock[] {
  const known = lines.map((name) => ({ name, value: pack.values.get(name) }));
  const names = known.map(({ name, value }) => `${name}（${value?.unit ?? ''}）`);
  const grounds = known.map(({ value }) => (value ? groundsOf(entryOn(value, asOf).basis) : ''));
  const column = FIRST_PARAMETER_COLUMN;
  return [
    { row, column: 0, values: [['参数'], ['取值'], ['依据']], format: { bold: true } },
    { row, column, values: [names], format: { bold: true, wrap: true, horizontal: 'Center' } },
    { row: row + 1, column, values: [lines.map((name) => values.get(name) ?? '')], format: { horizontal: 'Center' } },
    { row: row + 2, column, values: [grounds], format: { wrap: true, horizontal: 'Center' } },
  ];
}

function groundsOf(basis: Basis): string {
  if (basis.kind === 'cited') return basis.citation.place;
  return basis.kind === 'assumed' ? '假设' : '转引，未见原文';
}
