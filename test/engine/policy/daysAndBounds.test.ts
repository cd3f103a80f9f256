import { describe, expect, it } from 'vitest';
import { applyPolicy } from '../../../src/engine/assess/applyPolicy';
import { explainAt } from '../../../src/engine/assess/explain';
import { judge, type Judgement } from '../../../src/engine/assess/judge';
import { fieldsRead } from '../../../src/engine/assess/readings';
import type { Cell } from '../../../src/engine/ledger/cell';
import { matchHeaders } from '../../../src/engine/ledger/matchHeaders';
import { readLedger } from '../../../src/engine/ledger/readLedger';
import { withIncludesLine } from '../../../src/engine/policy/includesLine';
import { lintPack } from '../../../src/engine/policy/lint/lintPack';
import { loadPack } from '../../../src/engine/policy/loadPack';
import type { PolicyPack } from '../../../src/engine/policy/pack';
import { readConditionCell } from '../../../src/engine/policy/table/conditionCell';
import { conditionText } from '../../../src/engine/rule/conditionText';
import { policyDifferences, readPolicyEdits } from '../../../src/engine/policy/table/policyEdits';
import { cellsAsHeld } from '../../../src/engine/report/clean/cleanRefresh';
import { decisionSheet, parameterSheet } from '../../../src/engine/report/policy/policySheets';
import { vocabularyOf } from '../../../src/engine/policy/vocabulary';
import { NEVER } from '../../../src/engine/rule/daysBefore';
import { dayOfSerial } from '../../../src/engine/quantity/day';
import { daySerial } from '../../../src/engine/quantity/daySerial';
import { cleanLedger } from '../../../src/engine/report/clean/cleanLedger';
import { verdictInWords } from '../../../src/engine/report/verdict/verdictCells';
import { verdictSql } from '../../../src/engine/report/verdict/verdictSql';
import { reasonText } from '../../../src/text/why';
import { askDuckDb } from '../../support/duckDb';
import { calculatedSheets } from '../../support/openSheets';
import { oneTable } from '../../../src/sheet/whereCellsStand';

const unresolved = (missing: readonly string[]): string => `待核实：缺 ${missing.join('、')}`;
const PACK = (includes: boolean, paths: string, blank = 'unknown') => `id: here-2026
title: 本地办法
short: 本地2026
place: 本地
aliases: []
status: issued
published: 2026-01-01
source: ""
conventions:
  以下以上含本数: { value: ${String(includes)}, assumption: 本地自定 }
fields:
  税收: { field: taxPaid, whenBlank: unknown }
  面积: { field: landArea, whenBlank: unknown }
  约定开工: { field: plannedStart, whenBlank: unknown }
  实际开工: { field: actualStart, whenBlank: ${blank}, assumption: 空白为尚未开工 }
values:
  线: { unit: 万元/亩, dated: [{ from: 2026-01-01, value: 5, assumption: 本地自定 }] }
paths:
  hit: first
  rules:
${paths}`;
const rule = (path: string, when: string) => `    - { path: ${path}, when: '${when}', assumption: 本地自定 }\n`;

const HEADERS = ['企业名称', '税收', '面积', '约定开工', '实际开工'];

function judged(given: string | PolicyPack, rows: readonly (readonly Cell[])[]): Judgement {
  const pack = typeof given === 'string' ? loadPack(given) : given;
  const ledger = readLedger(matchHeaders([HEADERS]), rows, { fields: fieldsRead(pack), zeroIsBlank: false });
  const judgement = judge(ledger, { policy: applyPolicy(pack), cohort: ledger }, 'paths');
  if (!judgement) throw new Error('no paths');
  return judgement;
}

function judgedWords(pack: PolicyPack, rows: readonly (readonly Cell[])[]): string[] {
  const judgement = judged(pack, rows);
  return rows.map((_, row) => verdictInWords(judgement, row, unresolved));
}

