import type { Caps } from '../caps';
import { PackageError } from '../packageError';
import { checkCaps } from './checkCaps';

/** One entry of a zip file: where its compressed bytes lie and what the central directory says of them. */
export interface ArchiveEntry {
  /** As stored, with "/" between folders. */
  readonly path: string;
  readonly nameBytes: Uint8Array;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  /** DOS time and date, two little-endian 16-bit words. */
  readonly time: number;
  readonly compressed: Uint8Array;
  readonly size: number;
}

interface DirectoryRecord extends Omit<ArchiveEntry, 'compressed'> {
  readonly compressedSize: number;
  readonly offset: number;
}

const EOCD = 0x06054b50;
const EOCD64_LOCATOR = 0x07064b50;
const EOCD64 = 0x06064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const UINT32 = 0xffffffff;
const UTF8_NAME = 0x800;
const ENCRYPTED = 1;

const damaged = (reason: string, part?: string) => new PackageError('damaged', part ? { part, reason } : { reason });

/** Reads a zip's central directory and checks every cap on it; inflates nothing. */
export function readArchive(bytes: Uint8Array, caps: Caps): ArchiveEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const directory = findDirectory(view);
    if (directory.entries > caps.entries) {
      throw new PackageError('tooManyEntries', { limit: caps.entries, found: directory.entries });
    }
    const records = readRecords(bytes, view, directory);
    checkCaps(records, caps);
    checkNames(records);
    return records.map((record) => locate(bytes, view, record));
  } catch (error) {
    if (error instanceof RangeError) throw damaged('offset outside the file');
    throw error;
  }
}

function findDirectory(view: DataView): { entries: number; offset: number } {
  // The end record is 22 bytes plus a comment of at most 65,535.
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) !== EOCD) continue;
    const entries = view.getUint16(at + 10, true);
    const offset = view.getUint32(at + 16, true);
    return entries === 0xffff || offset === UINT32 ? findDirectory64(view, at) : { entries, offset };
  }
  throw damaged('no end of central directory');
}

function findDirectory64(view: DataView, end: number): { entries: number; offset: number } {
  if (end < 20 || view.getUint32(end - 20, true) !== EOCD64_LOCATOR) {
    return { entries: view.getUint16(end + 10, true), offset: view.getUint32(end + 16, true) };
  }
  const at = Number(view.getBigUint64(end - 12, true));
  if (view.getUint32(at, true) !== EOCD64) throw damaged('no zip64 end record');
  return { entries: Number(view.getBigUint64(at + 32, true)), offset: Number(view.getBigUint64(at + 48, true)) };
}

function readRecords(
  bytes: Uint8Array,
  view: DataView,
  directory: { entries: number; offset: number },
): DirectoryRecord[] {
  const records: DirectoryRecord[] = [];
  let at = directory.offset;
  for (let i = 0; i < directory.entries; i++) {
    if (view.getUint32(at, true) !== CENTRAL) throw damaged('central directory broken');
    const lengths = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [number, number, number];
    records.push(readRecord(bytes, view, { at, nameLength: lengths[0], extraLength: lengths[1] }));
    at += 46 + lengths[0] + lengths[1] + lengths[2];
  }
  return records;
}

function readRecord(
  bytes: Uint8Array,
  view: DataView,
  place: { at: number; nameLength: number; extraLength: number },
): DirectoryRecord {
  const { at, nameLength } = place;
  const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
  const flags = view.getUint16(at + 8, true);
  const sizes = readSizes(view, place);
  const path = decodeName(nameBytes, flags);
  if (flags & ENCRYPTED) throw new PackageError('encrypted', { part: path, reason: 'zip encryption' });
  return {
    path,
    nameBytes,
    flags,
    method: view.getUint16(at + 10, true),
    time: view.getUint32(at + 12, true),
    crc: view.getUint32(at + 16, true),
    ...sizes,
  };
}

function decodeName(bytes: Uint8Array, flags: number): string {
  const decoder = new TextDecoder(flags & UTF8_NAME ? 'utf-8' : 'latin1');
  return decoder.decode(bytes).replaceAll('\\', '/');
}

/** Sizes and offset, from the zip64 extra field where the 32-bit fields are full. */
function readSizes(view: DataView, place: { at: number; nameLength: number; extraLength: number }) {
  const plain = [24, 20, 42].map((field) => view.getUint32(place.at + field, true));
  if (plain.includes(UINT32)) widen(view, plain, place);
  return { size: plain[0] ?? 0, compressedSize: plain[1] ?? 0, offset: plain[2] ?? 0 };
}

function widen(view: DataView, fields: number[], place: { at: number; nameLength: number; extraLength: number }) {
  let at = place.at + 46 + place.nameLength;
  const end = at + place.extraLength;
  while (at + 4 <= end && view.getUint16(at, true) !== 1) at += 4 + view.getUint16(at + 2, true);
  at += 4;
  fields.forEach((value, index) => {
    if (value !== UINT32 || at + 8 > end) return;
    fields[index] = Number(view.getBigUint64(at, true));
    at += 8;
  });
}

function locate(bytes: Uint8Array, view: DataView, record: DirectoryRecord): ArchiveEntry {
  const { compressedSize, offset, ...entry } = record;
  if (view.getUint32(offset, true) !== LOCAL) throw damaged('no local header', record.path);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + compressedSize > bytes.length) throw damaged('entry runs past the end', record.path);
  return { ...entry, compressed: bytes.subarray(start, start + compressedSize) };
}

/** Part names are compared without case (OPC, ISO 29500-2 6.2.2), so two that differ in case only are one name twice. */
function checkNames(records: readonly DirectoryRecord[]): void {
  const seen = new Set<string>();
  for (const { path } of records) {
    const key = path.toLowerCase();
    if (seen.has(key)) throw damaged('two entries of one name', path);
    seen.add(key);
    const unsafe = path.startsWith('/') || /^[a-z]:/i.test(path) || path.includes('\0');
    if (unsafe || path.split('/').includes('..')) throw damaged('path leaves the package', path);
  }
}
