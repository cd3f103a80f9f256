import { create, parseDependencies, type MathNode } from 'mathjs';
import { RuleError } from './tree';

const { parse } = create(parseDependencies ?? {}, {});
const latin = parse.isAlpha.bind(parse);
// Our own instance's parser: CJK letters, the ordinal marks of 二(一) left out, may stand in names.
parse.isAlpha = (char: string, previous: string, next: string) =>
  /[\u3400-\u4dbf\u4e00-\u9fff\u3007]/.test(char) || latin(char, previous, next);

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/≤|⩽/g, '<='],
  [/≥|⩾/g, '>='],
  [/≠|<>/g, '!='],
  [/[“”]/g, '"'],
  [/[×·]/g, '*'],
  [/÷/g, '/'],
  [/(?<![<>!=])=(?!=)/g, '=='],
  [/(?:^|(?<=[\s)]))(?:且|并且)(?=[\s(])/g, ' and '],
  [/(?:^|(?<=[\s)]))(?:或|或者)(?=[\s(])/g, ' or '],
  [/(?:^|(?<=[\s(]))非(?=[\s(])/g, ' not '],
];

/** One placeholder per known name: mathjs would read 2024年税收 as 2024 * 年税收 and 能耗% as a remainder. */
export interface Placeholders {
  readonly text: string;
  readonly nameOf: ReadonlyMap<string, string>;
}

/** Brings a rule to mathjs's spelling and puts placeholders for known names, longest first, outside quoted words. */
export function withPlaceholders(rule: string, names: readonly string[], includesLine = true): Placeholders {
  const nameOf = new Map<string, string>();
  const longest = names.toSorted((a, b) => b.length - a.length);
  const pieces = rule.normalize('NFKC').split(/("[^"]*")/);
  const text = pieces
    .map((piece, index) => (index % 2 === 1 ? piece : replaceNames(quotedDays(piece), longest, nameOf)))
    .map((piece, index) => (index % 2 === 1 ? piece : respell(bounded(piece, includesLine))))
    .join('');
  return { text, nameOf };
}

/** A day is a text: mathjs would read 2020-06-30 as a difference. */
function quotedDays(piece: string): string {
  return piece.replace(/(?<![\d.])\d{4}(?:-\d{1,2}-\d{1,2}|年\d{1,2}月\d{1,2}日)(?!\d)/g, (day) => `"${day}"`);
}

const BOUND = /(?:在\s*)?(mujun_\d+_|\d+(?:\.\d+)?)\s*(?:万元\/亩|万元|亩|年)?\s*(及)?以([下上])/g;

/** What stands around a bound that was said as 以下 or 以上, until the rule is a tree. */
export const WORDED_BOUND = 'mujun_bound_';

/** 亩均税收 5 以下 is <= 5, or < 5 where the policy says that 以下 leaves the number out; 及以下 always includes it. */
function bounded(piece: string, includesLine: boolean): string {
  return piece.replace(BOUND, (_, line: string, and: string | undefined, side: string) => {
    const sign = side === '下' ? '<' : '>';
    return and === undefined ? ` ${sign}${includesLine ? '=' : ''} ${WORDED_BOUND}(${line}) ` : ` ${sign}= ${line} `;
  });
}

function replaceNames(piece: string, longest: readonly string[], nameOf: Map<string, string>): string {
  let text = piece;
  longest.forEach((name, index) => {
    const plain = name.normalize('NFKC');
    if (!text.includes(plain)) return;
    const placeholder = `mujun_${index}_`;
    nameOf.set(placeholder, name);
    text = text.split(plain).join(` ${placeholder} `);
  });
  return text;
}

function respell(piece: string): string {
  const text = SPELLINGS.reduce((done, [pattern, to]) => done.replace(pattern, to), piece);
  // {C, D} is a set here and an object there; a list in square brackets parses as we mean it.
  return text.replace(/\{([^{}:]*)\}/g, '[$1]');
}

/** Parses a rule's text with mathjs. A syntax error names the place mathjs stopped at. */
export function parseSyntax({ text, nameOf }: Placeholders, rule: string): MathNode {
  try {
    return parse(text);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const char = Number((error as { char?: unknown }).char);
    throw new RuleError(
      'syntax',
      said,
      rule,
      Number.isFinite(char) ? placeBefore(text.slice(0, char - 1), nameOf, rule) : -1,
    );
  }
}

/** The place in the rule as written that the parser had come to: as many signs other than spaces stand before it. */
function placeBefore(read: string, nameOf: ReadonlyMap<string, string>, rule: string): number {
  const asWritten = read.replace(/mujun_\d+_/g, (placeholder) => nameOf.get(placeholder) ?? '').replace(/==/g, '=');
  let signs = asWritten.replace(/\s/g, '').length;
  for (let at = 0; at < rule.length; at++) {
    if (/\s/.test(rule[at] ?? '')) continue;
    if (signs === 0) return at;
    signs--;
  }
  return rule.length;
}
