import type { StyleModel } from '../model';
import type { Palette } from '../read/colours';
import { universalFormat, readNumberFormats } from '../read/numberFormats';
import { escapeAttribute } from '../xml/escapeXml';
import { appendInside, placeInOrder, STYLES_ORDER } from '../xml/insertElement';
import type { Splice } from '../xml/splice';
import { setAttributes } from '../xml/tagAttributes';
import { childOf, childrenOf, countOf, prefixOf, type XmlElement } from '../xml/xmlElement';
import { borderKey, borderXml, fillXml, fontXml, type ComponentContext } from './styleComponents';
import { cellFormatXml, formatKey } from './cellFormat';

type ListName = 'numFmts' | 'fonts' | 'fills' | 'borders' | 'cellXfs';

/** One list of the styles part: what it holds, by text, and what is added. */
interface StyleList {
  readonly name: ListName;
  readonly element: XmlElement | undefined;
  readonly indexes: Map<string, number>;
  readonly added: string[];
  readonly count: number;
}

/** What must stand first in a list that a file left out: other parts point at it by number. */
const SEEDS: Readonly<Record<ListName, readonly string[]>> = {
  numFmts: [],
  fonts: ['<font/>'],
  fills: ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>'],
  borders: ['<border/>'],
  cellXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'],
};

/** Adds cell formats to a styles part; each is built on the format a cell has, and one that exists is used again. */
export class StyleEdit {
  readonly #root: XmlElement;
  readonly #models: readonly StyleModel[];
  readonly #context: ComponentContext;
  readonly #lists: Readonly<Record<ListName, StyleList>>;
  readonly #resolved = new Map<string, number>();
  /** The same by the style itself: many cells share one. */
  readonly #seen = new WeakMap<StyleModel, Map<number, number>>();
  readonly #formatIds: Map<string, number>;

  constructor(
    private readonly xml: string,
    root: XmlElement,
    { palette, models }: { readonly palette: Palette; readonly models: readonly StyleModel[] },
  ) {
    this.#root = root;
    this.#models = models;
    this.#context = { xml, palette, prefix: prefixOf(root.name) };
    this.#lists = {
      numFmts: this.#list('numFmts', (element) => this.#raw(element)),
      fonts: this.#list('fonts', (element) => this.#raw(element)),
      fills: this.#list('fills', (element) => this.#raw(element)),
      borders: this.#list('borders', (element) => borderKey(this.#raw(element))),
      cellXfs: this.#list('cellXfs', (element) => formatKey(element, this.#context)),
    };
    this.#formatIds = ownFormats(root);
  }

  /** The index of the cell format that looks as asked and is otherwise like format `base`. */
  resolve(base: number, style: StyleModel): number {
    const seen = this.#seen.get(style) ?? new Map<number, number>();
    this.#seen.set(style, seen);
    const index = seen.get(base) ?? this.#resolve(base, style);
    seen.set(base, index);
    return index;
  }

  #resolve(base: number, style: StyleModel): number {
    const current = this.#models[base];
    const wanted = styleKey({ ...style, locked: style.locked ?? current?.locked ?? true });
    if (current && styleKey(current) === wanted) return base;
    const key = `${String(base)} ${wanted}`;
    const known = this.#resolved.get(key);
    if (known !== undefined) return known;
    const index = this.#add(this.#lists.cellXfs, ...this.#format(base, style));
    this.#resolved.set(key, index);
    return index;
  }

  /** What to put into the styles part; nothing where every look was there already. */
  splices(): Splice[] {
    if (this.#resolved.size === 0) return [];
    return Object.values(this.#lists).flatMap((list) => this.#listSplices(list));
  }

  #format(base: number, style: StyleModel): [key: string, xml: string] {
    const lists = this.#lists;
    const old = lists.cellXfs.element?.children[base];
    const part = (list: StyleList, attribute: string) =>
      list.element?.children[countOf(old?.attributes ?? {}, attribute) ?? 0];
    const context = this.#context;
    const font = fontXml(context, part(lists.fonts, 'fontId'), style.font);
    const fill = fillXml(context, part(lists.fills, 'fillId'), style.fill);
    const border = borderXml(context, part(lists.borders, 'borderId'), style.border);
    const ids = {
      numFmtId: this.#numberFormat(style.numberFormat, countOf(old?.attributes ?? {}, 'numFmtId') ?? 0),
      fontId: this.#add(lists.fonts, font, font),
      fillId: this.#add(lists.fills, fill, fill),
      borderId: this.#add(lists.borders, borderKey(border), border),
    };
    return cellFormatXml(context, old, {
      ids,
      alignment: style.alignment,
      ...(style.locked === undefined ? {} : { locked: style.locked }),
    });
  }

  #numberFormat(code: string, current: number): number {
    if (readNumberFormats(this.#root)(current) === code) return current;
    const known = universalFormat(code) ?? this.#formatIds.get(code);
    if (known !== undefined) return known;
    const id = Math.max(163, ...this.#formatIds.values()) + 1;
    this.#formatIds.set(code, id);
    const { prefix } = this.#context;
    const xml = `<${prefix}numFmt numFmtId="${String(id)}" formatCode="${escapeAttribute(code)}"/>`;
    this.#add(this.#lists.numFmts, xml, xml);
    return id;
  }

  #list(name: ListName, keyOf: (element: XmlElement) => string): StyleList {
    const element = childOf(this.#root, name);
    const indexes = new Map<string, number>();
    element?.children.forEach((child, index) => {
      const key = keyOf(child);
      if (!indexes.has(key)) indexes.set(key, index);
    });
    const count = element?.children.length ?? 0;
    const seeds = count === 0 ? SEEDS[name].map((seed) => seed.replace(/<(\/?)/g, `<$1${this.#context.prefix}`)) : [];
    return { name, element, indexes, added: seeds, count };
  }

  #add(list: StyleList, key: string, xml: string): number {
    const known = list.indexes.get(key);
    if (known !== undefined) return known;
    const index = list.count + list.added.length;
    list.added.push(xml);
    list.indexes.set(key, index);
    return index;
  }

  #raw({ start, end }: XmlElement): string {
    return this.xml.slice(start, end);
  }

  #listSplices({ name, element, added, count }: StyleList): Splice[] {
    if (added.length === 0) return [];
    const total = String(count + added.length);
    if (element) return [...setAttributes(this.xml, element, { count: total }), appendInside(element, added.join(''))];
    const start = placeInOrder(this.#root, name, STYLES_ORDER);
    const tag = this.#context.prefix + name;
    return [{ start, end: start, text: `<${tag} count="${total}">${added.join('')}</${tag}>` }];
  }
}

function ownFormats(root: XmlElement): Map<string, number> {
  const formats = childrenOf(childOf(root, 'numFmts'), 'numFmt');
  return new Map(
    formats.map(({ attributes }) => [attributes['formatCode'] ?? '', countOf(attributes, 'numFmtId') ?? 0]),
  );
}

/** A style as text that is the same for the same look, whatever the order of its fields. */
function styleKey({ font, fill, border, alignment, numberFormat, locked = true }: StyleModel): string {
  const sides = (['left', 'right', 'top', 'bottom'] as const).map((side) => [border[side]?.style, border[side]?.color]);
  const letters = [font.name, font.size, font.bold ?? false, font.italic ?? false, font.underline ?? false, font.color];
  const place = [alignment.horizontal, alignment.vertical, alignment.wrap ?? false];
  return JSON.stringify([letters, fill, sides, place, numberFormat, locked]);
}
