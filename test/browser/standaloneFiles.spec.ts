import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openPackage } from '../../src/package/openPackage';
import { savePackage } from '../../src/package/savePackage';
import { SHENGYUE, XUYUE } from '../support/fixtureSheet';
import { differingCells } from './support/differingCells';
import { openEdition, type OpenEdition } from './support/openEdition';

const NAME = `${SHENGYUE}.xlsx`;
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(`../fixtures/${name}.xlsx`, import.meta.url)));
const BYTES = bytesOf(SHENGYUE);
const SHEET = '亩均评价台账';

/** The file as somebody else leaves it: one cell beside the ledger is filled. */
function changedElsewhere(bytes: Uint8Array): Uint8Array {
  const opened = openPackage(bytes);
  const id = opened.model.sheets.find(({ name }) => name === SHEET)?.id ?? '';
  const cells = new Map([[4, new Map([[40, { value: '别人写的', type: 'string' as const }]])]]);
  return savePackage(opened, { sheets: [{ id, cells }] });
}

/** A real file of the browser's own file system stands for one on the disk; only the system's picker is answered for. */
describe('a ledger opened from the disk', () => {
  let edition: OpenEdition;
  beforeAll(async () => {
    edition = await openEdition(`${inject('url')}/standalone/`, { hasPicker: true });
  });
  afterAll(() => edition.close());
  const press = (name: string) => edition.page.getByRole('button', { name, exact: true }).first().click();
  const said = (text: string | RegExp) => edition.page.getByText(text).first().waitFor({ timeout: 60_000 });
  const write = async () => {
    await edition.page.getByLabel('政策').selectOption({ label: '嵊州2021（征求意见稿）' });
    await edition.page.getByRole('tab', { name: '台账', exact: true }).click();
    await press('写入结果列');
    await said(/已写入/);
    await said('有改动没有保存');
  };

  it('is saved back into its own file after a question, with its own cells as they were', async () => {
    await edition.putOnDisk(NAME, BYTES);
    await press('打开台账');
    await said('台账：亩均评价台账（1,200 户');
    await write();
    await press('存回原文件');
    await said(`把写入的内容存回“${NAME}”？`);
    expect(await edition.onDisk(NAME)).toEqual(BYTES);
    await press('确定');
    await said(`已存回“${NAME}”。`);
    expect(await edition.page.getByText('有改动没有保存').count()).toBe(0);
    const saved = await edition.onDisk(NAME);
    expect(differingCells(BYTES, saved)).toEqual([]);
    const sheet = openPackage(saved).model.sheets.find(({ name }) => name === SHEET);
    expect(sheet?.cells.get(4)?.get(27)?.value).toBe('重点指导');
    expect(await edition.kept()).toEqual({ ledgers: 0, steps: 0 });
  });

  it('is not saved over what somebody else saved meanwhile: a new name is offered', async () => {
    await edition.putOnDisk(NAME, BYTES);
    await press('打开别的台账');
    await said('台账：亩均评价台账（1,200 户');
    await write();
    expect((await edition.kept()).steps).toBeGreaterThan(0);
    const theirs = changedElsewhere(BYTES);
    await edition.putOnDisk(NAME, theirs);
    await press('存回原文件');
    await press('确定');
    await said(`没有存回：“${NAME}”在打开以后被别的程序改过。`);
    expect(await edition.onDisk(NAME)).toEqual(theirs);
    await said('有改动没有保存');
    const notice = edition.page.getByRole('button', { name: '另存为新文件' }).last();
    const [download] = await Promise.all([edition.page.waitForEvent('download'), notice.click()]);
    expect(download.suggestedFilename()).toContain('亩均推演');
    await said('已另存为');
  });

  it('is read again as it is on the disk now', async () => {
    await press('再读一次');
    await said('台账：亩均评价台账（1,200 户');
    // What nothing was written to is saved as the very file that was read.
    const { bytes } = await edition.saved('另存为新文件');
    expect(bytes).toEqual(changedElsewhere(BYTES));
  });

  it('keeps unsaved work when another file is dropped, unless the person says otherwise', async () => {
    await write();
    await edition.drop({ name: `${XUYUE}.xlsx`, bytes: bytesOf(XUYUE) });
    await said('有改动没有保存，打开别的台账就没有了。确定打开吗？');
    await press('取消');
    await said('有改动没有保存');
    await edition.drop({ name: `${XUYUE}.xlsx`, bytes: bytesOf(XUYUE) });
    await press('确定');
    await edition.page.getByText(`${XUYUE}.xlsx`).first().waitFor();
  });

  it('is told when it is gone, or cannot be written to', async () => {
    await edition.putOnDisk(NAME, BYTES);
    await press('打开别的台账');
    await said('台账：亩均评价台账（1,200 户');
    await write();
    await edition.removeFromDisk(NAME);
    await press('存回原文件');
    await press('确定');
    await said(`读不到“${NAME}”`);
    await said('有改动没有保存');
    await edition.putOnDisk(NAME, BYTES);
    await edition.lockDisk();
    await press('存回原文件');
    await press('确定');
    // A file put back is another one, though its bytes are the same: its time says so.
    await said(/没有存回：/);
    await said('有改动没有保存');
    await press('关闭');
    await press('确定');
    await edition.page.getByRole('button', { name: '打开台账' }).waitFor();
    await expect.poll(() => edition.kept()).toEqual({ ledgers: 0, steps: 0 });
  });

  it('is offered again on the next visit, until the list is cleared', async () => {
    await edition.page.reload();
    await edition.putOnDisk(NAME, BYTES);
    const recent = edition.page.getByRole('region', { name: '最近打开' });
    await recent.waitFor();
    expect(await recent.getByRole('listitem').count()).toBe(1);
    await recent.getByRole('button', { name: new RegExp(`^${NAME}`) }).click();
    await said('台账：亩均评价台账（1,200 户');
    await edition.page.getByRole('button', { name: '存回原文件' }).waitFor();
    await press('关闭');
    await press('清空这个列表');
    await recent.waitFor({ state: 'detached' });
    await edition.page.reload();
    await edition.page.getByRole('button', { name: '打开台账' }).waitFor();
    await edition.page.waitForTimeout(300);
    expect(await recent.count()).toBe(0);
  });

  it('met no error and asked nobody', () => {
    expect(edition.errors).toEqual([]);
    expect(edition.foreign).toEqual([]);
  });
});