/** The three readings of a table beside each other: kernel, classic formula by LibreOffice, SQL by DuckDB. */
async function readings(judgement: Judgement, rows: readonly (readonly Cell[])[]): Promise<string[][]> {
  const data = rows.map((_, row) => row);
  const place = { title: '试算', standing: oneTable({ sheet: '台账', row: 1, column: 0 }), rows, note: '' };
  const sheet = cleanLedger({ ...place, ledger: judgement.ledger, unresolved, paths: judgement });
  expect(sheet.blocks.some(({ formulas = [] }) => formulas.flat().some((own) => own.includes('CHOOSE')))).toBe(true);
  const source = {
    name: '台账',
    freezeRows: 0,
    blocks: [{ row: 0, column: 0, values: [HEADERS, ...rows] as string[][] }],
  };
  const grid = calculatedSheets([source, sheet]).get('标准台账') ?? [];
  const head = grid.findIndex(([first]) => first === '键');
  const { table } = judgement.readings;
  const at = (name: string, row: number) => {
    const value = table.readings.get(name)?.values[row] ?? NaN;
    return Number.isNaN(value) ? null : value;
  };
  const numbers = rows.map(([, tax, area]) => [tax, area].map((cell) => (typeof cell === 'number' ? cell : null)));
  const days = (row: number) =>
    ['约定开工', '实际开工'].map((name) => {
      const serial = at(name, row);
      return serial === daySerial(NEVER) ? NEVER : serial === null ? null : (dayOfSerial(serial) ?? null);
    });
  const columns = [
    ...['税收', '面积'].map((name) => ({ name, type: 'DOUBLE' as const })),
    ...['约定开工', '实际开工'].map((name) => ({ name, type: 'DATE' as const })),
  ];
  const asked = { name: '标准台账', columns, rows: data.map((row) => [...(numbers[row] ?? []), ...days(row)]) };
  const sql = verdictSql(judgement, { table: '标准台账', as: '路径', unresolved });
  return [
    data.map((row) => verdictInWords(judgement, row, unresolved)),
    data.map((row) => grid[head + 1 + row]?.[grid[head]?.indexOf('路径') ?? -1] ?? '?'),
    (await askDuckDb(asked, sql, '路径')).map(String),
  ];
}

describe('days in rules', () => {
  const rows: Cell[][] = [
    ['甲', 10, 1, '2020.6.30', '2021-07-01'],
    ['乙', 10, 1, '2020年6月29日', '2021-06-30'],
    ['丙', 10, 1, 43_000, '2016-01-01'],
    ['丁', 10, 1, '', '2021-07-01'],
    ['戊', 10, 1, '2019-01-01', ''],
    ['己', 10, 1, '2019-01-01', '说不清'],
    ['庚', 10, 1, '2022-01-01', '2021-01-01'],
  ];
  const text = PACK(
    true,
    rule('逾期', '约定开工 < 2020-06-30 and 实际开工 > 2021年6月30日') +
      rule('提前', '实际开工 < 约定开工') +
      rule('按期', '其余'),
    '2099-12-31',
  );

  it('kernel, formula and SQL agree; a blank is the day that the pack says, what cannot be read is missing', async () => {
    const [kernel = [], ...others] = await readings(judged(text, rows), rows);
    expect(kernel).toEqual([
      ...['按期', '按期', '提前', unresolved(['约定开工'])],
      ...['逾期', unresolved(['实际开工']), '提前'],
    ]);
    for (const other of others) expect(other).toEqual(kernel);
  });

  it('so long after another, or after 基准日, in every reading', async () => {
    const table =
      rule('晚', '实际开工 > 约定开工 + 18 个月') + rule('早', '实际开工 < 约定开工 - 30 天') + rule('准时', '其余');
    const [kernel = [], ...others] = await readings(judged(PACK(true, table, 'blank'), rows), rows);
    expect(kernel).toEqual(['准时', '准时', '早', unresolved(['约定开工']), '晚', unresolved(['实际开工']), '早']);
    for (const other of others) expect(other).toEqual(kernel);
  });

  it('are said as days, and written as rule text that reads back', () => {
    const judgement = judged(text, rows);
    expect(reasonText(explainAt(judgement, 4))).toContain(
      '约定开工 2019年1月1日，早于 2020年6月30日；实际开工 2099年12月31日，晚于 2021年6月30日',
    );
    expect(judgement.rules.map(({ condition }) => conditionText(condition))).toEqual([
      '约定开工 < 2020-06-30 且 实际开工 > 2021-06-30',
      '实际开工 < 约定开工',
      '其余',
    ]);
    const { pack } = judgement.context.policy;
    const cell = (own: Cell) => readConditionCell(own, { name: '约定开工', day: true }, vocabularyOf(pack));
    expect(cell('<2020-06-30')).toEqual(cell('早于2020年6月30日'));
    expect(cell('<2020-06-30')).toMatchObject({ tree: { op: '<', right: { value: 44_012 }, day: true } });
    expect(cell('<2020-02-31')).toMatchObject({ problem: { code: 'notADay', part: '2020-02-31' } });
  });

  it.each([
    ['an impossible day', '约定开工 < 2020-02-31', 'notADay'],
    ['a day against a number', '约定开工 < 5', 'notADay'],
    ['a number against a day', '亩均税收 < 2020-06-30', 'notADay'],
    ['a day in a sum', '约定开工 + 1 > 2020-06-30', 'notADay'],
  ])('%s is refused with its place', (_, when, code) => {
    expect(() => loadPack(PACK(true, rule('甲', when) + rule('乙', '其余')))).toThrow(new RegExp(code));
  });

  it('a blank that is no day is refused', () => {
    expect(() => loadPack(PACK(true, rule('乙', '其余'), '否'))).toThrow(/2020-06-30/);
  });
});

