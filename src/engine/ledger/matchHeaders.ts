import type { Cell, Rows } from './cell';
import type { ColumnInfo } from './columns/columnInfo';
import { columnInfos, type ColumnsGiven } from './columns/info';
import type { ColumnMatch, Doubt, HeaderMatch } from './columns/match';
import { plainMatch } from './columns/named';
import { BY_EVIDENCE, placeAmounts, placeName, placeOthers } from './columns/placed';
import { FIELDS } from './fields';
import { plainText } from './normalise';
import { columnTexts } from './sheet/headerPaths';
import { gridOf } from './sheet/grid';
import type { Kind } from './words/kinds';

export type { ColumnMatch, Doubt, HeaderMatch, SignedColumn } from './columns/match';

/**
 * Understands header rows by themselves, as a formula gives them. Blanks in upper rows continue to the right, the bottom row's
 * do not; a blank header cell arrives as '', null or 0. `sample` are rows below them, whose cells and sums speak too.
 */
export function matchHeaders(headers: Rows, sample: Rows = []): HeaderMatch {
  return understandColumns({ texts: headerPaths(headers), sample, zeroIsBlank: true }, headers);
}

/** For each column of some header rows, its texts from top to bottom, without blanks and repetitions. */
export function headerPaths(headers: Rows): (readonly string[])[] {
  const width = headers.reduce((most, row) => Math.max(most, row.length), 0);
  if (width === 0) return [];
  const texts = columnTexts(gridOf({ cells: headers }), { top: 0, bottom: headers.length - 1 }, 0, width - 1);
  // A column that only lies under a neighbour's group has no name of its own.
  return texts.map((column) => (headers.every((row) => textOf(row[column.at]) === '') ? [] : column.texts));
}

function isNothing(cell: Cell): boolean {
  return cell === '' || cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** 动态更新, 滚动调整: what says of itself that it is never closed. */
const RUNNING = /(?:动态|实时|滚动|适时|持续|随时|定期|按月|每月|逐月)(?:更新|维护|调整|管理|填报|登记)/;

/** Understands columns by their texts and by what stands below them; `rows` are the header rows as the sheet has them. */
export function understandColumns(given: ColumnsGiven, rows: Rows): HeaderMatch {
  const infos = columnInfos(given);
  const columns = infos.map(plainMatch);
  const byField = new Map<string, ColumnMatch>();
  const doubts: Doubt[] = [];
  const { sample, title } = given;
  const found = {
    infos,
    columns,
    byField,
    doubts,
    rows: sample.length,
    isDated: given.isUndated !== true,
    isRunning: [title, ...(given.notes ?? [])].some((text) => RUNNING.test(text ?? '')),
    ...(title === undefined ? {} : { title }),
  };
  placeName(found, sample);
  placeAmounts(found);
  placeOthers(found);
  const kept = columns.map((match) => (match && !isOpen(match, byField, doubts) ? match : undefined));
  const inOrder = FIELDS.flatMap(({ id }) => {
    const match = byField.get(id);
    return match ? [[id, match] as const] : [];
  });
  return {
    columns: kept,
    byField: new Map(inOrder),
    doubts,
    apart: setApart(infos, byField, doubts),
    texts: infos.map(({ path, bottom }) => (path.length === 0 ? '' : bottom)),
    units: infos.map(({ path, shown }) => path.findLast(({ unit }) => unit)?.unit ?? shown),
    shown: infos.map(({ shown }) => shown),
    rows: rows.map((row) => infos.map((_, column) => plainText(textOf(row[column])))),
  };
}

function textOf(cell: Cell): string {
  return cell === 0 || isNothing(cell) ? '' : String(cell).trim();
}

/** A column that may yet be the tax, the land or the name is nothing else until that is decided, unless it has a name of its own. */
function isOpen(
  { column, confidence }: ColumnMatch,
  byField: ReadonlyMap<string, ColumnMatch>,
  doubts: readonly Doubt[],
): boolean {
  if (confidence === 'exact') return false;
  const isTaken = [...byField.values()].some((match) => match.column === column);
  return (
    !isTaken &&
    doubts.some((doubt) => BY_EVIDENCE.has(doubt.field.id) && doubt.columns.some((match) => match.column === column))
  );
}

function setApart(
  infos: readonly ColumnInfo[],
  byField: ReadonlyMap<string, ColumnMatch>,
  doubts: readonly Doubt[],
): Map<number, Kind> {
  const used = new Set(
    [...byField.values(), ...doubts.flatMap(({ columns }) => columns)].flatMap(({ column, plus = [] }) => [
      column,
      ...plus.map((part) => part.column),
    ]),
  );
  const isAmount = ({ family, column }: ColumnInfo) => (family === 'tax' || family === 'area') && !used.has(column);
  return new Map(infos.filter(isAmount).map(({ column, kind }) => [column, kind]));
}
