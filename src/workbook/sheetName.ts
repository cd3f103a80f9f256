import { freeName } from '../sheet/freeName';

/** Excel's limit, in UTF-16 units. */
const LENGTH = 31;

/**
 * A name that Excel takes for a new sheet: without the characters it forbids, at most 31 long, and with a number
 * behind it when another sheet (whatever the case of its letters) has the name.
 */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const base = allowedName(wanted);
  const used = new Set(taken.map((name) => name.toLowerCase()));
  // Excel keeps this name for itself.
  used.add('history');
  return freeName(
    base,
    (name) => used.has(name.toLowerCase()),
    (number) => withSuffix(base, ` (${number})`),
  );
}

function allowedName(wanted: string): string {
  const plain = wanted.replace(/[[\]:*?/\\：＊？／＼［］\u0000-\u001f]/gu, ' ').trim();
  const name = cut(plain, LENGTH).replace(/^[' ]+|[' ]+$/g, '');
  return name === '' ? 'Sheet' : name;
}

const withSuffix = (base: string, suffix: string): string => cut(base, LENGTH - suffix.length).trimEnd() + suffix;

/** Cuts to a number of UTF-16 units without splitting a character in two. */
function cut(text: string, length: number): string {
  const head = text.slice(0, length);
  return /[\ud800-\udbff]$/.test(head) ? head.slice(0, -1) : head;
}
