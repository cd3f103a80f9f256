import { describe, expect, it } from 'vitest';
import { portErrorText, undoOutcomeText, writeOutcomeText } from '../../src/text/workbook';
import type { WriteOutcome } from '../../src/workbook/port';

const failed = (code: string, leftBehind?: string): WriteOutcome => ({
  ...{ kind: 'failed', code, message: 'internal words' },
  ...(leftBehind === undefined ? {} : { leftBehind }),
});

const refusals: readonly WriteOutcome[] = [
  { kind: 'occupied', sheet: '台账', address: 'AD5', text: '备注' },
  { kind: 'protected', sheet: '台账' },
  { kind: 'inTable', sheet: '台账', table: '表1' },
  failed('AccessDenied'),
  failed('SomethingNew'),
];

describe('the sentences on writing', () => {
  it.each(refusals)('say of $kind that the workbook is as it was', (outcome) => {
    expect(writeOutcomeText(outcome, 'zh-CN')).toContain('工作簿没有改动。');
    expect(writeOutcomeText(outcome, 'en')).toMatch(/workbook is unchanged/);
  });

  it('name the cell in the way and what it holds', () => {
    expect(writeOutcomeText({ kind: 'occupied', sheet: '台账', address: 'AD5', text: '备注' }, 'zh-CN')).toBe(
      '工作表“台账”的 AD5 已有内容“备注”，没有写入，工作簿没有改动。请换一处空白列，或写到新工作表。',
    );
  });

  it('show the head of a long text only, on one line', () => {
    const outcome: WriteOutcome = {
      kind: 'occupied',
      sheet: '台账',
      address: 'A1',
      text: `第一行\n${'长'.repeat(300)}`,
    };
    expect(writeOutcomeText(outcome, 'zh-CN')).toContain(`“第一行 ${'长'.repeat(16)}…”`);
  });

  it('do not claim an unchanged workbook when something was left', () => {
    const text = writeOutcomeText(failed('RequestAborted', 'AD5:AD20'), 'zh-CN');
    expect(text).toContain('请检查 AD5:AD20');
    expect(text).not.toContain('工作簿没有改动');
  });

  it('tell the code where there is no sentence for it', () => {
    expect(writeOutcomeText(failed('SomethingNew'), 'zh-CN')).toContain('代码 SomethingNew');
    expect(writeOutcomeText(failed('constructor'), 'zh-CN')).toContain('代码 constructor');
  });

  it('use no English word in Chinese but Excel, Esc and the code', () => {
    const texts = [
      ...refusals.map((outcome) => writeOutcomeText(outcome, 'zh-CN')),
      portErrorText('ItemNotFound', 'zh-CN'),
    ];
    const words = texts.flatMap((text) => text.match(/[A-Za-z]{2,}/g) ?? []);
    expect([...new Set(words)].sort()).toEqual(['AD', 'Excel', 'SomethingNew']);
  });
});

describe('the sentences on taking a write back', () => {
  it('say which cell was edited', () => {
    expect(undoOutcomeText({ kind: 'edited', address: 'AD7' }, 'zh-CN')).toContain('有人改过 AD7，没有撤销');
  });

  it('say that what was written is still there when it fails', () => {
    expect(undoOutcomeText({ kind: 'failed', code: 'AccessDenied', message: '' }, 'zh-CN')).toContain('写入的内容还在');
  });
});
