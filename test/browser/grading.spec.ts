import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHENGYUE } from '../support/fixtureSheet';
import { openWorkbench, type OpenWorkbench } from './support/openWorkbench';

const PICTURES = new URL('../../test-results/grading/', import.meta.url);

/** An official grades by score and rank, sees why, corrects a figure, and reads the document entry by entry. */
describe.each([
  ['light, 350 px', '?pane=350'],
  ['contrast, 320 px', '?pane=320&theme=contrast'],
] as const)('综合评价, %s', (look, query) => {
  let bench: OpenWorkbench;
  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    bench = await openWorkbench({ query });
    await bench.openFile(`${SHENGYUE}.xlsx`);
    await bench.pane.getByLabel('政策').selectOption({ label: '综合评价模板（征求意见稿）' });
  });
  afterAll(() => bench.close());

  const picture = async (name: string) => {
    const path = fileURLToPath(new URL(`${look.replace(/\W+/g, '-')}-${name}.png`, PICTURES));
    await bench.page.screenshot({ path });
  };

  it('shows the grades and why an enterprise has its own', async () => {
    await bench.pane.getByRole('tab', { name: '判定' }).click();
    await bench.pane.getByText('综合评价等级').first().waitFor();
    await bench.pane.getByRole('button', { name: /^B：/ }).click();
    await bench.pane.getByText('等级：为什么？').waitFor();
    await bench.pane.getByText(/第 [\d,]+ 位，共 [\d,]+ 户/).waitFor();
    await picture('1-等级');
  });

  it('one corrected figure: who rises and who falls', async () => {
    await bench.pane.getByRole('button', { name: /^综合评价模板/ }).click();
    await bench.pane.getByRole('button', { name: '选中的企业：怎样变档' }).click();
    await bench.pane
      .getByRole('textbox', { name: '税收（万元）' })
      .or(bench.pane.getByRole('spinbutton', { name: '税收（万元）' }))
      .fill('99999');
    await bench.pane.getByRole('button', { name: '试算' }).click();
    await bench.pane.getByText(/处变动/).waitFor();
    await picture('2-更正');
    await bench.pane.getByRole('button', { name: '选中的企业：怎样变档' }).click();
    const { violations } = await new AxeBuilder({ page: bench.page })
      .include(['iframe', 'body'])
      .exclude(['iframe', '[data-tabster-dummy]'])
      .analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('the grades of the ledger beside those given: a matrix, and who moves', async () => {
    const section = bench.pane.getByRole('button', { name: '比较', exact: true }).first();
    await section.click();
    await bench.pane.getByLabel('与哪份政策比').selectOption({ label: '综合评价模板' });
    await bench.pane.getByRole('button', { name: '比较', exact: true }).last().click();
    const told = bench.pane.getByText(/^原表等级与评定等级：[\d,]+ 户变动/).first();
    await told.waitFor();
    await told.scrollIntoViewIfNeeded();
    await picture('4-比较');
    await section.click();
  });

  it('grade, rank and score stand beside the ledger', async () => {
    await bench.pane.getByRole('tab', { name: '判定' }).click();
    await bench.pane.getByRole('button', { name: '写入结果列' }).first().click();
    await bench.pane
      .getByText(/^已写入/)
      .first()
      .waitFor();
    const [heads, first] = await bench.values('亩均评价台账', 'AB4:AG5');
    expect(heads).toEqual(['评定等级', '本组位次', '综合得分', '理由及依据', '依据条款', '依据类别']);
    expect(first?.slice(0, 2)).toEqual(['B', 221]);
    await picture('5-结果列');
    await bench.pane.getByRole('button', { name: /^综合评价模板/ }).click();
  });

  it('lists the document entry by entry, by department, with its words', async () => {
    await bench.pane.getByRole('combobox', { name: '政策', exact: true }).selectOption({ label: '太仓2023（已印发）' });
    await bench.pane.getByRole('button', { name: '原文逐条（按责任部门）' }).click();
    await bench.pane.getByText('全部（').first().waitFor({ state: 'attached' });
    await bench.pane.getByRole('combobox', { name: '责任部门' }).selectOption({ index: 1 });
    await bench.pane
      .getByRole('list', { name: '原文逐条（按责任部门）' })
      .getByRole('button', { name: '原文' })
      .first()
      .click();
    await picture('3-原文逐条');
    const wider = await bench.pane.evaluate(() => {
      const width = document.documentElement.clientWidth;
      return [...document.querySelectorAll('body *')]
        .filter((part) => part.getBoundingClientRect().right > width + 1)
        .map((part) => part.textContent.slice(0, 30));
    });
    expect(wider).toEqual([]);
    expect(bench.errors).toEqual([]);
  });
});
