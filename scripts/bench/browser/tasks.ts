import type { Browser, Frame, Page } from 'playwright-core';
import { finished, openLedger, openWorkbench } from './requests';
import { tracedTasks, type Task } from './trace';

/** What is pressed: where it stands, and under which folds. */
interface Act {
  readonly name: string;
  readonly tab: string;
  readonly folds?: readonly string[];
  readonly press: RegExp;
}

const ACTS: readonly Act[] = [
  { name: '更新', tab: '台账', press: /^(?:更新|读取当前工作表)$/ },
  { name: '写入结果列', tab: '台账', press: /^写入结果列$/ },
  { name: '写出问题清单', tab: '台账', folds: ['发现的问题'], press: /^写出问题清单$/ },
  { name: '底数清单', tab: '台账', folds: ['生成清单'], press: /^生成“.*底数/ },
  { name: '标准台账', tab: '台账', press: /^写入或更新标准台账$/ },
  { name: '标准台账 again', tab: '台账', press: /^写入或更新标准台账$/ },
  { name: '核对表', tab: '政策', folds: ['核对代码、年限、占比和下限'], press: /^写核对表$/ },
  { name: '推演 opened', tab: '推演', press: /^开始推演$/ },
  { name: '写入工作表', tab: '推演', press: /^写入工作表$/ },
  { name: '导出推演明细', tab: '推演', press: /^导出推演明细$/ },
  { name: '年度目标表', tab: '目标', press: /^生成年度目标表$/ },
  { name: '按地块安排', tab: '目标', folds: ['按地块安排'], press: /^挑选地块$/ },
  { name: '先看要发出什么', tab: '共享', folds: ['分发副本'], press: /^先看要发出什么$/ },
  { name: '副本', tab: '共享', folds: ['分发副本'], press: /^生成$/ },
  { name: '导出 CSV', tab: '共享', folds: ['导出 CSV'], press: /^导出 CSV$/ },
  { name: '整本公式版', tab: '共享', folds: ['整本公式版'], press: /^生成整本公式版$/ },
];

/** A task that keeps a person waiting. */
const LONG = 50;

/** Presses the pane's commands over a made-up ledger and prints the longest tasks of the page's thread, and at what. Asserts nothing. */
export async function benchTasks(browser: Browser, url: string, rows: number, only: RegExp): Promise<void> {
  const page = await openWorkbench(browser, url);
  const pane = await shown('open, read, policy', browser, page, () => openLedger(page, rows));
  for (const act of ACTS.filter(({ name }) => only.test(name))) {
    await shown(act.name, browser, page, () => doAct(page, pane, act));
  }
  await page.close();
}

async function doAct(page: Page, pane: Frame, { tab, folds = [], press }: Act): Promise<void> {
  const toScreen = (role: 'tab' | 'button') => pane.getByRole(role, { name: tab, exact: true });
  await toScreen('tab').or(toScreen('button')).first().click();
  for (const fold of folds) {
    const head = pane.getByRole('button', { name: fold }).first();
    if ((await head.getAttribute('aria-expanded')) === 'false') await head.click();
  }
  await pane.getByRole('button', { name: press }).first().click({ timeout: 60_000 });
  await finished(page, pane);
}

async function shown<R>(name: string, browser: Browser, page: Page, work: () => Promise<R>): Promise<R> {
  let result: R | undefined;
  let seconds = 0;
  const tasks = await tracedTasks(browser, page, {
    least: LONG,
    work: async () => {
      const start = performance.now();
      // One that cannot be pressed here leaves the others to be looked at.
      result = await work().catch((error: unknown) => {
        console.log(`${name}: ${String(error).split('\n')[0] ?? ''}`);
        return undefined;
      });
      seconds = (performance.now() - start) / 1000;
    },
  });
  const of = (whose: Task['whose']) => tasks.filter((task) => task.whose === whose);
  console.log(
    `${name}: ${seconds.toFixed(1)} s; over ${LONG} ms: ours ${of('ours').length}, host ${longestOf(of('host'))}, browser ${longestOf(of('browser'))}`,
  );
  for (const { milliseconds, at } of of('ours').slice(0, 8)) console.log(`  ${milliseconds.toFixed(0)} ms ${at}`);
  return result as R;
}

const longestOf = (tasks: readonly Task[]) =>
  `${tasks.length}${tasks[0] ? ` (longest ${tasks[0].milliseconds.toFixed(0)} ms)` : ''}`;
