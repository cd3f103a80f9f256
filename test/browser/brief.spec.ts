import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHENGYUE } from '../support/fixtureSheet';
import { openWorkbench, type OpenWorkbench } from './support/openWorkbench';

const KEPT = new URL('../../test-results/brief/', import.meta.url);

/** The size of a PNG in dots, and how many bytes it takes: a blank one takes few. */
function pngFacts(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20), bytes: bytes.length };
}

describe('汇报材料 as a person gets it', () => {
  let bench: OpenWorkbench;
  const button = (name: string) => bench.pane.getByRole('button', { name, exact: true });
  const tab = (name: string) => bench.pane.getByRole('tab', { name, exact: true }).click();

  beforeAll(async () => {
    mkdirSync(KEPT, { recursive: true });
    bench = await openWorkbench({ height: 900 });
    await bench.openFile(`${SHENGYUE}.xlsx`);
    await bench.pane.getByLabel('政策').selectOption({ label: '嵊州2021（征求意见稿）' });
    await bench.pane.getByText('81 户待核实（33 户缺税收或面积，48 户缺其他资料）').first().waitFor();
  });
  afterAll(() => bench.close());

  /** Presses the button and opens what is downloaded. */
  async function made(file: string) {
    const [download] = await Promise.all([
      bench.page.waitForEvent('download', { timeout: 120_000 }),
      button('生成汇报材料（Word）').click(),
    ]);
    const bytes = new Uint8Array(readFileSync(await download.path()));
    writeFileSync(new URL(file, KEPT), bytes);
    const parts = unzipSync(bytes);
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const words = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text = '']) => text).join('');
    const pictures = Object.entries(parts).flatMap(([name, data]) => (name.endsWith('.png') ? [pngFacts(data)] : []));
    return { name: download.suggestedFilename(), words, pictures };
  }

  it('of a scenario: its headline is the pane’s, both pictures are drawn', async () => {
    await tab('推演');
    await button('开始推演').click();
    await bench.pane.getByText(/模拟 5,?000 次/).waitFor();
    const result = bench.pane.getByRole('region', { name: '推演', exact: true });
    const headline = await result
      .getByText(/\d+ 年亩均税收约/)
      .first()
      .textContent();
    const { name, words, pictures } = await made('scenario.docx');

    expect(name).toBe('关于嵊越市工业用地提质增效方案推演情况的汇报.docx');
    expect(headline).not.toBe('');
    expect(words).toContain(headline ?? '?');
    expect(pictures).toHaveLength(2);
    for (const { width, height, bytes } of pictures) {
      expect(width).toBe(1290);
      expect(height).toBeGreaterThan(300);
      expect(bytes).toBeGreaterThan(8_000);
    }
    await bench.pane.getByText(/已生成“关于嵊越市.*\.docx”/).waitFor();
    await bench.page.screenshot({ path: fileURLToPath(new URL('scenario.png', KEPT)) });
  });

  it('of the year’s targets', async () => {
    await tab('目标');
    await button('分解').click();
    const { name, words, pictures } = await made('targets.docx');
    expect(name).toMatch(/^关于嵊越市\d{4}年度低效工业用地处置目标的汇报\.docx$/);
    expect(words).toContain('年度目标（亩）');
    expect(pictures.map(({ width }) => width)).toEqual([1290, 1290]);
    await bench.page.screenshot({ path: fileURLToPath(new URL('targets.png', KEPT)) });
    expect(bench.errors).toEqual([]);
    expect(bench.foreign).toEqual([]);
  });
});
