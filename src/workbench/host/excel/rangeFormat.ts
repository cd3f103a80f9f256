import { HorizontalAlign, VerticalAlign, WrapStrategy, type IStyleData, type Nullable } from '@univerjs/core';
import { autofitColumns, autofitRows } from '../../book/autofit';
import { badArgument } from '../wire/hostError';
import { requireUnprotected } from './guard';
import { clip } from './rangeAddress';
import { handle, type RangeThing } from './things';
import { uniform } from './uniform';
import type { Definitions, HostWorld } from './world';

const PIXELS_PER_POINT = 4 / 3;

const HORIZONTAL: Readonly<Record<string, HorizontalAlign>> = {
  General: HorizontalAlign.UNSPECIFIED,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Justify: HorizontalAlign.JUSTIFIED,
  Distributed: HorizontalAlign.DISTRIBUTED,
};
const VERTICAL: Readonly<Record<string, VerticalAlign>> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
};

/** Alignment, sizes and the way to fill, font and borders. Sizes are in points. */
export function rangeFormatTypes(world: HostWorld): Definitions {
  const { layout } = world.book;
  return {
    RangeFormat: {
      properties: {
        HorizontalAlignment: (range) => common(world, range, (style) => nameOf(HORIZONTAL, style?.ht) ?? 'General'),
        VerticalAlignment: (range) => common(world, range, (style) => nameOf(VERTICAL, style?.vt) ?? 'Bottom'),
        WrapText: (range) => common(world, range, (style) => style?.tb === WrapStrategy.WRAP),
        ColumnWidth: (range) =>
          uniform(columnsOf(world, range).map((c) => points(layout.columnWidth(range.sheetId, c)))),
        RowHeight: (range) => uniform(rowsOf(world, range).map((r) => points(layout.rowHeight(range.sheetId, r)))),
      },
      setters: {
        HorizontalAlignment: (range, value) => putStyle(world, range, { ht: codeOf(HORIZONTAL, value) || null }),
        VerticalAlignment: (range, value) => putStyle(world, range, { vt: codeOf(VERTICAL, value) }),
        WrapText: (range, value) => putStyle(world, range, { tb: value === true ? WrapStrategy.WRAP : null }),
        ColumnWidth: (range, value) => layout.setColumnWidth(range.sheetId, clip(world.book, range), pixels(value)),
        RowHeight: (range, value) => layout.setRowHeight(range.sheetId, clip(world.book, range), pixels(value)),
      },
      navigation: {
        Fill: (range) => handle('RangeFill', range),
        Font: (range) => handle('RangeFont', range),
        Protection: (range) => handle('FormatProtection', range),
        Borders: (range) => handle('RangeBorderCollection', range),
      },
      methods: {
        AutofitColumns: (range) => autofitColumns(world.book, range.sheetId, clip(world.book, range)),
        AutofitRows: (range) => autofitRows(world.book, range.sheetId, clip(world.book, range)),
      },
    },
  };
}

/** Whether cells may be typed into while their sheet is protected. */
export function formatProtectionTypes({ book }: HostWorld): Definitions {
  return {
    FormatProtection: {
      properties: { Locked: (range) => book.locks.state(range.sheetId, clip(book, range)) },
      setters: {
        Locked: (range, value) => {
          requireUnprotected(book, range.sheetId);
          const locked = typeof value === 'boolean' ? value : badArgument('locked');
          book.locks.set(range.sheetId, clip(book, range), locked);
        },
      },
    },
  };
}

/** Reads something of every cell's style: the value they share, or null where they differ. */
export function common<T>(world: HostWorld, range: RangeThing, read: (style: IStyleData | undefined) => T): T | null {
  const { book } = world;
  book.context.flush();
  return uniform(book.reader.styles(range.sheetId, clip(book, range)).flat().map(read));
}

/** Gives every cell of the range a part of a style. */
export function putStyle(world: HostWorld, range: RangeThing, part: Partial<IStyleData>): void {
  requireUnprotected(world.book, range.sheetId);
  world.book.writer.styles(range.sheetId, clip(world.book, range), () => part);
}

function columnsOf({ book }: HostWorld, range: RangeThing): number[] {
  const area = clip(book, range);
  return Array.from({ length: area.columns }, (_, index) => area.column + index);
}

function rowsOf({ book }: HostWorld, range: RangeThing): number[] {
  const area = clip(book, range);
  return Array.from({ length: area.rows }, (_, index) => area.row + index);
}

function nameOf(table: Readonly<Record<string, number>>, code: Nullable<number>): string | undefined {
  return Object.keys(table).find((name) => table[name] === code);
}

function codeOf<T>(table: Readonly<Record<string, T>>, value: unknown): T {
  const code = typeof value === 'string' && Object.hasOwn(table, value) ? table[value] : undefined;
  return code ?? badArgument(`alignment ${String(value)}`);
}

function points(value: number): number {
  return Math.round((value / PIXELS_PER_POINT) * 100) / 100;
}

function pixels(value: unknown): number {
  return typeof value === 'number' && value >= 0 ? value * PIXELS_PER_POINT : badArgument('size');
}
