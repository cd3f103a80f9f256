import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type OpenWorkbench } from './support/openWorkbench';

/** A zip whose one part inflates to far more than its size. */
function zipBomb(): Uint8Array {
  return zipSync({ '[Content_Types].xml': new Uint8Array(64), 'xl/workbook.xml': new Uint8Array(300_000_000) });
}

function compoundFile(stream: string): Uint8Array {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [...stream].forEach((letter, index) => (bytes[1024 + index * 2] = letter.charCodeAt(0)));
  return bytes;
}

describe('a file that cannot be opened', () => {
  let bench: OpenWorkbench;
  let before: unknown;
  beforeAll(async () => {
    bench = await openWorkbench();
    before = await bench.values('亩均评价台账', 'A1:G20');
  });
  afterAll(() => bench.close());

  it.each<[string, Uint8Array, RegExp]>([
    ['加密.xlsx', compoundFile('EncryptedPackage'), /密码/],
    ['旧版.xls', compoundFile('Workbook'), /\.xls/],
    ['文档.txt', new TextEncoder().encode('不是工作簿'), /不是|工作簿/],
    ['空.xlsx', new Uint8Array(), /空|没有/],
    ['炸弹.xlsx', zipBomb(), /过大|太大|超过|压缩/],
    ['截断.xlsx', zipSync({ 'xl/workbook.xml': new Uint8Array(100) }).slice(0, 60), /损坏|打不开|不完整|不是/],
  ])('%s: says so in Chinese, and the workbook is as it was', async (name, bytes, words) => {
    await bench.page
      .getByLabel('打开工作簿')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
    const notice = bench.page.getByRole('alert').or(bench.page.getByRole('status')).filter({ hasText: words }).first();
    await notice.waitFor();
    const text = (await notice.textContent()) ?? '';
    expect(text).toMatch(/请/); // what to do next
    expect(await bench.values('亩均评价台账', 'A1:G20')).toEqual(before);
    expect(await bench.page.getByText('示例台账.xlsx', { exact: true }).first().isVisible()).toBe(true);
  });
});
