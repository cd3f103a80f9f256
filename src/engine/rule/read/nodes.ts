import type { Called } from './calls';
import type { Operand, Stretch } from './scanner';
import type { Syntax } from './writeSyntax';

/** A part of a condition or a formula: an operand by its number, or parts put together; a chain is a < b <= c. */
export type RuleNode =
  | { readonly kind: 'operand'; readonly operand: number; readonly sides: readonly [] }
  | { readonly kind: 'operation'; readonly op: string; readonly sides: readonly RuleNode[] }
  | { readonly kind: 'chain'; readonly ops: readonly string[]; readonly sides: readonly RuleNode[] }
  | { readonly kind: 'call'; readonly called: Called; readonly sides: readonly RuleNode[] };

/** What binds least comes first; the sides of one level are taken from left to right. */
const LEVELS = [['or'], ['and'], ['==', '!=', '<', '<=', '>', '>='], ['+', '-'], ['*', '/']] as const;
const COMPARING = 2;

/** The nodes of a condition or a formula; brackets have done their work. What `writeSyntax` writes can be read to its end. */
export function nodesOf({ signs }: Syntax): RuleNode {
  return new NodeReader(signs).read();
}

class NodeReader {
  private place = 0;

  constructor(private readonly signs: readonly string[]) {}

  read(level = 0): RuleNode {
    const own: readonly string[] | undefined = LEVELS[level];
    if (!own) return this.single();
    const ops: string[] = [];
    const sides = [this.read(level + 1)];
    while (own.includes(this.signs[this.place] ?? '')) {
      ops.push(this.next());
      sides.push(this.read(level + 1));
    }
    if (level === COMPARING && ops.length > 1) return { kind: 'chain', ops, sides };
    return sides.reduce((left, right, at) => ({ kind: 'operation', op: ops[at - 1] ?? '', sides: [left, right] }));
  }

  /** An operand, a call, something in brackets, or one of them behind a minus or a not. */
  private single(): RuleNode {
    const sign = this.next();
    if (sign === '-' || sign === 'not') return { kind: 'operation', op: sign, sides: [this.single()] };
    if (sign === '(') return this.inBrackets()[0] ?? NOTHING;
    if (sign.endsWith('(')) return { kind: 'call', called: sign.slice(0, -1) as Called, sides: this.inBrackets() };
    return { kind: 'operand', operand: Number(sign.slice(1)), sides: [] };
  }

  private inBrackets(): readonly RuleNode[] {
    const parts = [this.read()];
    while (this.next() === ',') parts.push(this.read());
    return parts;
  }

  private next(): string {
    return this.signs[this.place++] ?? '';
  }
}

const NOTHING: RuleNode = { kind: 'operand', operand: -1, sides: [] };

/** The operand that a node is; undefined for anything put together. */
export function operandOf(node: RuleNode, operands: readonly Operand[]): Operand | undefined {
  return node.kind === 'operand' ? operands[node.operand] : undefined;
}

/** Where a node stands, from its first operand to its last. */
export function stretchOf(node: RuleNode, operands: readonly Operand[]): Stretch {
  const edge = (own: RuleNode, side: 0 | -1): Operand | undefined => {
    const next = own.sides.at(side);
    return next ? edge(next, side) : operandOf(own, operands);
  };
  return { at: edge(node, 0)?.at ?? 0, end: edge(node, -1)?.end ?? 0 };
}
