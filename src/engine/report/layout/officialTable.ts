import { eachRow, finish, type Steps } from '../../../steps/steps';
import type { NewSheet, SheetBlock, SheetCell, SheetFormat } from '../../../sheet/sheet';
import { OFFICIAL_FONTS, officialLooks, officialPrint, type OfficialFonts } from './officialLooks';
import { textHeight } from './textHeight';
import { usualMost } from './usualMost';
import type { Area } from '../../../sheet/area';

/** A column of an official table. Neighbours with the same parent stand under it. */
export interface OfficialColumn {
  readonly head: string;
  readonly parent?: string;
  /** In points. */
  readonly width: number;
  /** What its numbers count, for the unit line. */
  readonly unit?: string;
  readonly kind: 'word' | 'number';
  readonly format?: string;
  /** Centred though it is a word: marks, ranks. */
  readonly centred?: boolean;
  /** People type here, on a locked sheet too. */
  readonly open?: boolean;
}

/** A cell: its value as the engine has it, and the classic formula that gives the same in a spreadsheet. */
export interface OfficialCell {
  readonly value: SheetCell;
  readonly formula?: string;
  readonly look?: SheetFormat;
}

/** A line of text under the unit line or under the table, from a column to another. */
export interface OfficialSpan {
  readonly from: number;
  readonly to: number;
  readonly cell: OfficialCell;
}

/** What an official table is made of; `columns` print, `outside` stand beyond the print area. */
export interface OfficialTable {
  readonly name: string;
  readonly attachment?: string;
  readonly title: string;
  readonly columns: readonly OfficialColumn[];
  readonly outside?: readonly OfficialColumn[];
  /** The line between the unit line and the header. */
  readonly info?: readonly OfficialSpan[];
  /** The first `totals` rows are totals. Cells of `columns`, then of `outside`. */
  readonly rows: readonly (readonly OfficialCell[])[];
  readonly totals?: number;
  /** Columns whose equal neighbours below one another are one cell. */
  readonly mergeDown?: readonly number[];
  readonly notes: readonly string[];
  /** Whether who filled it in signs below; so it is where left out. */
  readonly signed?: boolean;
  /** Rows below the totals are as high as nearly all of them need: a long list stays few blocks. */
  readonly evenRows?: boolean;
  readonly fonts?: OfficialFonts | undefined;
}

/** Where things stand in every official table, rows from 0. */
export const PLACE = { attachment: 0, title: 1, unit: 2, info: 3, head: 4, body: 6 } as const;

const SIGNATURES =
  '填表人：              审核人：              单位负责人：              联系电话：              日期：';

/** An official table as a sheet: attachment mark, title, unit line, two header rows, rows, notes, signatures, and its print set-up. */
export function officialTable(table: OfficialTable): NewSheet {
  return finish(officialTableSteps(table));
}

/** The same in steps, a column each. */
export function* officialTableSteps(table: OfficialTable): Steps<NewSheet> {
  const { columns, outside = [], rows, fonts = OFFICIAL_FONTS } = table;
  const looks = officialLooks(fonts);
  const all = [...columns, ...outside];
  const foot = footOf(table, PLACE.body + rows.length);
  const printed = { row: 0, column: 0, rows: PLACE.body + rows.length + foot.heights.length, columns: columns.length };
  const span = (row: number): Area => ({ row, column: 0, rows: 1, columns: columns.length });
  const heights = yield* rowHeights(table);
  const body: SheetBlock[] = [];
  for (const [at, column] of all.entries()) {
    yield;
    body.push(...columnBlocks(table, column, { at, heights: at === 0 ? heights : [] }));
  }
  return {
    name: table.name,
    freezeRows: PLACE.body,
    blocks: [
      { row: PLACE.attachment, column: 0, values: [[table.attachment ?? '']], format: looks.attachment },
      { row: PLACE.title, column: 0, values: [[table.title]], format: looks.title },
      ...unitBlocks(table, looks.line),
      ...(table.info ?? []).map(({ from, cell }) => cellBlock(PLACE.info, from, cell, looks.line)),
      ...headBlocks(all, looks.head),
      ...body,
      ...foot.blocks,
    ],
    merges: [
      span(PLACE.title),
      ...unitSpans(columns.length),
      ...(table.info ?? []).filter(({ from, to }) => to > from).map(({ from, to }) => areaOf(PLACE.info, from, to)),
      ...headMerges(columns),
      ...headMerges(outside).map((area) => ({ ...area, column: area.column + columns.length })),
      ...downMerges(table),
      ...foot.heights.map((_, index) => span(PLACE.body + rows.length + index)),
    ],
    print: officialPrint(printed, { first: PLACE.head, last: PLACE.head + 1 }),
  };
}

