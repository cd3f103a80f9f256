import { addressOf } from '../../book/address';
import { cellArea, intersect } from '../../book/area';
import type { Args } from '../wire/args';
import type { Handle } from '../wire/handle';
import { badArgument, notFound, refuse } from '../wire/hostError';
import { refuseShift, requireUnprotected, requireWritable } from './guard';
import { clip, rangeArgument } from './rangeAddress';
import { handle, type RangeThing } from './things';
import type { HostWorld } from './world';
import { MAX_COLUMNS, MAX_ROWS } from '../../../sheet/address';
import { bounding, type Area } from '../../../sheet/area';

type Methods = Record<string, (range: RangeThing, args: Args) => unknown>;

/** Calls on a range. */
export function rangeMethods(world: HostWorld): Methods {
  return {
    ...neighbours(),
    ...combinations(world),
    ...usedMethods(world),
    ...spillMethods(world),
    ...editMethods(world),
    _ValidateArraySize: ({ area }, args) => {
      if (args.number(0) !== area.rows || args.number(1) !== area.columns) badArgument('array size');
    },
  };
}

function within(range: RangeThing, area: Area): Handle {
  const outside =
    area.row < 0 || area.column < 0 || area.row + area.rows > MAX_ROWS || area.column + area.columns > MAX_COLUMNS;
  if (outside || area.rows < 1 || area.columns < 1) badArgument(`range ${addressOf(range.area)}`);
  return handle('Range', { sheetId: range.sheetId, area });
}

function neighbours(): Methods {
  const move = (change: (area: Area, args: Args) => Area) => (range: RangeThing, args: Args) =>
    within(range, change(range.area, args));
  return {
    GetCell: move((area, args) => cellArea(area.row + args.number(0), area.column + args.number(1))),
    GetRow: move((area, args) => ({ ...area, row: area.row + args.number(0), rows: 1 })),
    GetColumn: move((area, args) => ({ ...area, column: area.column + args.number(0), columns: 1 })),
    GetLastRow: move((area) => ({ ...area, row: area.row + area.rows - 1, rows: 1 })),
    GetLastColumn: move((area) => ({ ...area, column: area.column + area.columns - 1, columns: 1 })),
    GetLastCell: move((area) => cellArea(area.row + area.rows - 1, area.column + area.columns - 1)),
    GetEntireRow: move((area) => ({ ...area, column: 0, columns: MAX_COLUMNS })),
    GetEntireColumn: move((area) => ({ ...area, row: 0, rows: MAX_ROWS })),
    GetOffsetRange: move((area, args) => ({
      ...area,
      row: area.row + args.number(0),
      column: area.column + args.number(1),
    })),
    GetResizedRange: move((area, args) => ({
      ...area,
      rows: area.rows + args.number(0),
      columns: area.columns + args.number(1),
    })),
    GetAbsoluteResizedRange: move((area, args) => ({ ...area, rows: args.number(0), columns: args.number(1) })),
  };
}

function combinations({ book }: HostWorld): Methods {
  const other = (range: RangeThing, args: Args): Area => {
    const found = rangeArgument(book, args, { index: 0, sheetId: range.sheetId });
    return found.sheetId === range.sheetId ? found.area : badArgument('ranges of two sheets');
  };
  const shared = (range: RangeThing, args: Args): Handle | null => {
    const area = intersect(range.area, other(range, args));
    return area === null ? null : within(range, area);
  };
  return {
    GetBoundingRect: (range, args) => within(range, bounding(range.area, other(range, args))),
    GetIntersection: (range, args) => shared(range, args) ?? notFound(),
    GetIntersectionOrNullObject: shared,
  };
}

function usedMethods({ book }: HostWorld): Methods {
  const used = (range: RangeThing, args: Args): Area | null => {
    const all = book.reader.used(range.sheetId, args.flag(0));
    return all === null ? null : intersect(all, range.area);
  };
  const merged = (range: RangeThing): Handle | null => {
    const areas = book.layout.mergesIn(range.sheetId, clip(book, range));
    return areas.length === 0 ? null : handle('RangeAreas', { sheetId: range.sheetId, areas });
  };
  return {
    GetUsedRange: (range, args) => within(range, used(range, args) ?? cellArea(range.area.row, range.area.column)),
    GetUsedRangeOrNullObject: (range, args) => {
      const area = used(range, args);
      return area === null ? null : within(range, area);
    },
    GetMergedAreas: (range) => merged(range) ?? notFound(),
    GetMergedAreasOrNullObject: merged,
  };
}

