import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHENGYUE } from '../support/fixtureSheet';
import { EDITION_FILE, openEdition, type OpenEdition } from './support/openEdition';

const NAME = `${SHENGYUE}.xlsx`;
const BYTES = new Uint8Array(readFileSync(new URL(`../fixtures/${NAME}`, import.meta.url)));
/** Taken to be looked at by a person; the test only takes them. */
const PICTURES = new URL('../../test-results/standalone-looks/', import.meta.url);

const LOOKS = [
  ['1366-light', { width: 1366, isDark: false }],
  ['1024-dark', { width: 1024, isDark: true }],
] as const;

describe.each(LOOKS)('the stand-alone edition, %s', (look, options) => {
  let edition: OpenEdition;
  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    edition = await openEdition(EDITION_FILE, options);
  });
  afterAll(() => edition.close());

  /** What axe finds, and a page that scrolls or is not filled to its edges. */
  const faults = async (screen: string): Promise<string[]> => {
    await edition.page.waitForTimeout(300);
    await edition.page.screenshot({ path: fileURLToPath(new URL(`${look}-${screen}.png`, PICTURES)) });
    const { violations } = await new AxeBuilder({ page: edition.page }).exclude('[data-tabster-dummy]').analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
    const { scrolls, isWhole } = await edition.page.evaluate(() => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
      const box = document.querySelector('#root > *')?.getBoundingClientRect();
      return {
        scrolls: scrollWidth > clientWidth || scrollHeight > clientHeight,
        isWhole: box?.left === 0 && box.top === 0 && box.width === clientWidth && box.height === clientHeight,
      };
    });
    return [...found, ...(scrolls ? ['the page scrolls'] : []), ...(isWhole ? [] : ['the page is not filled'])];
  };

  it('begins with nothing for axe to find', async () => {
    expect(await faults('开始')).toEqual([]);
    await edition.choose({ name: NAME, bytes: BYTES });
    await edition.page.getByText('台账：亩均评价台账（1,200 户').first().waitFor();
    await edition.page.getByLabel('政策').selectOption({ label: '嵊州2021（征求意见稿）' });
    await edition.page.getByText('81 户待核实（33 户缺税收或面积，48 户缺其他资料）').first().waitFor();
  });

  it.each(['台账', '判定', '推演', '目标', '共享', '政策'])(
    '%s: axe finds nothing, the page is filled',
    async (name) => {
      if (name === '政策') await edition.page.getByRole('button', { name: /未填基准日$/ }).click();
      else await edition.page.getByRole('tab', { name, exact: true }).click();
      if (name === '判定') await edition.page.getByText('改造路径').first().waitFor();
      if (name === '推演') {
        await edition.page.getByLabel('起始年').fill('2021');
        await edition.page.getByText('这是快速估算').waitFor();
      }
      expect(await faults(name)).toEqual([]);
    },
  );
});
