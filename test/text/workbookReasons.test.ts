import { describe, expect, it } from 'vitest';
import { paneText } from '../../src/text/pane';
import { reasonOf } from '../../src/text/workbookReasons';

const CODES = ['AccessDenied', 'ItemNotFound', 'ItemAlreadyExists', 'InvalidArgument', 'RequestAborted', 'ApiNotFound'];

describe('what Excel refuses', () => {
  it.each(CODES)('%s is said in words, with what to do, and without an English one', (code) => {
    const told = reasonOf(code, 'zh-CN');
    expect(told).toMatch(/请.*。$/);
    expect(told.match(/[A-Za-z]{2,}/g) ?? []).toEqual(told.includes('Excel') ? told.match(/Excel/g) : []);
    expect(reasonOf(code, 'en')).toMatch(/\.$/);
  });

  it('of a workbook that is shared in the old way names that', () => {
    expect(reasonOf('InvalidOperation', 'zh-CN')).toContain('请先取消共享');
  });

  it('of a code without words gives the code', () => {
    expect(reasonOf('SomethingNew', 'zh-CN')).toContain('代码 SomethingNew');
    expect(reasonOf('constructor', 'zh-CN')).toContain('代码 constructor');
  });

  it('stands in the sentences of the pane', () => {
    expect(paneText('zh-CN')('writeFailed', { reason: 'AccessDenied' })).toBe(
      '没有写入：工作表或工作簿受保护，或只读打开。请取消保护或取得编辑权限后再试。工作簿没有改动。',
    );
    const left = paneText('zh-CN')('writeLeftBehind', { reason: 'RequestAborted', address: 'AD5:AD20' });
    expect(left).toContain('AD5:AD20');
    expect(left).not.toContain('工作簿没有改动');
    expect(paneText('zh-CN')('undoFailed', { reason: 'AccessDenied' })).toContain('写入的内容可能还在');
  });
});
