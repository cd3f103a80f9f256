import { finish } from '../../src/steps/steps';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CellChange, PackageModel } from '../../src/package/model';
import { openPackage } from '../../src/package/openPackage';
import { savePackage } from '../../src/package/savePackage';
import { addedSheets } from '../../src/package/sheetsToFile';
import { FUNCTIONS as ALL } from '../../src/functions/all';
import { assess } from '../../src/taskpane/model/verdict/assessment';
import { planPlainCopy, type PlainCopyPlan } from '../../src/taskpane/plans/share/plainCopy/planPlainCopy';
import { planRestore, type SheetNow } from '../../src/taskpane/plans/share/plainCopy/planRestore';
import { replacementsOfXml } from '../../src/taskpane/plans/share/plainCopy/replacement';
import { listedReplacements, REPLACED_SHEET } from '../../src/taskpane/plans/share/plainCopy/replacementSheet';
import { recordXml } from '../../src/taskpane/model/share/recordXml';
import { verdictText } from '../../src/taskpane/model/verdict/resultRows';
import { targetBase } from '../../src/engine/report/targets/targetBase';
import { targetSheet } from '../../src/engine/report/targets/targetSheet';
import { readFixture } from '../engine/share/support/sentFixture';
import { differences, uncalculated } from '../engine/report/targets/support/calculated';
import { ledgerSheet, madeRows, madeTarget, TOWNSHIPS } from '../engine/report/targets/support/madeTarget';
import { editInLibreOffice } from '../package/support/editInLibreOffice';
import { readByLibreOffice } from '../package/support/libreOffice';
import { partsOf } from '../package/support/parts';
import { SHENGYUE } from '../support/fixtureSheet';

const FUNCTIONS = ALL.map(({ name }) => name);
const fixture = () => new Uint8Array(readFileSync(new URL(`../fixtures/${SHENGYUE}.xlsx`, import.meta.url)));
const FIRST = 4;

/** 嵊越 with tiers and paths written beside it as spilling formulas, some formulas typed by hand, and the year's target. */
function withFormulas() {
  const { source, assessment } = readFixture(SHENGYUE, 'shengzhou-2021');
  const { tiers, paths } = assessment;
  const last = String(FIRST + source.rows.length);
  const column = (field: string) =>
    String.fromCharCode(65 + (assessment.ledger.headers.byField.get(field)?.column ?? 0));
  const [tax, area] = [column('taxPaid'), column('landArea')];
  const spill = (at: string, formula: string, texts: readonly string[]) =>
    texts.map((value, row): CellChange => {
      const own = row === 0 ? { formula, arrayRange: `${at}${String(FIRST + 1)}:${at}${last}` } : {};
      return {
        value: value === '' && row > 0 ? null : value,
        type: value === '' && row > 0 ? 'blank' : 'string',
        ...own,
      };
    });
  const answers = (judgement: typeof tiers) =>
    source.rows.map((_, row) => (judgement ? verdictText(judgement, row) : ''));
  const range = (letter: string) => `${letter}5:${letter}${last}`;
  const columns = [
    spill(
      'AB',
      `=IF(AC5:AC${last}="","",MUJUN_TIER(${range(tax)},${range(area)},"嵊州2021",,"2023-06-30"))`,
      answers(tiers),
    ),
    spill('AC', `=RENEWAL_PATH($A$3:$AA$4,A5:AA${last},"嵊州2021","2023-06-30")`, answers(paths)),
  ];
  const cells = new Map(
    source.rows.map((_, row) => [
      FIRST + row,
      new Map(columns.map((own, at): [number, CellChange] => [27 + at, own[row] as CellChange])),
    ]),
  );
  const tier = answers(tiers)[0] ?? '';
  const own = new Map<number, Map<number, CellChange>>([
    [0, new Map([[20, { value: 3000, type: 'number', formula: 'MUJUN_TARGET("嵊州2021","盘活土地空间")' }]])],
    [
      1,
      new Map([
        [
          20,
          {
            value: tier,
            type: 'string',
            formula: `MUJUN_TIER('亩均评价台账'!${tax}5,'亩均评价台账'!${area}5,"嵊州2021",,"2023-06-30")`,
          },
        ],
      ]),
    ],
    [2, new Map([[20, { value: 2000 / 3, type: 'number', formula: 'MUJUN_FAR_GAIN(1,1,2)' }]])],
    [3, new Map([[20, { value: 1, type: 'number', formula: `COUNTIF('亩均评价台账'!AB5#,"重点排查")&"AB5#"` }]])],
  ]);
  const opened = openPackage(fixture(), {}, FUNCTIONS);
  const rows = madeRows(60, TOWNSHIPS);
  const input = madeTarget(rows);
  const models = [targetSheet(input), targetBase(input)];
  const ledger = opened.model.sheets[0]?.id ?? '';
  const summary = opened.model.sheets[1]?.id ?? '';
  const secret = recordXml({ workbook: '0badcafe', codes: { rows: {}, masks: {} }, batches: [] }).xml;
  const bytes = savePackage(opened, {
    sheets: [
      { id: ledger, cells },
      { id: summary, cells: own },
      ...finish(addedSheets([ledgerSheet(rows), ...models.map(uncalculated)])),
    ],
    customXml: { put: [{ id: '{5D1A3C51-6A0B-4B8E-9C55-0D9C3E1F7A99}', xml: secret }], removed: [] },
  });
  return { bytes, source, assessment, rows, input };
}

