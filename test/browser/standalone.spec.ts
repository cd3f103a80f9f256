import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openPackage } from '../../src/package/openPackage';
import { savePackage } from '../../src/package/savePackage';
import { parseArea } from '../../src/sheet/address';
import { readByLibreOffice } from '../package/support/libreOffice';
import { withoutResults } from '../package/support/withoutResults';
import { SHENGYUE, truthRows } from '../support/fixtureSheet';
import { differingCells } from './support/differingCells';
import { EDITION_FILE, openEdition, type OpenEdition } from './support/openEdition';

const SHEET = '亩均评价台账';
const NAME = `${SHENGYUE}.xlsx`;
const BYTES = new Uint8Array(readFileSync(new URL(`../fixtures/${NAME}`, import.meta.url)));
const READ = '台账：亩均评价台账（1,200 户，表头第 3–4 行）';
/** `MUJUN_TOUR=1` renews the pictures of docs/standalone.zh-CN.md; otherwise they are only taken. */
const PICTURES = new URL(
  process.env['MUJUN_TOUR'] ? '../../docs/standalone/' : '../../test-results/standalone/',
  import.meta.url,
);

const tab = (page: OpenEdition['page'], name: string) => page.getByRole('tab', { name, exact: true }).click();
const button = (page: OpenEdition['page'], name: string) => page.getByRole('button', { name, exact: true });
const sheetOf = (bytes: Uint8Array, name: string) => openPackage(bytes).model.sheets.find((one) => one.name === name);

/** Whether a cell, as 台账!J5, holds a formula in the file that was opened. */
function holdsFormula(cell: string): boolean {
  const [sheet = '', name = ''] = cell.split('!');
  const { row = NaN, column = NaN } = parseArea(name) ?? {};
  return sheetOf(BYTES, sheet)?.cells.get(row)?.get(column)?.formula !== undefined;
}

