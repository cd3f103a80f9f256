import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHENGYUE } from '../support/fixtureSheet';
import { openWorkbench, type OpenWorkbench, type WithWorkbench } from './support/openWorkbench';

const PICTURES = new URL('../../test-results/policy/', import.meta.url);
const SHEET = '亩均评价台账';

/** An official writes the policy into the workbook, edits it in cells, and sees what follows. */
describe.each([
  ['light, 350 px', '?pane=350'],
  ['contrast, 320 px', '?pane=320&theme=contrast'],
  ['dark, 320 px', '?pane=320&theme=dark'],
] as const)('政策, %s', (look, query) => {
  let bench: OpenWorkbench;
  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    bench = await openWorkbench({ query });
    await bench.openFile(`${SHENGYUE}.xlsx`);
    await bench.pane.getByLabel('政策').selectOption({ label: '嵊州2021（征求意见稿）' });
    await bench.pane.getByText('81 户待核实（33 户缺税收或面积，48 户缺其他资料）').first().waitFor();
    await bench.pane.getByRole('button', { name: /^嵊州2021/ }).click();
    await bench.pane.getByText('数值与条款（6）').waitFor();
  });
  afterAll(() => bench.close());

  const picture = async (name: string) => {
    await bench.page.waitForTimeout(300);
    const path = fileURLToPath(new URL(`${look.replace(/\W+/g, '-')}-${name}.png`, PICTURES));
    await bench.page.screenshot({ path });
  };
  const section = (name: string | RegExp) => bench.pane.getByRole('button', { name }).first().click();
  const button = (name: string) => bench.pane.getByRole('button', { name, exact: true });

  /** A person types into a cell of the grid. */
  const types = async (sheet: string, address: string, text: string) => {
    const select = () =>
      bench.page.evaluate(([name, where]) => (globalThis as WithWorkbench).workbench?.select(name, where), [
        sheet,
        address,
      ] as const);
    await select();
    await bench.page.locator('#grid canvas[id^="univer-sheet-main-canvas"]').click({ position: { x: 300, y: 300 } });
    await select();
    await bench.page.keyboard.type(text);
    await bench.page.keyboard.press('Enter');
    await bench.settled();
  };

  it('shows every value with its clause, and its words on demand', async () => {
    await bench.pane.getByText('重点排查线 5 万元/亩').waitFor();
    await bench.pane.getByRole('button', { name: '二(一)1' }).first().click();
    await bench.pane.getByText('对亩均税收5万元以下的工业企业实施重点排查').first().waitFor();
    await picture('1-数值');
  });

  it('writes 政策参数 and 判定表, and 亩均政策 stands for them', async () => {
    await section('工作簿里的政策');
    await button('写入政策参数和判定表').click();
    await bench.pane.getByText('已写入“政策参数”和“判定表”').waitFor();
    await bench.settled();
    const parameters = (await bench.values('政策参数', 'A4:I12')).map((row) => row.map(String));
    expect(parameters[0]?.slice(0, 4)).toEqual(['名称', '值', '单位', '起']);
    expect(parameters[3]?.slice(0, 3)).toEqual(['重点排查线', '5', '万元/亩']);
    expect((await bench.values('判定表', 'A4:C5')).flat().map(String)).toEqual([
      ...['类别', '序号', '亩均税收'],
      ...['档位', '1', '<=重点排查线'],
    ]);
    await bench.putFormulas(SHEET, 'AZ1:AZ2', [['=MUJUN_TIER(6,1,亩均政策)'], ['=MUJUN_TIER(11,1,亩均政策)']]);
    expect((await bench.values(SHEET, 'AZ1:AZ2')).flat()).toEqual(['重点检查', '重点指导']);
    await picture('2-写入');
  });

  it('a value edited in the grid: the formula follows at once', async () => {
    await types('政策参数', 'B7', '7');
    expect((await bench.values(SHEET, 'AZ1:AZ2')).flat()).toEqual(['重点排查', '重点指导']);
    await bench.pane.getByText('政策参数或判定表有改动，尚未读回').waitFor();
  });

  it('a broken line names its cell and what was expected; the policy in force stays', async () => {
    await types('判定表', 'D10', 'E');
    await button('读回修改').click();
    await bench.pane.getByText('不能用的单元格（1）').waitFor();
    await bench.pane.getByText('判定表!D10 “E”：“E”不在可选的词里，可写：A、B、C、D、无').waitFor();
    await picture('3-不能用');
    const { violations } = await new AxeBuilder({ page: bench.page })
      .include(['iframe', 'body'])
      .exclude(['iframe', '[data-tabster-dummy]'])
      .analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('the edits are shown built-in → edited, and judge once they are accepted', async () => {
    await types('判定表', 'D10', 'D');
    await types('判定表', 'C6', '<=12');
    await button('读回修改').click();
    await bench.pane.getByText('与内置政策有').waitFor();
    await bench.pane.getByText('政策参数!B7 重点排查线：5 → 7 万元/亩').waitFor();
    await bench.pane.getByText('判定表!C6 档位第 2 条“亩均税收”：“<=重点检查线” → “<=12”').waitFor();
    await picture('4-修改');
    await button('按修改判定').click();
    await bench.pane.getByText('正按本工作簿的').waitFor();
    expect((await bench.values(SHEET, 'AZ1:AZ2')).flat()).toEqual(['重点排查', '重点检查']);
    await bench.pane.getByRole('button', { name: /已修改/ }).waitFor();
  });

  it('compares with the policy as it was on the same ledger', async () => {
    await section('工作簿里的政策');
    await section(/^数值与条款/);
    await section('比较');
    await bench.pane.getByLabel('与哪份政策比').selectOption({ label: '许昌2021' });
    await button('比较').last().click();
    await bench.pane
      .getByText(/户变动/)
      .first()
      .waitFor();
    await picture('5-比较');
    await section('比较');
    await section('接近界线的企业');
    await bench.pane
      .getByText(/^第 \d+ 行 .*，界线/)
      .first()
      .click();
    await section('接近界线的企业');
    await section('选中的企业：怎样变档');
    await bench.pane.getByText('升一档需要').waitFor();
    await picture('6-变档');
  });

  it('finds the formula whose column is in another unit', async () => {
    await bench.putFormulas(SHEET, 'AZ3', [['=MUJUN_TIER(J5,G5,"嵊州2021")']]);
    await section('选中的企业：怎样变档');
    await section('检查公式');
    await button('检查公式').last().click();
    await bench.pane.getByText(/没有发现单位不一致的公式|个参数的单位不一致/).waitFor();
    await picture('7-检查公式');
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
