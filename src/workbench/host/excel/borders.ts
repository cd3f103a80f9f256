import { BorderStyleTypes, type IBorderData, type IBorderStyleData } from '@univerjs/core';
import type { Handle } from '../wire/handle';
import { badArgument, refuse } from '../wire/hostError';
import { cssColor } from './color';
import { requireUnprotected } from './guard';
import { clip } from './rangeAddress';
import { handle, type BorderSide, type BorderThing, type RangeThing } from './things';
import type { Definitions, HostWorld } from './world';
import type { Area } from '../../../sheet/area';

const SIDES: readonly BorderSide[] = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideHorizontal',
  'InsideVertical',
];

/** Line style and weight of Office, together one style of the grid. */
const STYLES: readonly (readonly [style: string, weight: string, code: BorderStyleTypes])[] = [
  ['Continuous', 'Thin', BorderStyleTypes.THIN],
  ['Continuous', 'Hairline', BorderStyleTypes.HAIR],
  ['Continuous', 'Medium', BorderStyleTypes.MEDIUM],
  ['Continuous', 'Thick', BorderStyleTypes.THICK],
  ['Dash', 'Thin', BorderStyleTypes.DASHED],
  ['Dash', 'Medium', BorderStyleTypes.MEDIUM_DASHED],
  ['DashDot', 'Thin', BorderStyleTypes.DASH_DOT],
  ['DashDot', 'Medium', BorderStyleTypes.MEDIUM_DASH_DOT],
  ['DashDotDot', 'Thin', BorderStyleTypes.DASH_DOT_DOT],
  ['DashDotDot', 'Medium', BorderStyleTypes.MEDIUM_DASH_DOT_DOT],
  ['Dot', 'Thin', BorderStyleTypes.DOTTED],
  ['Double', 'Thick', BorderStyleTypes.DOUBLE],
  ['SlantDashDot', 'Medium', BorderStyleTypes.SLANT_DASH_DOT],
];

interface Line {
  readonly style: string;
  readonly weight: string;
  readonly color: string;
}

const NO_LINE: Line = { style: 'None', weight: 'Thin', color: '#000000' };

/** The borders of a range: its four edges and the lines inside it. Diagonals are not implemented. */
export function borderTypes(world: HostWorld): Definitions {
  const item = (range: RangeThing, name: unknown): Handle => {
    const side = SIDES.find((known) => known === name);
    if (side !== undefined) return handle('RangeBorder', { range, side });
    return refuse('NotImplemented', `Border ${String(name)} is not implemented by this host.`);
  };
  return {
    RangeBorderCollection: {
      properties: { Count: () => SIDES.length },
      items: (range) => SIDES.map((side) => handle('RangeBorder', { range, side })),
      index: (range, args) => item(range, args.raw(0)),
      methods: {
        GetItem: (range, args) => item(range, args.raw(0)),
        GetItemAt: (range, args) => item(range, SIDES[args.number(0)]),
      },
    },
    RangeBorder: {
      properties: {
        SideIndex: ({ side }) => side,
        Style: (border) => lineOf(world, border).style,
        Weight: (border) => lineOf(world, border).weight,
        Color: (border) => lineOf(world, border).color,
      },
      setters: {
        Style: (border, value) => draw(world, border, withStyle(lineOf(world, border), value)),
        Weight: (border, value) => draw(world, border, { ...visible(lineOf(world, border)), weight: text(value) }),
        Color: (border, value) => draw(world, border, { ...visible(lineOf(world, border)), color: cssColor(value) }),
      },
    },
  };
}

function withStyle(line: Line, value: unknown): Line {
  const style = text(value);
  return style === 'Double' ? { ...line, style, weight: 'Thick' } : { ...line, style };
}

/** A colour or a weight makes a line appear where there was none. */
function visible(line: Line): Line {
  return line.style === 'None' ? { ...line, style: 'Continuous' } : line;
}

function lineOf({ book }: HostWorld, { range, side }: BorderThing): Line {
  const area = clip(book, range);
  const [first] = edges(area, side);
  if (first === undefined) return NO_LINE;
  const border = book.writer.styleAt(range.sheetId, first.area.row, first.area.column)?.bd?.[first.key];
  const found = STYLES.find(([, , code]) => code === border?.s);
  if (!border || found === undefined) return NO_LINE;
  return { style: found[0], weight: found[1], color: (border.cl.rgb ?? '#000000').toUpperCase() };
}

function draw({ book }: HostWorld, { range, side }: BorderThing, line: Line): void {
  requireUnprotected(book, range.sheetId);
  const data = borderData(line);
  for (const { area, key } of edges(clip(book, range), side)) {
    book.writer.styles(range.sheetId, area, () => ({ bd: { [key]: data } }));
  }
}

function borderData({ style, weight, color }: Line): IBorderStyleData | null {
  if (style === 'None') return null;
  const exact = STYLES.find(([name, thickness]) => name === style && thickness === weight);
  const found = exact ?? STYLES.find(([name]) => name === style) ?? badArgument(`border style ${style}`);
  return { s: found[2], cl: { rgb: color } };
}

type SideKey = keyof Pick<IBorderData, 't' | 'b' | 'l' | 'r'>;

/** Which cells carry the line, and on which of their sides; inner lines lie on the cells above or left of them. */
function edges(area: Area, side: BorderSide): { readonly area: Area; readonly key: SideKey }[] {
  const lastRow = area.row + area.rows - 1;
  const lastColumn = area.column + area.columns - 1;
  switch (side) {
    case 'EdgeTop':
      return [{ area: { ...area, rows: 1 }, key: 't' }];
    case 'EdgeBottom':
      return [{ area: { ...area, row: lastRow, rows: 1 }, key: 'b' }];
    case 'EdgeLeft':
      return [{ area: { ...area, columns: 1 }, key: 'l' }];
    case 'EdgeRight':
      return [{ area: { ...area, column: lastColumn, columns: 1 }, key: 'r' }];
    case 'InsideHorizontal':
      return area.rows > 1 ? [{ area: { ...area, rows: area.rows - 1 }, key: 'b' }] : [];
    case 'InsideVertical':
      return area.columns > 1 ? [{ area: { ...area, columns: area.columns - 1 }, key: 'r' }] : [];
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : badArgument('border');
}
