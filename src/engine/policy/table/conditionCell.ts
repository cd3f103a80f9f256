import type { Comparison, ConditionTree, NumberTree, Vocabulary } from '../../rule/tree';
import { isBlank, type Cell } from '../../ledger/cell';
import { dayOfSerial, dayOfText } from '../../quantity/day';
import { daySerial } from '../../quantity/daySerial';
import type { ConditionColumn } from './vocabulary';

/** Why a cell of conditions cannot be read; `expected` lists the words or names it may use. */
export interface CellProblem {
  readonly code: 'notACondition' | 'looksLikeDate' | 'unknownWord' | 'unknownName' | 'notADay';
  readonly part: string;
  readonly expected: readonly string[];
}

/** A cell's condition, nothing where it asks nothing, or what is wrong with it. */
export type CellReading = { readonly tree?: ConditionTree } | { readonly problem: CellProblem };

const ANYTHING = /^(?:-|—|——|\/|任意|不限|其余)$/;

/**
 * Reads a cell of a decision table: `<=5`, `5以下`, `5-15` (both ends included), `(5,15]`, `>5 且 <=15`, `<=重点排查线`;
 * in a column of words `是`, `C;D`, `非D`. Blank and - ask nothing.
 */
export function readConditionCell(cell: Cell, column: ConditionColumn, vocabulary: Vocabulary): CellReading {
  const text = isBlank(cell) ? '' : plain(String(cell === true ? '是' : cell === false ? '否' : cell));
  if (text === '' || ANYTHING.test(text)) return {};
  if (column.words) return words(text, column.name, column.words);
  if (column.day) return days(typeof cell === 'number' ? (dayOfSerial(cell) ?? text) : text, column.name);
  // 5-15 typed into a cell that is no text cell becomes the 15th of May.
  if (typeof cell === 'number' && Number.isInteger(cell) && cell > 36_000 && cell < 80_000) {
    return { problem: { code: 'looksLikeDate', part: String(cell), expected: [] } };
  }
  return numbers(text, column.name, vocabulary);
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[≤⩽]/g, '<=')
    .replace(/[≥⩾]/g, '>=')
    .replace(/≠/g, '<>')
    .replace(/!=/g, '<>')
    .replace(/[~～–—至]/g, '-')
    .replace(/^-+$/, '-');
}

function words(text: string, field: string, known: readonly string[]): CellReading {
  const negated = /^(?:非|不是|<>)(.+)$/.exec(text);
  const list = (negated?.[1] ?? text).replace(/^=/, '');
  const wanted = list.split(/[;,、或/|]/).filter((word) => word !== '');
  const unknown = wanted.find((word) => !known.includes(word));
  if (unknown !== undefined) return { problem: { code: 'unknownWord', part: unknown, expected: known } };
  if (wanted.length === 0) return { problem: { code: 'notACondition', part: text, expected: known } };
  return { tree: { kind: 'isOneOf', field, words: wanted, not: negated !== null } };
}

/** `<2020-06-30`, `不晚于2020年6月30日`: a day against one written out. */
function days(text: string, name: string): CellReading {
  const parts: ConditionTree[] = [];
  for (const piece of text.split(/且|并且|and|&/i)) {
    const [op, operand] = boundsOf(piece, true)[0] ?? ['=', piece];
    const day = dayOfText(operand);
    if (day === undefined) return { problem: { code: 'notADay', part: operand, expected: [] } };
    const right = { kind: 'number', value: daySerial(day) } as const;
    parts.push({ kind: 'compare', op, left: { kind: 'field', name }, right, day: true });
  }
  const [only, ...more] = parts;
  if (!only) return { problem: { code: 'notADay', part: text, expected: [] } };
  return { tree: more.length === 0 ? only : { kind: 'and', parts } };
}

const NUMBER = String.raw`-?\d+(?:\.\d+)?`;
const RANGE = new RegExp(`^(${NUMBER})-(${NUMBER})$`);
const INTERVAL = /^([[(])(.+),(.+)([\])])$/;
const WORDED: readonly (readonly [RegExp, Comparison])[] = [
  [/^(?:不超过|不高于|至多)(.+)$/, '<='],
  [/^(?:不低于|不少于|至少)(.+)$/, '>='],
  [/^不晚于(.+)$/, '<='],
  [/^不早于(.+)$/, '>='],
  [/^早于(.+)$/, '<'],
  [/^晚于(.+)$/, '>'],
  [/^(?:低于|小于|不足)(.+)$/, '<'],
  [/^(?:高于|大于|超过)(.+)$/, '>'],
  [/^(.+?)(?:及)?以下$/, '<='],
  [/^(.+?)(?:及)?以上$/, '>='],
  [/^<=(.+)$/, '<='],
  [/^>=(.+)$/, '>='],
  [/^<>(.+)$/, '!='],
  [/^<(.+)$/, '<'],
  [/^>(.+)$/, '>'],
  [/^=?(.+)$/, '='],
];

function numbers(text: string, name: string, vocabulary: Vocabulary): CellReading {
  const parts: ConditionTree[] = [];
  for (const piece of text.split(/且|并且|and|&/i)) {
    const bounds = boundsOf(piece, vocabulary.includesLine ?? true);
    for (const [op, operand] of bounds) {
      const right = operandOf(operand, vocabulary);
      if ('code' in right) return { problem: right };
      const worded = isBare(piece) ? { worded: true as const } : {};
      parts.push({ kind: 'compare', op, left: { kind: 'field', name }, right, ...worded });
    }
  }
  const [only, ...more] = parts;
  if (!only) return { problem: { code: 'notACondition', part: text, expected: [] } };
  return { tree: more.length === 0 ? only : { kind: 'and', parts } };
}

function boundsOf(piece: string, includesLine: boolean): readonly (readonly [Comparison, string])[] {
  const range = RANGE.exec(piece);
  if (range) {
    return [
      ['>=', range[1] ?? ''],
      ['<=', range[2] ?? ''],
    ];
  }
  const interval = INTERVAL.exec(piece);
  if (interval) {
    return [
      [interval[1] === '[' ? '>=' : '>', interval[2] ?? ''],
      [interval[4] === ']' ? '<=' : '<', interval[3] ?? ''],
    ];
  }
  for (const [pattern, op] of WORDED) {
    const match = pattern.exec(piece);
    if (match) return [[isBare(piece) && !includesLine ? STRICT[op] : op, match[1] ?? '']];
  }
  return [];
}

/** 5以下 and 5以上, whose own policy may leave the number out; 5及以下 always includes it. */
function isBare(piece: string): boolean {
  return /(?<!及)以[下上]$/.test(piece);
}

const STRICT: Readonly<Record<Comparison, Comparison>> = {
  ...{ '=': '=', '!=': '!=', '<': '<', '>': '>' },
  ...{ '<=': '<', '>=': '>' },
};

function operandOf(text: string, { values, fields }: Vocabulary): NumberTree | CellProblem {
  const bare = text.replace(/(?:万元\/亩|万元|亩|年)$/, '');
  if (new RegExp(`^${NUMBER}$`).test(bare)) return { kind: 'number', value: Number(bare) };
  const name = [...values].find((value) => plain(value) === text);
  if (name !== undefined) return { kind: 'value', name };
  const field = [...fields].find(([known, { words: own }]) => own === undefined && plain(known) === text)?.[0];
  if (field !== undefined) return { kind: 'field', name: field };
  const isName = /^[\p{L}][\p{L}\d()（）]*$/u.test(text);
  return { code: isName ? 'unknownName' : 'notACondition', part: text, expected: [...values] };
}
