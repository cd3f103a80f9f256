import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/engine/ledger/cell';
import { readNumber } from '../../../src/engine/ledger/number';
import { readChoice, readYear, readYesNo } from '../../../src/engine/ledger/word';
import { parseUnit } from '../../../src/engine/quantity/unit';

function number(cell: Cell, unit?: string): number | string {
  const reading = readNumber(cell, unit === undefined ? undefined : parseUnit(unit));
  return reading.kind === 'value' ? reading.value : reading.kind;
}

describe('numbers as officials type them', () => {
  it.each<[Cell, number | string]>([
    [12.5, 12.5],
    ['１２０', 120],
    ['１２３．４', 123.4],
    ['1,234.5', 1234.5],
    [' 17,913.33 ', 17913.33],
    ['1，234', 1234],
    ['1,23', 'unreadable'],
    ["'120", 120],
    ['约120', 120],
    ['(12)', -12],
    ['-19.64', -19.64],
    ['12.5亩', 12.5],
    ['9.13E+3', 9130],
    ['25-40', 'unreadable'],
    ['≥30', 'unreadable'],
    ['待核', 'missing'],
    ['/', 'missing'],
    ['—', 'missing'],
    ['无', 'missing'],
    ['N/A', 'missing'],
    ['#DIV/0!', 'missing'],
    ['', 'missing'],
    [null, 'missing'],
    ['0', 0],
    [0, 0],
    ['约定', 'unreadable'],
    [true, 'unreadable'],
    ['1.2.3', 'unreadable'],
    // Marks of notes are no digits.
    ['20²', 20],
    ['30③', 30],
    ['12.5①', 12.5],
    ['1①2', 'unreadable'],
    // Two numbers in one cell are not one.
    ['12 15', 'unreadable'],
    ['12.5\n8.3', 'unreadable'],
    ['12.53/6265', 'unreadable'],
    ['1\u00a0234\u202f567', 1234567],
    // Refunds in every spelling.
    ['\u221235.6', -35.6],
    ['-35.6（退税）', -35.6],
    ['△35.6', -35.6],
    ['（35.6）', -35.6],
    ['负35.6', -35.6],
    ['RMB120', 120],
    ['¥1,200.5', 1200.5],
    // About so much, and what a bracket adds.
    ['15左右', 15],
    ['约15亩左右', 15],
    ['30（含租赁5亩）', 30],
    ['25.6\n(含租赁)', 25.6],
    ['61.4（估）', 61.4],
    ['120（2022年）', 'unreadable'],
    ['1e400', 'unreadable'],
    ['暂缺', 'missing'],
    ['免', 'unreadable'],
  ])('%j', (cell, expected) => {
    expect(number(cell)).toBe(expected);
  });

  it.each<[Cell, 'area' | 'money' | 'other', number | string]>([
    ['30亩', 'money', 'unreadable'],
    ['8万元/亩', 'money', 'unreadable'],
    ['12.5%', 'money', 'unreadable'],
    ['15人', 'area', 'unreadable'],
    ['100万元', 'area', 'unreadable'],
    ['1.2万', 'money', 1.2],
    ['8,000㎡', 'area', 12],
    ['300(元)', 'money', 0.03],
    ['15人', 'other', 15],
  ])('a unit of another kind is never the number: %j as %s', (cell, dimension, expected) => {
    const reading = readNumber(cell, undefined, dimension);
    expect(reading.kind === 'value' ? reading.value : reading.kind).toBe(expected);
  });

  it('takes the product before the quotient: 14,880 ㎡ is 22.32 亩', () => {
    expect(number(14880, '㎡')).toBe(22.32);
    expect(number(4, '公顷')).toBe(60);
    expect(number(3_000_000, '元')).toBe(300);
    expect(number(0.03, '亿元')).toBe(300);
    expect(number('8,000㎡', '亩')).toBe(12);
  });

  it('a note in another dimension is not converted', () => {
    expect(number('12.5亩', '万元')).toBe('unreadable');
  });

  it('1 元/㎡ is 1/15 万元/亩', () => {
    expect(number(15, '元/㎡')).toBeCloseTo(1, 12);
  });
});

describe('ticks, grades, years', () => {
  const plain = { zeroIsBlank: false };
  const argument = { zeroIsBlank: true };

  it.each<[Cell, boolean | string]>([
    ['√', true],
    ['是', true],
    ['1', true],
    [1, true],
    [true, true],
    ['ｙ', true],
    ['×', false],
    ['无', false],
    ['否', false],
    [0, false],
    ['/', 'missing'],
    ['基本符合', 'unreadable'],
    ['□是 ☑否', false],
    ['☑是□否', true],
    ['□是 □否', 'unreadable'],
    ['√（已核）', true],
    ['符合(2023.5)', true],
    ['不符', false],
    ['是（拟）', 'unreadable'],
  ])('yes/no %j', (cell, expected) => {
    const reading = readYesNo(cell, plain);
    expect(reading.kind === 'value' ? reading.value : reading.kind).toBe(expected);
  });

  it('the number 0 of an argument is a blank', () => {
    expect(readYesNo(0, argument).kind).toBe('missing');
    expect(readChoice(0, 'grade', argument).kind).toBe('missing');
  });

  it('grades in words and letters; 不定等级 and T are no grade', () => {
    const grade = (cell: Cell) => {
      const reading = readChoice(cell, 'grade', plain);
      return reading.kind === 'value' ? reading.value : reading.kind;
    };
    expect(['A类', 'ｂ', '丙', '落后整治类', '不定等级', 'T', '', 'E'].map(grade)).toEqual([
      'A',
      'B',
      'C',
      'D',
      '无',
      '无',
      'missing',
      'unreadable',
    ]);
  });

  it('a grade may carry a note, and a note of another time is none', () => {
    const grade = (cell: Cell) => {
      const reading = readChoice(cell, 'grade', plain);
      return reading.kind === 'value' ? reading.value : reading.kind;
    };
    expect(['D（倒逼）', 'A类(优先发展)', 'C类企业', 'D类（连续两年）', '倒逼整治类', 'B+'].map(grade)).toEqual([
      'D',
      'A',
      'C',
      'D',
      'D',
      'B',
    ]);
    expect(grade('B（原A）')).toBe('unreadable');
  });

  it('是 means 内 in a boundary column, and 外 under a header that says 外', () => {
    const boundary = (cell: Cell, negated: boolean) => readChoice(cell, 'urbanBoundary', { ...plain, negated });
    expect(boundary('是', false)).toEqual({ kind: 'value', value: '内' });
    expect(boundary('√', true)).toEqual({ kind: 'value', value: '外' });
    expect(boundary('外', true)).toEqual({ kind: 'value', value: '外' });
  });

  it('an appraisal grade C or D is 差', () => {
    expect(readChoice('D级', 'buildingQuality', plain)).toEqual({ kind: 'value', value: '差' });
    expect(readChoice('B级', 'buildingQuality', plain)).toEqual({ kind: 'value', value: '一般' });
  });

  it('years from numbers, texts and date serials', () => {
    const year = (cell: Cell) => {
      const reading = readYear(cell);
      return reading.kind === 'value' ? reading.value : reading.kind;
    };
    expect([1998, '1998年', '1998.6', '1998-06-30', 36526, 0, '老'].map(year)).toEqual([
      1998,
      1998,
      1998,
      1998,
      2000,
      'missing',
      'unreadable',
    ]);
  });
});