/** An official's story in a page opened by double click, in a browser without what came after Chromium 86; and from a server. */
describe.each([
  { from: 'a folder', isOld: true },
  { from: 'a server', isOld: false },
])('the stand-alone edition, from $from', ({ isOld }) => {
  let edition: OpenEdition;
  let saved: Uint8Array;
  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    edition = await openEdition(isOld ? EDITION_FILE : `${inject('url')}/standalone/`, { isOld });
  });
  afterAll(() => edition.close());
  const picture = async (name: string) => {
    if (isOld) await edition.page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, PICTURES)) });
  };
  const text = async () => (await edition.page.locator('body').innerText()).replace(/\s+/g, ' ');

  it('says what to do in three steps, and opens a ledger', async () => {
    expect(await text()).toContain('点“打开台账”，或把文件拖到这里');
    await picture('1-开始');
    await edition.choose({ name: NAME, bytes: BYTES });
    await edition.page.getByText(READ).waitFor();
    await edition.page.getByLabel('政策').selectOption({ label: '嵊州2021（征求意见稿）' });
    await edition.page.getByText('81 户待核实（33 户缺税收或面积，48 户缺其他资料）').first().waitFor();
    await picture('2-台账');
    expect(await text()).not.toMatch(/此版 Excel|加载项/);
  });

  it('counts as the truth file does, and says why for the row that is selected in the sheet', async () => {
    await tab(edition.page, '判定');
    await edition.page.getByText('改造路径').first().waitFor();
    const shown = await text();
    for (const tier of ['重点排查', '重点检查', '重点指导', '不纳入'])
      expect(shown).toContain(`${tier} ${String(truthRows(SHENGYUE).filter((row) => row.tier === tier).length)} 户`);
    const grid = edition.page.getByRole('grid');
    await grid.focus();
    await edition.page.keyboard.press('Control+Home');
    for (let row = 0; row < 8; row++) await edition.page.keyboard.press('ArrowDown');
    await edition.page.getByText('不超过 5，列为“重点排查”').first().waitFor();
    await picture('3-为什么');
  });

  it('runs a what-if in workers made of Blobs', async () => {
    await tab(edition.page, '推演');
    await edition.page.getByLabel('起始年').fill('2021');
    await edition.page.getByText('这是快速估算').waitFor();
    await button(edition.page, '开始推演').click();
    await button(edition.page, '保存方案').waitFor();
    await edition.page.getByText('模拟 5,000 次').waitFor();
    expect(await text()).toMatch(/到 20\d\d 年处置约 [\d,.]+ 亩，达到目标（3,000.0 亩）的把握 [\d.]+%。/);
    await picture('4-推演');
  });

  it('makes the target sheet, which carries the answers of its formulas', async () => {
    await tab(edition.page, '目标');
    await edition.page.getByLabel('年度', { exact: true }).fill('2023');
    await button(edition.page, '分解').click();
    await edition.page.getByRole('button', { name: '生成年度目标表' }).click();
    await edition.page.getByText('已新建“年度目标2023_v1”').waitFor();
    await picture('5-目标表');
  });

  it('writes the results beside the ledger, and saves a new file that LibreOffice reads alike', async () => {
    await tab(edition.page, '台账');
    await button(edition.page, '写入结果列').click();
    await edition.page
      .getByText(/已写入/)
      .first()
      .waitFor();
    await edition.page.getByText('有改动没有保存').waitFor();
    const file = await edition.saved('另存为新文件');
    expect(file.name).toMatch(/^嵊越市亩均效益评价台账（亩均推演 [\d-]+ \d{4}）\.xlsx$/);
    saved = file.bytes;
    await picture('6-保存');
    expect(differingCells(BYTES, saved)).toEqual([]);
    const read = readByLibreOffice(withoutResults(saved, '年度目标2023_v1'));
    const tiers = (read.get(SHEET) ?? []).slice(4).map((line) => line[27] ?? '');
    for (const tier of ['重点排查', '重点检查', '重点指导'])
      expect(tiers.filter((cell) => cell === tier)).toHaveLength(
        truthRows(SHENGYUE).filter((row) => row.tier === tier).length,
      );
    const held = sheetOf(saved, '年度目标2023_v1');
    const total = held?.cells.get(6)?.get(3);
    expect(total?.formula).toBeDefined();
    expect(Number(total?.value)).toBeCloseTo(Number(read.get('年度目标2023_v1')?.[6]?.[3]), 6);
  });

  it('sends copies and takes an edited one home', async () => {
    await tab(edition.page, '共享');
    await edition.page.getByLabel('税收').selectOption({ label: '发' });
    await button(edition.page, '先看要发出什么').click();
    await edition.page.getByText('含税收：实缴税收、亩均税收').waitFor();
    await button(edition.page, '生成').click();
    await edition.page.getByText('8 份已做好').waitFor({ timeout: 120_000 });
    const [download] = await Promise.all([
      edition.page.waitForEvent('download'),
      edition.page
        .getByRole('button', { name: /^下载 / })
        .first()
        .click(),
    ]);
    const sent = openPackage(new Uint8Array(readFileSync(await download.path())));
    const [sheet] = sent.model.sheets;
    const column = [...(sheet?.cells.get(3) ?? [])].find(([, { value }]) => String(value).startsWith('实缴税收'))?.[0];
    const cells = new Map([[4, new Map([[column ?? 0, { value: 12.5, type: 'number' as const }]])]]);
    const back = savePackage(sent, { sheets: [{ id: sheet?.id ?? '', cells }] });
    await button(edition.page, '收回并核对').click();
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await edition.page
      .getByLabel('选择交回的文件')
      .setInputFiles({ name: '交回.xlsx', mimeType, buffer: Buffer.from(back) });
    await edition.page.getByText(/1 份已核对：改动 1 处/).waitFor({ timeout: 60_000 });
    await button(edition.page, '写入台账').click();
    await edition.page.getByText('已写入 1 处，明细见“收回记录”。').waitFor();
    const { bytes } = await edition.saved('另存为新文件');
    // Formulas over the cell that came back have new answers; nothing else of the person's is another.
    const typed = differingCells(BYTES, bytes).filter((cell) => !holdsFormula(cell));
    expect(typed).toEqual([expect.stringMatching(/!J\d+$/)]);
    const read = readByLibreOffice(bytes);
    expect([read.has('收回记录'), (read.get(SHEET) ?? []).flat().includes('12.5')]).toEqual([true, true]);
  });

  it('asked nothing of anybody, and met no error', async () => {
    expect(edition.foreign).toEqual([]);
    expect(edition.errors).toEqual([]);
    const { violations } = await new AxeBuilder({ page: edition.page }).exclude('[data-tabster-dummy]').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  });
});

