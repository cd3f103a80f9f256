import type { RuleError, Vocabulary } from '../tree';
import { Longest } from './longest';
import { Scanner, type Operand, type Stretch, type Word } from './scanner';
import { CALL_NAMES, takesParts, type Called } from './calls';
import { boundSign, type Sign } from './signs';
import { foldText } from './foldText';
import { knownNames } from './knownNames';

/** A condition as text for mathjs: every name, number, day and list of words is the symbol t0, t1 … of its operand. */
export interface Syntax {
  readonly text: string;
  readonly operands: readonly Operand[];
  /** The operands that were said with 以下 or 以上 alone. */
  readonly worded: ReadonlySet<number>;
  readonly scanner: Scanner;
}

/** A person reads no more at a sight, and every later reading of the tree is spared a check of its depth. */
const MOST_PARTS = 600;
const DEEPEST = 40;
const OPENING = '[{(';
const CLOSING = ']})';
const SEPARATORS = ',、;';
/** Inside of a call a comma parts the call. */
const SEPARATORS_IN_CALL = '、;';

/**
 * Reads a condition or a formula sign by sign and writes it for mathjs, `not` around the comparison behind it. Throws RuleError
 * at whatever it does not know and whatever stands where it cannot stand: what it writes parses.
 */
export function writeSyntax(rule: string, vocabulary: Vocabulary): Syntax {
  return new SyntaxWriter(rule, vocabulary).write();
}

interface Bracket extends Stretch {
  /** The `not (` that are still open inside of it. */
  nots: number;
  readonly called?: Called;
  /** The commas of a call that were read so far. */
  commas: number;
}

class SyntaxWriter {
  private readonly scanner: Scanner;
  private readonly written: string[] = [];
  private readonly operands: Operand[] = [];
  private readonly worded = new Set<number>();
  private readonly brackets: Bracket[] = [{ at: 0, end: 0, nots: 0, commas: 0 }];
  private parts = 0;
  private depth = 0;
  private minuses = 0;
  private wantsOperand = true;

  constructor(
    rule: string,
    private readonly vocabulary: Vocabulary,
  ) {
    this.scanner = new Scanner(rule, vocabulary);
  }

  write(): Syntax {
    const { scanner, operands, worded } = this;
    while (scanner.hasMore()) {
      if (this.wantsOperand) this.beforeOperand();
      else this.afterOperand();
      this.checkSize();
    }
    if (this.wantsOperand || this.brackets.length > 1) throw this.misplaced(scanner.place);
    this.closeNots();
    return { text: this.written.join(' '), operands, worded, scanner };
  }

  private checkSize(): void {
    const here = { at: 0, end: Math.min(12, this.scanner.text.length) };
    if (++this.parts > MOST_PARTS) throw this.scanner.error('tooLong', here);
    if (this.depth + this.minuses > DEEPEST) throw this.scanner.error('tooDeep', here);
  }

  private beforeOperand(): void {
    const at = this.scanner.place;
    const called = this.scanner.call();
    const known = called ? undefined : this.scanner.line();
    if (called) this.open(at, called);
    else if (known) this.operand(known);
    else if (!this.opening(at)) this.unknown(at);
  }

  /** What may stand in front of an operand; any other sign is out of place. */
  private opening(at: number): boolean {
    const sign = this.scanner.sign();
    if (sign === 'not') this.openNot();
    else if (sign === '(') this.open(at);
    else if (sign === '-') this.minus();
    else if (sign !== undefined) throw this.misplaced(at);
    return sign !== undefined;
  }

  private minus(): void {
    this.minuses++;
    this.put('-');
  }

  /** A word that may still be a choice's: D in D = 等级. */
  private unknown(at: number): void {
    const unknown = this.scanner.operand();
    if (!unknown) throw this.misplaced(at);
    if (this.scanner.takes('(')) throw this.scanner.error('unsupported', this.calledAt(unknown), CALL_NAMES);
    this.operand(unknown);
  }

