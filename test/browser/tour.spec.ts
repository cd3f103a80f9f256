import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPackage } from '../../src/package/openPackage';
import { convert, readByLibreOffice } from '../package/support/libreOffice';
import { pdfPages, printedWords, type PrintedWord } from '../package/support/pdfPages';
import { SHENGYUE, truthRows } from '../support/fixtureSheet';
import { editInLibreOffice } from '../package/support/editInLibreOffice';
import { openWorkbench, type OpenWorkbench } from './support/openWorkbench';

const SHEET = '亩均评价台账';
/** `MUJUN_TOUR=1 npm test` renews the pictures of docs/tour.zh-CN.md; otherwise they are only taken. */
const PICTURES = new URL(process.env['MUJUN_TOUR'] ? '../../docs/tour/' : '../../test-results/tour/', import.meta.url);

const LEDGER = new URL(`../fixtures/${SHENGYUE}.xlsx`, import.meta.url);

/** One official's story: open 嵊越, read it, tier, why, what-if, write columns, save. Later features extend it. */
describe('the tour', () => {
  let bench: OpenWorkbench;
  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    bench = await openWorkbench();
    await bench.openFile(`${SHENGYUE}.xlsx`);
  });
  afterAll(() => bench.close());

  let saved: Uint8Array;
  const picture = async (name: string) => {
    await bench.page.waitForTimeout(400);
    await bench.page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, PICTURES)) });
  };
  const tab = (name: string) => bench.pane.getByRole('tab', { name }).click();
  const paneText = async () => bench.pane.locator('body').innerText();

  it('reads the ledger that is open', async () => {
    await bench.pane.getByText('台账：亩均评价台账（1,200 户，表头第 3–4 行）').waitFor();
    expect(await paneText()).toContain('只读原表，结果写在新列；数据不出本机');
    await picture('1-台账');
  });

  it('asks for the policy, and applies none before', async () => {
    expect(await bench.pane.getByRole('button', { name: '写入结果列' }).isEnabled()).toBe(false);
    await bench.pane.getByLabel('政策').selectOption({ label: '嵊州2021（征求意见稿）' });
    await bench.pane.getByText('81 户待核实（33 户缺税收或面积，48 户缺其他资料）').first().waitFor();
    await picture('2-选政策');
  });

  it('counts tiers and paths as the truth file does', async () => {
    await tab('判定');
    await bench.pane.getByText('改造路径').first().waitFor();
    const text = (await paneText()).replace(/\s+/g, ' ');
    const count = (key: 'tier' | 'path', answer: string) =>
      truthRows(SHENGYUE).filter((row) => row[key] === answer).length;
    for (const tier of ['重点排查', '重点检查', '重点指导', '不纳入'])
      expect(text).toContain(`${tier} ${count('tier', tier)} 户`);
    for (const path of ['关停退出', '功能转型', '拆除重建', '整治提升', '保留'])
      expect(text).toContain(`${path} ${count('path', path)} 户`);
    await picture('3-判定');
  });

  it('says why, with the clause, for the row selected in the sheet', async () => {
    await bench.page.evaluate((sheet) => {
      const { workbench } = globalThis as unknown as {
        workbench: { select: (sheet: string, address: string) => Promise<void> };
      };
      return workbench.select(sheet, 'B9');
    }, SHEET);
    await bench.pane.getByText('嵊越康达盛达家具股份有限公司').first().waitFor();
    const text = await paneText();
    expect(text).toContain('亩均税收 1.32 万元/亩（税收 27.67 万元 ÷ 面积 20.94 亩），不超过 5，列为“重点排查”');
    expect(text).toContain('77.03');
    await picture('4-为什么');
  });

  it('runs a what-if', async () => {
    await tab('推演');
    await bench.pane.getByLabel('起始年').fill('2021');
    await bench.pane.getByText('这是快速估算').waitFor();
    await bench.pane.getByRole('button', { name: '开始推演' }).click();
    await bench.pane.getByRole('button', { name: '写入工作表' }).waitFor();
    await bench.pane.getByRole('button', { name: '保存方案' }).waitFor();
    const text = await paneText();
    expect(text).toMatch(/到 20\d\d 年处置约 [\d,.]+ 亩，达到目标（3,000.0 亩）的把握 [\d.]+%。/);
    expect(text).toMatch(/20\d\d 年亩均税收约 [\d.]+ 万元\/亩，九成把握在 [\d.]+—[\d.]+/);
    expect(text).toContain('哪项假设影响最大');
    await bench.pane.locator('[role=img] svg').first().waitFor();
    expect(await bench.pane.locator('[role=img] svg path').count()).toBeGreaterThan(8);
    await picture('5-推演');
  });

  it('keeps two scenarios, lays them side by side, and reads one in a cell', async () => {
    const before = await bench.values(SHEET, 'A1:AA1215');
    await bench.pane.getByRole('button', { name: '保存方案' }).click();
    await bench.pane.getByText('“方案一”已保存').waitFor();
    await tab('措施');
    const percent = bench.pane.getByLabel('处置比例').first();
    await percent.fill('80');
    await bench.pane.getByText('这是快速估算').waitFor();
    await bench.pane.getByText(/上次推演以后改了：处置低效用地：.*50%.* → .*80%/).waitFor();
    await bench.pane.getByRole('button', { name: '开始推演' }).click();
    await bench.pane.getByText('上次推演以后改了').waitFor({ state: 'detached' });
    await bench.pane.getByText('模拟 5,000 次').waitFor();
    await bench.pane.getByRole('button', { name: '保存方案' }).click();
    await bench.pane.getByText('“方案二”已保存').waitFor();
    await tab('比较');
    await bench.pane.getByLabel('比较“方案一”').check();
    await bench.pane.getByLabel('比较“方案二”').check();
    await bench.pane.getByRole('button', { name: '比较所选方案' }).click();
    await bench.pane.getByText(/“方案二”与“方案一”相比/).waitFor();
    await picture('5b-方案比较');
    await bench.settled();
    await bench.putFormulas('汇总', 'H1', [['=MUJUN_SCENARIO(方案结果!A1:G20000,"方案二",2023,"处置面积","P50")']]);
    const [[two = NaN] = []] = await bench.values('汇总', 'H1');
    const results = await bench.values('方案结果', 'A1:G20000');
    const saved = results.find(
      ([name, year, place, measure, statistic]) =>
        name === '方案二' && year === 2023 && place === '全市' && measure === '处置面积' && statistic === 'P50',
    );
    expect(two).toBe(saved?.[5]);
    const grounds = (await bench.values('方案依据', 'A1:C60')).map((row) => row.join('：'));
    expect(grounds).toContain('方案二：台账单元格：推演前后一致，没有改动');
    expect(await bench.values(SHEET, 'A1:AA1215')).toEqual(before);
  });

  it('writes the projection to a new sheet', async () => {
    await tab('结果');
    await bench.pane.getByRole('button', { name: '写入工作表' }).click();
    await bench.page.getByText('推演结果').first().waitFor();
    await bench.settled();
    const cells = (await bench.values('推演结果', 'A1:H200')).flat().map(String);
    expect(cells.some((cell) => cell.includes('系统初步研判，须经认定'))).toBe(true);
    expect(cells).toContain('怎样算出来的（期望值，与中间值略有不同）：逐年本方案');
    await picture('6-推演结果表');
  });

  it('writes tiers, paths and reasons beside the ledger, over nothing', async () => {
    const before = await bench.values(SHEET, 'A1:AA1215');
    await tab('台账');
    await bench.pane.getByRole('button', { name: '写入结果列' }).click();
    await bench.pane
      .getByText(/已写入/)
      .first()
      .waitFor();
    await bench.settled();
    expect(await bench.values(SHEET, 'A1:AA1215')).toEqual(before);
    const written = await bench.values(SHEET, 'AB4:AF1211');
    const names = ['亩均税收档位', '改造路径', '理由及依据', '依据条款', '依据类别'];
    expect(written[0]?.map((cell) => String(cell).split('\n')[0])).toEqual(names);
    const wrong = truthRows(SHENGYUE).filter(({ row, tier, path }) => {
      const [seenTier, seenPath] = (written[row - 4] ?? []).map(String);
      return (tier ?? null) === null
        ? !seenTier?.startsWith('待核实')
        : seenTier !== tier || (path !== '待核实' && seenPath !== path);
    });
    expect(wrong).toEqual([]);
    await picture('7-写入结果列');
  });

  it('saves, and the file holds what was written', async () => {
    const [download] = await Promise.all([
      bench.page.waitForEvent('download'),
      bench.page.getByRole('button', { name: '下载工作簿' }).click(),
    ]);
    saved = new Uint8Array(readFileSync(await download.path()));
    const { model } = openPackage(saved);
    expect(model.sheets.map(({ name }) => name)).toEqual([
      ...[SHEET, '汇总', '参数'],
      ...['方案结果', '方案依据', '推演结果'],
    ]);
    expect(model.sheets[0]?.cells.get(4)?.get(27)?.value).toBe('重点指导');
    expect(bench.foreign).toEqual([]);
    expect(bench.errors).toEqual([]);
    await picture('8-保存');
  });

  it('prints the ledger on pages one wide, result columns and all, in a size that can be read', () => {
    const printed = (bytes: Uint8Array) => printedWords(convert(bytes, 'pdf:calc_pdf_Export').get('book.pdf'));
    const [before, after] = [new Uint8Array(readFileSync(LEDGER)), saved].map(printed);
    const heightOf = (page: readonly PrintedWord[] | undefined, text: string) =>
      page?.find((word) => word.text === text)?.height ?? NaN;
    const [first] = after ?? [];
    // The first name and the last one stand on the same page: nothing was cut off to pages beside it.
    expect(heightOf(first, '依据条款')).toBeGreaterThan(0);
    const name = '嵊越博远康达精密股份有限公司';
    // Four columns more make the print smaller by what they are wide; the long grounds do not.
    expect(heightOf(first, name) / heightOf(before?.[0], name)).toBeGreaterThan(0.7);
  });

  it('sends a township its copy in classic formulas, and takes it home edited in LibreOffice', async () => {
    const press = (name: string) => bench.pane.getByRole('button', { name, exact: true }).click();
    await tab('共享');
    await bench.pane.getByText('WPS 与旧版 Excel 不能加载本加载项，请发公式版。').waitFor();
    await bench.pane.getByLabel('税收').selectOption({ label: '发' });
    await press('先看要发出什么');
    await bench.pane.getByText('含税收：实缴税收、亩均税收').waitFor();
    await press('生成');
    await bench.pane.getByText('8 份已做好，请按“下载全部”保存。').waitFor({ timeout: 120_000 });
    const [download] = await Promise.all([
      bench.page.waitForEvent('download'),
      bench.pane
        .getByRole('button', { name: /^下载 / })
        .first()
        .click(),
    ]);
    const sent = new Uint8Array(readFileSync(await download.path()));
    const titles = [...(openPackage(sent).model.sheets[0]?.cells.get(3) ?? [])].map(([, { value }]) => String(value));
    const column = (title: string) => titles.indexOf(title);
    const edits = [
      { sheet: SHEET, row: 4, column: column('实缴税收'), value: 12.5 },
      { sheet: SHEET, row: 5, column: column('落后产能'), value: '是' },
    ];
    const back = editInLibreOffice(sent, edits);
    const told = openPackage(back).model.sheets.find(({ name }) => name === '填报说明');
    const texts = [...(told?.cells.values() ?? [])].flatMap((row) =>
      [...row.values()].map(({ value }) => String(value)),
    );
    expect(texts).toContain('本表为公式版。发出后有 2 户的输入已改动，结果已随之重算。');
    await bench.pane.getByRole('button', { name: '收回并核对' }).click();
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await bench.pane
      .getByLabel('选择交回的文件')
      .setInputFiles({ name: '交回.xlsx', mimeType, buffer: Buffer.from(back) });
    await bench.pane.getByText(/1 份已核对：改动 2 处，其中冲突 0 处/).waitFor({ timeout: 60_000 });
    const text = await paneText();
    expect(text).toMatch(/实缴税收：[\d,.]+ → 12\.5/);
    expect(text).toContain('落后产能：空 → 是');
    expect(text).toMatch(/随之改变的档位、路径（\d+）/);
    await picture('9-收回并核对');
  });

  it('applies what was accepted with a record, and takes it back', async () => {
    const before = await bench.values(SHEET, 'A1:AA1215');
    await bench.pane.getByRole('button', { name: '写入台账', exact: true }).click();
    await bench.pane.getByText('已写入 2 处，明细见“收回记录”。').waitFor();
    await bench.settled();
    const after = await bench.values(SHEET, 'A1:AA1215');
    const changed = after.flatMap((row, at) => row.filter((cell, column) => cell !== before[at]?.[column]));
    expect(changed).toContain(12.5);
    expect(changed).toContain('是');
    const log = (await bench.values('收回记录', 'A1:G20')).flat().map(String);
    expect(log).toContain('已采用 2 处');
    await picture('10-收回记录');
    await bench.pane.getByRole('button', { name: '撤销本次写入' }).click();
    await bench.pane.getByText(/已撤销/).waitFor();
    await bench.settled();
    // The totals are formulas: calculated again, their last binary digits may differ.
    const digits = (rows: readonly (readonly unknown[])[]) =>
      rows.map((row) => row.map((cell) => (typeof cell === 'number' ? Number(cell.toPrecision(14)) : cell)));
    expect(digits(await bench.values(SHEET, 'A1:AA1215'))).toEqual(digits(before));
  });

  it('proposes the target of the year with its clause', async () => {
    await tab('目标');
    await bench.pane.getByText('盘活土地空间：3,000.0 亩，2023年底前').waitFor();
    expect(await paneText()).toContain('一(三)2“盘活土地空间3000亩左右”（征求意见稿）');
    const past = bench.pane.getByText(/“盘活土地空间”的期限是2023年底，在 20\d\d 年度之前。/);
    await past.waitFor();
    await bench.pane.getByLabel('年度', { exact: true }).fill('2023');
    await past.waitFor({ state: 'detached' });
    await picture('11-目标');
  });

  it('splits it over the townships, to the last 亩', async () => {
    await bench.pane.getByRole('button', { name: '分解', exact: true }).click();
    const rows = await bench.pane.getByRole('table', { name: '分解结果（亩）' }).getByRole('row').allInnerTexts();
    const shares = rows.slice(2).map((row) => Number(row.split('\t').at(-1)?.replaceAll(',', '')));
    expect(shares).toHaveLength(8);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(3000);
  });

  it('makes the target sheet, and the sheet calculates what the pane says', async () => {
    await bench.pane.getByRole('button', { name: '生成年度目标表' }).click();
    await bench.pane.getByText('已新建“年度目标2023_v1”').waitFor();
    await bench.settled();
    const [total, ...lines] = await bench.values('年度目标2023_v1', 'A7:S15');
    expect([total?.[1], total?.[2], total?.[5]]).toEqual(['全市合计', 298, 3000]);
    expect(lines.reduce((sum, line) => sum + Number(line[5]), 0)).toBe(3000);
    expect(lines.every((line) => line[12] === '—')).toBe(true);
    await picture('12-目标表');
  });

  it('is edited by hand and made again: nothing typed is lost', async () => {
    await bench.putFormulas('年度目标2023_v1', 'F12', [['500']]);
    await bench.putFormulas('年度目标2023_v1', 'M12', [['120.5']]);
    await bench.putFormulas('年度目标2023_v1', 'Q12', [['含两宗司法处置']]);
    const name = (await bench.values('年度目标2023_v1', 'B12:B12'))[0]?.[0];
    await bench.pane.getByRole('button', { name: '生成年度目标表' }).click();
    await bench.pane.getByText('“年度目标2023_v1”上手工填的').waitFor();
    await bench.settled();
    const lines = await bench.values('年度目标2023_v2', 'A8:S15');
    const line = lines.find((cells) => cells[1] === name);
    expect([line?.[5], line?.[12], line?.[16]]).toEqual([500, 120.5, '含两宗司法处置']);
    expect(line?.[13]).toBeCloseTo(120.5 / 500, 9);
    expect((await bench.values('年度目标2023_v1', 'F12:F12'))[0]?.[0]).toBe(500);
    await picture('13-重新生成');
  });

  it('prints: LibreOffice opens the file, and the sheet is one page wide with nothing cut', async () => {
    const [download] = await Promise.all([
      bench.page.waitForEvent('download'),
      bench.page.getByRole('button', { name: '下载工作簿' }).click(),
    ]);
    const bytes = new Uint8Array(readFileSync(await download.path()));
    const held = readByLibreOffice(bytes).get('年度目标2023_v2') ?? [];
    expect(held[6]?.slice(1, 4)).toEqual(['全市合计', '298', expect.stringMatching(/^10281\.\d+$/)]);
    expect(held.flat().filter((cell) => /^#(?!N\/A)/.test(cell))).toEqual([]);
    const page = pdfPages(convert(bytes, 'pdf').get('book.pdf')).find((text) =>
      text.includes('2023年度低效工业用地处置'),
    );
    for (const words of ['序号', '全市合计', '备注', '含两宗司法处置', '填表人：', '页']) expect(page).toContain(words);
    expect(page).not.toMatch(/###|#N\/A|#REF|#VALUE|#NAME/);
    expect(bench.foreign).toEqual([]);
    expect(bench.errors).toEqual([]);
  });
});
