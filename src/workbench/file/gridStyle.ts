import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IBorderData,
  type IStyleData,
  type Nullable,
} from '@univerjs/core';
import type { StyleModel } from '../../package/model';

type Side = keyof StyleModel['border'];

const BORDERS: Readonly<Record<string, BorderStyleTypes>> = {
  thin: BorderStyleTypes.THIN,
  hair: BorderStyleTypes.HAIR,
  dotted: BorderStyleTypes.DOTTED,
  dashed: BorderStyleTypes.DASHED,
  dashDot: BorderStyleTypes.DASH_DOT,
  dashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  double: BorderStyleTypes.DOUBLE,
  medium: BorderStyleTypes.MEDIUM,
  mediumDashed: BorderStyleTypes.MEDIUM_DASHED,
  mediumDashDot: BorderStyleTypes.MEDIUM_DASH_DOT,
  mediumDashDotDot: BorderStyleTypes.MEDIUM_DASH_DOT_DOT,
  slantDashDot: BorderStyleTypes.SLANT_DASH_DOT,
  thick: BorderStyleTypes.THICK,
};
const HORIZONTAL: Readonly<Record<string, HorizontalAlign>> = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
  justify: HorizontalAlign.JUSTIFIED,
  distributed: HorizontalAlign.DISTRIBUTED,
};
const VERTICAL: Readonly<Record<string, VerticalAlign>> = {
  top: VerticalAlign.TOP,
  center: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
};
const SIDES: readonly (readonly [Side, 'l' | 'r' | 't' | 'b'])[] = [
  ['left', 'l'],
  ['right', 'r'],
  ['top', 't'],
  ['bottom', 'b'],
];

/** The look of a cell as the grid draws it. */
export function gridStyle(model: StyleModel): IStyleData {
  return { ...gridFont(model.font), ...gridAlignment(model.alignment), ...gridRest(model) };
}

function gridFont(font: StyleModel['font']): IStyleData {
  return {
    ...(font.name === undefined ? {} : { ff: font.name }),
    ...(font.size === undefined ? {} : { fs: font.size }),
    ...(font.bold === true ? { bl: BooleanNumber.TRUE } : {}),
    ...(font.italic === true ? { it: BooleanNumber.TRUE } : {}),
    ...(font.underline === true ? { ul: { s: BooleanNumber.TRUE } } : {}),
    ...(font.color === undefined ? {} : { cl: { rgb: font.color } }),
  };
}

function gridAlignment({ horizontal, vertical, wrap }: StyleModel['alignment']): IStyleData {
  const ht = HORIZONTAL[horizontal ?? ''];
  const vt = VERTICAL[vertical ?? ''];
  return {
    ...(ht === undefined ? {} : { ht }),
    ...(vt === undefined ? {} : { vt }),
    ...(wrap === true ? { tb: WrapStrategy.WRAP } : {}),
  };
}

function gridRest({ fill, border, numberFormat }: StyleModel): IStyleData {
  const bd: IBorderData = {};
  for (const [side, key] of SIDES) {
    const line = border[side];
    const code = BORDERS[line?.style ?? ''];
    if (code !== undefined) bd[key] = { s: code, cl: { rgb: line?.color ?? '#000000' } };
  }
  return {
    ...(fill === undefined ? {} : { bg: { rgb: fill } }),
    ...(Object.keys(bd).length === 0 ? {} : { bd }),
    ...(numberFormat === 'General' ? {} : { n: { pattern: numberFormat } }),
  };
}

/** What the grid's look of a cell comes to in a file; where nothing is said, the default. */
export function fileStyle(style: Nullable<IStyleData>): StyleModel {
  return {
    font: fileFont(style ?? {}),
    ...(style?.bg?.rgb ? { fill: hexColor(style.bg.rgb) } : {}),
    border: fileBorder(style?.bd ?? {}),
    alignment: fileAlignment(style ?? {}),
    numberFormat: style?.n?.pattern ?? 'General',
  };
}

