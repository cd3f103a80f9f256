import { readFileSync } from 'node:fs';
import type { FileChooser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPackage } from '../../src/package/openPackage';
import { SHENGYUE, truthRows } from '../support/fixtureSheet';
import { differingCells } from './support/differingCells';
import { EDITION_FILE, openEdition, type OpenEdition } from './support/openEdition';

const SHEET = '亩均评价台账';
const NAME = `${SHENGYUE}.xlsx`;
const BYTES = new Uint8Array(readFileSync(new URL(`../fixtures/${NAME}`, import.meta.url)));
const POLICY = '嵊州2021（征求意见稿）';
/** More stops than any screen of the edition has. */
const MOST_STOPS = 120;

/** No pointer is used: only keys, as somebody who sees the page and has no mouse. */
describe('the stand-alone edition by keyboard alone, by double click', () => {
  let edition: OpenEdition;
  beforeAll(async () => {
    edition = await openEdition(EDITION_FILE);
  });
  afterAll(() => edition.close());
  const press = (key: string) => edition.page.keyboard.press(key);
  /** What has the focus, as a screen reader would name it. */
  const focused = () =>
    edition.page.evaluate(() => {
      const at = document.activeElement;
      if (!(at instanceof HTMLElement)) return '';
      const labels = at instanceof HTMLSelectElement || at instanceof HTMLInputElement ? at.labels : null;
      return (at.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? at.textContent).trim();
    });
  const goTo = async (name: string, key = 'Tab') => {
    const passed: string[] = [];
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      await press(key);
      const now = await focused();
      if (now === name) return;
      passed.push(now.slice(0, 20));
    }
    throw new Error(`${name} is not reached: ${passed.join(' | ')}`);
  };
  const said = (text: string | RegExp) => edition.page.getByText(text).first().waitFor();

  it('opens a ledger: Enter brings the choice of a file', async () => {
    // Asked for before the walk: a key is quicker than the browser is at handing its choosers over.
    const chosen = new Promise<FileChooser>((take) => edition.page.once('filechooser', take));
    await goTo('打开台账');
    await press('Enter');
    await (await chosen).setFiles({ name: NAME, mimeType: 'application/octet-stream', buffer: Buffer.from(BYTES) });
    await said('台账：亩均评价台账（1,200 户');
  });

  it('chooses the policy, sees the tiers, and why for a row', async () => {
    await goTo('政策');
    const select = edition.page.getByLabel('政策');
    for (
      let step = 0;
      step < 20 &&
      !(await select.evaluate((at: HTMLSelectElement) => at.selectedOptions[0]?.text ?? '')).startsWith(POLICY);
      step++
    )
      await press('ArrowDown');
    await said('81 户待核实（33 户缺税收或面积，48 户缺其他资料）');
    await goTo('台账', 'Shift+Tab');
    await press('ArrowRight');
    await press('Enter');
    await said('改造路径');
    await goTo(`“${SHEET}”的单元格`, 'Shift+Tab');
    await press('Control+Home');
    for (let row = 0; row < 8; row++) await press('ArrowDown');
    await said('不超过 5，列为“重点排查”');
  });

  it('writes the results and saves a new file', async () => {
    await goTo('判定');
    await press('ArrowLeft');
    await press('Enter');
    await goTo('写入结果列');
    await press('Enter');
    await said(/已写入/);
    await said('有改动没有保存');
    await goTo('另存为新文件', 'Shift+Tab');
    const [download] = await Promise.all([edition.page.waitForEvent('download'), press('Enter')]);
    const saved = new Uint8Array(readFileSync(await download.path()));
    expect(differingCells(BYTES, saved)).toEqual([]);
    const sheet = openPackage(saved).model.sheets.find(({ name }) => name === SHEET);
    const tiers = [...(sheet?.cells.values() ?? [])].map((line) => line.get(27)?.value);
    expect(tiers.filter((tier) => tier === '重点排查')).toHaveLength(
      truthRows(SHENGYUE).filter((row) => row.tier === '重点排查').length,
    );
    expect(edition.errors).toEqual([]);
  });
});
