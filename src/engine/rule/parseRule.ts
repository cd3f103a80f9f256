import type { MathNode, OperatorNode, RelationalNode } from 'mathjs';
import { bare, nodesOf, operandNumber, operandOf, sidesOf } from './read/nodes';
import { NumberReader } from './read/numberReader';
import { dayOfText } from '../quantity/day';
import { daySerial } from '../quantity/daySerial';
import { BASE_DAY } from './daysBefore';
import { foldText } from './read/foldText';
import type { Operand } from './read/scanner';
import { writeSyntax, type Syntax } from './read/writeSyntax';
import { sizeOf } from './treeParts';
import type { Comparison, ConditionTree, Measured, NamedFormula, NumberTree, RuleError, Vocabulary } from './tree';

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  '==': '=',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};
const CHAINED: Readonly<Record<string, Comparison>> = {
  smaller: '<',
  smallerEq: '<=',
  larger: '>',
  largerEq: '>=',
};

/**
 * Reads a rule such as `(亩均税收 <= 5 or 等级 in {C, D}) and 建筑质量 = 差` into its tree. Names are the vocabulary's;
 * any other word is a choice's word and must be in that choice's list. "otherwise" and 其余 are the rule that always holds.
 * Throws RuleError.
 */
export function parseRule(rule: string, vocabulary: Vocabulary): ConditionTree {
  if (/^\s*(?:otherwise|其余|其他|其它)\s*$/i.test(rule)) return { kind: 'always' };
  const syntax = writeSyntax(rule, vocabulary);
  const tree = new ConditionReader(syntax, vocabulary).read();
  checkWhole(tree, syntax);
  return tree;
}

/** Reads an indicator such as `0.5*税收/用地面积 + 0.3*增加值/用地面积` into its tree. Throws RuleError. */
export function parseFormula(formula: string, vocabulary: Vocabulary): NumberTree {
  return parseNamed(formula, vocabulary).tree;
}

/** The same with what it measures, as far as its names tell that. Throws RuleError. */
export function parseNamed(formula: string, vocabulary: Vocabulary): NamedFormula {
  const syntax = writeSyntax(formula, vocabulary);
  const reader = new ConditionReader(syntax, vocabulary);
  const node = nodesOf(syntax);
  const tree = reader.number(node);
  checkWhole(tree, syntax);
  return { tree, measured: reader.measure(node) };
}

/** With all that its names stand for a rule is read, written and asked as often as without: it may be no longer than that. */
function checkWhole(tree: ConditionTree | NumberTree, { scanner }: Syntax): void {
  const { parts, depth } = sizeOf(tree);
  const whole = { at: 0, end: Math.min(12, scanner.text.length) };
  if (parts > MOST_PARTS) throw scanner.error('tooLong', whole);
  if (depth > DEEPEST_RULE) throw scanner.error('tooDeep', whole);
}

const MOST_PARTS = 4000;
/** Parts within parts, those of the names included that stand for some. */
export const DEEPEST_RULE = 160;

class ConditionReader {
  private readonly numbers: NumberReader;
  private readonly operands: readonly Operand[];

  constructor(
    private readonly syntax: Syntax,
    private readonly vocabulary: Vocabulary,
  ) {
    const day = (node: MathNode) => (this.isDay(node) ? this.day(node) : undefined);
    this.numbers = new NumberReader(syntax, vocabulary, { read: (node) => this.read(node), day });
    this.operands = syntax.operands;
  }

  read(node: MathNode = nodesOf(this.syntax)): ConditionTree {
    const inner = bare(node);
    const named = this.named(inner);
    if (named) return named;
    if (inner.type === 'RelationalNode') return this.chain(inner as RelationalNode);
    if (inner.type !== 'OperatorNode') throw this.notACondition(inner);
    const { op } = inner as OperatorNode;
    const [left, right] = sidesOf(inner);
    if (op === 'and' || op === 'or') return { kind: op, parts: this.parts(op, inner) };
    if (op === 'not' && left) return { kind: 'not', part: this.read(left) };
    const comparison = COMPARISONS[op];
    if (!comparison || !left || !right) throw this.notACondition(inner);
    return this.comparison(comparison, left, right);
  }

  /** A condition that has a name. */
  private named(node: MathNode): ConditionTree | undefined {
    const operand = operandOf(node, this.operands);
    return operand?.kind === 'name' ? this.vocabulary.parts?.condition(operand.name) : undefined;
  }

  /** What a part measures, as far as its names tell it. */
  measure(node: MathNode): Measured | undefined {
    return this.numbers.measure(node);
  }

  /** A part that is no condition but a number. */
  number(node: MathNode): NumberTree {
    return this.numbers.read(node, null);
  }

  /** `a and b and c` nests to the left; its parts stand beside each other. */
  private parts(op: 'and' | 'or', node: MathNode): ConditionTree[] {
    const parts: ConditionTree[] = [];
    let rest = node;
    for (; isOperation(rest, op); rest = bare(sidesOf(rest)[0] ?? rest)) {
      const part = this.read(sidesOf(rest)[1]);
      parts.unshift(...(part.kind === op && 'parts' in part ? part.parts : [part]));
    }
    return [this.read(rest), ...parts];
  }