function spillMethods({ book }: HostWorld): Methods {
  const parent = ({ sheetId, area }: RangeThing): Handle | null => {
    const spill = book.spills.at(sheetId, area);
    return spill === undefined ? null : handle('Range', { sheetId, area: cellArea(spill.row, spill.column) });
  };
  const target = ({ sheetId, area }: RangeThing): Handle | null => {
    const spill = book.spills.at(sheetId, area);
    const anchors = spill?.row === area.row && spill.column === area.column;
    return spill !== undefined && anchors ? handle('Range', { sheetId, area: spill.area }) : null;
  };
  return {
    GetSpillParent: (range) => parent(range) ?? notFound(),
    GetSpillParentOrNullObject: parent,
    GetSpillingToRange: (range) => target(range) ?? notFound(),
    GetSpillingToRangeOrNullObject: target,
  };
}

function editMethods({ book }: HostWorld): Methods {
  return {
    CopyFrom: (range, args) => {
      const source = rangeArgument(book, args, { index: 0, sheetId: range.sheetId });
      copyFormulas(book, range, { source, what: args.optionalText(1) ?? 'All' });
    },
    Clear: (range, args) => clear(book, range, args.optionalText(0) ?? 'All'),
    Select: (range) => void book.selection.select({ ...range, area: clip(book, range) }),
    Calculate: () => undefined,
    Merge: (range, args) => {
      requireUnprotected(book, range.sheetId);
      clearAllButFirst(book, range);
      book.layout.merge(range.sheetId, range.area, args.flag(0));
    },
    Unmerge: (range) => {
      requireUnprotected(book, range.sheetId);
      book.layout.unmerge(range.sheetId, range.area);
    },
    Insert: refuseShift,
    Delete: refuseShift,
    MoveTo: refuseShift,
    RemoveDuplicates: refuseShift,
  };
}

function clear(book: HostWorld['book'], range: RangeThing, what: string): void {
  const area = clip(book, range);
  if (what === 'Contents') requireWritable(book, { ...range, area });
  else requireUnprotected(book, range.sheetId);
  if (what === 'All' || what === 'Contents') {
    const blank = new Array<string>(area.columns).fill('');
    book.writer.values(range.sheetId, area, new Array<string[]>(area.rows).fill(blank));
  }
  if (what === 'All' || what === 'Formats') book.writer.clearStyles(range.sheetId, area);
  if (!['All', 'Contents', 'Formats'].includes(what)) refuse('NotImplemented', `Clear(${what})`);
}

interface Copied {
  readonly source: RangeThing;
  readonly what: string;
}

/** Formulas and values of a line over the lines below it: what the add-in asks; nothing else of copying is answered. */
function copyFormulas(book: HostWorld['book'], range: RangeThing, { source, what }: Copied): void {
  const isLine = source.area.rows === 1 && source.area.columns === range.area.columns;
  if (what !== 'Formulas' || !isLine || source.sheetId !== range.sheetId) refuse('NotImplemented', `CopyFrom(${what})`);
  requireWritable(book, range);
  const [line = []] = book.reader.formulas(source.sheetId, source.area);
  book.writer.fill(range.sheetId, { from: source.area, over: range.area }, line);
}

/** Excel keeps the first value of cells it merges; the others go. One that stands in the first cell stays as it is: entered again, text of digits would be a number. */
function clearAllButFirst(book: HostWorld['book'], { sheetId, area }: RangeThing): void {
  const values = book.reader.formulas(sheetId, area);
  const keep = values.flat().findIndex((value) => value !== '');
  if (keep < 0) return;
  const grid = values.map((row) => row.map((): string => ''));
  const first = keep === 0 ? null : (values.flat()[keep] ?? '');
  book.writer.values(
    sheetId,
    area,
    grid.map((row, r) => row.map((blank, c) => (r === 0 && c === 0 ? first : blank))),
  );
}
