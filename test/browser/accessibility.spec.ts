import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type OpenWorkbench } from './support/openWorkbench';

/** How the pane looks: in Office's colours, and in the system's forced over them as Windows' dark contrast theme does. */
interface Look {
  readonly forced: boolean;
  readonly width: number;
}
const looksOf = (forced: readonly boolean[]): Look[] =>
  forced.flatMap((isForced) => [350, 320].map((width) => ({ forced: isForced, width })));

/** Light and forced in both widths for every screen takes two minutes, dark one: `MUJUN_EVERY_LOOK=1`. Else each has one. */
const IS_WHOLE = process.env['MUJUN_EVERY_LOOK'] === '1';

/** How each screen is come to, in this order, with something to show on it. */
const SHOWN = {
  台账: (bench) => bench.pane.getByRole('tab', { name: '台账' }).click(),
  判定: async ({ pane }) => {
    await pane.getByRole('tab', { name: '判定' }).click();
    await pane.getByRole('button', { name: /重点检查.*户/ }).click();
    await pane.getByRole('button', { name: '关闭名单' }).waitFor();
  },
  '推演·措施': async ({ pane }) => {
    await pane.getByRole('tab', { name: '推演' }).click();
    await pane.getByRole('button', { name: '开始推演' }).waitFor();
  },
  '推演·结果': async ({ pane }) => {
    await pane.getByRole('button', { name: '开始推演' }).click();
    await pane.getByRole('button', { name: '写入工作表' }).waitFor();
    await pane.getByRole('button', { name: '开始推演', disabled: false }).waitFor();
  },
  '推演·比较': async ({ pane }) => {
    await pane.getByRole('button', { name: '保存方案' }).click();
    await pane.getByText('“方案一”已保存').waitFor();
    await pane.getByRole('tab', { name: '比较' }).click();
  },
  目标: async ({ pane }) => {
    await pane.getByRole('tab', { name: '目标' }).click();
    await pane.getByRole('button', { name: '分解', exact: true }).click();
    await pane.getByRole('button', { name: '分年推进' }).click();
    await pane.getByRole('button', { name: '排出分年计划' }).click();
    await pane.getByText(/与最优方案差距不超过/).waitFor({ timeout: 120_000 });
  },
  共享: async ({ pane }) => {
    await pane.getByRole('tab', { name: '共享' }).click();
    await pane.getByRole('button', { name: '先看要发出什么' }).click();
    await pane.getByText(/^\d+ 份，涉及/).waitFor();
  },
  政策: async ({ pane }) => {
    await pane.getByRole('button', { name: /^嵊州2021.*未填基准日$/ }).click();
    await pane.getByRole('button', { name: /^原文逐条/ }).waitFor();
  },
  关于: async ({ pane }) => {
    await pane.getByRole('button', { name: '关于' }).click();
    await pane.getByRole('button', { name: '复制', disabled: false }).waitFor();
  },
} as const satisfies Readonly<Record<string, (bench: OpenWorkbench) => Promise<void>>>;

type Screen = keyof typeof SHOWN;
const SCREENS = Object.keys(SHOWN) as Screen[];
/** The screens with colours of their own, of bars and charts. */
const COLOURED: readonly Screen[] = ['判定', '推演·措施', '推演·结果'];

const THEMES = [
  { theme: 'light', looks: looksOf([false, true]), screens: SCREENS },
  { theme: 'dark', looks: looksOf([false]), screens: IS_WHOLE ? SCREENS : COLOURED },
];

/** More than any screen has. */
const MOST_FOLDS = 200;

/** Opens every fold of the screen and those inside them, each once, for some close one another; what is fetched may bring more. */
async function unfold({ pane, page }: OpenWorkbench): Promise<void> {
  const closed = pane.locator('main button[aria-expanded="false"]:not([aria-haspopup], [data-unfolded])');
  for (let opened = 0; opened < MOST_FOLDS; opened++) {
    if ((await closed.count()) === 0) await page.waitForTimeout(300);
    if ((await closed.count()) === 0) return;
    await closed.first().evaluate((fold: HTMLElement) => {
      fold.dataset['unfolded'] = '';
      fold.click();
    });
  }
  throw new Error('the folds have no end');
}

/** What axe finds. Fluent's focus keeper puts hidden stops at the ends of the page; they hand the focus on at once. */
async function axeFinds({ page }: OpenWorkbench): Promise<string[]> {
  const pane = new AxeBuilder({ page }).include(['iframe', 'body']).exclude(['iframe', '[data-tabster-dummy]']);
  const { violations } = await pane.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** What ends beyond the right edge of the pane. */
function reachesOut({ pane }: OpenWorkbench): Promise<string[]> {
  return pane.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const parts = [...document.querySelectorAll('body *')].filter(
      (part) => part.getBoundingClientRect().right > width + 1,
    );
    return parts.map(
      (part) => `${part.tagName} ${part.getAttribute('class')?.slice(0, 40) ?? ''} ${part.textContent.slice(0, 20)}`,
    );
  });
}

/** What can be pressed and is less than 24 pixels high or wide; a link within a sentence is as high as its line. */
function hardToHit({ pane }: OpenWorkbench): Promise<string[]> {
  return pane.evaluate(() =>
    [...document.querySelectorAll('button, select, input:not([type=file]), [role=tab]')].flatMap((part) => {
      const { width, height } = (
        part.matches('input') ? (part.closest('span, div') ?? part) : part
      ).getBoundingClientRect();
      const isLink = part.classList.contains('fui-Link');
      if (width === 0 || isLink || (width >= 24 && height >= 24)) return [];
      return [`${part.tagName} ${part.textContent.slice(0, 20)} ${String(width)} × ${String(height)}`];
    }),
  );
}

describe.each(THEMES)('the pane, $theme', ({ theme, looks, screens }) => {
  let bench: OpenWorkbench;
  beforeAll(async () => {
    bench = await openWorkbench({ query: `?theme=${theme}` });
    await bench.pane.getByLabel('政策').selectOption({ label: '嵊州2021（征求意见稿）' });
    await bench.pane.getByText('81 户待核实').first().waitFor();
  });
  afterAll(() => bench.close());

  const take = async ({ forced, width }: Look) => {
    await bench.page.emulateMedia(
      forced ? { forcedColors: 'active', colorScheme: 'dark' } : { forcedColors: 'none', colorScheme: 'light' },
    );
    await bench.page.evaluate((pixels) => {
      document.documentElement.style.setProperty('--pane-width', `${String(pixels)}px`);
    }, width);
    await bench.page.waitForTimeout(300);
    expect(await bench.pane.evaluate(() => innerWidth)).toBe(width);
  };

  it.each(screens)('%s, every fold open: axe finds nothing, nothing scrolls sideways', async (screen) => {
    await SHOWN[screen](bench);
    await unfold(bench);
    const turn = SCREENS.indexOf(screen) % looks.length;
    for (const look of IS_WHOLE ? looks : looks.slice(turn, turn + 1)) {
      await take(look);
      const faults = { axe: await axeFinds(bench), out: await reachesOut(bench), small: await hardToHit(bench) };
      expect({ ...look, ...faults }).toEqual({ ...look, axe: [], out: [], small: [] });
    }
  });
});
