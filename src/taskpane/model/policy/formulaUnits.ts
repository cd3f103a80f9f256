import type { Unit } from '../../../engine/quantity/index';
import { unitDoubt } from '../../../engine/assess/index';
import {
  matchHeaders,
  medianOfColumn,
  unitsAmong,
  withoutUnitNotes,
  withUnitNotes,
  locateTables,
  type Cell,
  type Rows,
} from '../../../engine/ledger/index';
import type { CellValue, SheetContents, SheetFormulas } from '../../../workbook/port';
import { UNIT_FACTORS } from '../../../text/unitDoubt';
import type { LocatedCell } from './policyTables';
import { argumentRanges, closingIndexes, nextIndex } from '../../../formula/tokenWalk';
import { tokenize } from '../../../formula/tokens';
import { areaOfAddress, cellName } from '../../../sheet/address';
import type { Area } from '../../../sheet/area';

/** A formula of whose columns some carry another unit than its functions take, and how it would be written with conversions. */
export interface FormulaDoubt {
  readonly at: LocatedCell;
  readonly parts: readonly DoubtedArgument[];
  readonly formula: string;
  readonly proposed: string;
}

/** An argument in another unit: as the column's header says, or as its figures do where it says nothing. */
export interface DoubtedArgument {
  readonly name: string;
  readonly argument: string;
  readonly reference: string;
  readonly header: string;
  readonly unit: string;
  readonly expected: string;
  readonly by: 'header' | 'figures';
}

/** Which arguments of our functions are plain columns, and in which unit they are taken. */
const TAKEN: Readonly<
  Record<string, readonly (readonly [index: number, argument: string, dimension: string, unit: string])[]>
> = {
  MUJUN_TIER: [
    [0, '税收', 'money', '万元'],
    [1, '面积', 'area', '亩'],
  ],
  MUJUN_TIER_WHY: [
    [0, '税收', 'money', '万元'],
    [1, '面积', 'area', '亩'],
  ],
  MUJUN_AVG: [
    [0, '税收', 'money', '万元'],
    [1, '面积', 'area', '亩'],
  ],
  MUJUN_FAR_GAIN: [[0, '面积', 'area', '亩']],
  MUJUN_PRICE_WAIVED: [
    [0, '面积', 'area', '亩'],
    [4, '地价', 'perMu', '万元/亩'],
  ],
  MUJUN_AREA_BALANCE: [[0, '面积', 'area', '亩']],
  MUJUN_TAX_SHARE: [[0, '增量税收', 'money', '万元']],
};

/** A sheet as the check needs it: what its cells show, and what they hold. */
export interface CheckedSheet {
  readonly contents: SheetContents;
  readonly formulas: SheetFormulas;
}

/** The formulas of all sheets whose columns carry another unit. References that are no plain range of a sheet are left alone. */
export function formulaDoubts(sheets: readonly CheckedSheet[]): FormulaDoubt[] {
  return sheets.flatMap(({ contents, formulas }) =>
    formulas.formulas.flatMap((line, row) =>
      line.flatMap((formula, column) => {
        if (!isOurs(formula)) return [];
        const at = { row: formulas.area.row + row, column: formulas.area.column + column };
        const area = { ...at, rows: 1, columns: 1 };
        const { id, name } = contents.sheet;
        const cell = { sheetId: id, sheet: name, address: cellName(at.row, at.column), area };
        return doubtsIn(formula, cell, sheets);
      }),
    ),
  );
}

