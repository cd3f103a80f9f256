import type { OpenTag, XmlAttributes } from './xmlHandlers';

/** An element with its place in the text it was read from. */
export interface XmlElement {
  /** As written, prefix included. */
  readonly name: string;
  readonly local: string;
  readonly attributes: XmlAttributes;
  readonly children: readonly XmlElement[];
  /** The text directly inside, pieces joined. */
  readonly text: string;
  readonly start: number;
  readonly openEnd: number;
  /** Where "</" stands; equal to `end` in a self-closing element. */
  readonly closeStart: number;
  readonly end: number;
  readonly selfClosing: boolean;
}

/** Builds a tree from a scan's events. */
export class XmlTreeBuilder {
  readonly #stack: Mutable[] = [];
  #count = 0;
  root: XmlElement | undefined;

  constructor(
    private readonly xml: string,
    private readonly onCount: (count: number) => void,
  ) {}

  readonly open = (tag: OpenTag): void => {
    this.onCount(++this.#count);
    const element: Mutable = { ...tag, local: localName(tag.name), children: [], text: '', closeStart: 0, end: 0 };
    this.#stack.at(-1)?.children.push(element);
    this.root ??= element;
    this.#stack.push(element);
  };

  readonly close = (_name: string, end: number): void => {
    const element = this.#stack.pop();
    if (!element) return;
    element.end = end;
    element.closeStart = element.selfClosing ? end : this.xml.lastIndexOf('</', end - 1);
  };

  readonly text = (text: string): void => {
    const element = this.#stack.at(-1);
    if (element) element.text += text;
  };
}

type Mutable = { -readonly [K in keyof XmlElement]: XmlElement[K] } & { children: Mutable[] };

/** The part of a name after its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** A name's prefix with its colon, or "". */
export function prefixOf(name: string): string {
  return name.slice(0, name.indexOf(':') + 1);
}

/** The first child of that local name. */
export function childOf(element: XmlElement | undefined, local: string): XmlElement | undefined {
  return element?.children.find((child) => child.local === local);
}

/** All children of that local name. */
export function childrenOf(element: XmlElement | undefined, local: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.local === local) ?? [];
}

/** An attribute in a namespace (r:id), whatever the prefix. */
export function prefixedAttribute(element: XmlElement, local: string): string | undefined {
  const name = Object.keys(element.attributes).find((key) => key.endsWith(`:${local}`));
  return name === undefined ? undefined : element.attributes[name];
}

/** An xsd:boolean attribute. */
export function flagOf(attributes: XmlAttributes, name: string): boolean {
  const value = attributes[name];
  return value === '1' || value === 'true' || value === 'on';
}

/** A whole number attribute, or undefined where absent or wrong. */
export function countOf(attributes: XmlAttributes, name: string): number | undefined {
  const value = attributes[name];
  return value !== undefined && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}
