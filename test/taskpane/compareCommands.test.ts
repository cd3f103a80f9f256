import { describe, expect, it } from 'vitest';
import { sheetsToFile } from '../../src/package/sheetsToFile';
import { openPane } from './support/openPane';

const HEADERS = ['企业名称', '统一社会信用代码', '所属镇街', '用地面积(亩)', '实缴税收(万元)'];
const row = (name: string, code: string, town: string, area: number, tax: number) => [name, code, town, area, tax];
const BEFORE = [
  row('甲机械有限公司', '913306830000000001', '剡湖街道', 20, 100),
  row('乙纺织有限公司', '913306830000000002', '剡湖街道', 30, 200),
  row('丙电器有限公司', '913306830000000003', '三江街道', 10, 50),
];
const AFTER = [
  row('丙电器有限公司', '913306830000000003', '三江街道', 10, 80),
  row('甲机械有限公司', '913306830000000001', '剡湖街道', 22, 100),
  row('丁化工有限公司', '913306830000000004', '三江街道', 15, 5),
];

function file(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  return sheetsToFile([
    { name: '去年台账', freezeRows: 0, blocks: [{ row: 0, column: 0, values: [HEADERS, ...rows] }] },
  ]);
}

async function pane() {
  return openPane([{ name: '今年台账', cells: [HEADERS, ...AFTER] }]);
}

describe('two periods', () => {
  it('are compared row by row, whatever their order, with sums by township', async () => {
    const opened = await pane();
    const before = JSON.stringify([...(opened.port.book.sheets[0]?.cells ?? [])]);
    await opened.commands.compareWith.run({ name: '去年.xlsx', bytes: () => Promise.resolve(file(BEFORE)) });
    expect(opened.state().message).toMatchObject({
      code: 'compared',
      values: { sheet: '两期比对', changed: 2, added: 1, missing: 1, unsure: 0 },
    });
    const sheet = (await opened.port.sheets()).find(({ name }) => name === '两期比对');
    const cells = (await opened.port.read(sheet?.id ?? ''))?.values ?? [];
    const line = (first: string) => cells.find(([cell]) => cell === first);
    expect(line('剡湖街道')?.slice(1, 7)).toEqual([2, 1, 50, 22, 300, 100]);
    expect(line('三江街道')?.slice(1, 7)).toEqual([1, 2, 10, 25, 50, 85]);
    expect(cells.flat().join('|')).toContain('丁化工有限公司');
    expect(JSON.stringify([...(opened.port.book.sheets[0]?.cells ?? [])])).toBe(before);
    await opened.commands.undoWrite.run();
    expect((await opened.port.sheets()).map(({ name }) => name)).toEqual(['今年台账']);
  });

  it('say what is wrong with a file that is none, or holds no ledger', async () => {
    const opened = await pane();
    await opened.commands.compareWith.run({ name: '坏.xlsx', bytes: () => Promise.resolve(new Uint8Array([1, 2, 3])) });
    expect(opened.state().message).toMatchObject({ intent: 'error', code: 'compareUnreadable' });
    const empty = sheetsToFile([{ name: '空', freezeRows: 0, blocks: [{ row: 0, column: 0, values: [['说明']] }] }]);
    await opened.commands.compareWith.run({ name: '空.xlsx', bytes: () => Promise.resolve(empty) });
    expect(opened.state().message).toMatchObject({ intent: 'warning', code: 'compareNoLedger' });
    expect((await opened.port.sheets()).map(({ name }) => name)).toEqual(['今年台账']);
  });
});
