import type { Caps } from '../caps';
import { PackageError } from '../packageError';
import { finish, type Steps } from '../../steps/steps';
import { parseXml } from '../xml/parseXml';
import type { XmlElement } from '../xml/xmlElement';
import { decodeXml, hasDoctype, type XmlEncoding } from '../xml/xmlText';
import { inflateEntry } from '../zip/inflateEntry';
import type { ArchiveEntry } from '../zip/readArchive';

/** Parts nobody parses are judged by their head, where their first element stands in it. */
const HEAD = 65_536;

/** The parts of a package, inflated when asked for. Paths are found whatever their case, as OPC demands. */
export class PartReader {
  readonly #entries: ReadonlyMap<string, ArchiveEntry>;
  readonly #texts = new Map<string, { text: string; encoding: XmlEncoding }>();

  constructor(
    readonly entries: readonly ArchiveEntry[],
    readonly caps: Caps,
  ) {
    this.#entries = new Map(entries.map((entry) => [entry.path.toLowerCase(), entry]));
  }

  has(path: string): boolean {
    return this.#entries.has(path.toLowerCase());
  }

  /** The path as the archive spells it. */
  spelling(path: string): string {
    return this.#entries.get(path.toLowerCase())?.path ?? path;
  }

  /** The text of an XML part. Throws PackageError 'damaged' where it is missing. */
  xml(path: string): { text: string; encoding: XmlEncoding } {
    const known = this.#texts.get(path.toLowerCase());
    if (known) return known;
    return finish(this.load(path));
  }

  /** Inflates an XML part and keeps its text, in steps. */
  *load(path: string): Steps<{ text: string; encoding: XmlEncoding }> {
    const decoded = yield* decodeXml(yield* inflateEntry(this.#entry(path)), path);
    this.#texts.set(path.toLowerCase(), decoded);
    return decoded;
  }

  /** An XML part as a tree. */
  tree(path: string): XmlElement {
    return parseXml(this.xml(path).text, path, this.caps.elements);
  }

  /** Inflates what nobody read, so that a damaged or lying part is refused now and not when it is saved. */
  *verifyRest(): Steps<void> {
    for (const [key, entry] of this.#entries) {
      if (this.#texts.has(key) || key.endsWith('/')) continue;
      const bytes = yield* inflateEntry(entry);
      if (/\.(?:xml|rels|vml)$/.test(key) && hasDoctype(headOf(bytes)))
        throw new PackageError('dtd', { part: entry.path });
    }
  }

  #entry(path: string): ArchiveEntry {
    const entry = this.#entries.get(path.toLowerCase());
    if (!entry) throw new PackageError('damaged', { part: path, reason: 'part missing' });
    return entry;
  }
}

function headOf(bytes: Uint8Array): string {
  const utf16 = bytes[0] === 0xff || bytes[0] === 0xfe || bytes[0] === 0 || bytes[1] === 0;
  const encoding = utf16 ? (bytes[0] === 0xfe || bytes[0] === 0 ? 'utf-16be' : 'utf-16le') : 'utf-8';
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, HEAD));
  // A head that holds comments alone says nothing yet.
  return /<[^!?]|<!D/i.test(head.replace(/<!--[^]*?(?:-->|$)/g, '')) ? head : new TextDecoder(encoding).decode(bytes);
}