  private afterOperand(): void {
    const at = this.scanner.place;
    if (this.comma() || this.bound()) return;
    const sign = this.scanner.sign();
    if (sign === undefined || sign === 'at' || sign === '(') throw this.misplaced(at);
    if (sign === 'full' || sign === 'notFull') this.period(sign, at);
    else if (sign === ')') this.close(at);
    else this.between(sign, at);
  }

  private between(sign: Exclude<Sign, 'at' | 'full' | 'notFull' | '(' | ')'>, at: number): void {
    this.wantsOperand = true;
    if (sign === 'and' || sign === 'or') this.closeNots();
    if (sign === 'not') this.notIn(at);
    else if (sign === 'in' || sign === 'notIn' || sign === '=' || sign === '!=') this.equals(sign, at);
    else this.put(sign);
    if (sign === '+' || sign === '-') this.span();
  }

  /** 交地日期 + 6 个月: a length behind a day. */
  private span(): void {
    const last = this.operands.at(-1);
    const isDay = last?.kind === 'name' && this.vocabulary.fields.get(last.name)?.day === true;
    if (!isDay && last?.kind !== 'day' && last?.kind !== 'span') return;
    const at = this.scanner.place;
    const span = this.scanner.span();
    if (span) this.operand({ kind: 'span', ...span, at, end: this.scanner.place });
  }

  private operand(operand: Operand): void {
    this.put(`t${this.operands.length}`);
    this.operands.push(operand);
    this.wantsOperand = false;
    this.minuses = 0;
  }

  /** 亩均税收 5 以下, 亩均税收在重点排查线以下: a line behind a side, and the bound behind the line. */
  private bound(): boolean {
    const { scanner } = this;
    const at = scanner.place;
    if (scanner.sign() !== 'at') scanner.place = at;
    const line = scanner.hasMore() ? scanner.line() : undefined;
    const bound = line && scanner.hasMore() ? scanner.bound() : undefined;
    if (!line || !bound) {
      scanner.place = at;
      return false;
    }
    this.put(boundSign(bound, this.vocabulary.includesLine ?? true));
    if (bound.worded) this.worded.add(this.operands.length);
    this.operand(line);
    return true;
  }

  /** 投产日期 满 3 年: the day is that one, told from 基准日, or before. */
  private period(sign: 'full' | 'notFull', from: number): void {
    const at = this.scanner.place;
    const name = this.scanner.period();
    if (name === undefined) throw this.misplaced(from);
    this.put(sign === 'full' ? '<=' : '>');
    this.operand({ kind: 'before', name, at, end: this.scanner.place });
  }

  private comma(): boolean {
    const own = this.brackets.at(-1);
    if (!own?.called || !this.scanner.takes(',')) return false;
    this.closeNots();
    own.commas++;
    this.put(',');
    this.wantsOperand = true;
    return true;
  }

  /** 等级 not in {C, D} */
  private notIn(at: number): void {
    if (!this.scanner.hasMore() || this.scanner.sign() !== 'in') throw this.misplaced(at);
    this.equals('notIn', at);
  }

  /** Behind a field of words stand words; elsewhere = compares numbers, and `in` has nothing to do. */
  private equals(sign: '=' | '!=' | 'in' | 'notIn', at: number): void {
    const isNot = sign === '!=' || sign === 'notIn';
    const words = this.wordsAsked();
    if (!words && sign !== '=' && sign !== '!=') throw this.misplaced(at);
    this.put(isNot ? '!=' : '==');
    if (words) this.operand(this.words(words, isNot));
  }

  private wordsAsked(): readonly string[] | undefined {
    const last = this.operands.at(-1);
    return last?.kind === 'name' ? this.vocabulary.fields.get(last.name)?.words : undefined;
  }