  /** 5 < 亩均税收 <= 15, and nothing else in a row: two comparisons that both point one way. */
  private chain(node: RelationalNode): ConditionTree {
    const ops = node.conditionals.map((name) => CHAINED[name]);
    const [left, middle, right] = node.params;
    const [first, second] = ops;
    const isRange = ops.length === 2 && first && second && first.charAt(0) === second.charAt(0);
    // 开工 不超过 交地 满 6 个月 is no chain: the length belongs to one of the days.
    const isPeriod = [left, middle, right].some((side) => side && operandOf(side, this.operands)?.kind === 'before');
    if (!isRange || isPeriod || !left || !middle || !right) throw this.numbers.error('unsupported', node);
    return { kind: 'and', parts: [this.comparison(first, left, middle), this.comparison(second, middle, right)] };
  }

  private comparison(op: Comparison, left: MathNode, right: MathNode): ConditionTree {
    const [own, other] = [this.choice(left), this.choice(right)];
    if (own ?? other) return this.membership(op, own ? [left, right] : [right, left]);
    if (this.isDay(left) || this.isDay(right)) {
      return { kind: 'compare', op, left: this.day(left), right: this.day(right), day: true };
    }
    const { numbers } = this;
    const sides = {
      left: numbers.read(left, numbers.measure(right)),
      right: numbers.read(right, numbers.measure(left)),
    };
    // A line of the policy in another unit is told by lint, where it can be put right.
    const isLine = [left, right].some((side) => this.isValue(side));
    if (!isLine && !isLandAndFloor(numbers.measure(left), numbers.measure(right))) numbers.fit(left, right);
    return { kind: 'compare', op, ...sides, ...(this.syntax.worded.has(operandNumber(right)) && { worded: true }) };
  }

  private isValue(node: MathNode): boolean {
    const operand = operandOf(node, this.operands);
    return operand?.kind === 'name' && this.vocabulary.values.has(operand.name);
  }

  private choice(node: MathNode): readonly string[] | undefined {
    const operand = operandOf(node, this.operands);
    return operand?.kind === 'name' ? this.vocabulary.fields.get(operand.name)?.words : undefined;
  }

  private membership(op: Comparison, [field, words]: readonly [MathNode, MathNode]): ConditionTree {
    const own = operandOf(field, this.operands);
    if (own?.kind !== 'name' || (op !== '=' && op !== '!=')) throw this.numbers.error('unsupported', field);
    const known = this.choice(field) ?? [];
    return { kind: 'isOneOf', field: own.name, words: this.words(words, known), not: op === '!=' };
  }

  private words(node: MathNode, known: readonly string[]): readonly string[] {
    const operand = operandOf(node, this.operands);
    if (operand?.kind === 'words') return operand.words.map(({ text }) => text);
    // D = 等级: the word was read before its field was known.
    const text = operand?.kind === 'unknown' || operand?.kind === 'number' ? operand.text : undefined;
    const word = known.find((own) => foldText(own).text === text);
    if (word === undefined) throw this.numbers.error('unknownWord', node, known);
    return [word];
  }

  private isDay(node: MathNode): boolean {
    if (this.spanOf(node)) return true;
    const operand = operandOf(node, this.operands);
    return operand?.kind === 'day' || operand?.kind === 'before' || this.isDayField(operand);
  }

  /** The length that a node adds to a day, or takes from it. */
  private spanOf(node: MathNode): (Operand & { kind: 'span' }) | undefined {
    const [, right] = sidesOf(node);
    const operand = right && operandOf(right, this.operands);
    return operand?.kind === 'span' ? operand : undefined;
  }

  private later(node: MathNode, { amount, period }: Operand & { kind: 'span' }): NumberTree {
    const [day] = sidesOf(node);
    const isBack = (bare(node) as OperatorNode).op === '-';
    const by: NumberTree = this.vocabulary.values.has(amount)
      ? { kind: 'value', name: amount }
      : { kind: 'number', value: Number(amount) };
    return { kind: 'later', part: day ? this.day(day) : by, by, period, ...(isBack && { back: true }) };
  }

  private isDayField(operand: Operand | undefined): boolean {
    return operand?.kind === 'name' && this.vocabulary.fields.get(operand.name)?.day === true;
  }

  /** A field of days, or a day written out, as the number of the day. */
  private day(node: MathNode): NumberTree {
    const span = this.spanOf(node);
    if (span) return this.later(node, span);
    const operand = operandOf(node, this.operands);
    if (operand?.kind === 'before') return { kind: 'value', name: operand.name };
    if (operand?.kind === 'name' && operand.name === BASE_DAY) return { kind: 'value', name: BASE_DAY };
    if (operand?.kind === 'name' && this.isDayField(operand)) return { kind: 'field', name: operand.name };
    if (operand?.kind === 'day') return { kind: 'number', value: operand.serial };
    // 20200630 is a number until it stands beside a day.
    const day = operand?.kind === 'number' && !operand.unit ? dayOfText(operand.text) : undefined;
    if (day !== undefined) return { kind: 'number', value: daySerial(day) };
    throw this.numbers.error('notADay', node);
  }

  private notACondition(node: MathNode): RuleError {
    const operand = operandOf(node, this.operands);
    return this.numbers.error(operand?.kind === 'unknown' ? 'unknownName' : 'notACondition', node);
  }
}

/** A number of 平方米 is said of floors as of land. */
function isLandAndFloor(...measured: readonly (Measured | undefined)[]): boolean {
  return measured.every((own) => own?.measure === 'area' || own?.measure === 'floor');
}

function isOperation(node: MathNode, op: string): boolean {
  return node.type === 'OperatorNode' && (node as OperatorNode).op === op;
}
