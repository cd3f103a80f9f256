import type { Unit } from '../../../engine/quantity/index';
import type { Cell, Rows, ColumnMatch, HeaderMatch } from '../../../engine/ledger/index';
import type { Source } from '../../model/reading/source';
import { areaName, columnName } from '../../../sheet/address';
import type { Area } from '../../../sheet/area';

/** An argument as its formula text, and as the values Excel would pass for it. */
export interface FormulaArgument {
  readonly text: string;
  readonly cells: Rows;
}

const ERROR = /^#(?:N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|SPILL!|CALC!|BUSY!)$/;

function isError(cell: Cell): boolean {
  return typeof cell === 'string' && ERROR.test(cell);
}

/** `IF(range="","",range)` tells blanks from zeros (platform.md, Arguments); errors become blanks, for they would spread. */
function blanksKept(address: string, cells: Rows): FormulaArgument {
  const text = `IF(${address}="","",${address})`;
  const hasErrors = cells.some((row) => row.some(isError));
  if (!hasErrors) return { text, cells };
  return { text: `IFERROR(${text},"")`, cells: cells.map((row) => row.map((cell) => (isError(cell) ? '' : cell))) };
}

/** The data rows of a table as an argument. */
export function rowsArgument(source: Source): FormulaArgument {
  return blanksKept(areaName(source.body), source.cells);
}

/** One column of the first `count` rows; a unit other than 亩 or 万元 is converted in the formula, for all to see. */
export function columnArgument(source: Source, match: ColumnMatch, count: number): FormulaArgument {
  const address = areaName({ ...source.body, column: source.body.column + match.column, columns: 1, rows: count });
  const cells = source.cells.slice(0, count).map((row) => [row[match.column]]);
  if (!match.unit || (match.unit.times === 1 && match.unit.over === 1)) return blanksKept(address, cells);
  return converted(address, cells, match.unit);
}

/** Numbers are multiplied; text keeps its own digits and gets the column's unit behind it, which the function reads. */
function converted(address: string, cells: Rows, unit: Unit): FormulaArgument {
  const factor = `${unit.times === 1 ? '' : `*${unit.times}`}${unit.over === 1 ? '' : `/${unit.over}`}`;
  const suffix = wordOf(unit);
  const rest = suffix === undefined ? address : `${address}&"${suffix}"`;
  const text = `IF(ISNUMBER(${address}),${address}${factor},IF(${address}="","",${rest}))`;
  const values = cells.map((row) =>
    row.map((cell): Cell => {
      if (typeof cell === 'number') return (cell * unit.times) / unit.over;
      return typeof cell === 'string' && cell !== '' && suffix !== undefined ? cell + suffix : cell;
    }),
  );
  const hasErrors = cells.some((row) => row.some(isError));
  if (!hasErrors) return { text, cells: values };
  const blanked = values.map((row, index) => row.map((cell) => (isError(cells[index]?.[0]) ? '' : cell)));
  return { text: `IFERROR(${text},"")`, cells: blanked };
}

/** Units in words without digits, so that "8,000平方米" reads as one number and one unit. */
const WORDS: readonly (readonly [dimension: string, times: number, over: number, word: string])[] = [
  ['area', 3, 2000, '平方米'],
  ['area', 15, 1, '公顷'],
  ['area', 10_000, 1, '万亩'],
  ['area', 1500, 1, '平方公里'],
  ['money', 1, 10_000, '元'],
  ['money', 1, 10, '千元'],
  ['money', 10_000, 1, '亿元'],
];

function wordOf(unit: Unit): string | undefined {
  const same = WORDS.find(
    ([dimension, times, over]) => dimension === unit.dimension && times === unit.times && over === unit.over,
  );
  return same?.[3];
}

/**
 * The header rows as an argument. Where a person or the unit line has said something that the cells do not say,
 * the formula puts the words in: the function answers from its arguments alone.
 */
export function headersArgument(source: Source, headers: HeaderMatch, wanted: ReadonlySet<string>): FormulaArgument {
  const area: Area = { ...source.area, rows: source.headers.length };
  const address = absolute(area);
  const words = headerWords(source.located.headers, headers, wanted);
  let text = address;
  for (const [column, word] of [...words].toReversed()) {
    text = `IF(COLUMN(${address})=${area.column + column + 1},"${word}",${text})`;
  }
  const cells = source.headers.map((row) => row.map((cell, column) => words.get(column) ?? cell));
  return { text, cells };
}

/** The words for columns whose header alone would be understood in another way. */
function headerWords(own: HeaderMatch, final: HeaderMatch, wanted: ReadonlySet<string>): Map<number, string> {
  const words = new Map<number, string>();
  for (const id of wanted) {
    const match = final.byField.get(id);
    const before = own.byField.get(id);
    if (sameReading(match, before)) continue;
    for (const rival of own.columns) if (rival?.field.id === id) words.set(rival.column, '不采用');
    if (match) words.set(match.column, canonicalHeader(match));
  }
  for (const match of final.byField.values()) {
    if (words.get(match.column) === '不采用' && wanted.has(match.field.id))
      words.set(match.column, canonicalHeader(match));
  }
  return new Map([...words].toSorted(([a], [b]) => a - b));
}

function sameReading(a: ColumnMatch | undefined, b: ColumnMatch | undefined): boolean {
  if (!a || !b) return a === b;
  const [unitA, unitB] = [a.unit ?? { times: 1, over: 1 }, b.unit ?? { times: 1, over: 1 }];
  return a.column === b.column && a.negated === b.negated && unitA.times * unitB.over === unitB.times * unitA.over;
}

function canonicalHeader({ field, unit, negated }: ColumnMatch): string {
  const word = unit && (unit.times !== 1 || unit.over !== 1) ? `（${wordOf(unit) ?? unit.text}）` : '';
  return `${negated ? '不' : ''}${field.headers[0] ?? field.label}${word}`;
}

function absolute(area: Area): string {
  const corner = (row: number, column: number) => `$${columnName(column)}$${row + 1}`;
  return `${corner(area.row, area.column)}:${corner(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}
