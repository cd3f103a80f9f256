import type { StyleModel } from '../model';
import { escapeAttribute } from '../xml/escapeXml';
import { childOf, type XmlElement } from '../xml/xmlElement';
import type { ComponentContext } from './styleComponents';

type Ids = Readonly<Record<'numFmtId' | 'fontId' | 'fillId' | 'borderId', number>>;
type Attributes = Readonly<Record<string, string>>;

/** Which of a cell format's attributes make it what it is; the "apply" flags only say where it differs from its style. */
const KEY_ATTRIBUTES = ['numFmtId', 'fontId', 'fillId', 'borderId', 'xfId', 'quotePrefix', 'pivotButton'];
const APPLIED = { applyNumberFormat: '1', applyFont: '1', applyFill: '1', applyBorder: '1', applyAlignment: '1' };

/** A cell format (xf) with new components, alignment and all else as in `base`: its key (see formatKey) and its text. */
export function cellFormatXml(
  context: ComponentContext,
  base: XmlElement | undefined,
  { ids, alignment, locked }: { ids: Ids } & Pick<StyleModel, 'alignment' | 'locked'>,
): [key: string, xml: string] {
  const { prefix } = context;
  const numbers = Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, String(id)]));
  const attributes: Attributes = { xfId: '0', ...base?.attributes, ...numbers, ...APPLIED };
  const protection = protectionXml(context, base, locked);
  const place = alignmentAttributes(childOf(base, 'alignment')?.attributes ?? {}, alignment);
  const inner = (place === '' ? '' : `<${prefix}alignment${place}/>`) + protection;
  const applied = protection === '' ? attributes : { ...attributes, applyProtection: '1' };
  const tag = `<${prefix}xf${attributeText(applied)}`;
  return [keyText(attributes, place, protection), inner === '' ? `${tag}/>` : `${tag}>${inner}</${prefix}xf>`];
}

/** The base's own <protection>, or one that says what is asked; other flags of the base (hidden formulas) stay. */
function protectionXml(
  { xml, prefix }: ComponentContext,
  base: XmlElement | undefined,
  locked: boolean | undefined,
): string {
  const old = childOf(base, 'protection');
  const was = !['0', 'false'].includes(old?.attributes['locked'] ?? '1');
  if (locked === undefined || locked === was) return old ? xml.slice(old.start, old.end) : '';
  return `<${prefix}protection${attributeText({ ...old?.attributes, locked: locked ? '1' : '0' })}/>`;
}

/** What two cell formats share exactly when they look and behave alike. */
export function formatKey(xf: XmlElement, { xml }: ComponentContext): string {
  const protection = childOf(xf, 'protection');
  const locked = protection ? xml.slice(protection.start, protection.end) : '';
  return keyText(xf.attributes, attributeText(childOf(xf, 'alignment')?.attributes ?? {}), locked);
}

function keyText(attributes: Attributes, alignment: string, protection: string): string {
  const own = KEY_ATTRIBUTES.map((name) => attributes[name] ?? '0');
  return JSON.stringify([own, alignment, protection]);
}

function alignmentAttributes(base: Attributes, { horizontal, vertical, wrap }: StyleModel['alignment']): string {
  const others = Object.entries(base).filter(([name]) => !['horizontal', 'vertical', 'wrapText'].includes(name));
  return attributeText({
    ...Object.fromEntries(others),
    ...(horizontal === undefined ? {} : { horizontal }),
    ...(vertical === undefined ? {} : { vertical }),
    ...(wrap ? { wrapText: '1' } : {}),
  });
}

function attributeText(attributes: Attributes): string {
  return Object.entries(attributes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
}
