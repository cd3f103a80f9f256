import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chanceOf } from '../support/years/chance';
import { countyFile } from '../support/years/countyFile';
import { truthFrom } from '../support/years/countyTruth';
import { madeCounty } from '../support/years/madeCounty';
import { openWorkbench, type OpenWorkbench } from './support/openWorkbench';

/** `MUJUN_TOUR=1` renews the pictures of docs/tour.zh-CN.md, as with tour.spec.ts. */
const TOUR = process.env['MUJUN_TOUR'] ? '../../docs/tour/' : '../../test-results/past-years/';
const KEPT = fileURLToPath(new URL(TOUR, import.meta.url));
const ASIDE = fileURLToPath(new URL('../../test-results/past-years/', import.meta.url));
const MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The county's growth is far from the default, so that what is learnt is seen in the next plan. */
const TRUTH = { ...truthFrom(chanceOf(11)), taxGrowth: 0.08, exitShare: 0.03 };
const COUNTY = madeCounty({
  ...{ seed: 11, firms: 300, years: 3, truth: TRUTH, brokenCodes: 0.05, renamed: 0.03, divided: 0.02 },
});
const fileOf = (at: number) => countyFile(COUNTY, at);

describe('the county’s own record, as a person takes it into the next plan', () => {
  let bench: OpenWorkbench;
  const button = (name: string) => bench.pane.getByRole('button', { name, exact: true });
  const picture = (name: string) => bench.page.locator('iframe').screenshot({ path: `${KEPT}${name}.png` });

  beforeAll(async () => {
    for (const folder of [KEPT, ASIDE]) mkdirSync(folder, { recursive: true });
    bench = await openWorkbench({ height: 1000 });
    await bench.openFile('2023年台账.xlsx', fileOf(2));
    await bench.pane.getByLabel('政策').selectOption({ label: '嵊州2021（征求意见稿）' });
    await bench.pane.getByRole('tab', { name: '推演' }).click();
    await button('从历年台账估计').click();
  });
  afterAll(() => bench.close());

  it('earlier ledgers are chosen, and what is asked of one is answered', async () => {
    const files = [0, 1].map((at) => ({
      ...{ name: `${String(2021 + at)}年台账.xlsx`, mimeType: MIME, buffer: Buffer.from(fileOf(at)) },
    }));
    await bench.pane.locator('input[type=file][multiple]').setInputFiles(files);
    await bench.pane.getByText(/^2022年台账\.xlsx，\d+ 户$/).waitFor({ timeout: 60_000 });
    const answer = button('是一户，用地、税收各行相加');
    await answer.waitFor();
    await bench.page.locator('iframe').screenshot({ path: `${ASIDE}asked.png` });
    await answer.click();
    await answer.waitFor({ state: 'detached' });
    const years = await bench.pane
      .getByRole('textbox', { name: /的年份$/ })
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
    expect(years.toSorted()).toEqual(['2021', '2022', '2023']);
  });

  it('they tell figures with their range, number of cases and source, which are adopted', async () => {
    await button('开始估计').click();
    const table = bench.pane.getByRole('table', { name: '本县估计' });
    await table.waitFor({ timeout: 60_000 });
    expect(await table.getByRole('row').count()).toBe(11);
    await bench.pane.getByText(/^2021年到2022年：两年都有的企业 \d+ 户/).waitFor();
    await table.scrollIntoViewIfNeeded();
    await picture('5c-历年台账');
    await bench.pane.getByRole('button', { name: /^全部采用/ }).click();
    expect(await bench.pane.getByText('已采用').count()).toBeGreaterThanOrEqual(4);
    await bench.pane.getByRole('button', { name: /^假设与来源/ }).click();
    await bench.pane.getByText(/^来源：本县 2021–2023 年台账，n = \d+$/).waitFor();
  });

  it('looking back says of each township where it lies, and how often nine in ten held', async () => {
    await button('回看').click();
    await bench.pane.getByText(/回看 \d+ 个数，有 \d+ 个落在九成范围内/).waitFor({ timeout: 60_000 });
    const table = bench.pane.getByRole('table', { name: '2022年推演到2023年：各镇街亩均税收' });
    const cells = await table.getByRole('cell').allTextContents();
    expect(cells.filter((text) => /^(?:范围内|偏高|偏低)$/.test(text)).length).toBe(7);
    await table.scrollIntoViewIfNeeded();
    await picture('5d-回看');
    await button('写成“推演回看”表').click();
    await bench.pane.getByText('回看已写入新工作表“推演回看”。').waitFor({ timeout: 60_000 });
    expect((await bench.values('推演回看', 'A1:A1'))[0]?.[0]).toMatch(/推演回看$/);
    await bench.page.screenshot({ path: `${ASIDE}sheet.png` });
    await button('撤销本次写入').click();
    await bench.pane.getByText(/已撤销/).waitFor();
  });

  it('the next plan is made with them, and says beside its range how wide it would be', async () => {
    const widen = button('按实际放宽');
    const isWider = (await widen.count()) > 0;
    if (isWider) await widen.click();
    await button('开始推演').click();
    await bench.pane.getByText(/模拟 [\d,]+ 次/).waitFor({ timeout: 120_000 });
    expect(await bench.pane.getByText(/^按实际放宽（回看 \d+ 个数/).count()).toBe(isWider ? 1 : 0);
    await bench.page.locator('iframe').screenshot({ path: `${ASIDE}next-plan.png` });
    expect(bench.errors).toEqual([]);
    expect(bench.foreign).toEqual([]);
  });
});
