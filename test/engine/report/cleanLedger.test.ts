import { finish } from '../../../src/steps/steps';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { assess } from '../../../src/taskpane/model/verdict/assessment';
import { mappingOf } from '../../../src/taskpane/model/reading/mapping';
import { appliedPolicy } from '../../../src/taskpane/state/paneState';
import { sourceOf } from '../../../src/taskpane/model/reading/source';
import { cleanLedgerModel } from '../../../src/taskpane/plans/results/planCleanLedger';
import { planSheets } from '../../../src/taskpane/plans/planSheets';
import { verdictText } from '../../../src/taskpane/model/verdict/resultRows';
import { parseDay } from '../../../src/engine/quantity/index';
import type { CellChange, SheetChange } from '../../../src/package/model';
import { ShiftableFormula } from '../../../src/formula/shiftFormula';
import { openPackage } from '../../../src/package/openPackage';
import { savePackage } from '../../../src/package/savePackage';
import type { CellValue, WritePlan } from '../../../src/workbook/port';
import { readByLibreOffice } from '../../package/support/libreOffice';
import { asTruth, fixtureSheet, SHENGYUE, TAIPU, truthRows, XUYUE } from '../../support/fixtureSheet';

type Cells = Map<number, Map<number, CellChange>>;

function changeOf(value: CellValue, formula = ''): CellChange {
  if (formula !== '') return { value: null, type: 'blank', formula: formula.slice(1) };
  if (typeof value === 'string') return value === '' ? { value: null, type: 'blank' } : { value, type: 'string' };
  return typeof value === 'number' ? { value, type: 'number' } : { value, type: 'boolean' };
}

function cellsOf({ blocks }: WritePlan): Cells {
  const cells: Cells = new Map();
  for (const { area, values = [], formulas } of blocks) {
    values.forEach((line, row) => {
      const cellsOfRow = cells.get(area.row + row) ?? new Map<number, CellChange>();
      cells.set(area.row + row, cellsOfRow);
      line.forEach((value, column) => cellsOfRow.set(area.column + column, changeOf(value, formulas?.[row]?.[column])));
    });
  }
  return cells;
}

interface Edit {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
}

/** The plan for the 标准台账 of a fixture. */
function planOf(file: string, policy: string): WritePlan {
  const { source, assessment } = assessed(file, policy);
  return planSheets('标准台账', [finish(cleanLedgerModel(source, assessment))]);
}

function assessed(file: string, policy: string) {
  const values = fixtureSheet(file) as CellValue[][];
  const source = sourceOf({
    sheet: { id: 'sheet', name: '台账', visible: true, protected: false },
    area: { row: 0, column: 0, rows: values.length, columns: values[0]?.length ?? 0 },
    ...{ values, hiddenColumns: [], hiddenRows: [], merges: [], tables: [] },
  });
  if (!source) throw new Error('no ledger');
  const asOf = parseDay('2023-06-30');
  const applied = appliedPolicy({ policyId: policy, ...(asOf === undefined ? {} : { asOf }) });
  return { source, assessment: assess(source, mappingOf(source, new Map()).headers, applied) };
}

/** A fixture with its 标准台账 beside it, then edited (rows and columns of the sheet from 0), as LibreOffice calculates it. */
function calculated(file: string, policy: string, edits: readonly Edit[] = []) {
  const opened = openPackage(new Uint8Array(readFileSync(new URL(`../../fixtures/${file}.xlsx`, import.meta.url))));
  const [sheet] = opened.model.sheets;
  const values = fixtureSheet(file) as CellValue[][];
  if (!sheet) throw new Error('no sheet');
  const source = sourceOf({
    sheet: { id: sheet.id, name: sheet.name, visible: true, protected: false },
    area: { row: 0, column: 0, rows: values.length, columns: values[0]?.length ?? 0 },
    ...{ values, hiddenColumns: [], hiddenRows: [], merges: [], tables: [] },
  });
  const asOf = parseDay('2023-06-30');
  const applied = appliedPolicy({ policyId: policy, ...(asOf === undefined ? {} : { asOf }) });
  if (!source) throw new Error('no ledger');
  const assessment = assess(source, mappingOf(source, new Map()).headers, applied);
  const plan = planSheets('标准台账', [finish(cleanLedgerModel(source, assessment))]);
  const edited: Cells = new Map();
  for (const { row, column, value } of edits) {
    edited.set(row, (edited.get(row) ?? new Map<number, CellChange>()).set(column, changeOf(value)));
  }
  const changes: SheetChange[] = [
    { id: sheet.id, cells: edited },
    { id: 'new-1', added: { name: '标准台账' }, cells: cellsOf(plan) },
  ];
  const grid = readByLibreOffice(savePackage(opened, { sheets: changes })).get('标准台账') ?? [];
  const header = grid.findIndex(([first]) => first === '键');
  const at = (name: string) => grid[header]?.indexOf(name) ?? -1;
  return { plan, assessment, source, grid, lines: grid.slice(header + 1).filter(([key]) => key !== ''), at };
}

