import { describe, expect, it } from 'vitest';
import { loadPack } from '../../../src/engine/policy/loadPack';
import type { PolicyPack } from '../../../src/engine/policy/pack';
import template from '../../../src/engine/policy/packs/grading-template/pack.yaml';
import type { NewSheet } from '../../../src/sheet/sheet';
import { formulasOf, gradeDifferences, gradedSheets, gradesSaid } from '../../support/gradeDifferences';
import { seedOf } from '../../support/seeds';

/** `npm run differential` asks for 5,000 rows a document. */
const ROWS = Math.min(5000, Number(process.env.MUJUN_DIFFERENTIAL_ROWS ?? 1500));
/** Scores to whole points, so that many are equal, and what tells those apart. */
const TIED = template.replace(
  /^( {2})(floor: )/m,
  '$1total: { decimals: 0, assumption: 试写 }\n$1ties: [营业收入, 税收 / 面积]\n$1$2',
);

/** 标准台账 of a generated ledger with its grades; `values` are the workbook's own for weights, quotas and lines. */
function made(pack: PolicyPack, rows: number, seed: number, values: Readonly<Record<string, number>> = {}) {
  const overlay = {
    ...{ values: new Map(Object.entries(values)), outputLines: new Map<string, number>() },
    ...{ places: new Map<string, { row: number; column: number }>(), units: new Map<string, string>() },
  };
  return gradedSheets(pack, { rows, seed: seedOf(seed), overlay });
}

/** Some groups by ratio, some between their least and most; a benchmark of the pack's own; a compound quotient. */
const MIXED = template
  .replace(/(规下:\n\s+when: 规模 = 规下\n\s+method: )ratio/, '$1minMax')
  .replace('规下:\n      when: 规模 = 规下\n      method: minMax\n      weights: { 亩均税收: 100 }', (text) =>
    text.replace('{ 亩均税收: 100 }', '{ 亩均税收: 60, 研发投入占比: 40 }'),
  )
  .replace('formula: 研发经费 / 营业收入', 'formula: 研发经费 * 2 / (营业收入 + 工业增加值)')
  .replace('formula: 税收 / 综合能耗, benchmark: 本组平均', 'formula: 税收 / 综合能耗, benchmark: 起评面积');

describe('综合得分, 本组位次 and 评定等级 as classic formulas', () => {
  it.each([
    ['the template', template],
    ['groups by several methods', MIXED],
    ['equal scores told apart', TIED],
    // Case 22 of the numbers: a cap that only quotients have is not asked for.
    ['every group between its least and its most', template.replaceAll('method: ratio', 'method: minMax')],
  ])('%s: LibreOffice gives the grades of the kernel', { timeout: 240_000 }, (_, text) => {
    const pack = loadPack(text);
    const { sheet, source, verdicts } = made(pack, ROWS, 3);
    expect(formulasOf(sheet).length).toBeGreaterThan(14 * ROWS);
    expect(gradeDifferences([source, sheet], verdicts).slice(0, 5)).toEqual([]);
    const kinds = new Set(verdicts.map(({ kind }) => kind));
    expect([...kinds].filter((kind) => kind !== 'notData').toSorted()).toEqual([
      ...['noScore', 'outright', 'ranked', 'unresolved'],
    ]);
    const grades = gradesSaid(verdicts);
    expect(['A', 'B', 'C', 'D', '不定等级'].every((one) => grades.has(one))).toBe(true);
  });

  it('follow figures, weights and quotas that are edited on the sheet', { timeout: 240_000 }, () => {
    const pack = loadPack(template);
    const before = made(pack, 800, 5);
    const values = { '规上·亩均税收权重': 30, '规上·全员劳动生产率权重': 20, '规下·A比例': 0.3, '规下·B比例': 0.3 };
    const after = made(pack, 800, 6, { ...values, 起评面积: 5, 亩均税收得分上限: 1.2, 亩均税收基准倍数: 1.5 });
    const edited = edit(before.sheet, after.sheet);
    expect(gradeDifferences([before.source, edited], after.verdicts).slice(0, 5)).toEqual([]);
  });
});

/** The sheet as it was written, with what another one holds typed over every cell that is no formula. */
function edit(sheet: NewSheet, other: NewSheet): NewSheet {
  const blocks = sheet.blocks.map((block, at) => {
    const typed = other.blocks[at]?.values ?? [];
    expect(typed.length).toBe(block.values.length);
    return { ...block, values: typed };
  });
  return { ...sheet, blocks };
}
