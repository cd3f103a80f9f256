import type { Steps } from '../../steps/steps';
import { PackageError } from '../packageError';

/** How a part's text is stored; kept, so that a patched part is stored alike. */
export type XmlEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Bytes between two breaths; a sheet of 200,000 rows has 100 times as many. */
const DECODED_AT_ONCE = 1 << 20;

/** The text of an XML part, its byte-order mark included. Throws PackageError 'damaged' on wrong bytes. */
export function* decodeXml(bytes: Uint8Array, part: string): Steps<{ text: string; encoding: XmlEncoding }> {
  const encoding = encodingOf(bytes);
  try {
    return { text: yield* decoded(bytes, encoding), encoding };
  } catch {
    const declared = encoding === 'utf-8' ? declaredText(bytes) : undefined;
    if (declared !== undefined) return { text: declared, encoding };
    throw new PackageError('damaged', { part, reason: `not ${encoding}` });
  }
}

function* decoded(bytes: Uint8Array, encoding: XmlEncoding): Steps<string> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let text = '';
  for (let at = 0; at < bytes.length; at += DECODED_AT_ONCE) {
    text += decoder.decode(bytes.subarray(at, at + DECODED_AT_ONCE), { stream: true });
    yield;
  }
  return text + decoder.decode();
}

const DECLARATION = /^(<\?xml[^>]*?\sencoding\s*=\s*["'])([A-Za-z][\w.-]*)(["'])/;

/**
 * The text by the encoding that its declaration names (XML 1.0, 4.3.3), the declaration saying UTF-8 from then on, for that is how a
 * patched part is stored; undefined where none is named or known, or the bytes are not in it.
 */
function declaredText(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const name = DECLARATION.exec(head)?.[2];
  if (name === undefined) return undefined;
  try {
    const text = new TextDecoder(name, { fatal: true }).decode(bytes);
    return text.replace(DECLARATION, '$1UTF-8$3');
  } catch {
    return undefined;
  }
}

/** The inverse of decodeXml. */
export function encodeXml(text: string, encoding: XmlEncoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), encoding === 'utf-16le');
  return bytes;
}

/** XML 1.0 appendix F: a byte-order mark, or "<" in one byte or two. */
function encodingOf([first, second]: Uint8Array): XmlEncoding {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return 'utf-8';
}

/** Whether a document type stands before the root element; cheap enough for parts nobody reads. */
export function hasDoctype(text: string): boolean {
  const prolog = /^\uFEFF?(?:\s+|<\?[^]*?\?>|<!--[^]*?-->)*/.exec(text)?.[0].length ?? 0;
  return /^<!DOCTYPE/i.test(text.slice(prolog, prolog + 9));
}
