import type { Unit } from '../../quantity/unit';
import { isBlank, isMissingMark, cellText, type Cell } from '../cell';
import { checkCreditCode } from '../creditCode';
import { readNumber, unitOfCell } from '../number';
import { readRange } from '../range';
import { COMPANY, isSpaced } from '../sheet/headerness';

/** What stands in a column, over a sample of its rows. */
export interface Profile {
  readonly filled: number;
  readonly numbers: number;
  readonly texts: number;
  /** Texts that end as names of companies do; codes whose check digits hold; names of townships; years. */
  readonly companies: number;
  readonly codes: number;
  readonly towns: number;
  readonly years: number;
  /** Texts that give a range: 5-20万元, 500万元以上. */
  readonly ranges: number;
  /** Texts that begin as days do: 2023-05-10, 2023年5月. */
  readonly days: number;
  readonly distinct: number;
  readonly median: number;
  /** 1, 2, 3 ...: numbers of a list. */
  readonly isSequence: boolean;
  readonly ownUnits: readonly Unit[];
  /** The numbers without a unit of their own, row by row; NaN where there is none. */
  readonly values: Float64Array;
}

/** Looks at a column's cells. Blanks of a formula's argument arrive as 0. */
export function profileOf(cells: readonly Cell[], zeroIsBlank: boolean): Profile {
  const values = new Float64Array(cells.length).fill(NaN);
  const numbers: number[] = [];
  const distinct = new Set<Cell>();
  const ownUnits: Unit[] = [];
  const count = { filled: 0, texts: 0, companies: 0, codes: 0, towns: 0, years: 0, ranges: 0, days: 0, runs: 0 };
  cells.forEach((cell, row) => {
    if (isBlank(cell) || (zeroIsBlank && cell === 0)) return;
    count.filled++;
    distinct.add(cell);
    const value = numberIn(cell);
    if (value !== undefined) {
      const own = typeof cell === 'string' ? unitOfCell(cell) : undefined;
      if (own) ownUnits.push(own);
      else if (!isBySigns(cell)) values[row] = value;
      if (numbers.length > 0 && value === (numbers.at(-1) ?? NaN) + 1) count.runs++;
      numbers.push(value);
      if (Number.isInteger(value) && value >= 1990 && value <= 2100) count.years++;
    } else if (typeof cell === 'string') look(cell, count);
  });
  const sorted = numbers.toSorted((a, b) => a - b);
  return {
    filled: count.filled,
    numbers: numbers.length,
    texts: count.texts,
    companies: count.companies,
    codes: count.codes,
    towns: count.towns,
    years: count.years,
    ranges: count.ranges,
    days: count.days,
    distinct: distinct.size,
    median: sorted[Math.floor(sorted.length / 2)] ?? NaN,
    isSequence: numbers.length >= 2 && count.runs >= (numbers.length - 1) * 0.8,
    ownUnits,
    values,
  };
}

/** 1万2千元 says by itself how much it is. */
function isBySigns(cell: Cell): boolean {
  return typeof cell === 'string' && /[亿万千百]/.test(cell);
}

/** A cell's number in whatever unit it is written; 1 234 567 is one number, as far as a whole column goes. */
function numberIn(cell: Cell): number | undefined {
  if (typeof cell === 'number') return cell;
  if (isSpaced(cell)) return Number(String(cell).replace(/\s/g, ''));
  const own = typeof cell === 'string' ? unitOfCell(cell) : undefined;
  const reading = readNumber(cell, undefined, own?.dimension ?? 'money');
  return reading.kind === 'value' ? reading.value : undefined;
}

function look(
  cell: string,
  count: Record<'texts' | 'companies' | 'codes' | 'towns' | 'years' | 'ranges' | 'days', number>,
): void {
  const text = cellText(cell);
  if (isMissingMark(text)) return;
  if (/^(?:19|20)\d{2}年?度?$/.test(text)) count.years++;
  if (text.length === 18 && checkCreditCode(text).kind === 'valid') count.codes++;
  count.texts++;
  if (/^(?:19|20)\d{2}[年.\-/]\d{1,2}/.test(text)) count.days++;
  if (text.length <= 16 && /^[≥≤<>]?\d|^[\u4e00-\u9fff]{2,4}\d/.test(text) && readRange(text)) count.ranges++;
  if (text.length >= 4 && text.length <= 40 && COMPANY.test(text) && /[\u4e00-\u9fff]/.test(text)) count.companies++;
  if (text.length <= 12 && /(?:镇|街道|乡|区|园|县|市)$/.test(text)) count.towns++;
}
