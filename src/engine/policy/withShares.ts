import type { PackFile } from './schema';

type Values = PackFile['values'];

/** Whether a value's unit is %, in which nothing reckons: a share is a fraction. */
function isInPercent({ unit }: Values[string]): boolean {
  return unit.normalize('NFKC').trim() === '%';
}

/**
 * A file whose values in % are the fractions that they mean: 50 is 0.5. A number up to 1 may be meant as either: what the document's
 * words have beside a % decides, and where they say nothing it stays as it is, to be refused.
 */
export function withShares(file: PackFile): PackFile {
  const values = Object.entries(file.values).map(([name, own]) => [name, inFractions(own)] as const);
  return { ...file, values: Object.fromEntries(values) };
}

function inFractions(value: Values[string]): Values[string] {
  if (!isInPercent(value) || sharesInDoubt(value).length > 0) return value;
  return { ...value, unit: '比例', dated: value.dated.map((entry) => ({ ...entry, value: fractionOf(entry) })) };
}

/** The places among a value's periods where nobody can tell whether a number in % is meant as a fraction. */
export function sharesInDoubt(value: Values[string]): number[] {
  if (!isInPercent(value)) return [];
  return value.dated.flatMap((entry, at) => (Number.isNaN(fractionOf(entry)) ? [at] : []));
}

type Dated = Values[string]['dated'][number];

/** The fraction that a number in % means; NaN where it may be meant as one already. 50% and formulas say themselves what they are. */
function fractionOf(entry: Dated): number | string {
  const number = plainNumber(entry.value);
  if (number === undefined) return entry.value;
  if (number === 0 || Math.abs(number) > 1) return number / 100;
  const [asItStands, asFraction] = [number, Math.round(number * 1e10) / 1e8].map((one) => isQuoted(entry, one));
  if (asItStands === asFraction) return NaN;
  return asFraction ? number : number / 100;
}

/** Whether the words that a value stands on have a number with a % behind it. */
function isQuoted({ citation, assumption, reported }: Dated, number: number): boolean {
  const words = [citation?.quote, assumption, reported?.note].join(' ').normalize('NFKC');
  return [...words.matchAll(/(\d+(?:\.\d+)?)\s*(?:%|个百分点)/g)].some(([, digits]) => Number(digits) === number);
}

/** A number, also one that is written as a text. */
function plainNumber(said: number | string): number | undefined {
  if (typeof said === 'number') return said;
  return /^-?\d+(?:\.\d+)?$/.test(said.trim()) ? Number(said) : undefined;
}
