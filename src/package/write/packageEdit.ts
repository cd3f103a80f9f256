import { relationshipsPath } from '../opc/partPath';
import type { PartReader } from '../opc/partReader';
import { relationshipsOf, type Relationship } from '../opc/relationships';
import { parseXml } from '../xml/parseXml';
import type { Steps } from '../../steps/steps';
import { applySplices, type Splice } from '../xml/splice';
import type { XmlElement } from '../xml/xmlElement';
import { encodeXml } from '../xml/xmlText';
import type { ArchiveEntry } from '../zip/readArchive';
import { packEntry, writeArchive } from '../zip/writeArchive';

/** Parts packed before, by path and text: copies of one batch have most of theirs in common. */
export type PackedParts = Map<string, ArchiveEntry>;

/** The parts of a package while it is being changed; what is not touched keeps its compressed bytes. */
export class PackageEdit {
  readonly #texts = new Map<string, { path: string; text: string }>();
  readonly #removed = new Set<string>();

  constructor(
    private readonly parts: PartReader,
    /** Whether the workbook is of the strict kind, whose namespaces differ. */
    readonly strict: boolean,
    private readonly packed?: PackedParts,
  ) {}

  has(path: string): boolean {
    const key = path.toLowerCase();
    return this.#texts.has(key) || (this.parts.has(path) && !this.#removed.has(key));
  }

  text(path: string): string {
    return this.#texts.get(path.toLowerCase())?.text ?? this.parts.xml(path).text;
  }

  tree(path: string): XmlElement {
    return parseXml(this.text(path), path, this.parts.caps.elements);
  }

  put(path: string, text: string): void {
    this.#texts.set(path.toLowerCase(), { path: this.parts.spelling(path), text });
    this.#removed.delete(path.toLowerCase());
  }

  patch(path: string, splices: readonly Splice[]): void {
    if (splices.length > 0) this.put(path, applySplices(this.text(path), splices));
  }

  remove(path: string): void {
    this.#texts.delete(path.toLowerCase());
    this.#removed.add(path.toLowerCase());
  }

  /** A path no part has: "xl/worksheets/sheet" gives xl/worksheets/sheet7.xml. */
  freePath(before: string): string {
    let number = 1;
    while (this.has(`${before}${String(number)}.xml`)) number++;
    return `${before}${String(number)}.xml`;
  }

  /** Paths of all parts as they stand. */
  paths(): string[] {
    const kept = this.parts.entries.map(({ path }) => path).filter((path) => this.has(path));
    return [...kept, ...this.#newPaths()];
  }

  relationships(part: string): Relationship[] {
    const path = relationshipsPath(part);
    return this.has(path) ? relationshipsOf(this.tree(path), part) : [];
  }

  /** The zip file. */
  *finish(): Steps<Uint8Array> {
    const entries: ArchiveEntry[] = [];
    for (const entry of this.parts.entries) {
      const key = entry.path.toLowerCase();
      if (this.#removed.has(key)) continue;
      entries.push(this.#texts.has(key) ? yield* this.#pack(entry.path) : entry);
    }
    for (const path of this.#newPaths()) entries.push(yield* this.#pack(path));
    return writeArchive(entries);
  }

  *#pack(path: string): Steps<ArchiveEntry> {
    const key = `${path} ${this.text(path)}`;
    const entry = this.packed?.get(key) ?? (yield* packEntry(path, this.#bytes(path)));
    this.packed?.set(key, entry);
    return entry;
  }

  #newPaths(): string[] {
    return [...this.#texts.values()].map(({ path }) => path).filter((path) => !this.parts.has(path));
  }

  #bytes(path: string): Uint8Array {
    const encoding = this.parts.has(path) ? this.parts.xml(path).encoding : 'utf-8';
    return encodeXml(this.text(path), encoding);
  }
}
