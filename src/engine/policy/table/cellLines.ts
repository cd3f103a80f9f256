import { dayOfText } from '../../quantity/day';
import { daySerial } from '../../quantity/daySerial';
import { inMeasure } from '../../rule/read/measures';
import { Scanner, type Operand, type Stretch } from '../../rule/read/scanner';
import { boundSign, type Sign } from '../../rule/read/signs';
import type { Comparison, ConditionTree, NumberTree, RuleError, Vocabulary } from '../../rule/tree';
import { isEmptyRange } from './emptyRange';
import type { ConditionColumn } from './conditionColumns';

type Compare = ConditionTree & { readonly kind: 'compare' };
/** A line as it stands in a cell, its minus sign aside. */
interface Line {
  readonly operand: Operand;
  readonly isNegative: boolean;
}

const COMPARISONS: readonly (Sign | undefined)[] = ['=', '!=', '<', '<=', '>', '>='];
const DASHES = '-−~〜–—至到';

/** Reads a cell of a column of numbers or days, whose own reading stands unsaid on the left of every comparison. */
export class CellLines {
  private readonly scanner: Scanner;

  constructor(
    text: string,
    private readonly column: ConditionColumn,
    private readonly vocabulary: Vocabulary,
  ) {
    this.scanner = new Scanner(text, vocabulary);
  }

  /** The cell's condition. Throws RuleError. */
  read(): ConditionTree {
    const choices: ConditionTree[] = [this.all()];
    while (this.takesSign('or')) choices.push(this.all());
    if (this.scanner.hasMore()) throw this.unreadable();
    return joined('or', choices);
  }

  private all(): ConditionTree {
    const parts = [...this.part()];
    while (this.takesSign('and')) parts.push(...this.part());
    if (isEmptyRange(parts)) throw this.scanner.error('emptyRange', this.whole());
    return joined('and', parts);
  }

  private takesSign(wanted: Sign): boolean {
    const { place } = this.scanner;
    if (this.scanner.hasMore() && this.scanner.sign() === wanted) return true;
    this.scanner.place = place;
    return false;
  }

  private part(): readonly Compare[] {
    const { scanner } = this;
    if (!scanner.hasMore()) throw this.unreadable();
    const open = scanner.text.charAt(scanner.place);
    if (scanner.takes('[(')) return this.interval(open === '[' ? '>=' : '>');
    const at = scanner.place;
    const sign = scanner.sign();
    if (COMPARISONS.includes(sign)) return [this.compare(sign as Comparison, this.line())];
    scanner.place = at;
    // 至5 and ~5 leave out where the range begins.
    if (/[~〜–—至到]/.test(open)) throw this.unreadable();
    const line = this.line();
    if (!scanner.hasMore()) return [this.compare('=', line)];
    if (scanner.takes(DASHES)) return this.range(line);
    return [this.bound(line)];
  }

  private bound(line: Line): Compare {
    const bound = this.scanner.bound();
    if (!bound) return this.compare('=', line);
    const compare = this.compare(boundSign(bound, this.vocabulary.includesLine ?? true), line);
    return bound.worded ? { ...compare, worded: true } : compare;
  }

  /** 5-15万元/亩: what is said behind the second is meant of both. */
  private range(from: Line): readonly Compare[] {
    // —— is one dash.
    this.scanner.takes('—');
    const to = this.line();
    return [this.compare('>=', withUnitOf(from, to)), this.compare('<=', to)];
  }

  private interval(lower: Comparison): readonly Compare[] {
    const from = this.line();
    if (!this.scanner.takes(',、;')) throw this.unreadable();
    const to = this.line();
    const upper: Comparison | undefined = this.scanner.takes(']') ? '<=' : this.scanner.takes(')') ? '<' : undefined;
    if (!upper) throw this.unreadable();
    return [this.compare(lower, withUnitOf(from, to)), this.compare(upper, to)];
  }

  private line(): Line {
    const { scanner } = this;
    const isNegative = scanner.hasMore() && scanner.takes('-−');
    const operand = scanner.hasMore() ? scanner.operand() : undefined;
    if (!operand || (isNegative && operand.kind !== 'number')) throw this.unreadable();
    return { operand, isNegative };
  }

  private compare(op: Comparison, line: Line): Compare {
    const { name, day } = this.column;
    const left = { kind: 'field', name } as const;
    return { kind: 'compare', op, left, right: day ? this.day(line) : this.number(line), ...(day && { day }) };
  }

  private day({ operand, isNegative }: Line): NumberTree {
    if (operand.kind === 'day') return { kind: 'number', value: operand.serial };
    if (operand.kind === 'name' && this.vocabulary.fields.get(operand.name)?.day) {
      return { kind: 'field', name: operand.name };
    }
    const day = operand.kind === 'number' && !isNegative ? dayOfText(operand.text) : undefined;
    if (day === undefined) throw this.scanner.error('notADay', operand);
    return { kind: 'number', value: daySerial(day) };
  }

  private number({ operand, isNegative }: Line): NumberTree {
    const { values, fields } = this.vocabulary;
    if (operand.kind === 'number') return { kind: 'number', value: this.value(operand) * (isNegative ? -1 : 1) };
    if (operand.kind === 'unknown') throw this.scanner.error('unknownName', operand, [...values]);
    if (operand.kind !== 'name') throw this.scanner.error('notANumber', operand);
    if (values.has(operand.name)) return { kind: 'value', name: operand.name };
    const field = fields.get(operand.name);
    if (field?.words ?? field?.day) throw this.scanner.error('notANumber', operand);
    return { kind: 'field', name: operand.name };
  }

  private value(operand: Operand & { kind: 'number' }): number {
    if (!operand.unit) return operand.value;
    const value = inMeasure(operand.value, operand.unit, this.vocabulary.measures?.get(this.column.name));
    if (value === undefined) throw this.scanner.error('wrongUnit', operand);
    return value;
  }

  private unreadable(): RuleError {
    const stretch = this.scanner.unread();
    const isSign = /[^\p{L}\p{N}\s<>=()[\],、;~〜–—−-]/u.test(this.scanner.text.slice(stretch.at, stretch.end));
    return isSign
      ? this.scanner.error('unknownSign', stretch)
      : this.scanner.error('notACondition', this.whole(), [...this.vocabulary.values]);
  }

  private whole(): Stretch {
    return { at: 0, end: this.scanner.text.length };
  }
}

function withUnitOf(line: Line, { operand }: Line): Line {
  const isBare = line.operand.kind === 'number' && !line.operand.unit;
  if (!isBare || operand.kind !== 'number' || !operand.unit) return line;
  return { ...line, operand: { ...line.operand, unit: operand.unit } };
}

function joined(kind: 'and' | 'or', parts: readonly ConditionTree[]): ConditionTree {
  const [only, ...more] = parts;
  return only && more.length === 0 ? only : { kind, parts };
}
