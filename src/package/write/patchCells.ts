import { eachRow, type Steps } from '../../steps/steps';
import type { CellChange } from '../model';
import type { RowPlace, SheetLayout } from '../read/sheetLayout';
import { appendInside, placeInOrder, WORKSHEET_ORDER } from '../xml/insertElement';
import type { Splice } from '../xml/splice';
import { setAttributes } from '../xml/tagAttributes';
import { childOf, prefixOf } from '../xml/xmlElement';

/** Cells to write by row and column. */
export type CellChanges = ReadonlyMap<number, ReadonlyMap<number, CellChange>>;

/** Gives the text of a changed cell; `row` is the row it lies in, if the sheet has it. "" writes nothing. */
export type WriteCell = (place: {
  readonly row: number;
  readonly column: number;
  readonly change: CellChange;
  readonly rowPlace: RowPlace | undefined;
  readonly existing: boolean;
}) => string;

interface Target {
  readonly xml: string;
  readonly layout: SheetLayout;
  readonly write: WriteCell;
  /** New heights of rows, in points. */
  readonly heights?: ReadonlyMap<number, number>;
}

/** The splices that put changed cells into a sheet's text; all between them keeps its bytes. */
export function* patchCells(target: Target, changes: CellChanges): Steps<Splice[]> {
  const { layout, heights = new Map<number, number>() } = target;
  const splices: Splice[] = [];
  const newRows: { at: number | undefined; text: string }[] = [];
  const places = [...layout.rows].sort((a, b) => a.row - b.row);
  let at = 0;
  const rows = [...new Set([...changes.keys(), ...heights.keys()])].sort((a, b) => a - b);
  yield* eachRow(rows, (row) => {
    const cells = changes.get(row) ?? new Map<number, CellChange>();
    while ((places[at]?.row ?? Infinity) < row) at++;
    const place = places[at];
    if (place?.row === row) splices.push(...patchRow(target, place, cells));
    else newRows.push({ at: place?.start, text: newRow(target, row, cells) });
  });
  return [...placeRows(layout, newRows), ...splices];
}

function sorted<Value>(map: ReadonlyMap<number, Value>): [number, Value][] {
  return [...map].sort(([a], [b]) => a - b);
}

function newRow({ layout, write, heights }: Target, row: number, cells: ReadonlyMap<number, CellChange>): string {
  const prefix = prefixOf(layout.root.name);
  const texts = sorted(cells).map(([column, change]) =>
    write({ row, column, change, rowPlace: undefined, existing: false }),
  );
  const inner = texts.join('');
  const height = heights?.get(row);
  if (inner === '' && height === undefined) return '';
  const size = height === undefined ? '' : ` ht="${String(height)}" customHeight="1"`;
  return `<${prefix}row r="${String(row + 1)}"${size}>${inner}</${prefix}row>`;
}

/** New rows stand before the next row there is, or at the end of the cells. */
function placeRows({ root }: SheetLayout, rows: readonly { at: number | undefined; text: string }[]): Splice[] {
  const before = rows.flatMap(({ at, text }) => (at === undefined ? [] : [{ start: at, end: at, text }]));
  const last = rows.filter(({ at }) => at === undefined).map(({ text }) => text);
  const inner = last.join('');
  if (inner === '') return before;
  const data = childOf(root, 'sheetData');
  if (data) return [...before, appendInside(data, inner)];
  const start = placeInOrder(root, 'sheetData', WORKSHEET_ORDER);
  const name = `${prefixOf(root.name)}sheetData`;
  return [...before, { start, end: start, text: `<${name}>${inner}</${name}>` }];
}

function patchRow(target: Target, place: RowPlace, changes: ReadonlyMap<number, CellChange>): Splice[] {
  const { layout, write, xml } = target;
  const cells = cellsOf(layout, place);
  const splices: Splice[] = [];
  const added: { column: number; at: number | undefined; text: string }[] = [];
  let next = 0;
  for (const [column, change] of sorted(changes)) {
    while ((cells[next]?.column ?? Infinity) < column) next++;
    const cell = cells[next];
    const existing = cell?.column === column;
    const text = write({ row: place.row, column, change, rowPlace: place, existing });
    if (existing) splices.push({ start: cell.start, end: cell.end, text });
    else if (text !== '') added.push({ column, at: cell?.start, text });
  }
  return [...rowTag(target, place, added.length > 0), ...addCells(xml, place, added), ...splices];
}

/** The row's new height; the optional hint of which columns it uses would be wrong once a cell is added. */
function rowTag({ xml, heights }: Target, place: RowPlace, grown: boolean): Splice[] {
  const height = heights?.get(place.row);
  const tag = { ...place, name: rowName(xml, place) };
  return setAttributes(xml, tag, {
    ...(grown ? { spans: undefined } : {}),
    ...(height === undefined ? {} : { ht: String(height), customHeight: '1' }),
  });
}

function cellsOf({ cells }: SheetLayout, place: RowPlace): { column: number; start: number; end: number }[] {
  return Array.from({ length: place.cellCount }, (_, i) => place.firstCell + i)
    .map((cell) => ({ column: cells.column(cell), start: cells.start(cell), end: cells.end(cell) }))
    .sort((a, b) => a.column - b.column);
}

function addCells(
  xml: string,
  place: RowPlace,
  added: readonly { column: number; at: number | undefined; text: string }[],
): Splice[] {
  const last = added.filter(({ at }) => at === undefined).map(({ text }) => text);
  const splices = added.flatMap(({ at, text }): Splice[] => (at === undefined ? [] : [{ start: at, end: at, text }]));
  if (last.length > 0) splices.push(appendInside({ ...place, name: rowName(xml, place) }, last.join('')));
  return splices;
}

function rowName(xml: string, { start }: RowPlace): string {
  return /^<([^\s/>]+)/.exec(xml.slice(start, start + 64))?.[1] ?? 'row';
}
