import type { StyleModel } from '../model';
import { childOf, countOf, flagOf, type XmlElement } from '../xml/xmlElement';
import { readColour, type Palette } from './colours';
import { readNumberFormats } from './numberFormats';

type Font = StyleModel['font'];
type Border = StyleModel['border'];
type Alignment = StyleModel['alignment'];
type Side = 'left' | 'right' | 'top' | 'bottom';

/** The style of a workbook without a styles part. */
export const PLAIN_STYLE: StyleModel = { font: {}, border: {}, alignment: {}, numberFormat: 'General' };
const SIDES: readonly Side[] = ['left', 'right', 'top', 'bottom'];

/** A styles part as models, one for each cell format (xf) in order; one plain style where there is none. */
export function readStyles(styles: XmlElement | undefined, palette: Palette): StyleModel[] {
  const fonts = childOf(styles, 'fonts')?.children.map((font) => readFont(font, palette)) ?? [];
  const fills = childOf(styles, 'fills')?.children.map((fill) => readFill(fill, palette)) ?? [];
  const borders = childOf(styles, 'borders')?.children.map((border) => readBorder(border, palette)) ?? [];
  const formats = readNumberFormats(styles);
  const models = (childOf(styles, 'cellXfs')?.children ?? []).map((xf): StyleModel => {
    const fill = fills[countOf(xf.attributes, 'fillId') ?? 0];
    return {
      font: fonts[countOf(xf.attributes, 'fontId') ?? 0] ?? {},
      ...(fill === undefined ? {} : { fill }),
      border: borders[countOf(xf.attributes, 'borderId') ?? 0] ?? {},
      alignment: readAlignment(childOf(xf, 'alignment')),
      numberFormat: formats(countOf(xf.attributes, 'numFmtId') ?? 0),
      ...(isUnlocked(xf) ? { locked: false } : {}),
    };
  });
  return models.length > 0 ? models : [PLAIN_STYLE];
}

function isUnlocked(xf: XmlElement): boolean {
  const locked = childOf(xf, 'protection')?.attributes['locked'];
  return locked === '0' || locked === 'false';
}

/** A <font> as far as the model goes. */
export function readFont(font: XmlElement, palette: Palette): Font {
  const name = childOf(font, 'name')?.attributes['val'];
  const size = Number(childOf(font, 'sz')?.attributes['val'] ?? NaN);
  const color = readColour(childOf(font, 'color'), palette);
  return {
    ...(name === undefined ? {} : { name }),
    ...(Number.isFinite(size) ? { size } : {}),
    ...(isOn(childOf(font, 'b')) ? { bold: true } : {}),
    ...(isOn(childOf(font, 'i')) ? { italic: true } : {}),
    ...(isUnderlined(childOf(font, 'u')) ? { underline: true } : {}),
    ...(color === undefined ? {} : { color }),
  };
}

/** <b/> alone means yes. */
function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && (element.attributes['val'] === undefined || flagOf(element.attributes, 'val'));
}

function isUnderlined(element: XmlElement | undefined): boolean {
  return element !== undefined && element.attributes['val'] !== 'none';
}

/** The colour of a solid fill; patterns and gradients have none in the model. */
export function readFill(fill: XmlElement, palette: Palette): string | undefined {
  const pattern = childOf(fill, 'patternFill');
  return pattern?.attributes['patternType'] === 'solid' ? readColour(childOf(pattern, 'fgColor'), palette) : undefined;
}

/** The four sides of a <border>; strict files call left and right start and end. */
export function readBorder(border: XmlElement, palette: Palette): Border {
  const sides: Border = {};
  for (const side of SIDES) {
    const element = borderSide(border, side);
    const style = element?.attributes['style'];
    if (style === undefined || style === 'none') continue;
    const color = readColour(childOf(element, 'color'), palette);
    sides[side] = color === undefined ? { style } : { style, color };
  }
  return sides;
}

function borderSide(border: XmlElement, side: Side): XmlElement | undefined {
  const strict = { left: 'start', right: 'end', top: 'top', bottom: 'bottom' }[side];
  return childOf(border, side) ?? childOf(border, strict);
}

/** An <alignment> as far as the model goes. */
export function readAlignment(alignment: XmlElement | undefined): Alignment {
  const horizontal = alignment?.attributes['horizontal'];
  const vertical = alignment?.attributes['vertical'];
  return {
    ...(horizontal === undefined ? {} : { horizontal }),
    ...(vertical === undefined ? {} : { vertical }),
    ...(alignment && flagOf(alignment.attributes, 'wrapText') ? { wrap: true } : {}),
  };
}
