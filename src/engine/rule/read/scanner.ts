import { dayOfText } from '../../quantity/day';
import { daySerial } from '../../quantity/daySerial';
import { parseUnit, type Unit } from '../../quantity/unit';
import { RuleError, type Vocabulary } from '../tree';
import { foldText, type FoldedText } from './foldText';
import { Longest, type Found } from './longest';
import { daysBeforeName, type Period } from '../daysBefore';
import { CALLS, type Called } from './calls';
import { BOUNDS, SIGNS, type Bound, type Sign } from './signs';

/** A stretch of a condition's folded text. */
export interface Stretch {
  readonly at: number;
  readonly end: number;
}
/** A word of a list, as the list of words spells it. */
export type Word = Stretch & { readonly text: string };
/** One side of a comparison, or a part of it. `unknown` is text that is no name; it may still be the word of a choice. */
export type Operand = Stretch &
  (
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'number'; readonly value: number; readonly text: string; readonly unit?: Unit }
    | { readonly kind: 'day'; readonly serial: number }
    /** A day told from 基准日, by its name. */
    | { readonly kind: 'before'; readonly name: string }
    /** 6 个月, behind a day and + or -. */
    | { readonly kind: 'span'; readonly amount: string; readonly period: Period }
    | { readonly kind: 'words'; readonly words: readonly Word[] }
    | { readonly kind: 'unknown'; readonly text: string }
  );

/** No formula of a spreadsheet is longer. */
const MOST_SIGNS = 8192;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/iy;
const DAY = /(?:19|20|21)\d\d(?:([-/.])\d{1,2}\1\d{1,2}|年\d{1,2}月(?:\d{1,2}日?)?)(?![\d.])/y;
const PERIOD = /(周年|年|个月|月|天|日)(?:\(含\))?(?:以上|\(含\)以上)?/y;
const PERIODS: Readonly<Record<string, Period>> = {
  周年: '年',
  年: '年',
  个月: '个月',
  月: '个月',
  天: '天',
  日: '天',
};
const QUOTED = /"([^"]*)"|'([^']*)'|‘([^’]*)’/y;
const NAME_SIGN = /[\p{L}\p{N}_]/u;
const LONGEST_UNIT = 10;

type Names = Pick<Vocabulary, 'fields' | 'values' | 'parts'>;
const NAMES = new WeakMap<Names, Longest<string>>();

/** The names of a vocabulary, looked through once: reading all rules of a policy takes no longer than its rules and its names. */
function namesOf(vocabulary: Names): Longest<string> {
  const { fields, values, parts } = vocabulary;
  const all = () => [...fields.keys(), ...values, ...(parts?.names ?? [])];
  const names = NAMES.get(vocabulary) ?? new Longest(all().map((name) => [foldText(name).text, name]));
  NAMES.set(vocabulary, names);
  return names;
}

/** Reads the names, numbers, days, words and signs of a condition from left to right, each where it stands. */
export class Scanner {
  readonly text: string;
  place = 0;
  private readonly lower: string;
  private readonly folded: FoldedText;
  private readonly names: Longest<string>;
  private readonly values: ReadonlySet<string>;

  constructor(
    private readonly rule: string,
    vocabulary: Names,
  ) {
    if (rule.length > MOST_SIGNS) throw new RuleError('tooLong', `${rule.slice(0, 12)}…`, rule, 0);
    this.folded = foldText(rule);
    this.text = this.folded.text;
    this.lower = this.text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    this.values = vocabulary.values;
    this.names = namesOf(vocabulary);
  }

  /** Steps over blanks; whether anything is left. */
  hasMore(): boolean {
    while (this.text.charAt(this.place) === ' ') this.place++;
    return this.place < this.text.length;
  }

  /** A name, a quoted word, a day, a number with its unit, or a word that nobody knows. */
  operand(): Operand | undefined {
    return this.name() ?? this.quoted() ?? this.dayOrNumber() ?? this.unknown();
  }

  /** A name, a day or a number. */
  line(): Operand | undefined {
    return this.name() ?? this.dayOrNumber();
  }

  sign(): Sign | undefined {
    return this.take(SIGNS.at(this.lower, this.place));
  }

  /** 取小( and the like, read over with its bracket. */
  call(): Called | undefined {
    return this.take(CALLS.at(this.text, this.place));
  }

  /** 3 年, 参评年限 个月 behind 满; 以上 and (含)以上 behind it say nothing more. */
  period(): string | undefined {
    const span = this.span();
    return span && daysBeforeName(span.amount, span.period);
  }

  /** The same as it is said; nothing is read where no length stands. */
  span(): { readonly amount: string; readonly period: Period } | undefined {
    const at = this.place;
    const amount = this.hasMore() ? (this.match(NUMBER)?.[0] ?? this.valueName()) : undefined;
    const period = amount !== undefined && this.hasMore() ? this.match(PERIOD)?.[1] : undefined;
    if (amount !== undefined && period !== undefined) return { amount, period: PERIODS[period] ?? '年' };
    this.place = at;
    return undefined;
  }

  private valueName(): string | undefined {
    const name = this.name();
    return name?.kind === 'name' && this.values.has(name.name) ? name.name : undefined;
  }

  bound(): Bound | undefined {
    return this.take(BOUNDS.at(this.text, this.place));
  }

