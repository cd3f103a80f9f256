import { Inflate } from 'fflate';
import { PackageError } from '../packageError';
import type { Steps } from '../../steps/steps';
import { crc32 } from './crc32';
import type { ArchiveEntry } from './readArchive';

const STORED = 0;
const DEFLATED = 8;
/** Deflate cannot grow a byte beyond 1,032 times, so a step cannot surprise us with more than about 130 MB. */
const STEP = 131_072;
const SUMMED_AT_ONCE = 4_000_000;

/** The bytes of an entry; stops as soon as it grows past its declared size. Throws PackageError 'damaged'. */
export function* inflateEntry(entry: ArchiveEntry): Steps<Uint8Array> {
  const bytes = yield* unpack(entry);
  if (bytes.length !== entry.size || (yield* crcOf(bytes)) !== entry.crc) throw lies(entry, bytes.length);
  return bytes;
}

/** The sum of many bytes, with a breath after every so many. */
export function* crcOf(bytes: Uint8Array): Steps<number> {
  let crc = 0;
  for (let at = 0; at < bytes.length; at += SUMMED_AT_ONCE) {
    crc = crc32(bytes.subarray(at, at + SUMMED_AT_ONCE), crc);
    yield;
  }
  return crc;
}

function* unpack(entry: ArchiveEntry): Steps<Uint8Array> {
  if (entry.method === STORED) return entry.compressed;
  if (entry.method === DEFLATED) return yield* inflate(entry);
  throw new PackageError('damaged', { part: entry.path, reason: `compression method ${String(entry.method)}` });
}

function* inflate(entry: ArchiveEntry): Steps<Uint8Array> {
  const out = new Uint8Array(entry.size);
  let filled = 0;
  const stream = new Inflate((chunk) => {
    if (filled + chunk.length > out.length) throw lies(entry, filled + chunk.length);
    out.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    yield* pushAll(stream, entry.compressed);
  } catch (error) {
    if (error instanceof PackageError) throw error;
    throw new PackageError('damaged', { part: entry.path, reason: String(error) });
  }
  return out.subarray(0, filled);
}

function* pushAll(stream: Inflate, compressed: Uint8Array): Steps<void> {
  for (let at = 0; at < compressed.length || at === 0; at += STEP) {
    stream.push(compressed.subarray(at, at + STEP), at + STEP >= compressed.length);
    yield;
  }
}

const lies = (entry: ArchiveEntry, found: number) =>
  new PackageError('damaged', {
    part: entry.path,
    limit: entry.size,
    found,
    reason: 'not what the directory declares',
  });
