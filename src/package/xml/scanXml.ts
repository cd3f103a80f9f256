import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { PackageError } from '../packageError';
import { finish, type Steps } from '../../steps/steps';
import { QuickScan, type ScanPlace } from './quickScan';
import { DEEPEST, type XmlHandlers } from './xmlHandlers';

/** Characters between two breaths: some ten milliseconds. */
const AT_ONCE = 262_144;

/** Walks an XML text with positions into it. Throws PackageError: 'dtd' on a document type, 'damaged' on anything ill-formed. */
export function scanXml(xml: string, part: string, handlers: XmlHandlers): void {
  finish(scanSteps(xml, part, handlers));
}

/** The same, with a breath after every so many characters: quickly as far as the text is usual XML, by the parser from there on. */
export function* scanSteps(xml: string, part: string, handlers: XmlHandlers): Steps<void> {
  const quick = new QuickScan(xml, part, handlers);
  let place = quick.readTo(AT_ONCE);
  for (; place === 'more'; place = quick.readTo(quick.at + AT_ONCE)) yield;
  if (place !== 'end') yield* scanPlainly(xml, part, { handlers, from: place });
}

/** The same by the parser alone, from a place between two pieces of the text whose open elements are known. */
export function* scanPlainly(
  xml: string,
  part: string,
  { handlers, from }: { readonly handlers: XmlHandlers; readonly from: ScanPlace },
): Steps<void> {
  const parser = new SaxesParser({ xmlns: false });
  const before = textBefore(from);
  const moved = from.at - before.length;
  let depth = from.open.length;
  parser.write(before);
  parser.on('doctype', () => {
    throw new PackageError('dtd', { part });
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    if (++depth > DEEPEST) throw new PackageError('damaged', { part, reason: 'nested too deep' });
    const openEnd = parser.position + moved;
    // "<" cannot stand inside a tag, so the nearest one before is this tag's own.
    const start = xml.lastIndexOf('<', openEnd - 1);
    handlers.open({ name: tag.name, attributes: tag.attributes, start, openEnd, selfClosing: tag.isSelfClosing });
  });
  parser.on('closetag', (tag) => {
    depth--;
    handlers.close(tag.name, parser.position + moved);
  });
  parser.on('text', handlers.text);
  parser.on('cdata', handlers.text);
  for (let { at } = from; at < xml.length; at += AT_ONCE) {
    guarded(part, () => parser.write(xml.slice(at, at + AT_ONCE)));
    yield;
  }
  guarded(part, () => parser.close());
}

/** What the parser is told so that it goes on as if it had read all before. */
function textBefore({ at, open, hasRoot }: ScanPlace): string {
  if (open.length > 0) return open.map((name) => `<${name}>`).join('');
  return at > 0 && hasRoot ? '<root/>' : '';
}

function guarded(part: string, work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (error instanceof PackageError) throw error;
    throw new PackageError('damaged', { part, reason: String(error) });
  }
}
