import type { FunctionNode, MathNode, OperatorNode, ParenthesisNode, RelationalNode, SymbolNode } from 'mathjs';
import type { Called } from './calls';
import { parser } from './parser';
import type { Operand, Stretch } from './scanner';
import type { Syntax } from './writeSyntax';

/** The nodes of a condition or a formula as mathjs parses them; what `writeSyntax` writes is text that it knows. Throws ReaderMissing. */
export function nodesOf({ text }: Syntax): MathNode {
  return bare(parser()(text));
}

/** A node without its brackets. */
export function bare(node: MathNode): MathNode {
  return node.type === 'ParenthesisNode' ? bare((node as ParenthesisNode).content) : node;
}

/** The operand that a node is, brackets aside; undefined for anything put together. */
export function operandOf(node: MathNode, operands: readonly Operand[]): Operand | undefined {
  const inner = bare(node);
  return inner.type === 'SymbolNode' ? operands[Number((inner as SymbolNode).name.slice(1))] : undefined;
}

/** Which operand a node is, brackets aside; -1 for anything put together. */
export function operandNumber(node: MathNode): number {
  const inner = bare(node);
  return inner.type === 'SymbolNode' ? Number((inner as SymbolNode).name.slice(1)) : -1;
}

/** What a node calls, as `writeSyntax` wrote it; undefined for a node that is no call. */
export function calledBy(node: MathNode): Called | undefined {
  const inner = bare(node);
  return inner.type === 'FunctionNode' ? ((inner as FunctionNode).fn.toString() as Called) : undefined;
}

/** The sides of an operation and the parts of a call, from left to right. */
export function sidesOf(node: MathNode): readonly MathNode[] {
  const inner = bare(node);
  if (inner.type === 'OperatorNode') return (inner as OperatorNode).args;
  if (inner.type === 'FunctionNode') return (inner as FunctionNode).args;
  return inner.type === 'RelationalNode' ? (inner as RelationalNode).params : [];
}

/** Where a node stands, from its first operand to its last. */
export function stretchOf(node: MathNode, operands: readonly Operand[]): Stretch {
  const edge = (own: MathNode, side: 0 | -1): Operand | undefined => {
    const next = sidesOf(own).at(side);
    return next ? edge(next, side) : operandOf(own, operands);
  };
  return { at: edge(node, 0)?.at ?? 0, end: edge(node, -1)?.end ?? 0 };
}
