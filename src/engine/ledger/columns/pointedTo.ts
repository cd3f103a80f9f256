import { plainText } from '../normalise';
import type { Header } from '../words/header';

const SAYS_SO = /计算|核算|测算|为准|分母|分子|评价|作为/;
const SAYS_NOT = /不[计作以按得]|不是|不再|参考|对照|原[按以]/;
const SHORTEST = 3;

/** Whether a sentence says that the ledger goes by a column: 亩均税收按“评价面积”计算, 企业税收以“税收小计”为准. */
export function isPointedTo(path: readonly Header[], notes: readonly string[]): boolean {
  const name = path.at(-1)?.name ?? '';
  if (name.length < SHORTEST || notes.length === 0) return false;
  return notes
    .flatMap((text) => plainText(text).split(/[;;。]/))
    .some((clause) => SAYS_SO.test(clause) && !SAYS_NOT.test(clause) && isNamedBy(clause, name));
}

function isNamedBy(clause: string, name: string): boolean {
  for (let at = clause.indexOf(name); at >= 0; at = clause.indexOf(name, at + 1)) {
    if (/(?:[按以用取依]|依据|根据|采用)[“"「'《]?$/.test(clause.slice(0, at))) return true;
  }
  return false;
}
