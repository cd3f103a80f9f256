import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHENGYUE } from '../support/fixtureSheet';
import { openWorkbench, type OpenWorkbench } from './support/openWorkbench';

const PICTURES = new URL('../../test-results/one-number/', import.meta.url);

/** What the pane can show of a run, by its name there and on 方案结果, with its decimals. */
const FIGURES = [
  ['亩均税收（万元/亩）', '亩均税收', 2],
  ['累计处置面积（亩）', '处置面积', 1],
  ['税收（万元）', '税收', 0],
  ['在用土地（亩）', '在用土地', 1],
  ['财政累计净现值（万元）', '财政累计净现值', 0],
] as const;
/** The sentences that have a figure of the last year. */
const SENTENCES: Readonly<Record<string, (middle: string, least: string, most: string) => string>> = {
  '亩均税收（万元/亩）': (middle, least, most) => `2036 年亩均税收约 ${middle} 万元/亩，九成把握在 ${least}—${most}`,
  '财政累计净现值（万元）': (middle, least, most) =>
    `到 2036 年财政累计净现值约 ${middle} 万元，九成把握在 ${least} 至 ${most} 万元`,
};

/** Whether a person sees all of it where the page is now. */
const isInSight = (at: Element) =>
  new Promise<boolean>((tell) =>
    new IntersectionObserver(([seen], watching) => {
      watching.disconnect();
      tell(seen?.intersectionRatio === 1);
    }).observe(at),
  );

