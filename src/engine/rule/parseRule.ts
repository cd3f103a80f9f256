import type {
  ArrayNode,
  ConstantNode,
  FunctionNode,
  MathNode,
  OperatorNode,
  ParenthesisNode,
  SymbolNode,
} from 'mathjs';
import { dayOfText } from '../quantity/day';
import { daySerial } from '../quantity/daySerial';
import { parseSyntax, WORDED_BOUND, withPlaceholders } from './syntax';
import {
  RuleError,
  type Arithmetic,
  type Comparison,
  type ConditionTree,
  type NumberTree,
  type Vocabulary,
} from './tree';

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  '==': '=',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};
const MIRRORED: Readonly<Record<Comparison, Comparison>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};
const ARITHMETIC: readonly string[] = ['+', '-', '*', '/'];

/**
 * Reads a rule such as `(亩均税收 <= 5 or 等级 in {C, D}) and 建筑质量 = 差` into its tree. Names are the vocabulary's;
 * any other word is a choice's word and must be in that choice's list. "otherwise" and 其余 are the rule that always holds.
 * Throws RuleError.
 */
export function parseRule(rule: string, vocabulary: Vocabulary): ConditionTree {
  if (/^\s*(?:otherwise|其余|其他)\s*$/.test(rule)) return { kind: 'always' };
  return new Reader(rule, vocabulary).condition();
}

/** Reads an indicator such as `0.5*税收/用地面积 + 0.3*增加值/用地面积` into its tree. Throws RuleError. */
export function parseFormula(formula: string, vocabulary: Vocabulary): NumberTree {
  return new Reader(formula, vocabulary).number();
}

class Reader {
  private readonly root: MathNode;
  private readonly nameOf: ReadonlyMap<string, string>;

  constructor(
    private readonly rule: string,
    private readonly vocabulary: Vocabulary,
  ) {
    const names = [...vocabulary.fields.keys(), ...vocabulary.values];
    const read = withPlaceholders(rule, names, vocabulary.includesLine);
    this.nameOf = read.nameOf;
    this.root = parseSyntax(read, rule);
  }

  condition(node: MathNode = this.root): ConditionTree {
    const inner = bare(node);
    if (inner.type !== 'OperatorNode') throw this.error('notACondition', inner);
    const { op, fn, args } = inner as OperatorNode;
    const [left, right] = args as readonly MathNode[];
    if (!left) throw this.error('notACondition', inner);
    if (op === 'and' || op === 'or') return { kind: op, parts: this.flatten(op, args) };
    if (op === 'not') return { kind: 'not', part: this.condition(left) };
    if (!right) throw this.error('notACondition', inner);
    if (op === 'in' || (fn as string) === 'to') return this.membership(left, right, false);
    const comparison = COMPARISONS[op];
    if (!comparison) throw this.error('notACondition', inner);
    return this.comparison(comparison, left, right);
  }

  private flatten(op: string, args: readonly MathNode[]): ConditionTree[] {
    return args.flatMap((arg) => {
      const part = this.condition(arg);
      return part.kind === op && 'parts' in part ? part.parts : [part];
    });
  }

  private comparison(op: Comparison, left: MathNode, right: MathNode): ConditionTree {
    const bound = boundIn(right);
    if (bound) return { kind: 'compare', op, left: this.number(left), right: this.number(bound), worded: true };
    if (this.choiceField(left)) return this.choiceComparison(op, left, right);
    if (this.choiceField(right)) return this.choiceComparison(MIRRORED[op], right, left);
    if (this.isDay(left) || this.isDay(right)) {
      return { kind: 'compare', op, left: this.dayOf(left), right: this.dayOf(right), day: true };
    }
    return { kind: 'compare', op, left: this.number(left), right: this.number(right) };
  }

  private isDay(node: MathNode): boolean {
    const inner = bare(node);
    if (inner.type === 'ConstantNode') return typeof (inner as ConstantNode).value === 'string';
    return this.dayField(inner) !== undefined;
  }

  private dayField(node: MathNode): string | undefined {
    const name = this.nameOf.get(symbolOf(node) ?? '');
    return name !== undefined && this.vocabulary.fields.get(name)?.day === true ? name : undefined;
  }

