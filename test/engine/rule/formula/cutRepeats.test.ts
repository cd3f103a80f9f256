import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutRepeats } from '../../../../src/engine/rule/formula/cutRepeats';
import { formulaAnswer } from '../../../../src/engine/rule/formula/formulaAnswer';
import {
  all,
  any,
  binary,
  cell,
  no,
  text,
  when,
  type FormulaTree,
} from '../../../../src/engine/rule/formula/formulaTree';
import { writeFormula } from '../../../../src/engine/rule/formula/writeFormula';

const CELLS = ['甲', '乙', '丙', '丁'] as const;
const WORDS = ['', '是', '否'] as const;

const leaf = fc
  .record({ name: fc.constantFrom(...CELLS), word: fc.constantFrom(...WORDS), op: fc.constantFrom('=', '<>') })
  .map(({ name, word, op }): FormulaTree => binary(cell(name), op, text(word)));

const { condition } = fc.letrec<{ condition: FormulaTree }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('condition'), { minLength: 2, maxLength: 4 }).map((parts) => all(...parts)),
    fc.array(tie('condition'), { minLength: 2, maxLength: 4 }).map((parts) => any(...parts)),
    tie('condition').map(no),
  ),
}));

/** Conditions that are said again and again, as the list of what is missing does. */
const answers = fc
  .tuple(
    fc.array(condition, { minLength: 1, maxLength: 3 }),
    fc.array(fc.tuple(fc.nat(2), condition), { minLength: 1, maxLength: 6 }),
  )
  .map(([shared, parts]) =>
    parts
      .map(([at, own]) =>
        when(any(all(shared[at % shared.length] as FormulaTree, own), no(own)), text('有'), text('无')),
      )
      .reduce((left, right) => binary(left, '&', right)),
  );

const lengthOf = (tree: FormulaTree) => writeFormula(tree, () => 'AA999').length;

describe('conditions that a formula says several times, in cells of their own', () => {
  it('leave the answer as it is, whatever the cells hold', () => {
    const held = fc.tuple(...CELLS.map(() => fc.constantFrom(...WORDS)));
    fc.assert(
      fc.property(answers, held, fc.integer({ min: 0, max: 300 }), (tree, words, enough) => {
        const known = new Map<string, string | number | boolean>(CELLS.map((name, at) => [name, words[at] ?? '']));
        const cells = { cell: (name: string) => known.get(name) ?? '#REF!', range: () => [] };
        const { tree: cut, parts } = cutRepeats(tree, enough, (part) => `部分${String(part)}`);
        const plain = formulaAnswer(tree, cells);
        for (const { name, tree: part } of parts) known.set(name, formulaAnswer(part, cells));
        expect(formulaAnswer(cut, cells)).toBe(plain);
        expect(lengthOf(cut)).toBeLessThanOrEqual(lengthOf(tree));
      }),
    );
  });

  it('are taken once, and only from a formula that is long', () => {
    const long = any(...CELLS.flatMap((name) => WORDS.map((word) => binary(cell(name), '=', text(word)))));
    const tree = binary(
      when(long, text('一'), text('二')),
      '&',
      when(all(long, binary(cell('甲'), '=', text('是'))), text('三'), text('四')),
    );
    expect(cutRepeats(tree, 10_000, String).parts).toEqual([]);
    expect(cutRepeats(tree, 10, (part) => `部分${String(part)}`)).toMatchObject({
      parts: [{ name: '部分1', tree: long }],
    });
  });
});