function fileFont({ ff, fs, bl, it, ul, cl }: IStyleData): StyleModel['font'] {
  return {
    ...(ff ? { name: ff } : {}),
    ...(fs ? { size: fs } : {}),
    ...(bl === BooleanNumber.TRUE ? { bold: true } : {}),
    ...(it === BooleanNumber.TRUE ? { italic: true } : {}),
    ...(ul?.s === BooleanNumber.TRUE ? { underline: true } : {}),
    ...(cl?.rgb ? { color: hexColor(cl.rgb) } : {}),
  };
}

function fileBorder(border: IBorderData): StyleModel['border'] {
  const sides: StyleModel['border'] = {};
  for (const [side, key] of SIDES) {
    const line = border[key];
    const name = Object.keys(BORDERS).find((known) => BORDERS[known] === line?.s);
    if (line && name !== undefined)
      sides[side] = { style: name, ...(line.cl.rgb ? { color: hexColor(line.cl.rgb) } : {}) };
  }
  return sides;
}

function fileAlignment({ ht, vt, tb }: IStyleData): StyleModel['alignment'] {
  const horizontal = Object.keys(HORIZONTAL).find((name) => HORIZONTAL[name] === ht);
  const vertical = Object.keys(VERTICAL).find((name) => VERTICAL[name] === vt);
  return {
    ...(horizontal === undefined ? {} : { horizontal }),
    ...(vertical === undefined ? {} : { vertical }),
    ...(tb === WrapStrategy.WRAP ? { wrap: true } : {}),
  };
}

/** "#RRGGBB" of the ways the grid writes colours: #rgb, #rrggbb, rgb(r,g,b). */
export function hexColor(color: string): string {
  const parts = /^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)/.exec(color);
  if (parts !== null)
    return `#${parts
      .slice(1, 4)
      .map((part) => Number(part).toString(16).padStart(2, '0'))
      .join('')}`.toUpperCase();
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(color);
  return (
    short === null
      ? color
      : `#${short
          .slice(1)
          .map((digit) => digit + digit)
          .join('')}`
  ).toUpperCase();
}

/** How a cell looks on the grid. */
export interface CurrentLook {
  readonly now: Nullable<IStyleData>;
  /** Absent: it is. */
  readonly locked?: boolean;
  /** The font of cells that have none of their own: name and size. */
  readonly standard?: StyleModel['font'];
}

function withFont(style: StyleModel, { name, size }: StyleModel['font']): StyleModel {
  const standard = { ...(name === undefined ? {} : { name }), ...(size === undefined ? {} : { size }) };
  return { ...style, font: { ...standard, ...style.font } };
}

/**
 * The style to save for a cell: the file's own, with only those parts replaced that differ on the grid, so that what
 * the grid cannot show (an indent, a diagonal) stays. Undefined where nothing differs.
 */
export function changedStyle(
  before: StyleModel | undefined,
  { now, locked = true, standard = {} }: CurrentLook,
): StyleModel | undefined {
  const shown = withFont(fileStyle(before === undefined ? null : gridStyle(before)), standard);
  const current = withFont(fileStyle(now), standard);
  const same = (part: keyof StyleModel): boolean => JSON.stringify(shown[part]) === JSON.stringify(current[part]);
  const parts = ['font', 'fill', 'border', 'alignment', 'numberFormat'] as const;
  const lock = locked === (before?.locked ?? true) ? {} : { locked };
  if (parts.every(same) && lock.locked === undefined) return undefined;
  if (before === undefined) return { ...current, ...lock };
  const kept = Object.fromEntries(parts.filter(same).map((part) => [part, before[part]]));
  const fill = same('fill') ? before.fill : current.fill;
  const { fill: _, ...rest } = { ...current, ...kept };
  return { ...rest, ...(fill === undefined ? {} : { fill }), ...lock };
}
