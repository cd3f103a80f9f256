import { describe, expect, it } from 'vitest';
import { FOUND } from '../../src/text/findings';
import { languageOf } from '../../src/text/language';
import { paneText, type PaneCode } from '../../src/text/pane';
import { FRAME } from '../../src/text/pane/frame';
import { LEDGER } from '../../src/text/pane/ledger';
import { SIMULATION } from '../../src/text/pane/simulation';
import { VERDICT } from '../../src/text/pane/verdict';
import { WRITE } from '../../src/text/pane/write';
import { muText, percentText, perMuText, wanYuanText } from '../../src/text/quantities';

const entries = Object.entries({ ...FRAME, ...LEDGER, ...FOUND, ...VERDICT, ...WRITE, ...SIMULATION });

/** Names of products, which have no Chinese, what a cell shows, and the command that opens the workbench. */
const LATIN = /Excel|Microsoft 365|npm start|office\.js|Office|#NAME\?/g;
/** Words that pane.md forbids. */
const FORBIDDEN = /政策包|内核|参数化|情景|置信区间|冲突解决/;

describe('the words of the pane', () => {
  it('take the same values in both languages', () => {
    const names = (text: string) => [...new Set(text.match(/\{\w+\}/g))].toSorted().join();
    expect(entries.filter(([, [zh, en]]) => names(zh) !== names(en))).toEqual([]);
  });

  it('say nothing in English to a Chinese reader, and none of the words that mean nothing to him', () => {
    const plain = (zh: string) => zh.replace(/\{\w+\}/g, '').replace(LATIN, '');
    expect(entries.filter(([, [zh]]) => /[A-Za-z]/.test(plain(zh)) || FORBIDDEN.test(zh))).toEqual([]);
  });

  it('puts values in, whole numbers with thousands separators', () => {
    const code: PaneCode = 'wroteColumns';
    expect(paneText('zh-CN')(code, { columns: 'AB:AD', count: 1200, open: 81 })).toBe(
      '已写入 AB:AD 列：1,200 户，其中待核实 81 户。原表没有改动。',
    );
  });

  it('is Chinese unless Office is English', () => {
    expect(['zh-CN', 'en-US', 'en', 'de-DE', undefined].map(languageOf)).toEqual([
      'zh-CN',
      'en',
      'en',
      'zh-CN',
      'zh-CN',
    ]);
  });
});

describe('quantities', () => {
  it('have the decimals officials expect, and — where they are missing', () => {
    expect([muText(1234.56), muText(NaN)]).toEqual(['1,234.6', '—']);
    expect([wanYuanText(470_831.4), wanYuanText(27.67), wanYuanText(0)]).toEqual(['470,831', '27.67', '0']);
    expect([perMuText(12), perMuText(4.996), perMuText(15.000000001)]).toEqual(['12.00', '4.996', '15.00']);
    expect([percentText(0.3333), percentText(NaN)]).toEqual(['33.3%', '—']);
  });
});
