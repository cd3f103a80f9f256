import { PackageError } from '../packageError';
import { plainAttribute, xmlPlainText } from './xmlPlainText';
import { DEEPEST, type XmlAttributes, type XmlHandlers } from './xmlHandlers';

/** A place between two pieces of an XML text: the elements open there, the root first, and whether a root was opened at all. */
export interface ScanPlace {
  readonly at: number;
  readonly open: readonly string[];
  readonly hasRoot: boolean;
}

/** The start of a text without surprises: a byte-order mark, a declaration of XML 1.0, white space. */
const PROLOG =
  /^\uFEFF?(?:<\?xml version="1\.0"(?: encoding="[A-Za-z][\w.-]*")?(?: standalone="(?:yes|no)")?[ \t\r\n]*\?>)?[ \t\r\n]*(?=<[A-Za-z_])/;
const NAME = /[A-Za-z_:][\w:.-]*/y;
const ATTRIBUTE = /[ \t\r\n]+([A-Za-z_:][\w:.-]*)=(?:"([^"<]*)"|'([^'<]*)')/y;
const TAG_END = /[ \t\r\n]*(\/?)>/y;

/**
 * Reads XML as programs write it: elements, attributes and text, without comments, sections and instructions. It calls the handlers only
 * for what is surely well-formed and meant as it stands; from the first piece on that it is not sure of, the parser has to read.
 */
export class QuickScan {
  at = 0;
  readonly #open: string[] = [];
  #hasRoot = false;

  constructor(
    private readonly xml: string,
    private readonly part: string,
    private readonly handlers: XmlHandlers,
  ) {}

  /** Reads on at least up to a place: 'more' where it got there, 'end' where all is read, else the place it left off. */
  readTo(goal: number): 'more' | 'end' | ScanPlace {
    if (!this.#hasRoot && !this.#begin()) return this.#place();
    while (this.#open.length > 0) {
      if (this.at >= goal) return 'more';
      if (!this.#piece()) return this.#place();
    }
    return /[^ \t\r\n]/.test(this.xml.slice(this.at)) ? this.#place() : 'end';
  }

  #place(): ScanPlace {
    return { at: this.at, open: this.#open, hasRoot: this.#hasRoot };
  }

  #begin(): boolean {
    const prolog = PROLOG.exec(this.xml);
    if (!prolog || !this.#openTag(prolog[0].length)) return false;
    this.#hasRoot = true;
    return true;
  }

  /** One tag with the text before it, or a run of elements taken whole; false where the parser has to go on. */
  #piece(): boolean {
    const { xml, at, handlers } = this;
    const tag = xml.indexOf('<', at);
    if (tag < 0) return false;
    if (tag > at) {
      const text = xmlPlainText(xml.slice(at, tag));
      if (text === undefined) return false;
      handlers.text(text);
      this.at = tag;
    }
    const behind = handlers.leap?.(tag) ?? tag;
    if (behind > tag) this.at = behind;
    else return xml.charCodeAt(tag + 1) === SLASH ? this.#closeTag(tag) : this.#openTag(tag);
    return true;
  }

  #closeTag(start: number): boolean {
    const { xml } = this;
    const name = this.#open.at(-1) ?? '';
    TAG_END.lastIndex = start + 2 + name.length;
    if (!xml.startsWith(name, start + 2) || TAG_END.exec(xml)?.[1] !== '') return false;
    this.#close(name, TAG_END.lastIndex);
    return true;
  }

  #openTag(start: number): boolean {
    const { xml, part, handlers } = this;
    NAME.lastIndex = start + 1;
    const name = NAME.exec(xml)?.[0];
    const attributes = name === undefined ? undefined : this.#attributes(NAME.lastIndex);
    if (name === undefined || !attributes) return false;
    if (this.#open.length >= DEEPEST) throw new PackageError('damaged', { part, reason: 'nested too deep' });
    const openEnd = this.at;
    const selfClosing = xml.charCodeAt(openEnd - 2) === SLASH;
    this.#open.push(name);
    handlers.open({ name, attributes, start, openEnd, selfClosing });
    if (selfClosing) this.#close(name, openEnd);
    return true;
  }

  #close(name: string, end: number): void {
    this.#open.pop();
    this.at = end;
    this.handlers.close(name, end);
  }

  /** The attributes of a tag whose name ends there; goes behind the tag. */
  #attributes(from: number): XmlAttributes | undefined {
    const { xml } = this;
    const found = new Attributes() as Record<string, string>;
    let at = from;
    for (ATTRIBUTE.lastIndex = at; ; ATTRIBUTE.lastIndex = at) {
      const match = ATTRIBUTE.exec(xml);
      if (!match) break;
      const [, name = '', double, single = ''] = match;
      const value = plainAttribute(double ?? single);
      if (value === undefined || name in found) return undefined;
      found[name] = value;
      at = ATTRIBUTE.lastIndex;
    }
    TAG_END.lastIndex = at;
    if (!TAG_END.test(xml)) return undefined;
    this.at = TAG_END.lastIndex;
    return found;
  }
}

const SLASH = 47;

/** An object without a property that nobody set, and cheaper than one without a prototype. */
const Attributes = function attributes(): void {
  // Nothing is there before it is read.
} as unknown as new () => object;
Object.defineProperty(Attributes, 'prototype', { value: Object.create(null) });
