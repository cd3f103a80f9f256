import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FUNCTIONS } from '../../src/functions/all';
import { gateReasonText } from '../../src/text/waiverGate';
import { languageOf } from '../../src/text/language';
import { paneText, type PaneCode } from '../../src/text/pane';
import { muText, percentText, perMuText, wanYuanText } from '../../src/text/quantities';

type Group = Readonly<Record<string, readonly [string, string]>>;
const folder = new URL('../../src/text/pane/', import.meta.url);
const modules = await Promise.all(
  readdirSync(folder).map(
    async (name) => (await import(new URL(name, folder).href)) as Readonly<Record<string, Group>>,
  ),
);
const entries = modules.flatMap((module) => Object.values(module).flatMap((group) => Object.entries(group)));

/** Names of products, functions and files, which have no Chinese, what a cell shows, and the command that opens the workbench. */
const LATIN =
  /Excel|Word|Microsoft 365|npm start|office\.js|Office|#NAME\?|#BUSY!|\.xls[xm]?|Mac|Windows|WPS|CSV|为 C、D|MUJUN_TIER|MUJUN_TO_MU|Ctrl\+[ACZ]|\w*\.yaml|targets|tasks|lists|entries| MB|[A-Z]—[A-Z] 列|F 列/g;
/** Words of programmers and statisticians, and those that have another word in docs/glossary.md (the interface). */
const FORBIDDEN =
  /政策包|内核|参数化|情景|置信区间|冲突解决|口径|指纹|种子|加载项版本|溢出|均值|标准差|对数|名次相关|响应|成熟税收|白送|托底|居中|序列化|字段|缓存|系统记|照发/;

describe('the words of the pane', () => {
  it('take the same values in both languages', () => {
    const names = (text: string) => [...new Set(text.match(/\{\w+\}/g))].toSorted().join();
    expect(entries.filter(([, [zh, en]]) => names(zh) !== names(en))).toEqual([]);
  });

  it('say nothing in English to a Chinese reader, and none of the words that mean nothing to him', () => {
    const plain = (zh: string) => zh.replace(/\{\w+\}/g, '').replace(LATIN, '');
    expect(entries.filter(([, [zh]]) => /[A-Za-z]/.test(plain(zh)) || FORBIDDEN.test(zh))).toEqual([]);
  });

  it('are no others in the help of the functions, but for the statistics that formulas ask for by name', () => {
    const helps = FUNCTIONS.flatMap(({ help, parameters }) => [help.zh, ...parameters.map((one) => one.help.zh)]);
    expect(helps.length).toBeGreaterThan(FUNCTIONS.length * 2);
    expect(helps.filter((zh) => FORBIDDEN.test(zh.replace(/^均值（不填）、/, '')))).toEqual([]);
  });

  it('take a code of the spreadsheet for {reason} only, and a sentence of ours for {why}', () => {
    const asking = entries.filter(([, [zh]]) => zh.includes('{reason}')).map(([code]) => code);
    const failures = ['readFailed', 'sheetsNotFollowed', 'undoFailed', 'writeFailed', 'writeLeftBehind'];
    expect(asking.toSorted()).toEqual(['excelRefused', ...failures]);
    const why = gateReasonText('noBasis', 'zh-CN');
    expect(paneText('zh-CN')('waiverClosed', { why })).toBe('不能免收：没有可引用的政策依据。推演按不免收计算。');
  });

  it('puts values in, whole numbers with thousands separators', () => {
    const code: PaneCode = 'wroteColumns';
    expect(paneText('zh-CN')(code, { columns: 'AB:AD', count: 1200, open: 81 })).toBe(
      '已写入 AB:AD 列：1,200 户，其中 81 户还有待核实的内容。原表没有改动。',
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
    expect([perMuText(14.999779), perMuText(5.00000125), perMuText(NaN)]).toEqual(['14.9998', '5.000001', '—']);
    expect([percentText(0.3333), percentText(NaN)]).toEqual(['33.3%', '—']);
  });
});