function isOurs(formula: CellValue): formula is string {
  return typeof formula === 'string' && formula.startsWith('=') && /MUJUN_[A-Z_]+\(/i.test(formula);
}

function doubtsIn(formula: string, at: LocatedCell, sheets: readonly CheckedSheet[]): FormulaDoubt[] {
  const found = callsIn(formula).flatMap((call) => {
    const byHeader = headerDoubts(call, { at, sheets });
    return [...byHeader, ...figureDoubts(call, byHeader, { at, sheets })];
  });
  if (found.length === 0) return [];
  const proposed = found
    .toSorted((a, b) => b.given.start - a.given.start)
    .reduce(
      (text, { given, factor }) =>
        `${text.slice(0, given.start)}${given.text.trim()}${factor}${text.slice(given.start + given.text.length)}`,
      formula,
    );
  return [{ at, parts: found.map(({ part }) => part), formula, proposed }];
}

interface FoundDoubt {
  readonly part: DoubtedArgument;
  readonly given: Call['args'][number];
  readonly factor: string;
}

function headerDoubts({ name, args }: Call, asked: Asked): FoundDoubt[] {
  return (TAKEN[name] ?? []).flatMap(([index, argument, dimension, expected]): FoundDoubt[] => {
    const given = args[index];
    const column = given && columnOf(given.text, asked);
    if (!given || !column?.unit || column.unit.dimension !== dimension || isPlain(column.unit)) return [];
    const { header, unit } = column;
    const part = {
      name,
      argument,
      reference: given.text.trim(),
      header,
      unit: unit.text,
      expected,
      by: 'header',
    } as const;
    return [{ part, given, factor: factorOf(unit) }];
  });
}

/** The functions whose first two arguments are a tax and an area. */
const PAIRS: ReadonlySet<string> = new Set(['MUJUN_TIER', 'MUJUN_TIER_WHY', 'MUJUN_AVG']);

/** Columns that name no unit, whose middle figures only another unit explains, once what the headers say is converted. */
function figureDoubts({ name, args }: Call, byHeader: readonly FoundDoubt[], asked: Asked): FoundDoubt[] {
  const [tax, area] = args;
  const columns = [tax, area].map((given) => given && columnOf(given.text, asked));
  if (!PAIRS.has(name) || !tax || !area || !columns[0] || !columns[1]) return [];
  const [ofTax = NaN, ofArea = NaN] = columns.map((column, at) => {
    const isConverted = byHeader.some(({ given }) => given === args[at]);
    return medianOfColumn(column?.cells ?? [], 0, isConverted ? column?.unit : undefined);
  });
  const doubt = unitDoubt(ofTax, ofArea);
  const told = [
    { given: tax, column: columns[0], unit: doubt?.tax, argument: '税收', expected: '万元' },
    { given: area, column: columns[1], unit: doubt?.area, argument: '面积', expected: '亩' },
  ];
  // A unit that a header names is not doubted here: the ledger's own reading asks about it.
  return told.flatMap(({ given, column, unit, argument, expected }): FoundDoubt[] =>
    unit === undefined || column.unit
      ? []
      : [
          {
            part: {
              name,
              argument,
              reference: given.text.trim(),
              header: column.header,
              unit,
              expected,
              by: 'figures',
            },
            given,
            factor: UNIT_FACTORS[unit].formula,
          },
        ],
  );
}

function isPlain({ times, over }: Unit): boolean {
  return times === over;
}

function factorOf({ times, over }: Unit): string {
  return `${times === 1 ? '' : `*${times}`}${over === 1 ? '' : `/${over}`}`;
}

interface Call {
  readonly name: string;
  readonly args: readonly { readonly text: string; readonly start: number }[];
}

/** The calls of our functions in a formula, with their arguments as they are written. */
function callsIn(formula: string): Call[] {
  const tokens = tokenize(formula);
  const closing = closingIndexes(tokens);
  const lengthOf = (from: number, to: number) => tokens.slice(from, to).reduce((sum, { text }) => sum + text.length, 0);
  return tokens.flatMap(({ kind, text }, at): Call[] => {
    const name = kind === 'name' ? /MUJUN_[A-Z_]+$/i.exec(text)?.[0] : undefined;
    const open = nextIndex(tokens, at + 1);
    const close = closing.get(open);
    if (name === undefined || close === undefined) return [];
    const args = argumentRanges(tokens, open, close).map(([from, to]) => {
      const start = lengthOf(0, from);
      return { text: formula.slice(start, start + lengthOf(from, to)), start };
    });
    return [{ name: name.toUpperCase(), args }];
  });
}

interface AskedColumn {
  readonly header: string;
  readonly unit?: Unit;
  readonly cells: Rows;
}

/** The header, unit and cells of the column that a plain range or a reference into a table (表1[税收]) lies in. */
function columnOf(text: string, { at, sheets }: Asked): AskedColumn | undefined {
  const inTable = tableColumn(text.trim(), at, sheets);
  if (inTable) return headerOver(inTable.contents, inTable.area);
  const match = /^(?:'((?:[^']|'')+)'!|([^'!(),]+)!)?(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)$/i.exec(text.trim());
  const area = areaOfAddress((match?.[3] ?? '').replaceAll('$', ''));
  const name = match?.[1]?.replaceAll("''", "'") ?? match?.[2] ?? at.sheet;
  const sheet = sheets.find(({ contents }) => contents.sheet.name === name)?.contents;
  return sheet && area && area.columns === 1 ? headerOver(sheet, area) : undefined;
}

