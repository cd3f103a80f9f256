import { foldText } from '../../rule/read/foldText';
import { Longest } from '../../rule/read/longest';
import { Scanner, type Word } from '../../rule/read/scanner';
import type { ConditionTree } from '../../rule/tree';

const NO_NAMES = { fields: new Map(), values: new Set<string>() };
const SEPARATORS = ';,、/|';

/** Reads a cell of a column of words: `是`, `C;D`, `C 或 D`, `非D`. Throws RuleError. */
export function readWords(text: string, field: string, known: readonly string[]): ConditionTree {
  const scanner = new Scanner(text, NO_NAMES);
  const words = new Longest(known.map((word) => [foldText(word).text, word]));
  scanner.hasMore();
  const first = scanner.word(words);
  const sign = first ? undefined : scanner.sign();
  const not = sign === 'not' || sign === '!=';
  if (sign !== undefined && sign !== '=' && !not) throw scanner.error('notACondition', all(scanner), known);
  const found = [first ?? nextWord(scanner, words, known)];
  while (scanner.takes(SEPARATORS) || isOr(scanner)) {
    if (scanner.hasMore()) found.push(nextWord(scanner, words, known));
  }
  if (scanner.hasMore()) throw unknown(scanner, known);
  const asked = [...new Set(found.map((word) => word.text))];
  // 非 every word there is holds for no row.
  if (not && asked.length === known.length) throw scanner.error('emptyRange', all(scanner));
  return { kind: 'isOneOf', field, words: found.map((word) => word.text), not };
}

function nextWord(scanner: Scanner, words: Longest<string>, known: readonly string[]): Word {
  const word = scanner.hasMore() ? scanner.word(words) : undefined;
  if (!word) throw unknown(scanner, known);
  return word;
}

function isOr(scanner: Scanner): boolean {
  const before = scanner.place;
  if (scanner.hasMore() && scanner.sign() === 'or') return true;
  scanner.place = before;
  return false;
}

function unknown(scanner: Scanner, known: readonly string[]): Error {
  const stretch = scanner.unread();
  const isWord = /[\p{L}\p{N}]/u.test(scanner.text.slice(stretch.at, stretch.end));
  return isWord ? scanner.error('unknownWord', stretch, known) : scanner.error('notACondition', all(scanner), known);
}

function all({ text }: Scanner): { readonly at: number; readonly end: number } {
  return { at: 0, end: text.length };
}
