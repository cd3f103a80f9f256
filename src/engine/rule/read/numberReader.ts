import type { MathNode, OperatorNode } from 'mathjs';
import type { Arithmetic, ConditionTree, Measured, NumberTree, RoundingWay, RuleError, Vocabulary } from '../tree';
import { arithmeticOf } from '../truthAt';
import { knownNames } from './knownNames';
import { asFactor, clash, inMeasure, measureOver, unitTexts } from './measures';
import { isRounding, type Called } from './calls';
import { bare, calledBy, operandOf, sidesOf, stretchOf } from './nodes';
import type { Operand } from './scanner';
import type { Syntax } from './writeSyntax';

const isArithmetic = (op: string): op is Arithmetic => '+-*/'.includes(op);

/** Reads the number-valued parts of a condition as trees, numbers with units in the measure that they are held against. */
export class NumberReader {
  constructor(
    private readonly syntax: Syntax,
    private readonly vocabulary: Vocabulary,
    private readonly conditions: {
      readonly read: (node: MathNode) => ConditionTree;
      /** A day, where a node is one. */
      readonly day: (node: MathNode) => NumberTree | undefined;
    },
  ) {}

  /** `against` is what the other side of the comparison measures; null where the part stands in no comparison. */
  read(node: MathNode, against: Measured | undefined | null): NumberTree {
    const inner = bare(node);
    const operand = operandOf(inner, this.syntax.operands);
    if (operand) return this.operand(operand, against);
    const called = calledBy(inner);
    if (called) return this.call(called, sidesOf(inner), against);
    if (inner.type !== 'OperatorNode') throw this.error('notACondition', inner);
    const op: string = (inner as OperatorNode).op;
    const [left, right] = sidesOf(inner);
    if (!left || !isArithmetic(op)) throw this.error('notANumber', inner);
    const isSum = op === '+' || op === '-';
    const days = op === '-' && right ? this.daysBetween(left, right) : undefined;
    if (days) return days;
    const sides = (right ? [left, right] : [left]).map((side) => this.read(side, isSum ? against : null));
    if (isSum && right) this.fit(left, right);
    const [first = ZERO, second] = sides;
    return this.finite(op, second ? [first, second] : [ZERO, first], inner);
  }

  /** 终止日期 - 基准日 */
  private daysBetween(left: MathNode, right: MathNode): NumberTree | undefined {
    const later = this.conditions.day(left);
    const earlier = later && this.conditions.day(right);
    return earlier && { kind: 'days', later, earlier };
  }

  /** 四舍五入(a, 2): the second part is a number of decimals that is written out. */
  private rounded(way: RoundingWay, [part, decimals]: readonly MathNode[], against: Measured | undefined | null) {
    const operand = decimals && operandOf(decimals, this.syntax.operands);
    const isCount = operand?.kind === 'number' && !operand.unit && /^[0-6]$/.test(operand.text);
    if (decimals && !isCount) throw this.error('wrongParts', decimals);
    const own = part ? this.read(part, against) : ZERO;
    return { kind: 'rounded', part: own, decimals: isCount ? operand.value : 0, way } as const;
  }

  private call(called: Called, nodes: readonly MathNode[], against: Measured | undefined | null): NumberTree {
    if (called === 'run') return nodes.reduceRight<NumberTree>((rest, node) => this.yearOfRun(node, rest), ZERO);
    if (isRounding(called)) return this.rounded(called, nodes, against);
    const numbers = called === 'either' ? nodes.slice(1) : nodes;
    const own = called === 'steps' ? null : (against ?? this.firstMeasure(numbers));
    const parts = numbers.map((node) => this.read(node, own));
    if (called !== 'steps') numbers.slice(1).forEach((node) => this.fit(numbers[0] ?? node, node));
    const [first = ZERO, second = ZERO] = parts;
    const [head] = nodes;
    if (called === 'steps') return { kind: 'steps', part: first, step: second };
    if (called !== 'either') return { kind: called, parts };
    if (!head) return ZERO;
    return { kind: 'either', condition: this.conditions.read(head), then: first, otherwise: second };
  }

  /** 连年: one more than the years behind it, as long as its own condition holds. */
  private yearOfRun(node: MathNode, rest: NumberTree): NumberTree {
    const then: NumberTree = { kind: 'arithmetic', op: '+', left: ONE, right: rest };
    return { kind: 'either', condition: this.conditions.read(node), then: rest === ZERO ? ONE : then, otherwise: ZERO };
  }

  private firstMeasure(nodes: readonly MathNode[]): Measured | undefined {
    return nodes.map((node) => this.measure(node)).find((own) => own !== undefined);
  }

