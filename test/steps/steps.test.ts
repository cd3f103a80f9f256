import { describe, expect, it } from 'vitest';
import { eachRow, finish } from '../../src/steps/steps';
import { matchHeaders } from '../../src/engine/ledger/matchHeaders';
import { readLedger } from '../../src/engine/ledger/readLedger';
import { rowKinds } from '../../src/engine/ledger/rowKind';

const ROWS = 50_001;

describe('work in steps', () => {
  it('does every row once, in order, in parts', () => {
    const seen: number[] = [];
    const steps = eachRow(
      Array.from({ length: ROWS }, (_, row) => row),
      (row, index) => seen.push(row, index),
    );
    let parts = 0;
    while (steps.next().done !== true) parts += 1;
    expect(parts).toBeGreaterThan(2);
    expect(seen).toHaveLength(2 * ROWS);
    expect(seen.every((value, at) => value === Math.floor(at / 2))).toBe(true);
    expect(() => finish(eachRow([], () => expect.unreachable()))).not.toThrow();
  });

  it('sums of tens of thousands of rows are found, and words and numbers stay with their rows', () => {
    const headers = matchHeaders([['企业名称', '用地面积(亩)', '税收(万元)', '是否规上']]);
    const data = Array.from({ length: ROWS }, (_, row) => [
      `企业${String(row)}`,
      3 + ((row * 37) % 101),
      5 + ((row * 61) % 211),
      row % 2 ? '是' : '否',
    ]);
    const sums = [1, 2].map((column) => data.reduce((sum, row) => sum + Number(row[column]), 0));
    const rows = [...data, ['', ...sums, '']];
    const kinds = rowKinds(rows, headers, { zeroIsBlank: false });
    expect(kinds.filter((kind) => kind !== 'data')).toEqual(['total']);
    const { columns } = readLedger(headers, rows, { fields: ['enterprise', 'taxPaid'], zeroIsBlank: false });
    const [names, taxes] = [columns.get('enterprise'), columns.get('taxPaid')];
    if (names?.kind !== 'word' || taxes?.kind !== 'number') throw new Error('columns of another kind');
    const wrong = data.filter(
      ([name, , tax], row) => names.words[(names.codes[row] ?? 0) - 1] !== name || taxes.values[row] !== tax,
    );
    expect(wrong).toEqual([]);
  });
});
