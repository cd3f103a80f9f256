import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHENGYUE } from '../support/fixtureSheet';
import { openWorkbench, type OpenWorkbench } from './support/openWorkbench';

const PICTURES = new URL('../../test-results/what-if/', import.meta.url);

/** What an official may type wrongly on the 推演 screen: told beside the field, nothing runs, nothing is lost. */
describe('wrong input on 推演', () => {
  let bench: OpenWorkbench;
  const pane = () => bench.pane;
  const button = (name: string | RegExp) => pane().getByRole('button', { name, exact: true });
  const run = () => button('开始推演');
  const part = (name: string) => pane().getByRole('tab', { name, exact: true }).click();
  const picture = (name: string) => bench.page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, PICTURES)) });

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    bench = await openWorkbench({ height: 900 });
    await bench.openFile(`${SHENGYUE}.xlsx`);
    await pane().getByText('台账：亩均评价台账（1,200 户，表头第 3–4 行）').waitFor();
    await pane().getByLabel('政策').selectOption({ label: '嵊州2021（征求意见稿）' });
    await pane().getByText('81 户待核实（33 户缺税收或面积，48 户缺其他资料）').first().waitFor();
    await pane().getByRole('tab', { name: '推演' }).click();
    await pane()
      .getByText(/^预计 \d+ 年/)
      .waitFor();
  });
  afterAll(() => bench.close());

  /** Types what cannot be: told beside the field and above, the run is shut; typed right again, it is open. */
  async function refused(field: Locator, wrong: string, told: string | RegExp, right: string): Promise<void> {
    await field.fill(wrong);
    await pane().getByText(told).first().waitFor();
    await pane()
      .getByText(/^有 1 处填得不对/)
      .waitFor();
    expect(await field.inputValue()).toBe(wrong);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await run().getAttribute('aria-disabled')).toBe('true');
    await field.fill(right);
    await pane()
      .getByText(/^有 1 处填得不对/)
      .waitFor({ state: 'detached' });
    expect(await run().getAttribute('aria-disabled')).toBe(null);
  }

  it('has a result first, which stays through all that follows', async () => {
    await run().click();
    await button('暂停').waitFor();
    await pane()
      .getByText(/模拟 5,?000 次/)
      .waitFor();
    await part('措施');
  });

  it('a share above 100 %, and words for a number', async () => {
    const percent = pane().getByRole('textbox', { name: '处置比例' });
    await refused(percent, '130', '可填 0 至 100', '50');
    await refused(percent, '一半', '可填 0 至 100', '50');
  });

  it('years reversed', async () => {
    const year = pane().getByRole('textbox', { name: '处置完成年' });
    await refused(year, '1999', /可填 \d{4} 至 \d{4}，应为整数/, await year.inputValue());
  });

  it('a negative cost, a ramp over 1, and a period that ends before what is planned in it', async () => {
    await button(/^假设与来源/).click();
    const field = (name: string) => pane().getByRole('textbox', { name: new RegExp(`^${name}（`) });
    await refused(field('收储地价'), '-5', '可填 0 至 1000', '45');
    await refused(field('投产第三年起达产比例'), '140', '可填 0 至 100', '100');
    await field('推演年限').fill('2');
    await pane()
      .getByText(/^有 1 处填得不对/)
      .waitFor();
    expect(await pane().getByRole('textbox', { name: '处置完成年' }).getAttribute('aria-invalid')).toBe('true');
    expect(await run().getAttribute('aria-disabled')).toBe('true');
    await field('推演年限').fill('10');
    await pane()
      .getByText(/^有 1 处填得不对/)
      .waitFor({ state: 'detached' });
  });

  it('a distribution that does not rise', async () => {
    const least = pane().getByRole('textbox', { name: '最小' }).first();
    const before = await least.inputValue();
    await refused(least, '999', /应由小到大，并在/, before);
    await picture('假设');
    await button(/^假设与来源/).click();
  });

  it('correlations that contradict each other are reported and reduced; a pair of one and the same does nothing', async () => {
    await button(/^同涨同跌的假设/).click();
    for (const [index, value] of ['0.95', '0.95', '-0.95'].entries()) {
      await button('添加一对').click();
      await pane()
        .getByRole('textbox', { name: `第 ${index + 1} 对：同涨同跌的程度` })
        .fill(value);
    }
    const pick = (name: string, option: number) =>
      pane().getByLabel(name, { exact: true }).selectOption({ index: option });
    await pick('第 2 对：一项', 1);
    await pick('第 2 对：另一项', 2);
    await pick('第 3 对：一项', 0);
    await pick('第 3 对：另一项', 2);
    await pane()
      .getByText(/^所填的同涨同跌程度彼此矛盾，已一并缩小到 \d/)
      .waitFor();
    await picture('相关');
    await refused(pane().getByRole('textbox', { name: '第 1 对：同涨同跌的程度' }), '2', '可填 -1 至 1', '0.95');
    await pick('第 3 对：另一项', 0);
    await pane().getByText('两项相同，这一对不起作用。').waitFor();
    for (const number of [3, 2, 1]) await button(`删除第 ${number} 对`).click();
    await button(/^同涨同跌的假设/).click();
  });

  it('a rule that no parcel fits, and one that cannot be read', async () => {
    const who = pane().getByLabel('范围', { exact: true }).first();
    await who.selectOption({ label: '按条件' });
    const rule = pane().getByRole('textbox', { name: '条件' }).first();
    await refused(rule, '亩均税收 < -100', '没有符合条件的地块，请放宽条件。', '亩均税收 < 5');
    await refused(rule, '亩均税收 << 5', /放在这里读不懂/, '亩均税收 < 5');
    await who.selectOption({ label: '全部地块（规划上限以内）' });
  });

  it('a class of disposal with a share of its own runs, and its year is held to the period', async () => {
    await button(/^分几类处置/).click();
    await button('添加一类').click();
    const group = pane().getByRole('group', { name: '第 1 类' });
    const year = group.getByRole('textbox', { name: '处置完成年' });
    await refused(year, '1999', /可填 \d{4} 至 \d{4}/, await year.inputValue());
    await picture('分类');
    await run().click();
    await button('暂停').waitFor();
    await pane()
      .getByText(/模拟 5,?000 次/)
      .waitFor();
    expect(await pane().locator('body').innerText()).not.toContain('上次推演以后改了');
    await part('措施');
    await button('删除第 1 类').click();
  });

  it('a lever whose column the ledger lacks is shut, and names it', async () => {
    await button('更多措施').click();
    const lever = pane().getByRole('switch', { name: '差别化价格', exact: true });
    await lever.waitFor();
    if (await lever.isDisabled())
      expect(
        await pane()
          .getByText(/^台账缺“.+”，这项措施不能用/)
          .count(),
      ).toBeGreaterThan(0);
    else {
      await lever.click();
      await pane()
        .getByText(/^台账缺“(?:用水量|用电量)”，这一项不计/)
        .first()
        .waitFor();
      await lever.click();
    }
    expect(bench.errors).toEqual([]);
    expect(bench.foreign).toEqual([]);
  });
});