  /** A field of days, or a day written out, as the number of the day. */
  private dayOf(node: MathNode): NumberTree {
    const inner = bare(node);
    const name = this.dayField(inner);
    if (name !== undefined) return { kind: 'field', name };
    const text = inner.type === 'ConstantNode' ? (inner as ConstantNode).value : undefined;
    const day = typeof text === 'string' ? dayOfText(text) : undefined;
    if (day === undefined) throw this.error('notADay', inner);
    return { kind: 'number', value: daySerial(day) };
  }

  private choiceComparison(op: Comparison, field: MathNode, word: MathNode): ConditionTree {
    if (op !== '=' && op !== '!=') throw this.error('unsupported', field);
    return this.membership(field, word, op === '!=');
  }

  private membership(left: MathNode, right: MathNode, not: boolean): ConditionTree {
    const field = this.choiceField(left);
    if (!field) throw this.error('unknownName', left);
    const list = bare(right);
    const items = list.type === 'ArrayNode' ? (list as ArrayNode).items : [list];
    return { kind: 'isOneOf', field: field.name, words: items.map((item) => this.word(item, field)), not };
  }

  private choiceField(node: MathNode): { name: string; words: readonly string[] } | undefined {
    const name = this.nameOf.get(symbolOf(bare(node)) ?? '');
    const words = name === undefined ? undefined : this.vocabulary.fields.get(name)?.words;
    return name !== undefined && words ? { name, words } : undefined;
  }

  private word(node: MathNode, field: { words: readonly string[] }): string {
    const inner = bare(node);
    const symbol = symbolOf(inner);
    const text = symbol === undefined ? String((inner as ConstantNode).value) : (this.nameOf.get(symbol) ?? symbol);
    if (!field.words.includes(text)) throw this.error('unknownWord', inner);
    return text;
  }

  number(node: MathNode = this.root): NumberTree {
    const inner = bare(node);
    if (inner.type === 'ConstantNode') return this.constant(inner as ConstantNode);
    if (inner.type === 'SymbolNode') return this.named(inner);
    if (inner.type !== 'OperatorNode') throw this.error('unsupported', inner);
    const { op, args } = inner as OperatorNode;
    const [left, right] = args as readonly MathNode[];
    if (left && !right && op === '-') {
      return { kind: 'arithmetic', op: '-', left: { kind: 'number', value: 0 }, right: this.number(left) };
    }
    if (!left || !right || !ARITHMETIC.includes(op)) throw this.error('unsupported', inner);
    return { kind: 'arithmetic', op: op as Arithmetic, left: this.number(left), right: this.number(right) };
  }

  private constant(node: ConstantNode): NumberTree {
    if (typeof node.value !== 'number') throw this.error('notANumber', node);
    return { kind: 'number', value: node.value };
  }

  private named(node: MathNode): NumberTree {
    const name = this.nameOf.get(symbolOf(node) ?? '');
    if (name === undefined) throw this.error('unknownName', node);
    if (this.vocabulary.values.has(name)) return { kind: 'value', name };
    const field = this.vocabulary.fields.get(name);
    if (field?.words ?? field?.day) throw this.error('notANumber', node);
    return { kind: 'field', name };
  }

  private error(code: RuleError['code'], node: MathNode): RuleError {
    const text = node.toString().replace(/mujun_\d+_/g, (placeholder) => this.nameOf.get(placeholder) ?? placeholder);
    return new RuleError(code, text, this.rule, placeOf(text, this.rule));
  }
}

/** Where a part stands in a rule, spaces and spellings aside; -1 where it cannot be told. */
function placeOf(part: string, rule: string): number {
  const [first = ''] = part.split(/[\s()[\]"]+/).filter((word) => word !== '');
  return rule.normalize('NFKC').indexOf(first);
}

function bare(node: MathNode): MathNode {
  return node.type === 'ParenthesisNode' ? bare((node as ParenthesisNode).content) : node;
}

/** What stands inside of the mark of 以下 and 以上. */
function boundIn(node: MathNode): MathNode | undefined {
  const inner = bare(node);
  if (inner.type !== 'FunctionNode') return undefined;
  const { fn, args } = inner as FunctionNode;
  return fn.name === WORDED_BOUND ? args[0] : undefined;
}

function symbolOf(node: MathNode): string | undefined {
  if (node.type === 'SymbolNode') return (node as SymbolNode).name;
  return node.type === 'FunctionNode' ? (node as FunctionNode).toString() : undefined;
}