function sheetsOf({ sheets }: PackageModel): SheetNow[] {
  return sheets.map(({ id, name, rows, columns, cells }) => {
    const area = { row: 0, column: 0, rows, columns };
    const grid = (at: (row: number, column: number) => string | number | boolean) =>
      Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => at(row, column)));
    const cell = (row: number, column: number) => cells.get(row)?.get(column);
    const value = (row: number, column: number) => cell(row, column)?.value ?? '';
    const formula = (row: number, column: number) => {
      const own = cell(row, column)?.formula;
      return own === undefined ? value(row, column) : `=${own}`;
    };
    return {
      sheet: { id, name, visible: true, protected: false },
      formulas: { area, formulas: grid(formula) },
      values: { area, values: grid(value) },
    };
  });
}

describe('整本公式版 of 嵊越', () => {
  const { bytes, source, assessment, rows, input } = withFormulas();
  const opened = openPackage(bytes, {}, FUNCTIONS);
  let plan: PlainCopyPlan;
  let copy: Uint8Array;
  beforeAll(() => {
    plan = finish(
      planPlainCopy({
        ...{
          model: opened.model,
          functions: FUNCTIONS,
          source,
          assessment,
          version: '0.1.0',
          time: '2026-03-01T08:00',
        },
      }),
    );
    copy = savePackage(opened, plan.change);
  }, 120_000);

  it('replaces every formula of ours: tiers and paths by classic formulas, others by values, each with its clause', () => {
    const told = plan.replacements.map(({ sheet, kind, formula }) => [sheet, kind, formula.slice(0, 14)]);
    expect(told).toEqual([
      ['亩均评价台账', 'classic', expect.stringContaining('=IF(AC5')],
      ['亩均评价台账', 'classic', expect.stringContaining('=RENEWAL_PATH')],
      ['汇总', 'value', expect.stringContaining('=MUJUN_TARGET')],
      ['汇总', 'classic', expect.stringContaining('=MUJUN_TIER')],
      ['汇总', 'value', expect.stringContaining('=MUJUN_FAR_GA')],
    ]);
    expect(plan.replacements[2]?.clause).toContain('盘活土地空间3000亩左右');
    expect(plan.replacements.every(({ clause }) => clause !== '')).toBe(true);
    const formulas = openPackage(copy, {}, FUNCTIONS).model.sheets.flatMap(({ cells }) =>
      [...cells.values()].flatMap((row) => [...row.values()].flatMap(({ formula }) => formula ?? [])),
    );
    expect(formulas.filter((text) => FUNCTIONS.some((name) => text.includes(`${name}(`)))).toEqual([]);
  });

  it('lets formulas that read what ours had spilled read the cells themselves, and lists them', () => {
    const { model } = openPackage(copy);
    const range = `$AB$5:$AB$${String(FIRST + source.rows.length)}`;
    const formula = `COUNTIF('亩均评价台账'!${range},"重点排查")&"AB5#"`;
    expect(model.sheets[1]?.cells.get(3)?.get(20)?.formula).toBe(formula);
    const list = sheetsOf(model).find(({ sheet }) => sheet.name === REPLACED_SHEET)?.values.values ?? [];
    expect(list.find(([sheet, cell]) => sheet === '汇总' && cell === 'U4')?.[3]).toBe(`仍为公式，改读 ${formula}`);
    expect(listedReplacements(list)).toHaveLength(5);
  });

  it('lists them on a sheet, keeps every other cell, and does not carry what was sent to whom', () => {
    const { model } = openPackage(copy);
    const names = model.sheets.map(({ name }) => name);
    expect(names).toEqual([
      ...opened.model.sheets.map(({ name }) => name),
      ...['公式替换清单', '依据', '标准台账', '填写用词'],
    ]);
    const before = sheetsOf(opened.model);
    sheetsOf(model)
      .slice(0, before.length)
      .forEach((sheet, at) => expect(sheet.values.values).toEqual(before[at]?.values.values));
    const parts = Object.values(partsOf(copy)).map((part) => Buffer.from(part).toString('utf8'));
    expect(parts.some((part) => part.includes('urn:mujun:sent'))).toBe(false);
    expect(names).not.toContain('选项');
  });

  it('calculates in LibreOffice, after edits there, what the add-in answers', { timeout: 240_000 }, () => {
    const column = (field: string) => assessment.ledger.headers.byField.get(field)?.column ?? -1;
    const edits = [
      { sheet: '亩均评价台账', row: 4, column: column('taxPaid'), value: 100 },
      { sheet: '亩均评价台账', row: 5, column: column('landArea'), value: 500 },
      { sheet: '亩均评价台账', row: 6, column: column('grade'), value: 'D' },
    ];
    const saved = openPackage(editInLibreOffice(copy, edits)).model;
    const [ledger, summary] = sheetsOf(saved);
    const lines = source.rows.map((line) => [...line]);
    for (const { row, column: at, value } of edits) (lines[row - FIRST] ?? [])[at] = value;
    const after = assess({ ...source, rows: lines }, assessment.whole.headers, assessment.policy);
    const wrong = lines.flatMap((_, row) =>
      ([after.tiers, after.paths] as const).flatMap((judgement, at) => {
        const own = judgement ? verdictText(judgement, row) : '';
        const shown = String(ledger?.values.values[FIRST + row]?.[27 + at] ?? '');
        return shown === own ? [] : [`${String(row)}: ${shown} for ${own}`];
      }),
    );
    expect(wrong).toEqual([]);
    expect(summary?.values.values[0]?.[20]).toBe(3000);
    expect(summary?.values.values[1]?.[20]).toBe(after.tiers && verdictText(after.tiers, 0));
    const told = sheetsOf(saved).find(({ sheet }) => sheet.name === '公式替换清单');
    expect(String(told?.values.values[2]?.[0])).toBe(
      '本表为公式版。发出后有 3 户的输入已改动，表中注明“数值”的仍是发出时的数值。',
    );
    const xml = openPackage(copy).model.customXml.find((item) => item.xml.includes('urn:mujun:replaced'))?.xml ?? '';
    const restore = planRestore(replacementsOfXml(xml) ?? [], sheetsOf(saved), FUNCTIONS);
    expect([restore.count, restore.unrecorded, restore.gone]).toEqual([5, 0, []]);
    expect(restore.changed.every(({ kind }) => kind === 'recalculated')).toBe(true);
    expect(restore.changed.map(({ row }) => row)).toContain(FIRST);
    const list = sheetsOf(saved).find(({ sheet }) => sheet.name === REPLACED_SHEET);
    const fromList = planRestore(listedReplacements(list?.values.values ?? []), sheetsOf(saved), FUNCTIONS);
    expect([fromList.count, fromList.unrecorded]).toEqual([5, 5]);
    expect(fromList.enter).toEqual(restore.enter);
    expect(restore.enter.flatMap(({ blocks }) => blocks.map(({ formulas }) => formulas?.[0]?.[0]))).toEqual(
      plan.replacements.map(({ formula }) => formula),
    );
  });

  it('calculates the target of the year in LibreOffice to what the add-in says, after another 截止日', () => {
    const again = openPackage(copy);
    const sheet = again.model.sheets.find(({ name }) => name === '年度目标2024_v1');
    const cells = new Map([[3, new Map<number, CellChange>([[2, { value: 45_565, type: 'number' }]])]]);
    const held = readByLibreOffice(savePackage(again, { sheets: [{ id: sheet?.id ?? '', cells }] })).get(
      '年度目标2024_v1',
    );
    const later = madeTarget(rows, { counting: { from: input.counting.from as never, to: '2024-09-30' as never } });
    const townships = later.townships.map((one, index) => ({
      ...one,
      proposed: input.townships[index]?.proposed ?? 0,
      cases: input.townships[index]?.cases ?? 0,
    }));
    expect(held?.[3]?.[10]).toBe('三季度');
    expect(differences(targetSheet({ ...later, townships }), held ?? [])).toEqual([]);
  });
});