function areaOf(row: number, from: number, to: number): Area {
  return { row, column: from, rows: 1, columns: to - from + 1 };
}

function cellBlock(row: number, column: number, { value, formula, look }: OfficialCell, base: SheetFormat): SheetBlock {
  const format = { ...base, ...look };
  return { row, column, values: [[value]], format, ...(formula === undefined ? {} : { formulas: [[formula]] }) };
}

/** Who fills it in, when, and the units of the columns that are there (target-sheet.md, rule 7). */
function unitBlocks({ columns }: OfficialTable, look: SheetFormat): SheetBlock[] {
  const units = [...new Set(columns.flatMap(({ unit }) => (unit === undefined ? [] : [unit])))];
  const [who, when, unit] = unitSpans(columns.length);
  const text = units.length === 0 ? '' : `单位：${units.join('、')}`;
  const block = (at: Area | undefined, words: string, horizontal: 'Left' | 'Center' | 'Right'): SheetBlock => ({
    row: PLACE.unit,
    column: at?.column ?? 0,
    values: [[words]],
    format: { ...look, horizontal, rowHeight: 20 },
  });
  return [
    block(who, '填报单位：              （盖章）', 'Left'),
    block(when, '填报日期：      年   月   日', 'Center'),
    ...(text === '' ? [] : [block(unit, text, 'Right')]),
  ];
}

function unitSpans(columns: number): Area[] {
  const third = Math.max(1, Math.floor(columns / 3));
  return [
    areaOf(PLACE.unit, 0, third - 1),
    areaOf(PLACE.unit, third, columns - third - 1),
    areaOf(PLACE.unit, columns - third, columns - 1),
  ];
}

function headBlocks(columns: readonly OfficialColumn[], look: SheetFormat): SheetBlock[] {
  const parents = columns.map(({ parent, head, width }, index) =>
    parent === undefined ? broken({ head, width }) : columns[index - 1]?.parent === parent ? '' : parent,
  );
  const heads = columns.map((column) => (column.parent === undefined ? '' : broken(column)));
  const height = Math.max(
    20,
    ...columns.map(
      ({ head, parent, width }) => textHeight(broken({ head, width }), width) / (parent === undefined ? 2 : 1),
    ),
  );
  return [{ row: PLACE.head, column: 0, values: [parents, heads], format: { ...look, rowHeight: height } }];
}

/** A head that needs two lines breaks before its unit, not inside it. */
function broken({ head, width }: Pick<OfficialColumn, 'head' | 'width'>): string {
  return head.length * HEAD_SIZE > width - 4 ? head.replace('（', '\n（') : head;
}

const HEAD_SIZE = 10.5;

/** A head without a parent goes down two rows; one with a parent stands under it. */
function headMerges(columns: readonly OfficialColumn[]): Area[] {
  return columns.flatMap(({ parent }, column): Area[] => {
    if (parent === undefined) return [{ row: PLACE.head, column, rows: 2, columns: 1 }];
    if (columns[column - 1]?.parent === parent) return [];
    const next = columns.findIndex((other, index) => index > column && other.parent !== parent);
    const width = (next < 0 ? columns.length : next) - column;
    return width > 1 ? [{ row: PLACE.head, column, rows: 1, columns: width }] : [];
  });
}