/** One thing has one number: the median, wherever it stands after one run; and a chance can be read off the picture. */
describe('the figures of one run', () => {
  let bench: OpenWorkbench;
  const pane = () => bench.pane;
  const text = async () => (await pane().locator('body').innerText()).replace(/\s+/g, ' ');
  const button = (name: string | RegExp) => pane().getByRole('button', { name, exact: true });
  const part = (name: string) => pane().getByRole('tab', { name, exact: true }).click();
  const picture = (name: string) => bench.page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, PICTURES)) });
  const found = async (pattern: RegExp) => {
    const match = pattern.exec(await text());
    if (!match) throw new Error(`${String(pattern)} is not on the screen`);
    return match.slice(1);
  };
  const save = async (name: string) => {
    await button('保存方案').click();
    await pane().getByText(`“${name}”已保存`).waitFor();
  };

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
    await pane().getByLabel('起始年').fill('2026');
    await pane()
      .getByText(/^预计 2036 年/)
      .waitFor();
    await button('开始推演').click();
    await pane()
      .getByText(/模拟 5,?000 次/)
      .waitFor();
    await button('保存方案').waitFor();
  });
  afterAll(() => bench.close());

  let [perMu, low, high, area] = ['', '', '', ''] as (string | undefined)[];

  it('the headline is the median with its nine in ten, and the live line is within half a percent or says 估算', async () => {
    [perMu, low, high] = await found(/2036 年亩均税收约 ([\d.,]+) 万元\/亩，九成把握在 ([\d.,]+)—([\d.,]+)/);
    [area] = await found(/到 2029 年处置约 ([\d.,]+) 亩/);
    await part('措施');
    const [live = '', guess] = await found(/预计 2036 年亩均税收 ([\d.,]+)(（估算，±[\d.,]+）)?/);
    if (guess === undefined) expect(Math.abs(Number(live) / Number(perMu) - 1)).toBeLessThan(0.005);
    await part('结果');
    await picture('结果');
  });

  it('the picture’s table has them', async () => {
    await button('逐年可能范围：数据表').click();
    const cells = await pane()
      .getByRole('table', { name: '亩均税收（万元/亩）' })
      .first()
      .getByRole('row')
      .last()
      .getByRole('cell')
      .allInnerTexts();
    expect(cells).toEqual(['2036', low, perMu, high]);
  });

  it('the saved rows, MUJUN_SCENARIO(…, "P50") and the written sheet have them', async () => {
    await save('方案一');
    const formulas = ['亩均税收', '处置面积'].map((measure, at) => [
      `=MUJUN_SCENARIO(方案结果!A1:G20000,"方案一",${at === 0 ? '2036' : '2029'},"${measure}","P50")`,
    ]);
    await bench.settled();
    await bench.putFormulas('汇总', 'H1:H2', formulas);
    const [[asked], [askedArea]] = (await bench.values('汇总', 'H1:H2')) as [[number], [number]];
    expect(asked.toFixed(2)).toBe(perMu);
    expect(askedArea.toLocaleString('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 })).toBe(area);
    await button('写入工作表').click();
    await bench.page.getByText('推演结果').first().waitFor();
    await bench.settled();
    const cells = await bench.values('推演结果', 'A1:H120');
    const at = cells.findIndex(([first]) => first === '亩均税收可能的范围（万元/亩）');
    const heads = (cells[at + 1] ?? []).map(String);
    const last = cells.slice(at + 2).find(([year]) => Number(year) === 2036) ?? [];
    expect(Number(last[heads.indexOf('中间值')]).toFixed(2)).toBe(perMu);
    expect(Number(last[heads.indexOf('九成范围下限')]).toFixed(2)).toBe(low);
    expect(
      cells
        .flat()
        .map(String)
        .some((cell) => cell.includes(`亩均税收约 ${perMu ?? ''} 万元/亩`)),
    ).toBe(true);
  });

  it('the card and the comparison have them, with the levers and the differences', async () => {
    await save('方案二');
    await part('比较');
    const card = pane().getByRole('listitem').filter({ hasText: '方案一' }).first();
    const shown = (await card.innerText()).replace(/\s+/g, ' ');
    expect(shown).toContain(`亩均税收约 ${perMu ?? ''} 万元/亩`);
    expect(shown).toContain('容积率到 1.5 · 不免收 · 处置 50%（2029 年底）');
    await pane().getByLabel('比较“方案一”').check();
    await pane().getByLabel('比较“方案二”').check();
    await button('比较所选方案').click();
    const table = pane().getByRole('table', { name: '方案比较' });
    await table.waitFor();
    const cells = await table.getByRole('row').nth(1).getByRole('cell').allInnerTexts();
    expect(cells[0]).toBe('亩均税收（万元/亩）');
    const compared = `${perMu ?? ''}\n${low ?? ''}—${high ?? ''}`;
    expect(cells.slice(1, 3)).toEqual([compared, compared]);
    expect(cells[3]).toBe('0.00');
    await picture('比较');
  });

  it('each figure that can be shown has the same three numbers in picture, table, comparison, saved rows and sentence', async () => {
    const places: string[] = [
      '| figure, 2036 | picture | table | MUJUN_SCENARIO | 方案比较 | sentence |',
      '| - | - | - | - | - | - |',
    ];
    for (const [label, measure, decimals] of FIGURES) {
      await part('结果');
      await button('逐年可能范围：数据表').click();
      await pane().getByLabel('指标', { exact: true }).selectOption({ label });
      const table = pane().getByRole('table', { name: label }).first();
      const [year, least = '', middle = '', most = ''] = await table
        .getByRole('row')
        .last()
        .getByRole('cell')
        .allInnerTexts();
      expect(year).toBe('2036');
      const formulas = ['P5', 'P50', 'P95'].map(
        (of) => `=MUJUN_SCENARIO(方案结果!A1:G20000,"方案一",2036,"${measure}","${of}")`,
      );
      await bench.putFormulas('汇总', 'H4:J4', [formulas]);
      const [asked = []] = (await bench.values('汇总', 'H4:J4')) as number[][];
      const shown = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
      expect(asked.map((value) => value.toLocaleString('en-US', shown))).toEqual([least, middle, most]);
      const range = `${middle}，九成范围 ${least === most ? least : `${least}${least.startsWith('-') ? ' 至 ' : '—'}${most}`}`;
      await pane()
        .getByRole('img', { name: `${label}：2036 中间值 ${range}` })
        .waitFor();
      await part('比较');
      const row = pane().getByRole('table', { name: '方案比较' }).getByRole('row').filter({ hasText: label });
      const compared =
        (await row.count()) === 0
          ? undefined
          : (await row.getByRole('cell').nth(1).innerText()).replace('\n', '，九成范围 ');
      if (compared !== undefined) expect(compared).toBe(least === most ? middle : range);
      await part('结果');
      const sentence = SENTENCES[label]?.(middle, least, most);
      if (sentence !== undefined) expect(await text()).toContain(sentence);
      places.push(
        `| ${label} | ${range} | ${range} | ${range} | ${compared ?? 'not there'} | ${sentence ?? 'not there'} |`,
      );
    }
    writeFileSync(new URL('figures.md', PICTURES), `${places.join('\n')}\n`);
    await pane().getByLabel('指标', { exact: true }).selectOption({ label: FIGURES[0][0] });
  });

  it('no mean stands on the screen but under 怎样算出来的', async () => {
    expect(await text()).not.toMatch(/均值|居中/);
    await button('怎样算出来的（期望值）').click();
    expect(await text()).toContain('下面是按期望值一步步推算的数');
  });

  it('a line on the picture tells how sure a figure is: by keys, typed, and dragged', async () => {
    const line = pane().getByRole('slider', { name: '达到多少的把握' });
    const chance = async () => Number((await found(/2036 年亩均税收达到 [\d.,]+ 的把握 ([\d.]+)%/))[0]);
    await line.scrollIntoViewIfNeeded();
    const before = await chance();
    expect(Math.abs(before - 50)).toBeLessThan(6);
    await line.focus();
    for (let press = 0; press < 5; press++) await line.press('ArrowUp');
    const higher = await chance();
    expect(higher).toBeLessThan(before);
    await line.press('Home');
    const sure = await chance();
    expect(sure).toBeGreaterThan(94);
    await pane()
      .getByRole('textbox', { name: '达到', exact: true })
      .first()
      .fill(low ?? '');
    expect(Math.abs((await chance()) - 95)).toBeLessThan(0.5);
    await picture('把握');
    const box = await line.boundingBox();
    if (!box) throw new Error('the line is not on the screen');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await bench.page.mouse.move(x, y);
    await bench.page.mouse.down();
    await bench.page.mouse.move(x, y - 30, { steps: 6 });
    await bench.page.mouse.up();
    expect(await chance()).toBeLessThan(94);
    expect(await line.getAttribute('aria-valuetext')).toMatch(/^2036 年亩均税收达到 [\d.,]+ 的把握 [\d.]+%$/);
  });

  it('the same line stands in the distribution of one year: by keys, typed, and dragged', async () => {
    const line = pane().getByRole('slider', { name: '达到多少的把握' });
    const chance = async () => Number((await found(/2036 年亩均税收达到 [\d.,]+ 的把握 ([\d.]+)%/))[0]);
    const asked = pane().getByRole('textbox', { name: '达到', exact: true }).first();
    await asked.fill(perMu ?? '');
    const inFan = await chance();
    await pane().getByLabel('看图').selectOption({ label: '这一年的分布' });
    expect(await line.getAttribute('aria-orientation')).toBe('horizontal');
    expect(await chance()).toBe(inFan);
    await picture('分布');
    await line.focus();
    for (let press = 0; press < 5; press++) await line.press('ArrowRight');
    expect(await chance()).toBeLessThan(inFan);
    await line.press('Home');
    expect(await chance()).toBe(100);
    await line.press('End');
    expect(await chance()).toBe(0);
    await asked.fill(high ?? '');
    expect(Math.abs((await chance()) - 5)).toBeLessThan(0.5);
    const box = await line.boundingBox();
    if (!box) throw new Error('the line is not on the screen');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await bench.page.mouse.move(x, y);
    await bench.page.mouse.down();
    await bench.page.mouse.move(x - 60, y, { steps: 6 });
    await bench.page.mouse.up();
    expect(await chance()).toBeGreaterThan(10);
    await pane().getByLabel('看图').selectOption({ label: '逐年范围' });
    expect(await line.getAttribute('aria-orientation')).toBe('vertical');
  });

  it('反推 is taken over with one press; out of reach it says what full effort gives', async () => {
    await part('措施');
    await button('反推：要达到目标').click();
    // The fold is the last one of its screen: what it holds comes into view, and no list is cut.
    await expect.poll(() => pane().getByLabel('把握').first().evaluate(isInSight)).toBe(true);
    expect(
      await pane()
        .getByLabel('使', { exact: true })
        .evaluate((list) => list.clientWidth),
    ).toBeGreaterThan(180);
    const goal = pane().getByRole('textbox', { name: '达到', exact: true }).last();
    await goal.fill('20000');
    await button('反推').click();
    await pane()
      .getByText(
        /^达不到：处置比例调到 100\.0% 已是最大作用，2029 年累计处置面积的中间值约 [\d,.]+ 亩，离 20,000\.0 亩还差 [\d,.]+ 亩/,
      )
      .waitFor();
    await goal.fill('3000');
    await button('反推').click();
    const use = pane().getByRole('button', { name: /^采用 [\d.]+%$/ });
    await use.waitFor();
    await picture('反推');
    const percent = /([\d.]+)%/.exec(await use.innerText())?.[1];
    await use.click();
    expect(await pane().getByRole('textbox', { name: '处置比例' }).first().inputValue()).toBe(percent);
  });

  it('a scenario that is removed can be had back', async () => {
    await part('比较');
    await pane().getByRole('button', { name: '删除“方案一”' }).click();
    await pane().getByText('已删除“方案一”').waitFor();
    await button('撤销').click();
    await pane().getByRole('button', { name: '删除“方案一”' }).waitFor();
    expect(bench.errors).toEqual([]);
  });
});