type Calculated = ReturnType<typeof calculated>;

function tierOf(
  file: string,
  policy: string,
): { readonly wrong: string[]; readonly count: number; readonly sheet: Calculated } {
  const sheet = calculated(file, policy);
  const { assessment, lines, at, source } = sheet;
  const wrong = lines.flatMap((line) => {
    const row = Number(line[at('来源行')]) - source.body.row - 1;
    const own = assessment.tiers ? verdictText(assessment.tiers, row) : undefined;
    return line[at('档位')] === own ? [] : [`${String(row)}: ${String(line[at('档位')])} for ${String(own)}`];
  });
  return { wrong, count: lines.length, sheet };
}

describe('嵊越, calculated by LibreOffice', () => {
  let tiers: ReturnType<typeof tierOf>;
  beforeAll(() => {
    tiers = tierOf(SHENGYUE, 'shengzhou-2021');
  }, 120_000);

  it('gives the tiers of the engine and of the truth file on all 1,200 rows', () => {
    expect(tiers.count).toBe(1200);
    expect(tiers.wrong).toEqual([]);
    const { lines, at } = tiers.sheet;
    const byRow = new Map(lines.map((line) => [Number(line[at('来源行')]), line]));
    const wrong = truthRows(SHENGYUE).filter(({ row, tier, path }) => {
      const line = byRow.get(row);
      return asTruth(line?.[at('档位')]) !== (tier ?? '待核实') || asTruth(line?.[at('路径')]) !== path;
    });
    expect(wrong).toEqual([]);
  });

  it('gives area and tax of the truth file, and their quotient to nine decimals', () => {
    const { lines, at } = tiers.sheet;
    const wrong = truthRows(SHENGYUE).filter(({ row, area, tax }) => {
      const line = lines.find((candidate) => Number(candidate[at('来源行')]) === row) ?? [];
      const [mu, wanYuan, perMu] = [at('面积（亩）'), at('税收（万元）'), at('亩均税收（万元/亩）')].map(
        (column) => line[column],
      );
      const sameArea = area === null ? mu === '' : Math.abs(Number(mu) - area) < 1e-9;
      const sameTax = tax === null ? wanYuan === '' : Math.abs(Number(wanYuan) - tax) < 1e-9;
      const quotient = area !== null && tax !== null && area > 0 ? (tax / area).toFixed(9) : '';
      const samePerMu = quotient === '' ? perMu === '' : Math.abs(Number(perMu) - Number(quotient)) < 1.1e-9;
      return !(sameArea && sameTax && samePerMu);
    });
    expect(wrong).toEqual([]);
  });

  it('says of no row that its source has changed, and carries note, status and no personal column', () => {
    const { lines, at, grid } = tiers.sheet;
    expect(lines.filter((line) => line[at('原表是否已变')] !== '')).toEqual([]);
    expect(grid[1]?.[0]).toBe('系统初步研判，须经认定（嵊州2021，征求意见稿，基准日 2023-06-30）');
    expect(grid.flat().filter((text) => text.includes('联系人') || /1380000\d{4}/.test(text))).toEqual([]);
  });

  it('says which formulas are one filled down, and they are, to the last row; none is longer than a person reads', () => {
    for (const [file, policy] of [
      [SHENGYUE, 'shengzhou-2021'],
      [TAIPU, 'taicang-2023'],
      [XUYUE, 'xuchang-2021-draft'],
    ] as const) {
      const { blocks } = planOf(file, policy);
      const runs = blocks.flatMap(({ formulas = [], filled = [] }) => filled.map((run) => ({ ...run, formulas })));
      expect(runs.length).toBeGreaterThan(0);
      for (const { row, column, rows, formulas } of runs) {
        const first = new ShiftableFormula(formulas[row]?.[column] ?? '');
        const moved = Array.from({ length: rows }, (_, down) => first.at({ rows: down, columns: 0 }));
        expect(formulas.slice(row, row + rows).map((line) => line[column])).toEqual(moved);
      }
      const all = blocks.flatMap(({ formulas = [] }) => formulas.flat());
      const first = new Set(runs.map(({ row, column, formulas }) => formulas[row]?.[column]));
      expect(all.filter((formula) => formula !== '').length).toBeGreaterThan(first.size * 5);
      expect(Math.max(...all.map((formula) => formula.length))).toBeLessThan(2_000);
    }
  });

  it('uses classic functions only', () => {
    const formulas = tiers.sheet.plan.blocks.flatMap(({ formulas: own = [] }) => own.flat());
    const used = new Set(formulas.flatMap((formula) => formula.match(/[A-Z]+(?=\()/g) ?? []));
    const classic = ['AND', 'CHOOSE', 'EXACT', 'IF', 'IFERROR', 'LEFT', 'MID', 'NOT', 'OR', 'ROUND'];
    expect([...used].toSorted()).toEqual(classic);
    expect(Math.max(...formulas.map(({ length }) => length))).toBeLessThan(8192);
  });
});

it('嵊越: 已变 stands in the rows whose source was edited, and in no other', { timeout: 120_000 }, () => {
  const edits: Edit[] = [
    { row: 4, column: 6, value: 70 },
    { row: 9, column: 9, value: '' },
    { row: 20, column: 16, value: 'D' },
    { row: 33, column: 3, value: '别的镇' },
    // Left blank by the ledger: a typed 0 is an edit too.
    { row: 5, column: 20, value: 0 },
    // Not read into the clean ledger: 联系人 and 备注.
    { row: 40, column: 25, value: '李13900000000' },
    { row: 41, column: 26, value: '另附' },
  ];
  const { lines, at } = calculated(SHENGYUE, 'shengzhou-2021', edits);
  const changed = lines.filter((line) => line[at('原表是否已变')] === '已变').map((line) => Number(line[at('来源行')]));
  expect(changed).toEqual([5, 6, 10, 21, 34]);
});

it('太浦: square metres become 亩, no tiers, no row changed', { timeout: 120_000 }, () => {
  const { lines, at } = calculated(TAIPU, 'taicang-2023');
  expect([lines.length, at('档位')]).toEqual([800, -1]);
  const areas = new Map(truthRows(TAIPU).map(({ row, area }) => [row, area]));
  const wrong = lines.filter((line) => {
    const area = areas.get(Number(line[at('来源行')]));
    const shown = line[at('面积（亩）')];
    // An area of 0 or less is none.
    return area !== undefined && area !== null && area > 0 ? !(Math.abs(Number(shown) - area) < 1e-6) : shown !== '';
  });
  expect(wrong).toEqual([]);
  expect(lines.filter((line) => line[at('原表是否已变')] !== '')).toEqual([]);
});

it(
  '许越: lines that depend on a group are formulas too, by the group that the row belongs to',
  { timeout: 120_000 },
  () => {
    const { wrong, count, sheet } = tierOf(XUYUE, 'xuchang-2021');
    expect([count, wrong]).toEqual([600, []]);
    expect(sheet.grid[2]?.[3]).toMatch(/亩均税收、档位、路径、原表是否已变为公式/);
    expect(sheet.grid.flat()).toContain('不设上限');
  },
);

describe.each([
  [SHENGYUE, 'shengzhou-2021'],
  [TAIPU, 'taicang-2023'],
  [XUYUE, 'xuchang-2021'],
] as const)('paths of %s by %s, calculated by LibreOffice', (file, policy) => {
  it('are formulas and give the answers of the engine', { timeout: 120_000 }, () => {
    const { lines, at, assessment, source, plan } = calculated(file, policy);
    const wrong = lines.flatMap((line) => {
      const row = Number(line[at('来源行')]) - source.body.row - 1;
      const own = assessment.paths ? verdictText(assessment.paths, row) : undefined;
      return line[at('路径')] === own ? [] : [`${String(row)}: ${String(line[at('路径')])} for ${String(own)}`];
    });
    expect(wrong).toEqual([]);
    const formulas = plan.blocks.flatMap(({ formulas: own = [] }) => own.flat());
    expect(
      formulas.filter((formula) => formula.startsWith('=IF(') && formula.includes('CHOOSE(')).length,
    ).toBeGreaterThanOrEqual(lines.length);
  });
});