describe('以下 and 以上', () => {
  const rows: Cell[][] = [4.99, 5, 5.01, 20].map((tax, at) => [
    `企业${String(at)}`,
    tax,
    1,
    '2020-01-01',
    '2020-01-01',
  ]);
  const table = rule('低', '亩均税收 在 线 以下') + rule('高', '亩均税收 20以上') + rule('中', '其余');

  it.each([
    [true, ['低', '低', '中', '高']],
    [false, ['低', '中', '中', '中']],
  ])('include the number or not, as the pack says (%s), in every reading', async (includes, expected) => {
    const judgement = judged(PACK(includes, table), rows);
    for (const own of await readings(judgement, rows)) expect(own).toEqual(expected);
    expect(reasonText(explainAt(judgement, 0))).toContain(includes ? '不超过 5' : '低于 5');
    const cell = readConditionCell('5以下', { name: '亩均税收' }, vocabularyOf(judgement.context.policy.pack));
    expect(cell).toMatchObject({ tree: { op: includes ? '<=' : '<' } });
  });

  it('are switched in 政策参数: read back, told as a difference, in force in every reading, and written out again', async () => {
    const pack = loadPack(PACK(true, table));
    const sheets = (own: PolicyPack) => {
      const applied = applyPolicy(own);
      const decisions = decisionSheet(applied, { policy: '' });
      const parameters = parameterSheet(applied, { policy: '' }, decisions);
      const held = cellsAsHeld(parameters.model);
      // Below stand the rules again, by reference.
      const end = held.findIndex(([name]) => String(name).startsWith('以下各行'));
      return { parameters: held.slice(0, end), decisions: cellsAsHeld(decisions.model) };
    };
    const { parameters, decisions } = sheets(pack);
    expect(decisions.flat()).toEqual(expect.arrayContaining(['线以下', '20以上']));
    const row = parameters.findIndex(([name]) => name === '以下以上含本数');
    expect(parameters[row]?.[1]).toBe('是');
    const typed = (word: Cell) =>
      parameters.map((line, at) => (at === row ? [line[0], word, ...line.slice(2)] : line)) as Cell[][];
    expect(readPolicyEdits(pack, typed('大概'), decisions)).toMatchObject({
      problems: [{ in: 'parameters', problem: { code: 'notYesNo', row: row + 1 } }],
    });
    const edits = readPolicyEdits(pack, typed('否'), decisions);
    if ('problems' in edits) throw new Error(JSON.stringify(edits.problems));
    const { values, lines } = policyDifferences(pack, edits, undefined);
    expect([values, lines]).toEqual([
      [{ kind: 'convention', name: '以下以上含本数', before: true, after: false, place: { row, column: 1 } }],
      [],
    ]);
    const judgement = judged(edits.pack, rows);
    for (const own of await readings(judgement, rows)) expect(own).toEqual(['低', '中', '中', '中']);
    expect(judgement.rules.map(({ basis }) => basis.kind)).toEqual(['assumed', 'assumed', 'assumed']);
    const again = sheets(edits.pack);
    expect([again.parameters[row]?.[1], again.decisions.slice(4)]).toEqual(['否', decisions.slice(4)]);
    const back = readPolicyEdits(pack, again.parameters, again.decisions);
    expect('problems' in back ? [] : policyDifferences(pack, back, undefined)).toEqual({ values, lines });
  });

  it('a line that says <= stays as it is, and a gap that the switch opens is found', () => {
    const text = rule('低', '亩均税收 <= 线') + rule('高', '亩均税收 线 以上');
    const switched = withIncludesLine(loadPack(PACK(true, text)), false);
    expect(judgedWords(switched, rows)).toEqual(['低', '低', '高', '高']);
    const gap = withIncludesLine(
      loadPack(PACK(true, rule('低', '亩均税收 线 以下') + rule('高', '亩均税收 线 以上'))),
      false,
    );
    expect(lintPack(gap, { values: new Map() }).map(({ code }) => code)).toContain('gap');
  });
});
