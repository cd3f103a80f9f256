import type { StyleModel } from '../model';
import type { Palette } from '../read/colours';
import { readBorder, readFill, readFont } from '../read/readStyles';
import { escapeAttribute } from '../xml/escapeXml';
import type { XmlElement } from '../xml/xmlElement';

/** The text components are cut from, and how their colours and names are read. */
export interface ComponentContext {
  readonly xml: string;
  readonly palette: Palette;
  readonly prefix: string;
}

const FONT_ORDER =
  'b i strike condense extend outline shadow u vertAlign sz color name rFont family charset scheme'.split(' ');
const BORDER_ORDER = 'start left end right top bottom diagonal vertical horizontal'.split(' ');

/** A <font> that looks as asked; what the model does not know (strike-through, character set) stays as in `base`. */
export function fontXml(
  { xml, palette, prefix }: ComponentContext,
  base: XmlElement | undefined,
  font: StyleModel['font'],
): string {
  const old = base ? readFont(base, palette) : {};
  const own: Readonly<Record<string, string | undefined>> = {
    ...(same(old.bold, font.bold) ? {} : { b: font.bold ? '/' : undefined }),
    ...(same(old.italic, font.italic) ? {} : { i: font.italic ? '/' : undefined }),
    ...(same(old.underline, font.underline) ? {} : { u: font.underline ? '/' : undefined }),
    ...(old.size === font.size ? {} : { sz: value(font.size?.toString()) }),
    ...(old.color === font.color ? {} : { color: font.color && ` rgb="${argb(font.color)}"/` }),
    ...(old.name === font.name
      ? {}
      : { name: value(font.name), family: undefined, charset: undefined, scheme: undefined }),
  };
  const kept = (base?.children ?? []).filter(({ local }) => !(local in own));
  const texts = [
    ...kept.map(({ local, start, end }) => ({ local, text: xml.slice(start, end) })),
    ...Object.entries(own).flatMap(([local, inner]) => (inner ? [{ local, text: `<${prefix}${local}${inner}>` }] : [])),
  ];
  return `<${prefix}font>${inOrder(texts, FONT_ORDER)}</${prefix}font>`;
}

const same = (a: boolean | undefined, b: boolean | undefined) => (a ?? false) === (b ?? false);
const value = (text: string | undefined) => (text === undefined ? undefined : ` val="${escapeAttribute(text)}"/`);
const argb = (colour: string) => `FF${colour.replace('#', '').toUpperCase()}`;

function inOrder(texts: readonly { local: string; text: string }[], order: readonly string[]): string {
  return [...texts]
    .sort((a, b) => order.indexOf(a.local) - order.indexOf(b.local))
    .map(({ text }) => text)
    .join('');
}

/** A solid <fill>, or none; a pattern the model cannot show stays where no colour is asked for. */
export function fillXml(
  { xml, palette, prefix }: ComponentContext,
  base: XmlElement | undefined,
  fill: string | undefined,
): string {
  if (base && readFill(base, palette) === fill) return xml.slice(base.start, base.end);
  if (fill === undefined) return `<${prefix}fill><${prefix}patternFill patternType="none"/></${prefix}fill>`;
  const colours = `<${prefix}fgColor rgb="${argb(fill)}"/><${prefix}bgColor indexed="64"/>`;
  return `<${prefix}fill><${prefix}patternFill patternType="solid">${colours}</${prefix}patternFill></${prefix}fill>`;
}

/** A <border> with the four sides asked for; diagonals stay as in `base`. */
export function borderXml(
  { xml, palette, prefix }: ComponentContext,
  base: XmlElement | undefined,
  border: StyleModel['border'],
): string {
  const old = base ? readBorder(base, palette) : {};
  const changed = (['left', 'right', 'top', 'bottom'] as const).filter(
    (side) => old[side]?.style !== border[side]?.style || old[side]?.color !== border[side]?.color,
  );
  if (base && changed.length === 0) return xml.slice(base.start, base.end);
  const names = new Set<string>(
    changed.flatMap((side) => [side, { left: 'start', right: 'end' }[side as string] ?? side]),
  );
  const kept = (base?.children ?? []).filter(({ local }) => !names.has(local));
  const texts = [
    ...kept.map(({ local, start, end }) => ({ local, text: xml.slice(start, end) })),
    ...changed.map((side) => ({ local: side, text: sideXml(prefix, side, border[side]) })),
  ];
  const tag = base ? xml.slice(base.start, base.openEnd).replace(/\s*\/?>$/, '') : `<${prefix}border`;
  return `${tag}>${inOrder(texts, BORDER_ORDER)}</${prefix}border>`;
}

/** What two borders share that look alike: a side without a line may be written or left out. */
export function borderKey(xml: string): string {
  return xml.replace(/<(?:\w+:)?(?:left|right|start|end|top|bottom|diagonal|vertical|horizontal)\s*\/>/g, '');
}

function sideXml(prefix: string, side: string, line: { style: string; color?: string } | undefined): string {
  if (!line) return `<${prefix}${side}/>`;
  const colour = line.color === undefined ? '' : `<${prefix}color rgb="${argb(line.color)}"/>`;
  return `<${prefix}${side} style="${escapeAttribute(line.style)}">${colour}</${prefix}${side}>`;
}
