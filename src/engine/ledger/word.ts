import { CHOICES, type ChoiceWords } from './choices';
import { cellText, found, isMissingMark, MISSING, UNREADABLE, type Cell, type Reading } from './cell';

/** What ledgers write for yes. */
export const YES: ReadonlySet<string> = new Set(
  '是 √ ✓ ✔ ☑ ■ ● 有 Y YES 1 TRUE T 符合 内 已 对 属于 可 可以 能 达标'.split(' '),
);
/** What ledgers write for no. */
export const NO: ReadonlySet<string> = new Set(
  '否 × ✗ ✘ ✕ ✖ ╳ ☒ X 无 没有 N NO 0 FALSE F 不符合 不符 外 未 不 错 不属于 不可 不可以 不能 不达标'.split(' '),
);

/** How a word column is read. A formula's argument delivers a blank cell as the number 0, so there 0 means nothing. */
export interface WordOptions {
  readonly zeroIsBlank: boolean;
  /** The header says the opposite (不符合规划): yes and no change places. */
  readonly negated?: boolean;
}

/** What ticks a box, and a box with the word behind it: □是 ☑否. */
const TICKED = '☑■☒✓√✔●◉▣';
const BOX = new RegExp(`([□☐○◯▢${TICKED}])([^□☐○◯▢${TICKED}]+)`, 'g');
/** A bracket that speaks of another time or of an intention does not say what holds. */
const OTHER_TIME = /原|上年|去年|前年|拟|暂|待|建议|申诉|调整|预/;

/** The one word that is ticked where a cell prints several boxes; the text itself without its note where it prints none. */
export function statedWord(text: string): string {
  const boxes = [...text.matchAll(BOX)];
  if (boxes.length >= 2) {
    const ticked = boxes.filter(([, mark = '']) => TICKED.includes(mark));
    return ticked.length === 1 ? (ticked[0]?.[2] ?? '') : text;
  }
  const noted = /^([^()]+)[(]([^()]*)[)]$/.exec(text);
  return noted?.[1] !== undefined && !OTHER_TIME.test(noted[2] ?? '') ? noted[1] : text;
}

/** Reads a tick, 是/否 or 1/0. 无 means no here (domain/paths.md, Fields). */
export function readYesNo(cell: Cell, options: WordOptions): Reading<boolean> {
  if (cell === 0 && options.zeroIsBlank) return MISSING;
  const text = cellText(cell).toUpperCase();
  const negated = options.negated === true;
  for (const word of [text, statedWord(text)]) {
    if (YES.has(word)) return found(!negated);
    if (NO.has(word)) return found(negated);
  }
  return isMissingMark(text) ? MISSING : UNREADABLE;
}

/** Reads a choice field's word in the pack's spelling; what the column's list does not know is unreadable. */
export function readChoice(cell: Cell, fieldId: string, options: WordOptions): Reading<string> {
  if (cell === 0 && options.zeroIsBlank) return MISSING;
  const choices = CHOICES[fieldId];
  if (!choices) throw new Error(`field "${fieldId}" has no list of choices`);
  const word = choiceOf(cellText(cell).toUpperCase(), choices, options);
  return word ?? UNREADABLE;
}

function choiceOf(text: string, choices: ChoiceWords, options: WordOptions): Reading<string> | undefined {
  // 无 in a grade column is "no grade", elsewhere it is missing: the list of meanings is asked before the marks.
  const stated = statedWord(text).replace(/^([A-Z])[+-]$/, '$1');
  const meaning = [text, text.replace(/[()]/g, ''), stated, stated.replace(/(?:企业|单位)$/, '')]
    .map((word) => choices.meanings.get(word))
    .find((word) => word !== undefined);
  if (meaning !== undefined) return found(meaning);
  if (isMissingMark(text)) return MISSING;
  if (choices.yes === undefined || choices.no === undefined) return undefined;
  const yes = readYesNo(text, { zeroIsBlank: false });
  if (yes.kind !== 'value') return undefined;
  // 开发边界外 = 是 means outside; the words 内 and 外 mean themselves under any header.
  return found(yes.value !== (options.negated === true) ? choices.yes : choices.no);
}

/** Reads a text cell; marks for nothing are missing. Brackets and blanks are brought to one form. */
export function readText(cell: Cell, options: WordOptions): Reading<string> {
  if (cell === 0 && options.zeroIsBlank) return MISSING;
  const text = cellText(cell);
  return isMissingMark(text) ? MISSING : found(text);
}

/** Reads a year: 1998, "1998年", "1998.6", a day, or an Excel date serial number. */
export function readYear(cell: Cell): Reading<number> {
  if (cell === 0) return MISSING;
  if (typeof cell === 'number' && Number.isInteger(cell) && cell >= 1800 && cell < 2200) return found(cell);
  const text = cellText(cell);
  if (isMissingMark(text)) return MISSING;
  const match = /^((?:18|19|20|21)\d{2})(?:\D.*)?$/.exec(text);
  if (match) return found(Number(match[1]));
  // A serial number from 1900 on: 365.2425 days a year, exact enough for the year but for its first and last day.
  const serial = Number(text);
  return serial > 2200 && serial < 80_000 ? found(1900 + Math.floor((serial - 1) / 365.2425)) : UNREADABLE;
}
