import { describe, expect, it } from 'vitest';
import { WordBuilder, wordAt } from '../../../src/engine/column/column';

const MORE_THAN_TWO_BYTES = 70_000;

describe('a column of words', () => {
  it('keeps every row its word beyond 65,535 different ones', () => {
    const builder = new WordBuilder(MORE_THAN_TWO_BYTES);
    for (let row = 0; row < MORE_THAN_TWO_BYTES; row++) builder.set(row, `企业${row}`);
    const column = builder.build();
    const wrong = Array.from(column.codes.keys()).filter((row) => wordAt(column, row) !== `企业${row}`);
    expect(wrong).toEqual([]);
  });

  it('takes two bytes a row up to 65,535 different words', () => {
    const builder = new WordBuilder(0xffff);
    for (let row = 0; row < 0xffff; row++) builder.set(row, String(row));
    expect(builder.build().codes.BYTES_PER_ELEMENT).toBe(2);
  });

  it('goes on from another column and leaves that as it is', () => {
    const first = new WordBuilder(2);
    first.set(0, '甲');
    const column = first.build();
    const more = new WordBuilder(column);
    more.set(1, '乙');
    const both = more.build();
    expect([wordAt(both, 0), wordAt(both, 1)]).toEqual(['甲', '乙']);
    expect(wordAt(column, 1)).toBeUndefined();
  });
});
