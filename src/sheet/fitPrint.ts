import type { NewSheet, SheetBlock, SheetPrint } from './sheet';

/** A sheet is never printed smaller than this: below it an office's reader cannot read it. */
const LEAST_SCALE = 0.6;
/** Long sides and short sides of paper in points. */
const PAPER = { A4: { long: 842, short: 595 }, A3: { long: 1191, short: 842 } } as const;
const POINTS_PER_CENTIMETRE = 72 / 2.54;
/** The width of a column nobody set. */
const USUAL_WIDTH = 48;
/** A column is as wide as digits of the machine's own font make it: with a substitute up to a third more than was asked. */
const PLAY = 1.37;
/** A repeated column may not take more of a page than this. */
const MOST_REPEATED = 0.35;

/** How a sheet prints that says nothing of it: lying, the row of its heads on every page. */
function usualPrint({ freezeRows }: Pick<NewSheet, 'freezeRows'>): SheetPrint {
  const head = freezeRows - 1;
  return {
    landscape: true,
    ...(head >= 0 ? { titleRows: { first: head, last: head } } : {}),
    margins: { top: 2, bottom: 2, left: 1.8, right: 1.5 },
    footer: '第 &P 页 共 &N 页',
  };
}

/**
 * A sheet that can be printed, at 60 % or more: one page of A4 wide, else one of A3, else as many pages of A3 side by side as that
 * takes, with the columns that say whose row it is on each of them. What a sheet says of its own paper or pages stays.
 */
export function fitPrint(sheet: NewSheet): NewSheet {
  const { blocks, hidden } = sheet;
  const print = sheet.print ?? usualPrint(sheet);
  if (hidden === true || print.paper !== undefined || print.pagesWide !== undefined) return sheet;
  return { ...sheet, print: { ...print, ...paperFor(print, blocks) } };
}

/** The columns that are printed: the first one, and how wide each of them is. */
function printedColumns({ area }: SheetPrint, blocks: readonly SheetBlock[]) {
  const across = ({ values }: SheetBlock) => values.reduce((most, { length }) => Math.max(most, length), 0);
  const from = area?.column ?? 0;
  // A title runs over the cells beside it: one cell alone is no column.
  const tables = blocks.filter(({ values, row }) => values.length > 1 || across({ values, row, column: 0 }) > 1);
  const count = area?.columns ?? Math.max(1, ...tables.map((block) => block.column + across(block)));
  const widths = Array.from({ length: count }, () => USUAL_WIDTH);
  for (const block of blocks)
    if (block.format?.columnWidth !== undefined)
      for (let at = block.column; at < block.column + across(block); at++)
        if (at - from in widths) widths[at - from] = block.format.columnWidth;
  return { from, widths };
}

/** What of a page a sheet of that scale can fill. */
function roomOn(paper: keyof typeof PAPER, { landscape, margins }: SheetPrint): number {
  const side = landscape ? PAPER[paper].long : PAPER[paper].short;
  return (side - (margins.left + margins.right) * POINTS_PER_CENTIMETRE) / LEAST_SCALE / PLAY;
}

/** The points of rows that a page one page wide surely takes, whatever the font: at the largest scale that its columns can have. */
export function roomForRows(print: SheetPrint, width: number): number {
  const { long, short } = PAPER[width <= roomOn('A4', print) ? 'A4' : 'A3'];
  const { top, bottom, left, right } = print.margins;
  const [across, down] = print.landscape ? [long, short] : [short, long];
  const scale = Math.min(1, (across - (left + right) * POINTS_PER_CENTIMETRE) / width);
  return (down - (top + bottom) * POINTS_PER_CENTIMETRE) / scale;
}

function paperFor(
  print: SheetPrint,
  blocks: readonly SheetBlock[],
): Pick<SheetPrint, 'paper' | 'pagesWide' | 'titleColumns'> {
  const { from, widths } = printedColumns(print, blocks);
  const width = sum(widths);
  if (width <= roomOn('A4', print)) return {};
  const room = roomOn('A3', print);
  if (width <= room) return { paper: 'A3' };
  const named = namedColumn(print, blocks, from);
  const wanted = sum(widths.slice(0, named + 1)) <= room * MOST_REPEATED ? named + 1 : 0;
  const keys = named < 0 ? 0 : wanted;
  const repeated = sum(widths.slice(0, keys));
  const pagesWide = pagesFor(widths.slice(keys), room - repeated);
  return { paper: 'A3', pagesWide, ...(keys > 0 ? { titleColumns: { first: from, last: from + keys - 1 } } : {}) };
}

/** Whole columns to a page, one after the other. */
function pagesFor(widths: readonly number[], room: number): number {
  let [pages, used] = [1, 0];
  for (const width of widths) {
    if (used > 0 && used + width > room) [pages, used] = [pages + 1, 0];
    used += width;
  }
  return pages;
}

const NAMES = /名称|企业|方案|单位$/;

/** The first column from the left that is headed as a name; -1 where none of the first six is. */
function namedColumn({ titleRows }: SheetPrint, blocks: readonly SheetBlock[], from: number): number {
  if (!titleRows) return -1;
  const heads = blocks.flatMap(({ row, column, values }) =>
    values
      .filter((_, below) => row + below >= titleRows.first && row + below <= titleRows.last)
      .flatMap((line) => line.flatMap((cell, at) => (NAMES.test(String(cell)) ? [column + at - from] : []))),
  );
  const first = Math.min(...heads);
  return first < 6 ? first : -1;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
