import { finish, type Steps } from '../../steps/steps';

/**
 * SHA-256 (FIPS 180-4) of a text's UTF-8 bytes, as 64 hex digits. A stamp says which inputs an answer stands on, and it must not
 * be possible to make other inputs for it: a short checksum such as FNV would not do. Pure, for the engine has no crypto.
 */
export function sha256(text: string): string {
  return finish(sha256Steps(text));
}

/** Words of a text that are done at a time: a few milliseconds. */
const AT_ONCE = 16 * 2_000;

/** The same in steps: a ledger's text has millions of bytes. */
export function* sha256Steps(text: string): Steps<string> {
  const blocks = padded(utf8(text));
  const state = Uint32Array.of(...FRACTIONS_OF_SQUARE_ROOTS);
  const words = new Uint32Array(64);
  for (let at = 0; at < blocks.length; at += 16) {
    if (at % AT_ONCE === 0) yield;
    words.set(blocks.subarray(at, at + 16));
    compress(state, schedule(words));
  }
  return [...state].map((word) => word.toString(16).padStart(8, '0')).join('');
}

const PRIMES = primes(64);
const FRACTIONS_OF_SQUARE_ROOTS = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const FRACTIONS_OF_CUBE_ROOTS = Uint32Array.from(PRIMES.map((prime) => fraction(Math.cbrt(prime))));

function primes(count: number): number[] {
  const found: number[] = [];
  for (let number = 2; found.length < count; number++) {
    if (found.every((prime) => number % prime !== 0)) found.push(number);
  }
  return found;
}

/** The first 32 bits behind the point. */
function fraction(value: number): number {
  return Math.floor((value % 1) * 2 ** 32);
}

function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0;
    if (code < 0x80) {
      bytes[length++] = code;
      continue;
    }
    if (code < 0x800) bytes[length++] = 0xc0 | (code >> 6);
    else {
      if (code < 0x10000) bytes[length++] = 0xe0 | (code >> 12);
      else {
        bytes[length++] = 0xf0 | (code >> 18);
        bytes[length++] = tail(code >> 12);
        // Two places of the text are one character.
        at++;
      }
      bytes[length++] = tail(code >> 6);
    }
    bytes[length++] = tail(code);
  }
  return bytes.subarray(0, length);
}

const tail = (code: number) => 0x80 | (code & 0x3f);

/** The bytes as 32-bit words, a single 1 bit behind them and their length in bits at the end. */
function padded(bytes: Uint8Array): Uint32Array {
  const words = new Uint32Array(Math.ceil((bytes.length + 9) / 64) * 16);
  // The bit behind the bytes stands in one of its own.
  for (let at = 0; at <= bytes.length; at++)
    words[at >> 2] = (words[at >> 2] ?? 0) | ((bytes[at] ?? 0x80) << (24 - (at & 3) * 8));
  words[words.length - 2] = Math.floor((bytes.length * 8) / 2 ** 32);
  words[words.length - 1] = bytes.length * 8;
  return words;
}

const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by));

function schedule(words: Uint32Array): Uint32Array {
  for (let t = 16; t < 64; t++) {
    const [early, late] = [words[t - 15] ?? 0, words[t - 2] ?? 0];
    const small = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const large = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    words[t] = (words[t - 16] ?? 0) + small + (words[t - 7] ?? 0) + large;
  }
  return words;
}

function compress(state: Uint32Array, words: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let t = 0; t < 64; t++) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const one =
      h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + (FRACTIONS_OF_CUBE_ROOTS[t] ?? 0) + (words[t] ?? 0);
    const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, at) => (state[at] = (state[at] ?? 0) + word));
}
