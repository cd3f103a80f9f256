import { cellText, isMissingMark, type Cell } from './cell';

/** What stands in a cell that should hold a unified social credit code. Check digits count from 1: the 17th and the 18th. */
export type CreditCode =
  | { readonly kind: 'blank' }
  | { readonly kind: 'valid' }
  | { readonly kind: 'wrongCheck'; readonly wrong: readonly { readonly place: number; readonly expected: string }[] }
  /** Kept as a number: the first 15 digits are right, the last three lost. `candidates` are the codes it can have been. */
  | { readonly kind: 'damaged'; readonly candidates: readonly string[] }
  /** Kept as a number and then as shortened text: only so many digits are left, too few to restore the code. */
  | { readonly kind: 'lost'; readonly digits: number }
  | { readonly kind: 'organisationCode'; readonly expected?: string }
  | { readonly kind: 'taxNumber' }
  | { readonly kind: 'wrongLength'; readonly length: number }
  | { readonly kind: 'wrongCharacters'; readonly characters: string };

/** The characters that a standard counts with, each worth its place, and the weight of every place of a code. */
export interface CheckedCode {
  readonly alphabet: string;
  readonly weights: readonly number[];
}

/** GB 32100-2015: 31 characters, without I, O, S, V, Z; not compared with the standard's text, but with issued codes. */
export const CREDIT_CODE: CheckedCode = {
  alphabet: '0123456789ABCDEFGHJKLMNPQRTUWXY',
  weights: [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28],
};
/** GB 11714-1997, with A = 10 to Z = 35. */
export const ORGANISATION_CODE: CheckedCode = {
  alphabet: '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  weights: [3, 7, 9, 10, 5, 8, 4, 2],
};

/** Checks a credit code by both its check digits and tells other numbers that stand in such columns (domain/ledgers.md, section 3). */
export function checkCreditCode(cell: Cell): CreditCode {
  if (typeof cell === 'number') return ofNumber(cell);
  const text = cellText(cell)
    .toUpperCase()
    .replace(/^['‘’`]/, '');
  if (isMissingMark(text)) return { kind: 'blank' };
  return ofShortened(text) ?? ofText(text.replace(/[-—]/g, ''));
}

/** The shortest text of a number of 18 digits begins with the 15 that Excel keeps. */
function ofNumber(value: number): CreditCode {
  if (value === 0) return { kind: 'blank' };
  const text = String(value);
  return Number.isInteger(value) && /^\d{18}$/.test(text) ? restored(text.slice(0, 15)) : ofText(text);
}

/** 9.13307E+17: Excel showed a number of 18 digits, and the text was kept. */
function ofShortened(text: string): CreditCode | undefined {
  const match = /^(\d)(?:\.(\d+))?E\+?17$/.exec(text);
  if (!match) return undefined;
  const digits = (match[1] ?? '') + (match[2] ?? '');
  return digits.length === 15 ? restored(digits) : { kind: 'lost', digits: digits.length };
}

function ofText(text: string): CreditCode {
  if (text.length === 9 && /^[0-9A-Z]{8}[0-9X]$/.test(text)) return ofOrganisation(text);
  if (text.length === 15 && /^\d{6}[0-9A-Z]{9}$/.test(text)) return { kind: 'taxNumber' };
  if (text.length !== 18) return { kind: 'wrongLength', length: text.length };
  const characters = [...new Set(text)].filter((one) => !CREDIT_CODE.alphabet.includes(one)).join('');
  if (characters !== '') return { kind: 'wrongCharacters', characters };
  const checked = ofEighteen(text);
  // A number of 18 digits that was formatted as text ends in three zeros.
  return checked.kind === 'wrongCheck' && /^\d{15}000$/.test(text) ? restored(text.slice(0, 15)) : checked;
}

function ofOrganisation(code: string): CreditCode {
  const expected = organisationCheck(code.slice(0, 8));
  return expected === code[8] ? { kind: 'organisationCode' } : { kind: 'organisationCode', expected };
}

function ofEighteen(code: string): CreditCode {
  const wrong = [
    { place: 17, expected: organisationCheck(code.slice(8, 16)) },
    { place: 18, expected: creditCheck(code.slice(0, 17)) },
  ].filter(({ place, expected }) => code[place - 1] !== expected);
  return wrong.length === 0 ? { kind: 'valid' } : { kind: 'wrongCheck', wrong };
}

/** It was taken for a number, so its last three characters are digits: ten trials for the 16th give the 17th and the 18th. */
function restored(first15: string): CreditCode {
  const candidates = Array.from({ length: 10 }, (_, digit) => `${first15}${digit}`)
    .map((code) => code + organisationCheck(code.slice(8, 16)))
    .map((code) => code + creditCheck(code))
    .filter((code) => /^\d{18}$/.test(code));
  return { kind: 'damaged', candidates };
}

/** The check digit of the first 17 characters (GB 32100-2015). */
function creditCheck(first17: string): string {
  const sum = weighted(first17, CREDIT_CODE);
  return CREDIT_CODE.alphabet[(31 - (sum % 31)) % 31] ?? '';
}

/** The check digit of an organisation's eight characters (GB 11714-1997). */
function organisationCheck(first8: string): string {
  const rest = (11 - (weighted(first8, ORGANISATION_CODE) % 11)) % 11;
  return rest === 10 ? 'X' : String(rest);
}

function weighted(text: string, { alphabet, weights }: CheckedCode): number {
  return weights.reduce((sum, weight, index) => sum + weight * alphabet.indexOf(text[index] ?? ''), 0);
}
