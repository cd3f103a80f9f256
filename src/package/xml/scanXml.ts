import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { PackageError } from '../packageError';
import { finish, type Steps } from '../steps';

/** Attribute values by the name as written; the object has no prototype. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** An opening tag: `start` is the place of "<", `openEnd` the one after ">". */
export interface OpenTag {
  readonly name: string;
  readonly attributes: XmlAttributes;
  readonly start: number;
  readonly openEnd: number;
  readonly selfClosing: boolean;
}

export interface XmlHandlers {
  readonly open: (tag: OpenTag) => void;
  /** `end` is the place after the closing ">". */
  readonly close: (name: string, end: number) => void;
  readonly text: (text: string) => void;
}

const DEEPEST = 256;
/** Characters between two breaths: some ten milliseconds. */
const AT_ONCE = 262_144;

/** Walks an XML text with positions into it. Throws PackageError: 'dtd' on a document type, 'damaged' on anything ill-formed. */
export function scanXml(xml: string, part: string, handlers: XmlHandlers): void {
  finish(scanSteps(xml, part, handlers));
}

/** The same, with a breath after every so many characters. */
export function* scanSteps(xml: string, part: string, handlers: XmlHandlers): Steps<void> {
  const parser = new SaxesParser({ xmlns: false });
  let depth = 0;
  parser.on('doctype', () => {
    throw new PackageError('dtd', { part });
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    if (++depth > DEEPEST) throw new PackageError('damaged', { part, reason: 'nested too deep' });
    const openEnd = parser.position;
    // "<" cannot stand inside a tag, so the nearest one before is this tag's own.
    const start = xml.lastIndexOf('<', openEnd - 1);
    handlers.open({ name: tag.name, attributes: tag.attributes, start, openEnd, selfClosing: tag.isSelfClosing });
  });
  parser.on('closetag', (tag) => {
    depth--;
    handlers.close(tag.name, parser.position);
  });
  parser.on('text', handlers.text);
  parser.on('cdata', handlers.text);
  for (let at = 0; at < xml.length; at += AT_ONCE) {
    guarded(part, () => parser.write(xml.slice(at, at + AT_ONCE)));
    yield;
  }
  guarded(part, () => parser.close());
}

function guarded(part: string, work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (error instanceof PackageError) throw error;
    throw new PackageError('damaged', { part, reason: String(error) });
  }
}
