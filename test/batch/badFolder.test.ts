import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readFile } from '../../src/batch/read/readFile';
import { openPackage } from '../../src/package/openPackage';
import { sheetsToFile } from '../../src/package/sheetsToFile';
import { compound } from '../package/support/compound';
import { oneSheet, zipParts } from '../package/support/makePackage';
import { asked, commandLine } from './support/commandLine';

const { at, folder, mujun } = commandLine();
const POLICY = ['--policy', '嵊州2021', '--as-of', '2024-06-30'] as const;

/** Ten enterprises of a county in a year; without its tax where it is not asked for. */
function ledger(county: string, year: number, hasTax = true): Uint8Array {
  const rows = Array.from({ length: 10 }, (_, at) => [
    `${county}示例${String(at + 1)}号机械有限公司`,
    10 + at,
    ...(hasTax ? [37 * (at + 1)] : []),
  ]);
  const head = ['企业名称', '用地面积（亩）', ...(hasTax ? ['实缴税收（万元）'] : [])];
  const values = [[`${county}${String(year)}年工业企业亩均效益评价台账`], head, ...rows];
  const block = { row: 0, column: 0, values: values.map((row) => [...row, ...Array<string>(3 - row.length).fill('')]) };
  return sheetsToFile([{ name: '台账', freezeRows: 2, blocks: [block] }]);
}

/** A county's file, by the name of its folder. */
const FILES: Readonly<Record<string, () => Uint8Array>> = {
  '甲市/东县.xlsx': () => ledger('东县', 2023),
  '甲市/西县.xlsx': () => ledger('西县', 2023),
  '乙市/东县.xlsx': () => ledger('南县', 2023),
  '乙市/去年的.xlsx': () => ledger('北县', 2022),
  '乙市/没有税收.xlsx': () => ledger('中县', 2023, false),
  '乙市/炸弹.xlsx': () => zipParts({ ...oneSheet('<sheetData/>'), 'xl/media/a.png': new Uint8Array(60_000_000) }),
  '乙市/加密.xlsx': () => compound('EncryptedPackage'),
};

it(
  'what a province collects: each trouble is told by file and cause, and the rest is judged',
  { timeout: 240_000 },
  async () => {
    for (const [name, bytes] of Object.entries(FILES)) {
      mkdirSync(path.join(at('全省'), path.dirname(name)), { recursive: true });
      writeFileSync(path.join(at('全省'), name), bytes());
    }
    symlinkSync(at('nowhere'), path.join(at('全省'), '甲市/断了的.xlsx'));
    const [jia, yi] = ['甲市', '乙市'].map((city) => path.join(at('全省'), city));
    const read = mujun('read', jia ?? '', yi ?? '', ...POLICY, '--out', at('rows.parquet'));
    expect(read.err).toContain('乙市/炸弹.xlsx，没有读入：文件的压缩比异常');
    expect(read.err).toContain('乙市/加密.xlsx，没有读入：这个文件设了打开密码');
    expect(read.err).toContain('甲市/断了的.xlsx，没有读入：文件打不开（ENOENT）');
    expect(read.out).toContain('共 8 份文件，读入 5 份，50 户');
    const report = openPackage(new Uint8Array(readFileSync(at('rows-读入情况.xlsx')))).model.sheets[0];
    const lines = [...(report?.cells.values() ?? [])].map((row) => [...row.values()].map(({ value }) => String(value)));
    const said = (file: string) => lines.find(([name]) => name === file)?.join('|');
    expect(said('乙市/去年的.xlsx')).toContain('这份是 2022 年的，别的多是 2023 年的');
    expect(said('甲市/东县.xlsx')).not.toContain('这份是');
    // Two files of one name are two files.
    expect(said('甲市/东县.xlsx')).toContain('|2023|');
    expect(said('乙市/东县.xlsx')).toContain('|10|');

    // Files of other columns, read by one thread or by three: the same table, in the order of the files.
    const tables = ['1', '3'].map((jobs) => {
      expect(mujun('read', jia ?? '', yi ?? '', ...POLICY, '--jobs', jobs, '--out', at(`${jobs}.parquet`)).status).toBe(
        2,
      );
      return asked(`SELECT * FROM read_parquet('${at(`${jobs}.parquet`)}')`);
    });
    const [one = [], three] = await Promise.all(tables);
    expect(three).toEqual(one);
    expect(one.map(([order]) => order)).toEqual(one.map((_, at) => at));
    const firsts = one.map(([, file]) => file).filter((file, at, all) => file !== all[at - 1]);
    expect(firsts).toHaveLength(5);

    const judged = mujun('judge', at('rows.parquet'), ...POLICY, '--out', at('judged.parquet'));
    expect(judged.status).toBe(0);
    expect(judged.out).toContain('（政策征求意见稿）');
    const tiers = await asked(
      `SELECT "文件", COUNT(*), SUM(CASE WHEN "档位" = '待核实：缺 税收' THEN 1 ELSE 0 END) FROM read_parquet('${at('judged.parquet')}') GROUP BY 1 ORDER BY 1`,
    );
    expect(tiers.map(([file, ...counts]) => [file, ...counts.map(Number)])).toEqual([
      ['乙市/东县.xlsx', 10, 0],
      ['乙市/去年的.xlsx', 10, 0],
      ['乙市/没有税收.xlsx', 10, 10],
      ['甲市/东县.xlsx', 10, 0],
      ['甲市/西县.xlsx', 10, 0],
    ]);
    const byCity = openPackage(new Uint8Array(readFileSync(at('judged-汇总.xlsx')))).model.sheets[0];
    expect(byCity?.name).toBe('档位按市');
    const cities = [...(byCity?.cells.values() ?? [])].map((row) => [...row.values()].map(({ value }) => value));
    expect(
      cities.flatMap(([name, count]) => (['合计', '乙市', '甲市'].includes(String(name)) ? [[name, count]] : [])),
    ).toEqual([
      ['合计', 50],
      ['乙市', 30],
      ['甲市', 20],
    ]);
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  },
);

it('a file that cannot be opened is told with the reason of the system', async () => {
  mkdirSync(at('锁着的.xlsx'));
  const { refused } = await readFile({ path: at('锁着的.xlsx'), name: '锁着的.xlsx' }, { answers: [] });
  expect(refused).toBe('文件打不开（EISDIR），请关闭正在使用它的程序后再读');
});
