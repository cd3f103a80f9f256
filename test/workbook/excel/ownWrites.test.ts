import { describe, expect, it } from 'vitest';
import { createOwnWrites } from '../../../src/workbook/excel/ownWrites';
import { area } from '../portBench';

describe('own writes', () => {
  it('cover changes within the cells written, during the write and shortly after', async () => {
    let time = 0;
    const own = createOwnWrites(() => time);
    await own.during([{ sheetId: 's', areas: [area(0, 1, 3)] }], () => {
      expect(own.cover('s', 'B1:B3')).toBe(true);
      return Promise.resolve();
    });
    expect([own.cover('s', 'B2'), own.cover('s', 'A1:B2'), own.cover('t', 'B2'), own.cover('s', 'C1')]).toEqual([
      ...[true, false, false, false],
    ]);
    time = 60_000;
    expect(own.cover('s', 'B2')).toBe(false);
  });

  it('end also when the write fails', async () => {
    let time = 0;
    const own = createOwnWrites(() => time);
    await expect(
      own.during([{ sheetId: 's', areas: [area(0, 0)] }], () => Promise.reject(new Error('no'))),
    ).rejects.toThrow('no');
    time = 60_000;
    expect(own.cover('s', 'A1')).toBe(false);
  });
});
