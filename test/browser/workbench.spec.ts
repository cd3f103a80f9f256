import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openPackage } from '../../src/package/openPackage';
import { readByLibreOffice } from '../package/support/libreOffice';
import { openWorkbench, type OpenWorkbench, type WithWorkbench } from './support/openWorkbench';

const LEDGER = '嵊越市亩均效益评价台账.xlsx';
const SHEET = '亩均评价台账';
const TIER = '=MUJUN_TIER(J5:J20,G5:G20,"嵊州2021")';

describe('the workbench, used by a person', () => {
  let bench: OpenWorkbench;
  beforeAll(async () => {
    bench = await openWorkbench();
    await bench.openFile(LEDGER);
  });
  afterAll(() => bench.close());

  it('fits a small laptop: grid and pane side by side, nothing scrolls sideways', async () => {
    const [grid, pane] = await Promise.all(['#grid', '#pane'].map((part) => bench.page.locator(part).boundingBox()));
    expect(pane?.width).toBe(350);
    expect((grid?.width ?? 0) + (pane?.width ?? 0)).toBeLessThanOrEqual(1366);
    expect(await bench.page.evaluate(() => document.documentElement.scrollWidth)).toBe(1366);
  });

  it('lets the pane be resized from the keyboard, within its bounds', async () => {
    const splitter = bench.page.getByRole('separator', { name: '调整任务窗格宽度' });
    await splitter.focus();
    for (let press = 0; press < 20; press++) await bench.page.keyboard.press('ArrowRight');
    expect(await splitter.getAttribute('aria-valuenow')).toBe('320');
    for (let press = 0; press < 3; press++) await bench.page.keyboard.press('ArrowLeft');
    expect((await bench.page.locator('#pane').boundingBox())?.width).toBe(350);
  });

  it('goes from the grid to the pane and back by F6', async () => {
    await select(bench, 'B9');
    const isPane = () => bench.page.evaluate(() => document.activeElement?.id === 'pane');
    if (await isPane()) await bench.page.keyboard.press('F6');
    expect(await isPane()).toBe(false);
    await bench.page.keyboard.press('F6');
    expect(await isPane()).toBe(true);
    expect(await bench.pane.evaluate(() => document.activeElement?.textContent)).toBe('台账');
    await bench.page.keyboard.press('Tab');
    await bench.page.keyboard.press('F6');
    expect(await isPane()).toBe(false);
  });

  it('completes function names and explains arguments in Chinese', async () => {
    await select(bench, 'AC5');
    await bench.page.keyboard.type('=MUJ', { delay: 40 });
    await bench.page.getByText('MUJUN_TIER_WHY').first().waitFor();
    await bench.page.keyboard.type('UN_TIER(', { delay: 40 });
    await bench.page.getByText('税收').first().waitFor();
    await bench.page.keyboard.press('Escape');
    await bench.page.keyboard.press('Escape');
  });

  it('calculates a typed formula: it spills, and others follow it', async () => {
    await type(bench, 'AC5', TIER);
    await type(bench, 'AD1', '=COUNTIF(AC5:AC20,AC5)');
    const tiers = (await bench.values(SHEET, 'AC5:AC20')).flat();
    expect(tiers).not.toContain('');
    expect(await bench.values(SHEET, 'AD1')).toEqual([[tiers.filter((tier) => tier === tiers[0]).length]]);
  });

  it('says on hover why a function failed', async () => {
    await type(bench, 'AF5', '=MUJUN_TIER(J5,G5)');
    expect(await bench.values(SHEET, 'AF5')).toEqual([['#N/A']]);
    const message = await bench.page.evaluate(
      (sheet) => (globalThis as WithWorkbench).workbench?.message(sheet, 'AF5'),
      SHEET,
    );
    expect(message).toContain('请指定政策');
  });

  it('does not insert rows, and says why', async () => {
    const before = await bench.values(SHEET, 'A5:A9');
    await bench.page.mouse.click(20, 400, { button: 'right' });
    await bench.page.getByText('删除选中行').click();
    await bench.page.getByText('工作台暂不支持插入或删除行列').waitFor();
    expect(await bench.values(SHEET, 'A5:A9')).toEqual(before);
    await bench.page.keyboard.press('Escape');
    await bench.page.getByRole('button', { name: '关闭' }).click();
  });

  it('keeps the open workbook when a file cannot be opened, and says so', async () => {
    const chooser = bench.page.getByLabel('打开工作簿');
    await chooser.setInputFiles({ name: '坏.xlsx', mimeType: '', buffer: Buffer.from('PK\u0003\u0004 no zip') });
    const discard = bench.page.getByRole('button', { name: '放弃更改并打开' });
    await discard.click();
    await bench.page.getByRole('alert').getByText('损坏').waitFor();
    expect(await bench.page.locator('#name').textContent()).toBe(LEDGER);
    expect(await bench.values(SHEET, 'AF5')).toEqual([['#N/A']]);
    await bench.page.getByRole('button', { name: '关闭' }).click();
  });

  it('asks before a page with unsaved changes is left', async () => {
    const warns = await bench.page.evaluate(() => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    });
    expect(warns).toBe(true);
  });

  it('downloads a file another program reads: edits, answers, and every other part untouched', async () => {
    await type(bench, 'J6', '77.5');
    const tiers = (await bench.values(SHEET, 'AC5:AC20')).flat();
    const [download] = await Promise.all([
      bench.page.waitForEvent('download'),
      bench.page.getByRole('button', { name: '下载工作簿' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(LEDGER);
    const bytes = new Uint8Array(readFileSync(await download.path()));
    const rows = readByLibreOffice(bytes).get(SHEET);
    expect(rows?.[5]?.[9]).toBe('77.5');
    // Without the add-in another program cannot evaluate its functions, but their answers are in the file.
    const cells = openPackage(bytes).model.sheets[0]?.cells;
    expect(tiers.map((_, index) => cells?.get(4 + index)?.get(28)?.value)).toEqual(tiers);
    expect(cells?.get(4)?.get(28)).toMatchObject({ arrayRange: 'AC5:AC20', dynamic: true });
    // The edited sheet, the one whose sums follow it, and what marks a formula as one that spills.
    expect(changedParts(bytes).sort()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/metadata.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ]);
    expect(await bench.page.getByRole('status').textContent()).toBe('已保存');
  });

  it('opens what it downloaded: the same answers, calculated again', async () => {
    const before = await bench.values(SHEET, 'AC5:AF20');
    const bytes = await bench.page.evaluate(() => [...((globalThis as WithWorkbench).workbench?.save() ?? [])]);
    await bench.openFile('存过.xlsx', Uint8Array.from(bytes));
    expect(await bench.values(SHEET, 'AC5:AF20')).toEqual(before);
  });

  it('asks again when the pane is loaded anew while a function waits', async () => {
    const frame = bench.page.locator('#pane');
    await bench.putFormulas(SHEET, 'AH5', [['=MUJUN_TIER(J7:J8,G7:G8,"嵊州2021")']]);
    await frame.evaluate((pane: HTMLIFrameElement) => pane.contentWindow?.location.reload());
    await type(bench, 'AI5', '=MUJUN_TIER(J9:J10,G9:G10,"嵊州2021")');
    await expect.poll(() => bench.values(SHEET, 'AI5:AI6'), { timeout: 20_000 }).not.toContainEqual(['#BUSY!']);
    expect((await bench.values(SHEET, 'AI5:AI6')).flat()).not.toContain('');
  });
});

/** Parts whose bytes differ from those of the ledger. */
function changedParts(bytes: Uint8Array): string[] {
  const before = unzipSync(readFileSync(new URL(`../fixtures/${LEDGER}`, import.meta.url)));
  const after = unzipSync(bytes);
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => Buffer.compare(before[name] ?? Buffer.of(), after[name] ?? Buffer.of()) !== 0);
}

async function select({ page }: OpenWorkbench, address: string): Promise<void> {
  const place = [SHEET, address] as const;
  await page.evaluate(([sheet, cell]) => (globalThis as WithWorkbench).workbench?.select(sheet, cell), place);
  await page.locator('#grid canvas').first().focus();
}

async function type(bench: OpenWorkbench, address: string, text: string): Promise<void> {
  const held = async () => (await bench.values(SHEET, address)).flat();
  const typed = async () => {
    await bench.page.keyboard.press('Escape');
    await select(bench, address);
    await bench.page.keyboard.type(text);
    await bench.page.keyboard.press('Enter');
    // On a busy machine the keys may not have come to the page before it looks quiet, or have gone to a pane just being loaded.
    await expect.poll(held, { timeout: 10_000 }).not.toEqual(['']);
  };
  await vi.waitFor(typed, { timeout: 40_000 });
  await bench.settled();
}