describe('the stand-alone edition without workers', () => {
  let edition: OpenEdition;
  beforeAll(async () => {
    const url = `${inject('url')}/standalone/`;
    edition = await openEdition(url, { width: 1024, isDark: true, hasNoWorkers: true });
  });
  afterAll(() => edition.close());

  it('says the way out for files it cannot read', async () => {
    const old = new Uint8Array(1_024);
    old.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    // The directory entry of an .xls file's one stream.
    old.set(Buffer.from('Workbook\0', 'utf16le'), 512);
    await edition.choose({ name: '台账.et', bytes: old });
    await edition.page.getByText('“台账.et”是 WPS 的 .et 文件').waitFor();
    await edition.choose({ name: '台账.xls', bytes: old });
    await edition.page.getByText('这是旧版 .xls 文件').waitFor();
  });

  it('projects without workers, and offers what was not saved when it is opened again', async () => {
    await edition.choose({ name: NAME, bytes: BYTES });
    await edition.page.getByText(READ).waitFor();
    await edition.page.getByLabel('政策').selectOption({ label: '嵊州2021（征求意见稿）' });
    await edition.page.getByText('81 户待核实（33 户缺税收或面积，48 户缺其他资料）').first().waitFor();
    await button(edition.page, '写入结果列').click();
    await edition.page
      .getByText(/已写入/)
      .first()
      .waitFor();
    await tab(edition.page, '推演');
    await edition.page.getByLabel('起始年').fill('2021');
    await edition.page.getByText('这是快速估算').waitFor();
    await edition.page.screenshot({ path: fileURLToPath(new URL('dark-1024.png', PICTURES)) });
    edition.page.on('dialog', (dialog) => void dialog.accept());
    await edition.page.reload();
    await button(edition.page, '接着做').click();
    await edition.page.getByText(READ).waitFor();
    const { bytes } = await edition.saved('另存为新文件');
    expect(sheetOf(bytes, SHEET)?.cells.get(4)?.get(27)?.value).toBe('重点指导');
    await edition.page.reload();
    await edition.page.getByRole('button', { name: '打开台账' }).waitFor();
    await edition.page.waitForTimeout(300);
    expect(await button(edition.page, '接着做').count()).toBe(0);
    expect(edition.foreign).toEqual([]);
    expect(edition.errors).toEqual([]);
  });
});

it('the stand-alone edition in a browser that runs no WebAssembly says so where parcels are chosen, and goes on', async () => {
  const edition = await openEdition(`${inject('url')}/standalone/`, { hasNoWasm: true });
  try {
    await edition.choose({ name: NAME, bytes: BYTES });
    await edition.page.getByText(READ).waitFor();
    await edition.page.getByLabel('政策').selectOption({ label: '嵊州2021（征求意见稿）' });
    await tab(edition.page, '目标');
    await edition.page.getByLabel('年度', { exact: true }).fill('2023');
    await button(edition.page, '分解').click();
    await button(edition.page, '按地块安排').click();
    await button(edition.page, '挑选地块').click();
    await edition.page.getByText('这里的浏览器不能挑选地块').waitFor({ timeout: 60_000 });
    await tab(edition.page, '判定');
    await edition.page.getByText('改造路径').first().waitFor();
  } finally {
    await edition.close();
  }
});
