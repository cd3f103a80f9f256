import { childOf, countOf, flagOf, type XmlElement } from '../xml/xmlElement';

/** The colours a workbook's colour attributes point into, as "#RRGGBB". */
export interface Palette {
  /** In the order of theme="n": light 1, dark 1, light 2, dark 2, accents 1-6, link, followed link. */
  readonly theme: readonly string[];
  readonly indexed: readonly string[];
}

const BASE = '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF';
/** The palette of ISO 29500-1 18.8.27; its first eight stand twice. */
const INDEXED =
  `${BASE} ${BASE} 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066
FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF
FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333`
    .split(/\s+/)
    .map((hex) => `#${hex}`);

const OFFICE_THEME = 'FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72'
  .split(' ')
  .map((hex) => `#${hex}`);
const THEME_ORDER = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'];

/** The palette of a workbook from its theme part and its styles part, either of which may be missing. */
export function readPalette(theme: XmlElement | undefined, styles: XmlElement | undefined): Palette {
  const scheme = childOf(childOf(theme, 'themeElements'), 'clrScheme');
  const own = childOf(childOf(styles, 'colors'), 'indexedColors')?.children;
  return {
    theme: [...THEME_ORDER, 'hlink', 'folHlink'].map(
      (name, i) => themeColour(childOf(scheme, name)) ?? OFFICE_THEME[i] ?? '',
    ),
    indexed: own && own.length > 0 ? INDEXED.map((colour, i) => hexOf(own[i]?.attributes['rgb']) ?? colour) : INDEXED,
  };
}

function themeColour(element: XmlElement | undefined): string | undefined {
  const colour = element?.children[0]?.attributes;
  return hexOf(colour?.['lastClr'] ?? colour?.['val']);
}

/** The last six digits of "AARRGGBB" or "RRGGBB". */
function hexOf(text: string | undefined): string | undefined {
  return text !== undefined && /^(?:[0-9a-f]{2})?[0-9a-f]{6}$/i.test(text)
    ? `#${text.slice(-6).toUpperCase()}`
    : undefined;
}

/** A colour element resolved to "#RRGGBB"; undefined where it is automatic or absent. */
export function readColour(element: XmlElement | undefined, palette: Palette): string | undefined {
  if (!element || flagOf(element.attributes, 'auto')) return undefined;
  const theme = countOf(element.attributes, 'theme');
  const indexed = countOf(element.attributes, 'indexed');
  const base = hexOf(element.attributes['rgb']) ?? palette.theme[theme ?? -1] ?? palette.indexed[indexed ?? -1];
  const tint = Number(element.attributes['tint'] ?? 0);
  return base !== undefined && Number.isFinite(tint) && tint !== 0 ? applyTint(base, tint) : base;
}

/** Makes a colour darker (tint < 0) or lighter (> 0) by its lightness, as ISO 29500-1 18.8.19 says. */
function applyTint(colour: string, tint: number): string {
  const [hue, saturation, lightness] = toHsl(colour);
  const bounded = Math.max(-1, Math.min(1, tint));
  const moved = bounded < 0 ? lightness * (1 + bounded) : lightness * (1 - bounded) + bounded;
  return fromHsl(hue, saturation, moved);
}

function toHsl(colour: string): [number, number, number] {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  const high = Math.max(red, green, blue);
  const spread = high - Math.min(red, green, blue);
  const lightness = high - spread / 2;
  if (spread === 0) return [0, 0, lightness];
  const sixth =
    high === red ? (green - blue) / spread : high === green ? (blue - red) / spread + 2 : (red - green) / spread + 4;
  return [((sixth + 6) % 6) / 6, spread / (1 - Math.abs(2 * lightness - 1)), lightness];
}

function fromHsl(hue: number, saturation: number, lightness: number): string {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const k = (offset + hue * 12) % 12;
    const value = lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(value * 255)
      .toString(16)
      .toUpperCase()
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}
