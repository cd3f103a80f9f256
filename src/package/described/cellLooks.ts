import type { StyleModel } from '../model';
import type { SheetFormat } from '../../sheet/sheet';

/** Cells of one look share one style, which is worked out once. */
export class Looks {
  private readonly made = new Map<StyleModel, Map<Partial<StyleModel>, StyleModel>>();

  over(base: StyleModel, look: Partial<StyleModel>): StyleModel {
    const known = this.made.get(base) ?? new Map<Partial<StyleModel>, StyleModel>();
    this.made.set(base, known);
    const style = known.get(look) ?? mergedStyle(base, look);
    known.set(look, style);
    return style;
  }
}

/** What a format says of a cell's own look. */
export function cellLook(format: SheetFormat): Partial<StyleModel> {
  const { bold, fontName, fontSize, fontColor, wrap, horizontal, vertical } = format;
  const line = { style: 'thin', color: '#000000' };
  return {
    font: {
      ...(bold === undefined ? {} : { bold }),
      ...(fontName === undefined ? {} : { name: fontName }),
      ...(fontSize === undefined ? {} : { size: fontSize }),
      ...(fontColor === undefined ? {} : { color: fontColor }),
    },
    alignment: {
      ...(wrap === undefined ? {} : { wrap }),
      ...(horizontal === undefined ? {} : { horizontal: horizontal.toLowerCase() }),
      ...(vertical === undefined ? {} : { vertical: vertical.toLowerCase() }),
    },
    ...(format.fill === undefined ? {} : { fill: format.fill }),
    ...(format.border === true ? { border: { left: line, right: line, top: line, bottom: line } } : {}),
    ...(format.numberFormat === undefined ? {} : { numberFormat: format.numberFormat }),
    ...(format.locked === undefined ? {} : { locked: format.locked }),
  };
}

function mergedStyle(base: StyleModel, look: Partial<StyleModel>): StyleModel {
  return {
    ...base,
    ...look,
    font: { ...base.font, ...look.font },
    alignment: { ...base.alignment, ...look.alignment },
  };
}
