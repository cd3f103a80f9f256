import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';

/** What a pressed text may become: whatever is in the workbook may have been put there by anybody. */
const MOST_BYTES = 100_000_000;
/** Deflate grows a byte at most 1,032 times: so much at once cannot surprise us. */
const STEP = 65_536;

/** A text as letters and digits, a third of its length or less in a ledger. */
export function pressed(text: string): string {
  return btoa(strFromU8(deflateSync(strToU8(text), { level: 6 }), true));
}

/** The text again; undefined where it is none, or grows past `most` bytes. */
export function unpressed(letters: string, most = MOST_BYTES): string | undefined {
  try {
    return textOf(strToU8(atob(letters), true), most);
  } catch {
    return undefined;
  }
}

function textOf(bytes: Uint8Array, most: number): string {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((chunk) => {
    size += chunk.length;
    if (size > most) throw new RangeError('too long');
    chunks.push(chunk);
  });
  for (let at = 0; at < bytes.length; at += STEP) stream.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode();
}
