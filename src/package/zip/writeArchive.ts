import { Deflate, deflateSync } from 'fflate';
import { DEFAULT_CAPS } from '../caps';
import type { Steps } from '../../steps/steps';
import { crcOf } from './inflateEntry';
import type { ArchiveEntry } from './readArchive';

const DATA_DESCRIPTOR = 8;
const UTF8_NAME = 0x800;
/** 1980-01-01 00:00, the first DOS date: saving the same thing twice gives the same bytes. */
const FIRST_DOS_DATE = 0x00210000;
/** Above this a big sheet is packed faster and some 10 % larger. */
const FAST_ABOVE = 4_000_000;
const DEFLATED_AT_ONCE = 1_000_000;

/** What we pack ourselves stays below what we refuse to open. */
const HIGHEST_RATIO = DEFAULT_CAPS.ratio / 2;
/** A deflate block that holds nothing (RFC 1951, 3.2.4). */
const EMPTY_BLOCK = [0, 0, 0, 0xff, 0xff];

/** A new entry, compressed. */
export function* packEntry(path: string, bytes: Uint8Array): Steps<ArchiveEntry> {
  const crc = yield* crcOf(bytes);
  const compressed = yield* deflate(bytes);
  return {
    path,
    nameBytes: new TextEncoder().encode(path),
    method: 8,
    flags: UTF8_NAME,
    crc,
    time: FIRST_DOS_DATE,
    compressed: loosened(compressed, bytes.length),
    size: bytes.length,
  };
}

/** Small parts at once, big ones with a breath after every so many bytes. */
function* deflate(bytes: Uint8Array): Steps<Uint8Array> {
  if (bytes.length <= FAST_ABOVE) return deflateSync(bytes, { level: 6 });
  const chunks: Uint8Array[] = [];
  const stream = new Deflate({ level: 2 }, (chunk) => chunks.push(chunk));
  for (let at = 0; at < bytes.length; at += DEFLATED_AT_ONCE) {
    stream.push(bytes.subarray(at, at + DEFLATED_AT_ONCE), at + DEFLATED_AT_ONCE >= bytes.length);
    yield;
  }
  return joined(chunks);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}

/** With empty blocks before it, where a text repeats itself so much that packed it looks like a bomb. */
function loosened(compressed: Uint8Array, size: number): Uint8Array {
  const missing = size / HIGHEST_RATIO - compressed.length;
  if (missing <= 0 || size <= DEFAULT_CAPS.ratioFloorBytes) return compressed;
  const blocks = Math.ceil(missing / EMPTY_BLOCK.length);
  const out = new Uint8Array(blocks * EMPTY_BLOCK.length + compressed.length);
  for (let block = 0; block < blocks; block++) out.set(EMPTY_BLOCK, block * EMPTY_BLOCK.length);
  out.set(compressed, blocks * EMPTY_BLOCK.length);
  return out;
}

/** A zip file of entries in their order; compressed bytes are copied as they are. */
export function writeArchive(entries: readonly ArchiveEntry[]): Uint8Array {
  const bodies = entries.reduce((sum, entry) => sum + 30 + entry.nameBytes.length + entry.compressed.length, 0);
  const directory = entries.reduce((sum, entry) => sum + 46 + entry.nameBytes.length, 0);
  const out = new Uint8Array(bodies + directory + 22);
  const view = new DataView(out.buffer);
  let local = 0;
  let central = bodies;
  for (const entry of entries) {
    central = writeCentral(out, { at: central, local, entry });
    local = writeLocal(out, local, entry);
  }
  view.setUint32(central, 0x06054b50, true);
  view.setUint16(central + 8, entries.length, true);
  view.setUint16(central + 10, entries.length, true);
  view.setUint32(central + 12, directory, true);
  view.setUint32(central + 16, bodies, true);
  return out;
}

function writeLocal(out: Uint8Array, at: number, entry: ArchiveEntry): number {
  const view = new DataView(out.buffer, at);
  view.setUint32(0, 0x04034b50, true);
  writeCommon(view, 4, entry);
  out.set(entry.nameBytes, at + 30);
  out.set(entry.compressed, at + 30 + entry.nameBytes.length);
  return at + 30 + entry.nameBytes.length + entry.compressed.length;
}

function writeCentral(out: Uint8Array, { at, local, entry }: { at: number; local: number; entry: ArchiveEntry }) {
  const view = new DataView(out.buffer, at);
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, 20, true);
  writeCommon(view, 6, entry);
  view.setUint32(42, local, true);
  out.set(entry.nameBytes, at + 46);
  return at + 46 + entry.nameBytes.length;
}

/** The 22 bytes from "version needed" to "name length" that both headers share. */
function writeCommon(view: DataView, at: number, entry: ArchiveEntry): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, entry.flags & ~DATA_DESCRIPTOR, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 6, entry.time, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.compressed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.nameBytes.length, true);
}
