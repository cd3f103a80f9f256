import fc from 'fast-check';
import {
  parse,
  type FunctionNode,
  type MathNode,
  type OperatorNode,
  type ParenthesisNode,
  type RelationalNode,
} from 'mathjs';
import { expect, it } from 'vitest';
import { nodesOf, type RuleNode } from '../../../src/engine/rule/read/nodes';
import type { Syntax } from '../../../src/engine/rule/read/writeSyntax';

const SIGNS: fc.Arbitrary<string[]> = fc.letrec<{ part: string[] }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.nat(9).map((at) => [`t${String(at)}`]),
    fc
      .array(fc.tuple(fc.constantFrom(...'or and == != < <= > >= + - * /'.split(' ')), tie('part')), {
        minLength: 1,
        maxLength: 4,
      })
      .chain((more) => tie('part').map((first) => [...first, ...more.flatMap(([op, part]) => [op, ...part])])),
    tie('part').map((part) => ['(', ...part, ')']),
    tie('part').map((part) => ['not', '(', ...part, ')']),
    tie('part').map((part) => ['-', ...part]),
    fc
      .tuple(
        fc.constantFrom('least(', 'most(', 'mean(', 'steps(', 'either(', 'run('),
        fc.array(tie('part'), { minLength: 1, maxLength: 3 }),
      )
      .map(([called, parts]) => [called, ...parts.flatMap((part, at) => (at === 0 ? part : [',', ...part])), ')']),
  ),
})).part;

/** mathjs reads the same signs, as an independent second reader. */
it('signs in any order that can be written are put together as mathjs puts them together', () => {
  fc.assert(
    fc.property(SIGNS, (signs) => {
      expect(shape(nodesOf(syntaxOf(signs)))).toEqual(mathjsShape(parse(signs.join(' '))));
    }),
    {
      numRuns: 2_000,
      examples: [
        ['t0 + t1 * t2 - t3 / t4 / t5 <= t6 or not ( t7 == t8 ) and t9 > - t1'.split(' ')],
        ['t0 < t1 <= t2 and ( t3 < t4 ) < t5 and t6 == t7 != t8'.split(' ')],
        ['- - t0 * - t1 - - ( t2 + t3 ) > either( t4 < t5 , least( t6 , - t7 ) , t8 )'.split(' ')],
      ],
    },
  );
});

const NAMES: Readonly<Record<string, string>> = { smaller: '<', smallerEq: '<=', larger: '>', largerEq: '>=' };

function syntaxOf(signs: readonly string[]): Syntax {
  return { signs, operands: [], worded: new Set(), scanner: undefined as never };
}

function shape(node: RuleNode): unknown {
  if (node.kind === 'operand') return `t${String(node.operand)}`;
  const sides = node.sides.map(shape);
  if (node.kind === 'chain') return [node.ops, ...sides];
  return [node.kind === 'call' ? node.called : node.op, ...sides];
}

function mathjsShape(node: MathNode): unknown {
  switch (node.type) {
    case 'ParenthesisNode':
      return mathjsShape((node as ParenthesisNode).content);
    case 'OperatorNode':
      return [(node as OperatorNode).op, ...(node as OperatorNode).args.map(mathjsShape)];
    case 'FunctionNode':
      return [(node as FunctionNode).fn.toString(), ...(node as FunctionNode).args.map(mathjsShape)];
    case 'RelationalNode': {
      const { conditionals, params } = node as RelationalNode;
      return [conditionals.map((name) => NAMES[name] ?? (name === 'equal' ? '==' : '!=')), ...params.map(mathjsShape)];
    }
    default:
      return node.toString();
  }
}