  /** Refuses what is added to, or held against, a part of another kind. */
  fit(one: MathNode, other: MathNode): void {
    const own = this.told(one);
    if (clash(own, this.told(other))) throw this.error('wrongUnit', other, unitTexts(own));
  }

  /** The same without what a bare number turns into something else: 厂房 * 0.0015 may be 亩, 事故 * 2 points. */
  private told(node: MathNode): Measured | undefined {
    const isScaled = /^[*/]$/.test((bare(node) as OperatorNode).op) && sidesOf(node).some((side) => this.isBare(side));
    return isScaled ? undefined : this.measure(node);
  }

  /** What a part measures, as far as its names tell it. */
  measure(node: MathNode): Measured | undefined {
    const called = calledBy(node);
    if (called === 'steps' || called === 'run') return undefined;
    if (called && isRounding(called)) return this.firstMeasure(sidesOf(node).slice(0, 1));
    if (called) return this.firstMeasure(called === 'either' ? sidesOf(node).slice(1) : sidesOf(node));
    const operand = operandOf(node, this.syntax.operands);
    if (operand) return operand.kind === 'name' ? this.measureOfName(operand.name) : undefined;
    const [left, right] = sidesOf(node);
    if (!left) return undefined;
    if (!right) return this.measure(left);
    const own = this.measure(left);
    if (this.conditions.day(left) && this.conditions.day(right)) return undefined;
    switch ((bare(node) as OperatorNode).op) {
      case '/':
        return measureOver(own, this.measure(right), this.isBare(right));
      case '*':
        return this.isBare(right) ? own : this.isBare(left) ? this.measure(right) : undefined;
      default:
        return own ?? this.measure(right);
    }
  }

  private measureOfName(name: string): Measured | undefined {
    const { parts, measures } = this.vocabulary;
    return parts?.has(name) ? parts.formula(name)?.measured : measures?.get(name);
  }

  error(code: RuleError['code'], node: MathNode, expected?: readonly string[]): RuleError {
    return this.syntax.scanner.error(code, stretchOf(node, this.syntax.operands), expected);
  }

  private operand(operand: Operand, against: Measured | undefined | null): NumberTree {
    const { scanner } = this.syntax;
    if (operand.kind === 'number') return { kind: 'number', value: this.value(operand, against) };
    if (operand.kind === 'unknown') throw scanner.error('unknownName', operand, knownNames(this.vocabulary));
    if (operand.kind !== 'name') throw scanner.error('notANumber', operand);
    const { name } = operand;
    const named = this.vocabulary.parts?.formula(name);
    if (named) return named.tree;
    if (this.vocabulary.parts?.has(name)) throw scanner.error('notANumber', operand);
    if (this.vocabulary.values.has(name)) return { kind: 'value', name };
    const field = this.vocabulary.fields.get(name);
    if (field?.words ?? field?.day) throw scanner.error('notANumber', operand);
    return { kind: 'field', name };
  }

  private value(operand: Operand & { kind: 'number' }, against: Measured | undefined | null): number {
    const { value, unit } = operand;
    if (!unit) return value;
    const measured = against === null ? asFactor(value, unit) : inMeasure(value, unit, against);
    if (measured !== undefined) return measured;
    throw this.syntax.scanner.error('wrongUnit', operand, unitTexts(against));
  }

  /** A part of numbers alone has a value: 0/0 and 1e300*1e300 have none. */
  private finite(op: Arithmetic, [left, right]: readonly [NumberTree, NumberTree], node: MathNode): NumberTree {
    const tree: NumberTree = { kind: 'arithmetic', op, left, right };
    const divisor = op === '/' ? constantOf(right) : undefined;
    if (divisor === 0 || !Number.isFinite(constantOf(tree) ?? 0)) throw this.error('notFinite', node);
    return tree;
  }

  private isBare(node: MathNode): boolean {
    const operand = operandOf(node, this.syntax.operands);
    return operand?.kind === 'number' && !operand.unit;
  }
}

const ZERO: NumberTree = { kind: 'number', value: 0 };
const ONE: NumberTree = { kind: 'number', value: 1 };

/** What a part comes to that reads no name. */
function constantOf(tree: NumberTree): number | undefined {
  if (tree.kind === 'number') return tree.value;
  if (tree.kind !== 'arithmetic') return undefined;
  const [left, right] = [constantOf(tree.left), constantOf(tree.right)];
  return left === undefined || right === undefined ? undefined : arithmeticOf(tree.op, left, right);
}
