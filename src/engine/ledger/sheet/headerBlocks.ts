import { cellText, isBlank, isMissingMark, type Cell } from '../cell';
import { readNumber } from '../number';
import { headerOf } from '../words/header';
import { columnsIn, filledIn, isText, isYear, mergeAt, seenAt, type CellGrid } from './grid';
import { areCompanies, GROUP_NUMBER, headerness, isDatabaseNames, isNumbering, isSpaced } from './headerness';

/** Rows and columns of a sheet that are names of columns; `from` and `to` are columns. */
export interface HeaderBlock {
  readonly top: number;
  readonly bottom: number;
  readonly from: number;
  readonly to: number;
}

const MOST_ROWS = 6;
const MOST_PARENTS = 3;
/** Longest text of a part below a wide name, and of a group above names. */
const LONGEST = { part: 20, group: 25 } as const;

/**
 * The header blocks of a sheet. A block begins at a row of several names without numbers, grows down over what merges, wide
 * cells, units, years and numbers of columns say belongs to it, and up over names of groups. It must stand over numbers:
 * a row of words in the body passes every test of words.
 */
export function headerBlocks(grid: CellGrid): HeaderBlock[] {
  const blocks: HeaderBlock[] = [];
  for (let row = 0; row < grid.cells.length; row++) {
    if (!isHeaderRow(grid.cells[row] ?? [])) continue;
    const bottom = bottomOf(grid, row);
    const top = topOf(grid, row, blocks);
    const used = columnsIn(grid, top, bottom);
    const [from, to] = [used[0], used.at(-1)];
    if (from === undefined || to === undefined || used.length < 2 || !standsOverNumbers(grid, bottom, used)) continue;
    blocks.push({ top, bottom, from, to });
    row = bottom;
  }
  return blocks;
}

/** Among so many names of columns, this part of the row, one may end as companies' names do: 集团(控股方), 母公司. */
const MANY = { words: 4, part: 0.5 };

/** Several names, no number, nothing that stands in columns. */
export function isHeaderRow(row: readonly Cell[]): boolean {
  let [sum, count, words, companies, likely] = [0, 0, 0, 0, 0];
  let isNamed = false;
  for (const cell of row) {
    if (isBlank(cell)) continue;
    if (typeof cell === 'number' && !isYear(cell)) return false;
    const score = headerness(cell);
    count++;
    if (score <= -3) companies++;
    else sum += score;
    if (score > 0) likely++;
    if (score < 1) continue;
    words++;
    isNamed ||= isText(cell) && headerOf(cell).name !== '';
  }
  if (companies > 1 || (companies === 1 && (words < MANY.words || likely < MANY.part * count))) return false;
  return isNamed && count >= 2 && words >= 2 && sum >= 2 && sum / count >= 0.5;
}

function bottomOf(grid: CellGrid, row: number): number {
  let bottom = byMerges(grid, row);
  while (bottom - row < MOST_ROWS - 1 && goesOn(grid, row, bottom))
    bottom = Math.max(bottom + 1, byMerges(grid, bottom + 1));
  return bottom;
}

/** Merges that reach down from a header row say how high the header is. */
function byMerges(grid: CellGrid, row: number): number {
  let bottom = row;
  for (const area of grid.merges) {
    const reaches = area.row <= row && area.row + area.rows > row && area.rows > 1 && area.rows <= MOST_ROWS;
    if (reaches && isText(grid.cells[area.row]?.[area.column])) bottom = Math.max(bottom, area.row + area.rows - 1);
  }
  return bottom;
}

/** Whether the row below still belongs to the header. */
function goesOn(grid: CellGrid, top: number, bottom: number): boolean {
  const below = grid.cells[bottom + 1] ?? [];
  const filled = filledIn(below);
  if (filled.length === 0) return false;
  if (isNumbering(below)) return true;
  const isOfData = (column: number) => {
    const cell = below[column];
    return !isYear(cell) && (typeof cell === 'number' || headerness(cell) <= -2);
  };
  if (filled.some(isOfData) || isGroup(below, filled) || isRepeated(grid, top, below, filled)) return false;
  if (isHeaderRow(below) || isTranslation(grid, top, bottom)) return true;
  if (isUnitRow(below, inFirstRun(grid, top, bottom, filled))) return true;
  if (isDatabaseNames(below) && filled.every((column) => !isBlank(seenAt(grid, bottom, column)))) return true;
  return filled.every((column) => isPart(grid, bottom, column));
}

/** 一 | 甘霖镇: the first group of the list; 一, 二, 三 and 四 may be quarters. */
function isGroup(row: readonly Cell[], filled: readonly number[]): boolean {
  const [first, ...others] = filled.map((column) => GROUP_NUMBER.test(cellText(row[column])));
  return first === true && !others.includes(true);
}

/** The columns that belong to the first run of names without a gap: a note beside the table is none of its units. */
function inFirstRun(grid: CellGrid, top: number, bottom: number, filled: readonly number[]): readonly number[] {
  const named = columnsIn(grid, top, bottom);
  const gap = named.findIndex((column, at) => at > 1 && column > (named[at - 1] ?? 0) + 1);
  const inRun = gap < 0 ? filled : filled.filter((column) => column < (named[gap] ?? 0));
  return inRun.length === 0 ? filled : inRun;
}

const CHINESE = /[\u4e00-\u9fff]/;

