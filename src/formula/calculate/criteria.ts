import { compare, isError, NoAnswer, numberInText, type Scalar } from './values';

/** Whether a cell meets a criterion of COUNTIFS and its like. */
export type Criterion = (value: Scalar) => boolean;

/** Reads a criterion: a value to be equal to, or a text such as ">=5", "<>", "甲*". */
export function criterionOf(wanted: Scalar): Criterion {
  if (typeof wanted === 'number') return equalNumber(wanted);
  if (typeof wanted !== 'string') return (value) => sameKind(value, wanted ?? 0) && compare(value, wanted ?? 0) === 0;
  const [, sign = '=', rest = ''] = /^(<>|<=|>=|<|>|=)?([\s\S]*)$/.exec(wanted) ?? [];
  const number = numberInText(rest);
  if (sign === '=') return number === undefined ? equalTo(rest, wanted.startsWith('=')) : equalNumber(number);
  if (sign === '<>') {
    const equal = number === undefined ? equalTo(rest, true) : equalNumber(number);
    return (value) => !equal(value);
  }
  const bound = number ?? rest;
  const meets = { '<': (x: number) => x < 0, '>': (x: number) => x > 0, '<=': (x: number) => x <= 0 }[sign];
  return (value) => sameKind(value, bound) && (meets?.(compare(value, bound)) ?? compare(value, bound) >= 0);
}

/** Whether a text that is the number counts, spreadsheets do not agree upon. */
function equalNumber(number: number): Criterion {
  return (value) => {
    if (typeof value === 'string' && numberInText(value) === number) throw new NoAnswer();
    return value === number;
  };
}

/** "=" alone asks for blanks, nothing at all for texts that are empty too. */
function equalTo(text: string, bySign: boolean): Criterion {
  if (text === '') return (value) => value === undefined || (!bySign && value === '');
  const pattern = new RegExp(`^${text.replace(/~([*?~])|([*?])|[\\^$.|+()[\]{}]/g, wildcard)}$`, 'isu');
  return (value) => typeof value === 'string' && pattern.test(value);
}

function wildcard(sign: string, escaped: string | undefined, wild: string | undefined): string {
  if (wild !== undefined) return wild === '*' ? '.*' : '.';
  return `\\${escaped ?? sign}`.replace('\\~', '~');
}

function sameKind(value: Scalar, other: Scalar): boolean {
  return !isError(value) && value !== undefined && typeof value === typeof other;
}
