import type { AppliedPolicy } from '../../assess/context';
import type { Basis } from '../../policy/pack';
import { entryOn } from '../../policy/standing';
import { isDaysBefore } from '../../rule/daysBefore';
import type { SheetBlock } from '../../../sheet/sheet';
import { textHeight } from '../layout/textHeight';
import { NAMES, parameterCell } from '../verdict/verdictCells';

/** Where the values of the formulas stand: the first one in this column, the others right of it. */
export const FIRST_PARAMETER_COLUMN = 2;

/** A value that formulas refer to, under the name that they use for its cell. */
export interface Parameter {
  readonly name: string;
  readonly cell: string;
}

/** Ordinary type of a sheet. */
const SIZE = 11;
const WORDS = { wrap: true, horizontal: 'Center' } as const;
const DAY = { horizontal: 'Center', numberFormat: 'yyyy-mm-dd' } as const;

/**
 * Three rows of 参数: names, values, where each comes from. The formulas refer to the values, so editing one takes effect. `widths`:
 * those of the sheet's columns, in points, which are as wide as what stands below asks.
 */
export function parameterBlocks(
  parameters: readonly Parameter[],
  policy: AppliedPolicy,
  { row, widths }: { readonly row: number; readonly widths: readonly number[] },
): SheetBlock[] {
  const { pack, values, outputLines, asOf } = policy;
  const shown = parameters.map(({ name, cell }) => {
    const value = cell === NAMES.value(name) ? pack.values.get(name) : undefined;
    const line = outputLines.get(cell.slice(NAMES.township('').length));
    if (isDaysBefore(name))
      return { name, value: parameterCell(values.get(name)), grounds: '按基准日算出', isDay: true };
    return {
      name: `${name}（${value ? value.unit : '万元/亩'}）`,
      value: parameterCell(value ? values.get(name) : line),
      isDay: false,
      grounds: value ? groundsOf(entryOn(value, asOf).basis) : '本表自定',
    };
  });
  const column = FIRST_PARAMETER_COLUMN;
  const words = (texts: readonly string[]) => ({
    values: [texts],
    format: {
      ...WORDS,
      rowHeight: Math.max(...texts.map((text, at) => textHeight(text, widths[column + at] ?? Infinity, SIZE))),
    },
  });
  const names = words(shown.map(({ name }) => name));
  return [
    { row, column: 0, values: [['参数'], ['取值'], ['依据']], format: { bold: true } },
    { row, column, ...names, format: { ...names.format, bold: true } },
    { row: row + 1, column, values: [shown.map(({ value }) => value)], format: { horizontal: 'Center' } },
    ...shown.flatMap(({ isDay, value }, at) =>
      isDay ? [{ row: row + 1, column: column + at, values: [[value]], format: DAY }] : [],
    ),
    { row: row + 2, column, ...words(shown.map(({ grounds }) => grounds)) },
  ];
}

function groundsOf(basis: Basis): string {
  if (basis.kind === 'cited') return basis.citation.place;
  return basis.kind === 'assumed' ? '假设' : '转引，未见原文';
}
