import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { CommandPage, Measured } from './hosts/commandPage';
import { openCommandPage, type OpenPort } from './port/openPortPage';
import { browserOfFile } from './support/browserOfFile';
import { openWorkbench } from './support/openWorkbench';

const PICTURES = new URL('../../test-results/hosts/', import.meta.url);
mkdirSync(PICTURES, { recursive: true });
const picture = (name: string) => fileURLToPath(new URL(`${name}.png`, PICTURES));

type WithPage = typeof globalThis & { readonly commandPage: CommandPage };

const measureOn = ({ pane }: OpenPort, name: string): Promise<Measured> =>
  pane.evaluate((command) => (globalThis as WithPage).commandPage.measure(command), name);

describe('a place that is no place for the pane says so in one sentence', () => {
  it.each([
    ['no host', '/taskpane.html'],
    ['Word', '/?app=word'],
  ])('%s', async (name, path) => {
    const page = await (await browserOfFile()).newPage({ viewport: { width: 700, height: 600 }, locale: 'zh-CN' });
    await page.goto(inject('url') + path);
    const pane = path.includes('app') ? await (await page.waitForSelector('#pane')).contentFrame() : page.mainFrame();
    await pane?.getByText('亩均推演要在 Excel 中使用').waitFor({ timeout: 60_000 });
    await page.screenshot({ path: picture(`host-${name.replace(' ', '-')}`) });
    await page.close();
  });

  it.each([
    ['readonly', '?book=readonly&pane=320', '本工作簿只能看，不能改'],
    ['xls', '?book=xls&pane=320', '本工作簿是旧格式（.xls）'],
    ['editing', '?book=editing&pane=320', '请按回车结束编辑'],
    ['excel-2016', '?excel=2016&pane=320', '这台电脑的 Excel 版本太旧'],
  ])('a workbook or an Excel that is %s', async (name, query, words) => {
    const bench = await openWorkbench({ query });
    try {
      await bench.pane.getByText(words, { exact: false }).first().waitFor({ timeout: 60_000 });
      await bench.page.screenshot({ path: picture(name) });
    } finally {
      await bench.close();
    }
  });
});

it('a workbook that is open for reading only is judged all the same; what would write says why it does not', async () => {
  const bench = await openWorkbench({ query: '?book=readonly' });
  try {
    await bench.pane.getByText('本工作簿只能看').first().waitFor({ timeout: 60_000 });
    await bench.pane.getByLabel('政策').selectOption({ label: '嵊州2021（征求意见稿）' });
    await bench.pane.getByRole('tab', { name: '判定' }).click();
    await bench.pane.getByText('重点排查').first().waitFor();
    expect(await bench.pane.getByText('只做了一部分').count()).toBe(0);
    await bench.pane.getByRole('tab', { name: '台账' }).click();
    await bench.pane.getByRole('button', { name: '写入结果列', exact: true }).click();
    await bench.pane.getByText('只读打开').first().waitFor();
    expect(bench.errors).toEqual([]);
  } finally {
    await bench.close();
  }
});

describe('functions that Excel treats badly answer as they should', () => {
  const LEDGER = '嵊越市亩均效益评价台账.xlsx';
  const SHEET = '亩均评价台账';
  const answers = async (query: string) => {
    const bench = await openWorkbench({ query });
    try {
      await bench.openFile(LEDGER);
      const tier = (row: number) => `=MUJUN_TIER(J${String(row)},G${String(row)},"嵊州2021")`;
      await bench.putFormulas(
        SHEET,
        'AC5:AC9',
        [5, 6, 7, 8, 9].map((row) => [tier(row)]),
      );
      return await bench.values(SHEET, 'AC5:AC9');
    } finally {
      await bench.close();
    }
  };

  it('cancelled and called again while under way, and six times slower', async () => {
    const usual = await answers('');
    expect(usual.flat().every((answer) => typeof answer === 'string' && !answer.startsWith('#'))).toBe(true);
    expect(await answers('?functions=twice&sync=20-200')).toEqual(usual);
    expect(await answers('?functions=slow')).toEqual(usual);
  }, 300_000);
});

describe('a table that grows by itself', () => {
  let open: OpenPort;
  beforeAll(async () => {
    open = await openCommandPage(`${inject('url')}/?tables=grow`);
  });
  afterAll(() => open.close());

  it('takes in what is filled beside it, and nothing of ours: results go to a sheet of their own', async () => {
    const overTable = await open.pane.evaluate(() => (globalThis as WithPage).commandPage.overTable);
    const { changed, intent } = await measureOn(open, overTable);
    expect([intent, changed.length, changed[0]?.startsWith('sheets '), changed.includes('sheets 台账')]).toEqual([
      'success',
      1,
      true,
      false,
    ]);
    const areas = await open.pane.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('台账');
        const table = sheet.tables.getItem('台账表');
        const before = table.getRange().load('address');
        await context.sync();
        sheet.getRange('K2').values = [[1]];
        await context.sync();
        const after = table.getRange().load('address');
        await context.sync();
        return [before.address, after.address];
      }),
    );
    expect(areas).toEqual(['台账!A1:J5', '台账!A1:K5']);
  });
});
