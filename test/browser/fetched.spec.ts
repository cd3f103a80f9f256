import { expect, it } from 'vitest';
import { openWorkbench, type OpenWorkbench } from './support/openWorkbench';

const REST = '**/js/rest.*.js';

const tab = (bench: OpenWorkbench, name: string) => bench.pane.getByRole('tab', { name }).click();

it('a screen and a command whose part does not arrive say so, and work when it is asked for again', async () => {
  const bench = await openWorkbench({ without: REST });
  try {
    await bench.pane.getByText('台账：', { exact: false }).first().waitFor();
    await bench.pane.getByRole('button', { name: '写入或更新标准台账' }).click();
    await bench.pane.getByText('这一部分没有取到，工作簿没有改动').first().waitFor();
    await tab(bench, '共享');
    await bench.pane.getByRole('button', { name: '再取一次' }).waitFor();
    await bench.page.unroute(REST);
    await bench.pane.getByRole('button', { name: '再取一次' }).click();
    await bench.pane.getByText('分发副本').first().waitFor();
    await tab(bench, '推演');
    await bench.pane.getByRole('button', { name: '开始推演' }).waitFor();
  } finally {
    await bench.close();
  }
});

it('once it stands idle the pane has everything: without a network every screen opens and the workbook is written', async () => {
  const bench = await openWorkbench();
  try {
    await bench.pane.waitForFunction(() => {
      const got = performance.getEntriesByType('resource').map(({ name }) => name);
      return ['rest', 'reading', 'charts', 'rulebook'].every((part) =>
        got.some((name) => name.includes(`/js/${part}.`)),
      );
    });
    await bench.page.context().setOffline(true);
    await bench.pane.getByLabel('政策').selectOption({ label: '嵊州2021（征求意见稿）' });
    await tab(bench, '推演');
    await bench.pane.getByRole('button', { name: '开始推演' }).waitFor();
    await tab(bench, '目标');
    await bench.pane.getByText('分解办法').first().waitFor();
    await tab(bench, '共享');
    await bench.pane.getByText('分发副本').first().waitFor();
    await tab(bench, '判定');
    await bench.pane.getByRole('button', { name: '写入结果列' }).click();
    await bench.pane
      .getByText(/已写入/)
      .first()
      .waitFor();
    expect(bench.errors).toEqual([]);
  } finally {
    await bench.close();
  }
});
