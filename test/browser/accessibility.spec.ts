import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type OpenWorkbench } from './support/openWorkbench';

const LOOKS = [
  ['light, 350 px', '?pane=350'],
  ['light, 320 px', '?pane=320'],
  ['dark, 350 px', '?pane=350&theme=dark'],
  ['high contrast, 320 px', '?pane=320&theme=contrast'],
] as const;

describe.each(LOOKS)('the pane, %s', (_, query) => {
  let bench: OpenWorkbench;
  beforeAll(async () => {
    bench = await openWorkbench({ query });
    await bench.pane.getByLabel('政策').selectOption({ label: '嵊州2021（征求意见稿）' });
  });
  afterAll(() => bench.close());

  it.each(['台账', '判定', '推演', '目标'])('%s: axe finds nothing, nothing scrolls sideways', async (tab) => {
    await bench.pane.getByRole('tab', { name: tab }).click();
    if (tab === '推演') {
      await bench.pane.getByRole('button', { name: '开始推演' }).click();
      await bench.pane.getByRole('button', { name: '写入工作表' }).waitFor();
      await bench.pane.getByRole('button', { name: '开始推演', disabled: false }).waitFor();
    }
    if (tab === '目标') {
      await bench.pane.getByRole('button', { name: '分解', exact: true }).click();
      for (const name of ['分解办法', '按地块安排', '更多限制', '目标多少与费用', '打印预览', '同时生成'])
        await bench.pane.getByRole('button', { name }).click();
      await bench.pane.getByRole('region', { name: /打印预览/ }).waitFor();
    }
    await bench.page.waitForTimeout(300);
    // Fluent's focus keeper puts hidden stops at the ends of the page; they hand the focus on at once.
    const pane = new AxeBuilder({ page: bench.page }).include(['iframe', 'body']);
    const { violations } = await pane.exclude(['iframe', '[data-tabster-dummy]']).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    ).toEqual([]);
    const wider = await bench.pane.evaluate(() => {
      const width = document.documentElement.clientWidth;
      const parts = [...document.querySelectorAll('body *')].filter(
        (part) => part.getBoundingClientRect().right > width + 1,
      );
      return parts.map(
        (part) => `${part.tagName} ${part.getAttribute('class')?.slice(0, 40) ?? ''} ${part.textContent.slice(0, 20)}`,
      );
    });
    expect(wider).toEqual([]);
  });
});
