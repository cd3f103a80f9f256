import { describe, expect, it } from 'vitest';
import { applyPolicy } from '../../../src/engine/assess/applyPolicy';
import { explainAt } from '../../../src/engine/assess/explain';
import { judge, type Judgement } from '../../../src/engine/assess/judge';
import { fieldsRead } from '../../../src/engine/assess/readings';
import type { Cell } from '../../../src/engine/ledger/cell';
import { matchHeaders } from '../../../src/engine/ledger/matchHeaders';
import { readLedger } from '../../../src/engine/ledger/readLedger';
import { loadPack } from '../../../src/engine/policy/loadPack';
import type { Day } from '../../../src/engine/quantity/day';
import { cleanLedger } from '../../../src/engine/report/clean/cleanLedger';
import { verdictInWords } from '../../../src/engine/report/verdict/verdictCells';
import { verdictSql } from '../../../src/engine/report/verdict/verdictSql';
import type { NewSheet } from '../../../src/sheet/sheet';
import { oneTable } from '../../../src/sheet/whereCellsStand';
import { unresolvedText } from '../../../src/text/functions';
import { reasonText } from '../../../src/text/why';
import { askDuckDb } from '../../support/duckDb';
import { calculatedSheets } from '../../support/openSheets';
import { readingRows } from '../../support/readingRows';

const HEADS = ['企业名称', '税收（万元）', '用地面积（亩）', '营业收入（万元）', '研发经费（万元）'];
const ROWS: Cell[][] = [
  ['河口永昌纺织有限公司', 40, 10, 100, 3],
  ['河口大同机械有限公司', 40, 10, 0, 3],
  ['河口长风塑胶有限公司', 40, 10, '', 3],
  ['河口金山五金有限公司', 400, 10, 100, 3],
];

const policy = (rules: string) => `id: open-2026
title: 河口县办法
short: 河口2026
place: 河口
aliases: []
status: issued
published: 2026-01-01
source: ""
conventions: {}
fields:
  税收: { field: taxPaid, whenBlank: unknown }
  面积: { field: landArea, whenBlank: unknown }
  营业收入: { field: revenue, whenBlank: unknown }
  研发经费: { field: rdSpending, whenBlank: unknown }
values:
  低线: { unit: 万元/亩, dated: [{ from: 2024-01-01, until: 2025-01-01, value: 5, assumption: 试写 }] }
paths:
  hit: first
  rules:
${rules}
`;
const DIVIDES = `    - { path: 提升, when: 研发经费 / 营业收入 < 2%, assumption: 试写 }
    - { path: 保留, when: 其余, assumption: 试写 }`;
const GAP = `    - { path: 低效, when: 亩均税收 < 10, assumption: 试写 }
    - { path: 停产, when: 营业收入 = 0, assumption: 试写 }`;
const PERIOD = `    - { path: 低效, when: 亩均税收 < 低线, assumption: 试写 }
    - { path: 保留, when: 其余, assumption: 试写 }`;

const NONE = '待核实：算不出（除数为 0，或没有一条适用）';
const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['a divisor that is 0', DIVIDES, ['保留', NONE, '待核实：缺 营业收入', '保留']],
  ['no line that holds', GAP, ['低效', '低效', '低效', NONE]],
  ['a number that is not in force', PERIOD, Array.from({ length: 4 }, () => '待核实：缺 低线')],
];

function judged(rules: string): Judgement {
  const pack = loadPack(policy(rules));
  const ledger = readLedger(matchHeaders([HEADS]), ROWS, { fields: fieldsRead(pack), zeroIsBlank: false });
  const judgement = judge(ledger, { policy: applyPolicy(pack, { asOf: '2025-06-30' as Day }) }, 'paths');
  if (!judgement) throw new Error('no paths');
  return judgement;
}

function sheetsOf(judgement: Judgement, at: number): readonly NewSheet[] {
  const source = `台账${String(at)}`;
  const sheet = cleanLedger({
    ...{ title: '试算', standing: oneTable({ sheet: source, row: 1, column: 0 }), rows: ROWS },
    ...{ ledger: judgement.ledger, note: '', unresolved: unresolvedText, paths: judgement },
  });
  return [
    { name: source, freezeRows: 0, blocks: [{ row: 0, column: 0, values: [HEADS] }] },
    { ...sheet, name: `标准台账${String(at)}` },
  ];
}

describe('a row that is open though nothing of it is missing', () => {
  it.each(cases)('%s: the answer says so, never 缺 with nothing behind it', (_, rules, answers) => {
    const judgement = judged(rules);
    expect(ROWS.map((__, row) => verdictInWords(judgement, row, unresolvedText))).toEqual(answers);
  });

  it('the reason names what is divided by, or that no line holds', () => {
    expect(reasonText(explainAt(judged(DIVIDES), 1))).toContain('待核实：营业收入为 0，不能作除数，请核对。');
    expect(reasonText(explainAt(judged(GAP), 3))).toContain('待核实：没有一条适用，请核对这份政策。');
    expect(reasonText(explainAt(judged(PERIOD), 0))).toContain('待核实：缺 低线，补填后重新计算。');
  });

  it.each(cases)('%s: as a query, asked of DuckDB', { timeout: 60_000 }, async (_, rules, answers) => {
    const judgement = judged(rules);
    const query = verdictSql(judgement, { table: '台账', as: '路径', unresolved: unresolvedText });
    expect(await askDuckDb(readingRows(judgement, '台账').table, query, '路径')).toEqual(answers);
  });

  it('as classic formulas, calculated by LibreOffice', { timeout: 120_000 }, () => {
    const sheets = cases.map(([, rules], at) => sheetsOf(judged(rules), at));
    const formulas = sheets.map(([, sheet]) => JSON.stringify(sheet?.blocks.map((block) => block.formulas ?? [])));
    // A number of the policy that is not in force is no cell: those answers are written as values.
    expect(formulas.map((text) => text.includes('SUBSTITUTE'))).toEqual([true, true, false]);
    const grids = calculatedSheets(sheets.flat());
    const said = cases.map((_, at) => {
      const grid = grids.get(`标准台账${String(at)}`) ?? [];
      const head = grid.findIndex(([first]) => first === '键');
      return ROWS.map((__, row) => grid[head + 1 + row]?.[grid[head]?.indexOf('路径') ?? -1]);
    });
    expect(said).toEqual(cases.map(([, , answers]) => answers));
  });
});
