import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { sheetsToFile } from '../../src/package/sheetsToFile';
import { checkCreditCode } from '../../src/engine/ledger/index';
import { CHECK_WORDS } from '../../src/text/checks';
import { asked, commandLine, fixture } from './support/commandLine';

const { at, mujun } = commandLine();

function county(name: string, heads: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const lines = rows.map((row, own) => [`${name}示例${String(own + 1)}号机械有限公司`, 10, 40, ...row]);
  const values = [
    [`${name}2024年工业企业亩均效益评价台账`],
    ['企业名称', '用地面积（亩）', '实缴税收（万元）', ...heads],
  ];
  const whole = [...values, ...lines].map((row) => [...row, ...Array<string>(3 + heads.length - row.length).fill('')]);
  const sheet = { name: '台账', freezeRows: 2, blocks: [{ row: 0, column: 0, values: whole }] };
  writeFileSync(path.join(at('两县'), `${name}.xlsx`), sheetsToFile([sheet]));
}

it('--checks adds what 核对表 says of every row, where the ledger has the columns', { timeout: 240_000 }, async () => {
  mkdirSync(at('两县'));
  county(
    '东县',
    ['出让年限', '工业建筑面积（㎡）', '总建筑面积（㎡）'],
    [
      [20, 5100, 10_000],
      [50, 5000, 10_000],
      ['', 5200, 10_000],
      [30, 9000, 8000],
      [0, '', 8000],
    ],
  );
  county(
    '西县',
    ['存量类型', '销号日期'],
    [
      ['低效', '2024-12-30'],
      ['低效', '2025-01-02'],
      ['闲置', ''],
      ['低效', '03/04/2024'],
    ],
  );
  const policy = ['--policy', '嘉兴2024', '--as-of', '2025-01-01'] as const;
  expect([0, 3]).toContain(mujun('read', at('两县'), ...policy, '--out', at('rows.parquet')).status);
  const judged = mujun('judge', at('rows.parquet'), ...policy, '--checks', '--out', at('judged.parquet'));
  expect(judged.err).not.toContain('没有完成');
  expect(judged.status).toBe(0);
  const heads = ['出让年限核对', '工业建筑面积占比核对', '可增配套面积（㎡）', '处置状态'].map(
    (own) => `"核对：${own}"`,
  );
  const said = await asked(`SELECT ${heads.join(', ')} FROM read_parquet('${at('judged.parquet')}') ORDER BY "序"`);
  expect(said).toEqual([
    ['符合', '达标', 0, null],
    ['超过 30 年，请核对', '未达标', expect.closeTo(5000 / 0.51 - 10_000, 6), null],
    ['待核实：缺 出让年限', '达标', expect.closeTo(5200 / 0.51 - 10_000, 6), null],
    ['符合', '请核对原表数字', null, null],
    ['请核对原表数字', '待核实：缺 工业建筑面积', null, null],
    [null, null, null, '已处置'],
    [null, null, null, '未处置'],
    [null, null, null, '未处置'],
    [null, null, null, '待核实：缺 销号日期'],
  ]);
  // Nobody has asked for them, or no file has the columns: there are none.
  mujun('judge', at('rows.parquet'), ...policy, '--out', at('plain.parquet'));
  const names = async (file: string) =>
    (await asked(`DESCRIBE SELECT * FROM read_parquet('${at(file)}')`)).map(([name]) => String(name));
  expect((await names('plain.parquet')).filter((name) => name.startsWith('核对'))).toEqual([]);
  expect((await names('judged.parquet')).filter((name) => /核对：(?:信用代码|不再增收)/.test(name))).toEqual([]);
});

it('codes are checked as on 核对表', { timeout: 240_000 }, async () => {
  const policy = ['--policy', '嵊州2021', '--as-of', '2023-06-30'] as const;
  mujun('read', fixture('嵊越市亩均效益评价台账'), ...policy, '--out', at('one.parquet'));
  expect(mujun('judge', at('one.parquet'), ...policy, '--checks', '--out', at('one-judged.parquet')).status).toBe(0);
  const codes = await asked(
    `SELECT "核对：信用代码核对", "统一社会信用代码" FROM read_parquet('${at('one-judged.parquet')}')`,
  );
  expect(codes).toHaveLength(1200);
  expect(codes.filter(([answer, code]) => answer !== CHECK_WORDS.code(checkCreditCode(String(code))))).toEqual([]);
});
