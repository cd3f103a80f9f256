import { numbersOf } from '../column/verbs';
import { codeOf, type WordColumn } from '../column/column';
import type { Ledger } from '../ledger/readLedger';
import type { RuleReading } from '../rule/truth';
import type { AssessContext } from './context';
import { townshipAt, townshipMeans } from './townshipMeans';

const LEVELS = ['高', '低'] as const;
const HIGH = 1;
const LOW = 2;
const OF_GRADE: Readonly<Record<string, number>> = { A: HIGH, B: HIGH, C: LOW, D: LOW };

/** Where a row's 产出水平 came from; a number is the line it was compared with, in 万元/亩. */
export type OutputSource = 'own' | 'grade' | 'line' | 'mean' | 'none';

export interface OutputLevel {
  readonly reading: RuleReading;
  readonly source: readonly OutputSource[];
  readonly line: Float64Array;
}

/** The bits under which what is missing is named. */
export interface OutputBits {
  readonly grade: number;
  readonly tax: number;
  readonly area: number;
}

/**
 * 产出水平 of the 太仓 document, which gives no number (domain/paths.md): the first of the ledger's own column, the grade,
 * the 产出线 of the township or the general one, and the township's mean over the cohort. Strictly less is 低.
 */
export function outputLevel(ledger: Ledger, context: AssessContext, bits: OutputBits): OutputLevel {
  const means = context.cohort ? townshipMeans(context.cohort) : new Map<string, never>();
  const lines = context.policy.outputLines;
  const values = new Uint16Array(ledger.rows);
  const missing = new Uint32Array(ledger.rows);
  const line = new Float64Array(ledger.rows).fill(NaN);
  const source: OutputSource[] = new Array<OutputSource>(ledger.rows).fill('none');
  const tax = numbersOf(ledger, 'taxPaid');
  const area = numbersOf(ledger, 'landArea');
  const own = ownLevels(ledger);
  const grade = gradeLevels(ledger);
  for (let row = 0; row < ledger.rows; row++) {
    const told = own[row] ?? 0;
    const graded = grade[row] ?? 0;
    if (told !== 0 || graded !== 0) {
      values[row] = told === 0 ? graded : told;
      source[row] = told === 0 ? 'grade' : 'own';
      continue;
    }
    const township = townshipAt(ledger, row);
    const set = lines.get(township ?? '') ?? lines.get('');
    line[row] = set ?? (township === undefined ? NaN : (means.get(township)?.taxPerMu ?? NaN));
    if (Number.isNaN(line[row])) {
      missing[row] = bits.grade;
      continue;
    }
    source[row] = set === undefined ? 'mean' : 'line';
    const paid = tax[row] ?? NaN;
    const mu = area[row] ?? NaN;
    if (Number.isNaN(paid) || !(mu > 0)) {
      missing[row] = (Number.isNaN(paid) ? bits.tax : 0) | (mu > 0 ? 0 : bits.area);
    } else values[row] = isBelow(paid / mu, line[row] ?? NaN) ? LOW : HIGH;
  }
  return { reading: { values, words: LEVELS, missing }, source, line };
}

/** Strictly less, but for binary noise: equal yields must not fall below their own mean by a last bit. */
function isBelow(value: number, line: number): boolean {
  return line - value > 1e-12 * Math.abs(line);
}

function ownLevels(ledger: Ledger): Uint16Array {
  const column = ledger.columns.get('outputLevel');
  return column?.kind === 'word' ? translate(column, { 高: HIGH, 低: LOW }) : new Uint16Array(ledger.rows);
}

function gradeLevels(ledger: Ledger): Uint16Array {
  const column = ledger.columns.get('grade');
  return column?.kind === 'word' ? translate(column, OF_GRADE) : new Uint16Array(ledger.rows);
}

function translate(column: WordColumn, codes: Readonly<Record<string, number>>): Uint16Array {
  const table = new Uint16Array(column.words.length + 1);
  for (const [word, code] of Object.entries(codes)) table[codeOf(column, word)] = code;
  table[0] = 0;
  return Uint16Array.from(column.codes, (code) => table[code] ?? 0);
}
