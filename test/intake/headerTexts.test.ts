import { describe, expect, it } from 'vitest';
import { expectRead } from '../support/intake/expectRead';
import { judge } from '../support/intake/judge';
import { paneReader } from '../support/intake/paneReader';
import { headerLedger } from '../support/ledgers/headerLedger';
import { HEADER_TEXTS } from '../support/ledgers/headerTexts';

/** Texts under which a plain ledger is not read well yet. One that is, must leave this list: it can only get shorter. */
const NOT_YET: readonly string[] = [
  '受让单位',
  '受让人',
  '竞得人',
  '权属单位',
  '主体名称',
  '市场主体名称',
  '实际使用企业',
  '土地使用者',
  '详细名称',
  '用地主体',
  '供地面积',
  '地块面积',
  '已供面积',
  '批准面积',
  '出让面积',
  '实际使用面积',
  '不动产权证面积',
  '厂区占地(亩)',
  '工业用地（亩）',
  '土地占用面积',
  '实测面积',
  '评价面积',
  '发证面积',
  '确权面积',
  '税款',
  '年税收',
  '全年税收',
  '1-12月税收',
  '2023年1-12月税收（万元）',
  '本年税收累计',
  '累计税收',
  '全部税收',
];

describe('a text seen over columns in public', () => {
  it.each(HEADER_TEXTS)('$text is $means', async (header) => {
    const { file, truth } = headerLedger(header);
    expectRead(header.text, [await judge(paneReader, file, truth)], NOT_YET);
  });

  it('lists as not read yet only texts that there are, each once', () => {
    const texts = HEADER_TEXTS.map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.length).toBeGreaterThanOrEqual(160);
    expect(NOT_YET.filter((text) => !texts.includes(text))).toEqual([]);
  });
});