  /** Steps over one of these signs; whether it stood here. */
  takes(signs: string): boolean {
    const stands = this.hasMore() && signs.includes(this.text.charAt(this.place));
    if (stands) this.place++;
    return stands;
  }

  /** Whether a list of words, or a sign that asks for one, stands at a place. */
  asksForWords(at: number): boolean {
    this.place = at;
    const isList = this.hasMore() && '{['.includes(this.text.charAt(this.place));
    const sign = isList ? undefined : this.sign();
    return isList || sign === 'in' || sign === 'notIn';
  }

  /** One of these words, quoted or not; undefined where another text stands. */
  word(words: Longest<string>): Word | undefined {
    const at = this.place;
    const quoted = this.match(QUOTED);
    const text = quoted ? words.at(unquoted(quoted), 0) : words.at(this.text, at);
    if (!text || (quoted ? text.length < unquoted(quoted).length : !this.endsAt(at + text.length, false))) {
      this.place = at;
      return undefined;
    }
    if (!quoted) this.place = at + text.length;
    return { at, end: this.place, text: text.value };
  }

  /** The stretch of text that stands here up to a blank or a sign, which is read over. */
  unread(): Stretch {
    const at = this.place;
    this.place = this.endOfRun();
    return { at, end: Math.max(this.place, Math.min(at + 1, this.text.length)) };
  }

  /** A problem at a stretch: its text and place are those of the condition as written. */
  error(code: RuleError['code'], { at, end }: Stretch, expected: readonly string[] = []): RuleError {
    const { places } = this.folded;
    const from = places[at] ?? this.rule.length;
    return new RuleError(
      code,
      this.rule.slice(from, places[end] ?? this.rule.length).trim(),
      this.rule,
      from,
      expected,
    );
  }

  private name(): Operand | undefined {
    const found = this.names.at(this.text, this.place);
    if (!found || !this.endsAt(this.place + found.length, true)) return undefined;
    return { kind: 'name', name: found.value, ...this.step(found.length) };
  }

  private quoted(): Operand | undefined {
    const at = this.place;
    const match = this.match(QUOTED);
    if (!match) return undefined;
    const day = dayOfText(unquoted(match));
    const stretch = { at, end: this.place };
    if (day !== undefined) return { kind: 'day', serial: daySerial(day), ...stretch };
    return { kind: 'unknown', text: unquoted(match), ...stretch };
  }

  private dayOrNumber(): Operand | undefined {
    const at = this.place;
    const written = this.match(DAY)?.[0];
    if (written !== undefined) {
      const day = dayOfText(written);
      if (day === undefined) throw this.error('notADay', { at, end: this.place });
      return { kind: 'day', serial: daySerial(day), at, end: this.place };
    }
    const text = this.match(NUMBER)?.[0];
    if (text === undefined) return undefined;
    const value = Number(text);
    if (!Number.isFinite(value)) throw this.error('notFinite', { at, end: this.place });
    const unit = this.unit();
    return { kind: 'number', value, text, ...(unit && { unit }), at, end: this.place };
  }

  /** 5万元/亩, also with a blank between; what is a name as well is the name. */
  private unit(): Unit | undefined {
    const at = this.text.charAt(this.place) === ' ' ? this.place + 1 : this.place;
    if (this.names.at(this.text, at)) return undefined;
    for (let length = LONGEST_UNIT; length > 0; length--) {
      const text = this.text.slice(at, at + length);
      const unit = text.includes(' ') || text.length < length ? undefined : parseUnit(text);
      if (!unit || !this.endsAt(at + length, false)) continue;
      this.place = at + length;
      return unit;
    }
    return undefined;
  }

  private unknown(): Operand | undefined {
    const at = this.place;
    const end = this.endOfRun();
    return end === at ? undefined : { kind: 'unknown', text: this.text.slice(at, end), ...this.step(end - at) };
  }

  private endOfRun(): number {
    let end = this.place;
    while (NAME_SIGN.test(this.text.charAt(end)) && (end === this.place || !this.parts(end))) end++;
    return end;
  }

  /** Whether a sign in Chinese begins inside of a run of signs; 在, 为, 非 and 满 stand in too many words. */
  private parts(place: number): boolean {
    if (/[\w在为非满]/.test(this.text.charAt(place))) return false;
    return SIGNS.at(this.text, place) !== undefined || BOUNDS.at(this.text, place) !== undefined;
  }

  /** Whether a name or a word may end here: what follows is no part of it. */
  private endsAt(place: number, isName: boolean): boolean {
    const next = this.text.charAt(place);
    if (!NAME_SIGN.test(next) || SIGNS.at(this.lower, place) || BOUNDS.at(this.text, place)) return true;
    return isName && (/\d/.test(next) || this.names.at(this.text, place) !== undefined);
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.place;
    const match = pattern.exec(this.text);
    if (match) this.place += match[0].length;
    return match;
  }

  private take<T>(found: Found<T> | undefined): T | undefined {
    this.place += found?.length ?? 0;
    return found?.value;
  }

  private step(length: number): Stretch {
    const at = this.place;
    this.place += length;
    return { at, end: this.place };
  }
}

function unquoted([, double, single, curly]: RegExpExecArray): string {
  return double ?? single ?? curly ?? '';
}
