import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { NewSheet } from '../../../../src/sheet/sheet';
import { COMMON_FONTS } from '../../../../src/engine/report/layout/officialLooks';
import { targetBase } from '../../../../src/engine/report/targets/targetBase';
import { targetSheet } from '../../../../src/engine/report/targets/targetSheet';
import { sheetsToFile } from '../../../../src/package/sheetsToFile';
import { convert } from '../../../package/support/libreOffice';
import { pdfPages } from '../../../package/support/pdfPages';
import { ledgerSheet, madeRows, madeTarget } from './support/madeTarget';

const thirty = Array.from(
  { length: 30 },
  (_, index) =>
    `${'甲乙丙丁戊己庚辛壬癸'.charAt(index % 10)}${['镇', '街道', '经济开发区'][Math.floor(index / 10)] ?? ''}`,
);
const folder = mkdtempSync(join(tmpdir(), 'mujun-print-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The sheet alone, every formula as the value it has, so that the pages are its own. */
function alone(model: NewSheet): NewSheet {
  return { ...model, blocks: model.blocks.map(({ formulas: _, ...block }) => block) };
}

function printed(model: NewSheet): string[] {
  return pdfPages(convert(sheetsToFile([alone(model)]), 'pdf').get('book.pdf'));
}

describe('the printed target sheet', () => {
  const input = madeTarget(madeRows(600, thirty));
  const sheet = targetSheet(input);
  const text = printed(sheet);

  it('takes at most two pages for 30 townships, one page wide, numbered', () => {
    expect(text.length).toBeLessThanOrEqual(2);
    text.forEach((page, index) =>
      expect(page.replace(/\s/g, '')).toContain(`第${String(index + 1)}页共${String(text.length)}页`),
    );
  });

  it('repeats its header rows on every page', () => {
    for (const page of text) {
      expect(page).toContain('完成率');
      expect(page).toMatch(/季度目标（亩，累计）/);
    }
  });

  it('has its title, all townships and the signatures, and nothing that does not fit or is an error', () => {
    const whole = text.join('\n');
    expect(whole).toContain('嵊州市2024年度低效工业用地处置（存量更新）目标任务分解表');
    for (const name of thirty) expect(whole).toContain(name);
    expect(whole).toMatch(/填表人：\s+审核人：\s+单位负责人：/);
    expect(whole).toContain('单位：宗、亩、万元/亩、%');
    expect(whole).not.toMatch(/###|#N\/A|#REF|#VALUE|#NAME|#DIV/);
  });

  it('counts in its notes whatever stands as 待核实 in none of its numbers', () => {
    const body = text.join('\n').split('注：')[0] ?? '';
    expect(body).not.toContain('待核实');
    expect(text.join('\n')).toMatch(/\d+ 宗待核实是否低效，未计入底数/);
  });

  it('is all there in grey', () => {
    const pdf = convert(sheetsToFile([alone(sheet)]), 'pdf').get('book.pdf');
    const file = join(folder, 'grey.pdf');
    writeFileSync(file, pdf ?? new Uint8Array());
    const print = (...args: string[]) => execFileSync('pdftoppm', ['-r', '96', '-gray', '-singlefile', ...args]);
    print(file, join(folder, 'grey'));
    const picture = readFileSync(join(folder, 'grey.pgm'));
    expect(picture.subarray(0, 2).toString()).toBe('P5');
    // Whatever is printed is dark: no word or line is paler than half grey, but for the edges of letters.
    const dots = picture.subarray(picture.length - 1123 * 794);
    const [dark, pale] = [dots.filter((dot) => dot < 128).length, dots.filter((dot) => dot >= 160 && dot < 250).length];
    expect(dark).toBeGreaterThan(20_000);
    expect(pale / dark).toBeLessThan(1.5);
    if (process.env['MUJUN_TOUR'])
      print('-png', file, new URL('../../../../docs/target-sheet', import.meta.url).pathname);
  }, 120_000);

  it('fits with numbers of nine digits and with other fonts', () => {
    const many = madeRows(600, thirty).map((row) => ({ ...row, area: row.area * 300, tax: row.tax * 300 }));
    for (const fonts of [undefined, COMMON_FONTS]) {
      const model = targetSheet(madeTarget(many, fonts ? { fonts } : {}));
      const whole = printed(model);
      expect(whole.join('\n')).not.toMatch(/###/);
      expect(whole.length).toBeLessThanOrEqual(2);
    }
  }, 120_000);

  it('prints right from the recalculated workbook too, beside its base', () => {
    const rows = madeRows(600, thirty);
    const pdf = convert(sheetsToFile([targetSheet(input), targetBase(input), ledgerSheet(rows)]), 'pdf').get(
      'book.pdf',
    );
    const [first = '', second = ''] = pdfPages(pdf);
    expect(first).toContain('全市合计');
    expect(`${first}${second}`).not.toMatch(/###|#N\/A|#REF|#VALUE|#NAME|#DIV/);
  }, 120_000);
});