/** A column's cells: totals in their own look, cells with a look of their own one by one. */
function columnBlocks(
  { rows, totals = 0, columns, mergeDown = [], fonts = OFFICIAL_FONTS }: OfficialTable,
  column: OfficialColumn,
  { at, heights }: { readonly at: number; readonly heights: readonly number[] },
): SheetBlock[] {
  const looks = officialLooks(fonts);
  const { kind, format, width, centred = false, open = false } = column;
  const own = {
    ...looks[kind],
    ...(format === undefined ? {} : { numberFormat: format }),
    ...(centred ? { horizontal: 'Center' as const } : {}),
    ...(open ? { locked: false } : {}),
    ...(at < columns.length ? {} : { border: true }),
    columnWidth: width,
  };
  const head = { ...own, ...(kind === 'number' ? { bold: true } : { fontName: looks.total.fontName }) };
  const cells = rows.map((row, index): OfficialCell => {
    const isSame = mergeDown.includes(at) && index > totals && rows[index - 1]?.[at]?.value === row[at]?.value;
    // Merging keeps the first cell alone: what is merged away must not have been written.
    const cell = isSame ? { value: '' } : (row[at] ?? { value: '' });
    return heights[index] === undefined ? cell : { ...cell, look: { ...cell.look, rowHeight: heights[index] } };
  });
  const [top, body] = [cells.slice(0, totals), cells.slice(totals)];
  return [
    ...runOf(top, { row: PLACE.body, column: at, format: head }),
    ...runOf(body, { row: PLACE.body + totals, column: at, format: own }),
  ];
}

/** Neighbours of one look are one block: every block costs the spreadsheet a round trip. */
function runOf(
  cells: readonly OfficialCell[],
  { row, column, format }: { readonly row: number; readonly column: number; readonly format: SheetFormat },
): SheetBlock[] {
  const looks = cells.map(({ look }) => JSON.stringify(look ?? {}));
  const starts = looks.flatMap((look, index) => (look === looks[index - 1] ? [] : [index]));
  return starts.map((start, index): SheetBlock => {
    const own = cells.slice(start, starts[index + 1] ?? cells.length);
    const formulas = own.map(({ formula = '' }) => [formula]);
    return {
      ...{ row: row + start, column, values: own.map(({ value }) => [value]), format: { ...format, ...own[0]?.look } },
      ...(formulas.some(([formula]) => formula !== '') ? { formulas } : {}),
    };
  });
}

/** Each row as high as it needs; even rows below the totals as high as nearly all of them need, only the few that need more are higher. */
function* rowHeights({
  columns,
  outside = [],
  rows,
  totals = 0,
  evenRows = false,
}: OfficialTable): Steps<readonly number[]> {
  const all = [...columns, ...outside];
  const heights: number[] = [];
  yield* eachRow(rows, (row) => heights.push(rowHeight(all, row)));
  if (!evenRows) return heights;
  const usual = usualMost(heights.slice(totals));
  return heights.map((height, row) => (row < totals ? height : Math.max(usual, height)));
}

/** As high as its longest words need, at least 20 points. */
function rowHeight(columns: readonly OfficialColumn[], row: readonly OfficialCell[]): number {
  return Math.max(
    20,
    ...row.map(({ value }, index) => {
      const column = columns[index];
      return column?.kind === 'word' ? textHeight(String(value), column.width) : 0;
    }),
  );
}

function downMerges({ rows, totals = 0, mergeDown = [] }: OfficialTable): Area[] {
  return mergeDown.flatMap((column) => {
    const values = rows.map((row) => row[column]?.value ?? '');
    const starts = values.flatMap((value, index) =>
      index >= totals && (index === totals || value !== values[index - 1]) ? [index] : [],
    );
    return starts
      .map((start, index) => ({
        row: PLACE.body + start,
        column,
        rows: (starts[index + 1] ?? rows.length) - start,
        columns: 1,
      }))
      .filter(({ rows: height }) => height > 1);
  });
}

/** Notes and signatures, each a merged line as high as its text needs: merged cells do not grow by themselves. */
function footOf({ columns, notes, signed = true, fonts = OFFICIAL_FONTS }: OfficialTable, row: number) {
  const looks = officialLooks(fonts);
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const lines = [...notes, ...(signed ? [SIGNATURES] : [])];
  const heights = lines.map((text, index) => (signed && index === notes.length ? 34 : textHeight(text, width)));
  const blocks = lines.map((text, index): SheetBlock => {
    const isSignature = signed && index === notes.length;
    const look = isSignature ? { ...looks.line, vertical: 'Bottom' as const } : looks.note;
    return { row: row + index, column: 0, values: [[text]], format: { ...look, rowHeight: heights[index] ?? LINE } };
  });
  return { blocks, heights };
}

const LINE = 18;
