import { describe, expect, it } from 'vitest';
import { applyPolicy } from '../../../src/engine/assess/applyPolicy';
import type { Cell } from '../../../src/engine/ledger/cell';
import { findPack } from '../../../src/engine/policy/packs';
import { readPolicyEdits } from '../../../src/engine/policy/table/policyEdits';
import type { NewSheet } from '../../../src/sheet/sheet';
import { SHENGYUE, TAIPU, XUYUE } from '../../support/fixtureSheet';
import { policyRanges, type PolicyEdit } from '../../support/policyRanges';
import { functionAnswer, type Grids } from './support/functionAnswers';
import { sentFixture } from './support/sentFixture';

/** A copy's own cells: every formula with the value that the sheet holds beside it. */
function gridsOf(sheets: readonly NewSheet[]): Grids {
  return new Map(
    sheets.map(({ name, blocks }) => {
      const cells: Cell[][] = [];
      for (const { row, column, values } of blocks)
        values.forEach((line, r) => line.forEach((value, c) => ((cells[row + r] ??= [])[column + c] = value)));
      return [name, cells];
    }),
  );
}

/** The formulas of a copy's ledger that call us or 标准台账, each with home's answer beside it. */
function resultsOf(sheets: readonly NewSheet[]): { readonly formula: string; readonly home: Cell }[] {
  const blocks = sheets[0]?.blocks ?? [];
  return blocks.flatMap(({ values, formulas = [] }) =>
    formulas.flatMap((line, row) =>
      line.flatMap((formula, column) =>
        /^=(?:MUJUN_TIER|RENEWAL_PATH|'标准台账'!)/.test(formula) ? [{ formula, home: values[row]?.[column] }] : [],
      ),
    ),
  );
}

/** Cells of 判定表 by the position of the line among its kind from 1, and cells of 政策参数 by 名称. */
function edits(
  lines: readonly (readonly [kind: string, number: number, header: string, cell: Cell])[],
  values: readonly (readonly [name: string, value: Cell])[] = [],
): PolicyEdit {
  return {
    decisions: (cells) => {
      const header = cells.find((row) => row[0] === '类别') ?? [];
      for (const [kind, number, name, cell] of lines) {
        const line = cells.filter((row) => row[0] === kind)[number - 1];
        if (line) line[header.indexOf(name)] = cell;
      }
    },
    parameters: (cells) => {
      for (const [name, value] of values) {
        const line = cells.find((row) => row[0] === name);
        if (line) line[1] = value;
        else cells.splice(5, 0, [name, value]);
      }
    },
  };
}

const CASES: readonly (readonly [what: string, file: string, policy: string, edit: PolicyEdit | undefined])[] = [
  ['as the document has it', SHENGYUE, 'shengzhou-2021', undefined],
  ['with 产出线 carried for every township', TAIPU, 'taicang-2023', undefined],
  ['with lines by group', XUYUE, 'xuchang-2021-draft', undefined],
  ['with paths alone', XUYUE, 'xuchang-2021', undefined],
  ['with a stricter line', SHENGYUE, 'shengzhou-2021', edits([['档位', 1, '亩均税收', '<重点排查线']])],
  [
    'with other numbers',
    SHENGYUE,
    'shengzhou-2021',
    edits(
      [],
      [
        ['重点排查线', 8],
        ['重点检查线', '不设上限'],
      ],
    ),
  ],
  [
    'with 以下 that leaves the number out',
    SHENGYUE,
    'shengzhou-2021',
    edits(
      [
        ['档位', 1, '亩均税收', '重点排查线以下'],
        ['档位', 2, '亩均税收', '10以下'],
      ],
      [['以下以上含本数', '否']],
    ),
  ],
  [
    'with a tier that the function is not told enough for',
    SHENGYUE,
    'shengzhou-2021',
    edits([
      ['档位', 1, '等级', 'C;D'],
      ['档位', 2, '其他条件', '非 (落后产能 = 是)'],
    ]),
  ],
  [
    'with another path',
    SHENGYUE,
    'shengzhou-2021',
    edits([
      ['路径', 1, '亩均税收', '<=3'],
      ['路径', 2, '结论', '收储'],
    ]),
  ],
  [
    'with 产出线 of one township',
    TAIPU,
    'taicang-2023',
    edits(
      [],
      [
        ['产出线（浮桥镇）', 3],
        ['产出线', 9],
      ],
    ),
  ],
  [
    'with other lines of a group',
    XUYUE,
    'xuchang-2021-draft',
    edits([['档位', 1, '亩均税收', '<3']], [['第一组下限', 9]]),
  ],
];

describe('a copy at level 函数版', () => {
  it.each(CASES)(
    '%s: %s by %s answers as home does',
    (what, file, id, edit) => {
      const pack = findPack(id);
      if (!pack) throw new Error('no pack');
      const sent = sentFixture(file, id, {
        level: 'live',
        edit: (policy) => {
          if (!edit) return policy;
          const { parameters, decisions } = policyRanges(pack, edit);
          const read = readPolicyEdits(pack, parameters, decisions);
          if ('problems' in read) throw new Error(JSON.stringify(read.problems));
          const { asOf } = policy;
          return {
            ...applyPolicy(read.pack, { overlay: read.overlay, ...(asOf === undefined ? {} : { asOf }) }),
            edited: true,
          };
        },
      });
      const [copy] = sent.copies;
      if (!copy) throw new Error('no copy');
      const { sheets } = sent.sheets(copy);
      const grids = gridsOf(sheets);
      const results = resultsOf(sheets);
      // Every tier or path by a function; of a tier that reads more than tax and area, by the classic formula.
      expect(results.length).toBe(copy.rows.length * [pack.tiers, pack.paths].filter(Boolean).length);
      const ours = results.filter(({ formula }) => /^=[MR]/.test(formula));
      expect(ours.length < results.length).toBe(what.includes('not told enough'));
      const asked = ours.filter((_, index) => index % Math.ceil(ours.length / 40) === 0);
      const wrong = asked.filter(({ formula, home }) => functionAnswer(formula, grids) !== home);
      expect(wrong.map(({ formula, home }) => `${formula} ${String(home)}`)).toEqual([]);
    },
    120_000,
  );
});
