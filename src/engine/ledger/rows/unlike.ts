import { eachRow, type Steps } from '../../../steps/steps';
import type { Cell } from '../cell';
import { readNumber } from '../number';
import { COMPANY, SURE_COMPANY } from '../sheet/headerness';
import type { SumsGiven } from './bySums';
import { isListNumber, type Look } from './look';

/** So many rows must there be, and such a share of them have what a row lacks, for the lack to be told. */
const LEAST = { rows: 4, share: 0.75, lacks: 2 } as const;

interface Mark {
  readonly has: (row: readonly Cell[]) => boolean;
  readonly weight: number;
}

/**
 * Guards against what nobody thought of. A row that holds words where the others hold numbers is no row of the list. One that
 * lacks what three rows in four have (a name, one like a company's, a number, a code, a tax) is held back. Both are told.
 */
export function* markUnlike({ rows, look, kinds, doubts }: SumsGiven): Steps<void> {
  const marks = marksOf(look);
  const counts = marks.map(() => 0);
  let data = 0;
  yield* eachRow(rows, (row, index) => {
    if (kinds[index] !== 'data') return;
    if (holdsWords(row, look)) {
      kinds[index] = 'header';
      doubts.push({ code: 'wordsForNumbers', row: index });
      return;
    }
    data++;
    marks.forEach(({ has }, at) => {
      if (has(row)) counts[at] = (counts[at] ?? 0) + 1;
    });
  });
  if (data < LEAST.rows) return;
  const usual = marks.filter((_, at) => (counts[at] ?? 0) >= data * LEAST.share && (counts[at] ?? 0) < data);
  if (usual.reduce((sum, { weight }) => sum + weight, 0) < LEAST.lacks) return;
  yield* eachRow(rows, (row, index) => {
    if (kinds[index] !== 'data' || isSurelyOne(row, look)) return;
    const lacks = usual.reduce((sum, { has, weight }) => sum + (has(row) ? 0 : weight), 0);
    if (lacks >= LEAST.lacks) doubts.push({ code: 'unlikeOthers', row: index });
  });
}

/**
 * Whoever has a key or is called a company is one, however little else the row says. Where enterprises have codes, the number of a
 * parcel alone makes none of who has it: a bureau's or the land reserve's has a number too, and pays no tax.
 */
function isSurelyOne(row: readonly Cell[], { keys, code, name, nothing, headers }: Look): boolean {
  const tax = headers.byField.get('taxPaid')?.column;
  const isFilled = (column: number | undefined) => column !== undefined && !nothing(row[column]);
  if (keys.some(isFilled) && (code === undefined || isFilled(code) || isFilled(tax))) return true;
  return name !== undefined && SURE_COMPANY.test(String(row[name] ?? '').trim());
}

function marksOf({ name, sequence, code, nothing, usual, numeric, headers }: Look): Mark[] {
  const tax = headers.byField.get('taxPaid')?.column;
  const columns = [...usual, ...numeric];
  const isFilled = (row: readonly Cell[]) => {
    let filled = 0;
    for (const column of columns) if (!nothing(row[column]) && ++filled > columns.length / 2) return true;
    return false;
  };
  const textAt = (row: readonly Cell[], column: number) => String(row[column] ?? '').trim();
  return [
    ...(name === undefined
      ? []
      : [
          { has: (row: readonly Cell[]) => !nothing(row[name]), weight: 2 },
          { has: (row: readonly Cell[]) => COMPANY.test(textAt(row, name)), weight: 1 },
        ]),
    ...(sequence === undefined ? [] : [{ has: (row: readonly Cell[]) => isListNumber(row[sequence]), weight: 1 }]),
    ...(columns.length < 3 ? [] : [{ has: isFilled, weight: 1 }]),
    // Who has neither a code nor a tax lacks two things; whoever has stopped has no tax.
    ...(code === undefined
      ? []
      : [
          { has: (row: readonly Cell[]) => !nothing(row[code]), weight: 1 },
          { has: (row: readonly Cell[]) => !nothing(row[code]) || !nothing(row[tax ?? code]), weight: 1 },
        ]),
  ];
}

/** A code or a parcel's number has figures; 18位 only says how one looks, and tyshxydm is a column's name. */
const KEY = /(?=[A-Za-z-]*\d)[\dA-Za-z-]{5,}/;

/** Two words and no number in the columns of numbers, in a row that names no company and has no number of its own. */
function holdsWords(row: readonly Cell[], { numeric, name, sequence, keys, nothing }: Look): boolean {
  let [words, numbers] = [0, 0];
  for (const column of numeric) {
    if (column === sequence) continue;
    const cell = row[column];
    if (typeof cell === 'number' && !nothing(cell)) return false;
    if (typeof cell !== 'string' || nothing(cell)) continue;
    const isWord = (['area', 'money', 'other'] as const).every(
      (one) => readNumber(cell, undefined, one).kind === 'unreadable',
    );
    if (isWord) words++;
    else if (readNumber(cell).kind === 'value') numbers++;
  }
  if (words < 2 || numbers > 0) return false;
  const isNamed = name !== undefined && COMPANY.test(String(row[name] ?? '').trim());
  const isNumbered = sequence !== undefined && isListNumber(row[sequence]);
  return !isNamed && !isNumbered && !keys.some((column) => KEY.test(String(row[column] ?? '')));
}