  /** {C, D}, C、D, 104; for = also C 或 D. */
  private words(known: readonly string[], isNot: boolean): Operand {
    const { scanner } = this;
    const words = new Longest(known.map((word) => [foldText(word).text, word]));
    if (!scanner.hasMore()) throw this.misplaced(scanner.place);
    const at = scanner.place;
    const isList = scanner.takes(OPENING);
    const found = [this.word(words, known)];
    const isPart = !isList && this.brackets.some(({ called }) => called);
    while (scanner.takes(isPart ? SEPARATORS_IN_CALL : SEPARATORS)) found.push(this.word(words, known));
    if (isList && !scanner.takes(CLOSING)) throw this.misplaced(scanner.place);
    if (!isList && !isNot) this.alternatives(words, found);
    return { kind: 'words', words: found, at, end: scanner.place };
  }

  private word(words: Longest<string>, known: readonly string[]): Word {
    const { scanner } = this;
    if (!scanner.hasMore()) throw this.misplaced(scanner.place);
    const word = scanner.word(words);
    if (word) return word;
    const stretch = scanner.unread();
    const isText = stretch.end > stretch.at && /[\p{L}\p{N}]/u.test(scanner.text.slice(stretch.at, stretch.end));
    throw isText ? scanner.error('unknownWord', stretch, known) : this.misplaced(stretch.at);
  }

  /** 等级 = C 或 D means both words; a word behind 或 with a comparison of its own is a side. */
  private alternatives(words: Longest<string>, found: Word[]): void {
    for (let more = this.alternative(words); more; more = this.alternative(words)) found.push(more);
  }

  private alternative(words: Longest<string>): Word | undefined {
    const { scanner } = this;
    const before = scanner.place;
    const word = scanner.hasMore() && scanner.sign() === 'or' && scanner.hasMore() ? scanner.word(words) : undefined;
    const after = scanner.place;
    const next = word && scanner.hasMore() ? scanner.sign() : undefined;
    const isWord = word !== undefined && (next === undefined || ['and', 'or', ')'].includes(next));
    scanner.place = isWord ? after : before;
    return isWord ? word : undefined;
  }

  private openNot(): void {
    this.put('not (');
    const own = this.brackets.at(-1);
    if (own) own.nots++;
    this.depth++;
  }

  private closeNots(): void {
    const own = this.brackets.at(-1);
    if (!own) return;
    this.written.push(')'.repeat(own.nots));
    this.depth -= own.nots;
    own.nots = 0;
  }

  private open(at: number, called?: Called): void {
    this.put(called ? `${called}(` : '(');
    this.brackets.push({ at, end: this.scanner.place, nots: 0, commas: 0, ...(called && { called }) });
    this.depth++;
  }

  private close(at: number): void {
    if (this.brackets.length === 1) throw this.misplaced(at);
    this.closeNots();
    const closed = this.brackets.pop();
    if (closed?.called && !takesParts(closed.called, closed.commas + 1))
      throw this.scanner.error('wrongParts', { at: closed.at, end: this.scanner.place });
    this.depth--;
    this.put(')');
  }

  private put(text: string): void {
    this.written.push(text);
  }

  /** Whatever stands here cannot stand here; a sign that no condition has is told as one. */
  private misplaced(at: number): RuleError {
    const { scanner } = this;
    const last = this.operands.at(-1);
    // 档位 属于 {…}: behind a name that nobody knows a sign of words is not what is wrong.
    if (last?.kind === 'unknown' && scanner.asksForWords(at))
      return scanner.error('unknownName', last, knownNames(this.vocabulary));
    scanner.place = at;
    const sign = scanner.hasMore() ? scanner.sign() : undefined;
    const stretch = sign === undefined ? scanner.unread() : { at: at, end: scanner.place };
    const text = scanner.text.slice(stretch.at, stretch.end);
    const isOurs = sign !== undefined || text === '' || /[\p{L}\p{N}"',、;{}[\]]/u.test(text);
    return scanner.error(isOurs ? 'syntax' : 'unknownSign', stretch);
  }

  /** f(…), up to its closing bracket. */
  private calledAt({ at }: Stretch): Stretch {
    const close = this.scanner.text.indexOf(')', this.scanner.place);
    return { at, end: close < 0 ? this.scanner.text.length : close + 1 };
  }
}