interface Asked {
  readonly at: LocatedCell;
  readonly sheets: readonly CheckedSheet[];
}

/** 表1[税收], 表1[@税收], 表1[[#This Row],[税收]]; inside the table its name may be left out. An apostrophe guards a sign. */
const TABLE_COLUMN = /^([^'[\]!(),:]*)\[(?:\[#[^\]]+\],)?(@?)\[?((?:'.|[^'[\]])+)\]?\]$/;

/** The cells of a table's column, under its header. */
function tableColumn(
  text: string,
  at: LocatedCell,
  sheets: readonly CheckedSheet[],
): { readonly contents: SheetContents; readonly area: Area } | undefined {
  const match = TABLE_COLUMN.exec(text);
  if (!match) return undefined;
  const [, named = '', , column = ''] = match;
  const wanted = plainHeader(column.replace(/'(.)/g, '$1'));
  for (const { contents } of sheets) {
    const isOwn = ({ area }: { readonly area: Area }) =>
      contents.sheet.id === at.sheetId && at.area.row >= area.row && at.area.row < area.row + area.rows;
    const table = contents.tables.find((one) =>
      named === '' ? isOwn(one) : one.name.toUpperCase() === named.toUpperCase(),
    );
    if (!table) continue;
    const { row, column: left, rows, columns } = table.area;
    const headers = contents.values[row - contents.area.row]?.slice(left - contents.area.column) ?? [];
    const index = headers.slice(0, columns).findIndex((header) => plainHeader(String(header)) === wanted);
    if (index < 0) return undefined;
    return { contents, area: { row: row + 1, column: left + index, rows: rows - 1, columns: 1 } };
  }
  return undefined;
}

/** A header as a reference writes it: line breaks and spaces do not matter. */
function plainHeader(text: string): string {
  return text.replace(/\s+/g, '').toUpperCase();
}

function headerOver(contents: SheetContents, area: Area): AskedColumn | undefined {
  const row = area.row - contents.area.row;
  const column = area.column - contents.area.column;
  const table = locateTables(contents.values).find(
    ({ firstRow, rows, firstColumn, columns }) =>
      row + area.rows > firstRow && row < firstRow + rows && column >= firstColumn && column < firstColumn + columns,
  );
  if (!table) return undefined;
  const headers: Rows = contents.values
    .slice(table.headerRow, table.headerRow + table.headerRows)
    .map((line) => line.slice(table.firstColumn, table.firstColumn + table.columns));
  const notes = [...table.unitNotes, ...unitsAmong(headers)];
  const found = withUnitNotes(matchHeaders(headers.map(withoutUnitNotes)), notes).columns[column - table.firstColumn];
  const cells = contents.values.slice(row, row + area.rows).map((line): Cell[] => [line[column]]);
  const header = found?.header ?? String(headers.at(-1)?.[column - table.firstColumn] ?? '');
  return { header, cells, ...(found?.unit ? { unit: found.unit } : {}) };
}