/** The same names in another language: a whole row of words, also over the numbers, that is nobody's. */
export function isTranslation(grid: CellGrid, top: number, bottom: number): boolean {
  const below = grid.cells[bottom + 1] ?? [];
  const named = columnsIn(grid, top, bottom);
  if (named.length < 3 || !named.every((column) => isText(below[column]) && headerness(below[column]) > -1))
    return false;
  const isOwn = new Set(named.map((column) => seenAt(grid, bottom, column))).size === named.length;
  const isInOtherLetters = named.every((column) => !CHINESE.test(String(below[column])));
  const isBelowChinese = named.every((column) => CHINESE.test(String(seenAt(grid, top, column))));
  if (!isOwn || (isHeaderRow(below) && !(isInOtherLetters && isBelowChinese))) return false;
  const isOverNumbers = (column: number) => holdsNumbers(grid, bottom + 1, column);
  return named.filter(isOverNumbers).length >= 2 && new Set(named.map((column) => below[column])).size === named.length;
}

function isRepeated(grid: CellGrid, top: number, below: readonly Cell[], filled: readonly number[]): boolean {
  const same = (column: number) =>
    isText(below[column]) && headerOf(below[column]).text === headerOf(seenAt(grid, top, column)).text;
  return filled.length >= 2 && filled.every(same);
}

/** Nothing but units; of a column without one a dash may say so. */
function isUnitRow(row: readonly Cell[], columns: readonly number[]): boolean {
  const said = columns.filter((column) => !isMissingMark(cellText(row[column])));
  return (said.length === columns.length || said.length >= 2) && said.every((column) => isUnit(row[column]));
}

function isUnit(cell: Cell): boolean {
  const header = headerOf(cell);
  return header.name === '' && header.unit !== undefined;
}

/** A part lies under a cell that is wider than one column, or to the right of one whose own place is blank; a year, beside years. */
function isPart(grid: CellGrid, bottom: number, column: number): boolean {
  const below = grid.cells[bottom + 1] ?? [];
  const cell = below[column];
  if (!(isText(cell) || isYear(cell)) || String(cell).length > LONGEST.part) return false;
  const beside = isYear(cell) && isYear(below[column - 1]);
  return beside || liesUnderWide(grid, bottom, column);
}

function liesUnderWide(grid: CellGrid, bottom: number, column: number): boolean {
  const area = mergeAt(grid, bottom, column);
  if (area) return area.columns > 1;
  const above = grid.cells[bottom] ?? [];
  if (isBlank(above[column])) return above.slice(0, column).some((cell) => !isBlank(cell));
  return isBlank(above[column + 1]) && !isBlank(grid.cells[bottom + 1]?.[column + 1]);
}

function topOf(grid: CellGrid, row: number, blocks: readonly HeaderBlock[]): number {
  let top = row;
  const isFree = (at: number) => !blocks.some(({ bottom }) => bottom >= at);
  while (top > 0 && row - top < MOST_PARENTS && isFree(top - 1) && isParentRow(grid, top - 1, top)) top--;
  return top;
}

/** The row above names groups: several short texts, some over more than one column. */
function isParentRow(grid: CellGrid, row: number, below: number): boolean {
  const cells = grid.cells[row] ?? [];
  const filled = filledIn(cells);
  const isGroup = (column: number) => {
    const cell = cells[column];
    return (isText(cell) || isYear(cell)) && headerness(cell) > -2 && String(cell).length <= LONGEST.group;
  };
  const [first] = filled;
  if (first === undefined || !filled.every(isGroup)) return false;
  const widths = filled.map((column) => mergeAt(grid, row, column)?.columns ?? 1);
  const used = columnsIn(grid, below, below);
  if (filled.length === 1) {
    const width = widths[0] ?? 1;
    return width > 1 && width < used.length * 0.7 && first > (used[0] ?? 0);
  }
  const isSpread = filled.every((column, index) => (filled[index + 1] ?? column + 2) - column > 1);
  // Names that stand only here: their columns have nothing in the row below.
  const standsAlone = filled.some((column) => isBlank(seenAt(grid, below, column)) && headerness(cells[column]) >= 0.5);
  return widths.some((width) => width > 1) || isSpread || standsAlone;
}

/** The change of type: some name stands over numbers or over names of companies, and rows follow that are no headers. */
function standsOverNumbers(grid: CellGrid, bottom: number, used: readonly number[]): boolean {
  const isNamed = (column: number) => [0, 1, 2, 3, 4].some((up) => headerness(seenAt(grid, bottom - up, column)) >= 1);
  const isOverBody = (column: number) => holdsNumbers(grid, bottom, column) || holdsCompanies(grid, bottom, column);
  if (!used.some((column) => isNamed(column) && isOverBody(column))) return false;
  let looked = 0;
  for (let row = bottom + 1; row < grid.cells.length && looked < 4; row++) {
    const cells = grid.cells[row] ?? [];
    const filled = used.filter((column) => !isBlank(cells[column]));
    if (filled.length === 0) continue;
    looked++;
    if (filled.length >= 2 && !isHeaderRow(cells)) return true;
  }
  return false;
}

const LOOKED = 12;

/** 企业名称 | 等级 holds no number anywhere, and is a list all the same. */
function holdsCompanies(grid: CellGrid, bottom: number, column: number): boolean {
  return areCompanies(grid.cells.slice(bottom + 1, bottom + 1 + LOOKED).map((row) => row[column]));
}

function holdsNumbers(grid: CellGrid, bottom: number, column: number): boolean {
  let [numbers, texts] = [0, 0];
  for (let row = bottom + 1; row < grid.cells.length && numbers + texts < LOOKED; row++) {
    const cell = grid.cells[row]?.[column];
    if (isBlank(cell)) continue;
    const kinds = (['area', 'money'] as const).map((dimension) => readNumber(cell, undefined, dimension).kind);
    if (kinds.includes('value') || isSpaced(cell)) numbers++;
    else if (!kinds.includes('missing')) texts++;
  }
  return numbers > texts;
}
