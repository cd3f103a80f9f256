import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/engine/ledger/cell';
import { proposedDecisions, writesOf } from '../../../src/engine/share/mergeDecisions';
import { mergeReturned } from '../../../src/engine/share/mergeReturned';
import type { MergeResult } from '../../../src/engine/share/mergeTypes';
import type { ReturnedFile, ReturnedSheet } from '../../../src/engine/share/returned';
import { CAREFUL } from '../../../src/engine/share/split';
import { noteText } from '../../../src/text/share';
import { made, sharedLedger, type Made } from './support/madeCopies';

const TITLES = ['企业名称', '镇街', '用地面积（亩）', '实缴税收（万元）', '备注'];
const ROWS: Cell[][] = [
  ['甲机械厂', '城东镇', 10, 100, ''],
  ['乙纺织厂', '城东镇', 20, 7, ''],
  ['丙电器厂', '城东镇', 30, 300, '与甲机械厂共用厂房'],
];
const sent = (identity: 'show' | 'mask' = 'show') =>
  made(sharedLedger(TITLES, ROWS), { ...CAREFUL, tax: 'show', identity, by: 'whole' });

function merge({ home, record }: Made, files: readonly ReturnedFile[]): MergeResult {
  const work = mergeReturned(home, record, files);
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}

const HEAD = 2;

/** The file with its lines changed; the row code is the first cell of each. */
function withLines({ files }: Made, change: (lines: readonly (readonly Cell[])[]) => readonly (readonly Cell[])[]) {
  const [file] = files;
  const [sheet] = file?.sheets ?? [];
  if (!file || !sheet) throw new Error('no file');
  return { file, sheet: { ...sheet, values: [...sheet.values.slice(0, HEAD), ...change(sheet.values.slice(HEAD))] } };
}

const back = ({ file, sheet }: { readonly file: ReturnedFile; readonly sheet: ReturnedSheet }): ReturnedFile => ({
  ...file,
  sheets: [sheet],
});
const taken = (result: MergeResult) =>
  writesOf(result.changes, proposedDecisions(result)).map(({ row, column, after }) => [row, column, after]);
const told = (result: MergeResult) => result.notes.map((note) => noteText(note, 'zh-CN'));

describe('a name, a mask or a code of another row beside a row code', () => {
  it.each(['show', 'mask'] as const)(
    'all columns sorted but the row code, names %s: asked, nothing taken',
    (identity) => {
      const own = sent(identity);
      const turned = withLines(own, ([first = [], second = [], ...rest]) => [
        [first[0], ...second.slice(1)],
        [second[0], ...first.slice(1)],
        ...rest,
      ]);
      const result = merge(own, [back(turned)]);
      expect(taken(result)).toEqual([]);
      expect(told(result)).toEqual(
        [3, 4].map(
          (row) => `交回文件第 ${row} 行的名称、编码与行码指向不同的户（可能只排序了部分列），没有核对，请人工核对`,
        ),
      );
    },
  );

  it('the name behind a mask, typed beside another row’s code', () => {
    const own = sent('mask');
    const result = merge(own, [
      back(withLines(own, ([first = [], ...rest]) => [[first[0], '乙纺织厂', '', 5, 5, ''], ...rest])),
    ]);
    expect(taken(result)).toEqual([]);
    expect(result.notes.map(({ kind, reason }) => [kind, reason])).toEqual([['unsure', 'contradiction']]);
  });

  it('another enterprise typed over a line, its row code left: asked', () => {
    const own = sent();
    const result = merge(own, [
      back(withLines(own, ([first = [], ...rest]) => [[first[0], '丁玩具厂', '城东镇', 99, 9, ''], ...rest])),
    ]);
    expect(taken(result)).toEqual([]);
    expect(new Set(result.changes.map(({ kind }) => kind))).toEqual(new Set(['locked', 'doubtfulRow']));
  });

  it('one column sorted by itself: asked', () => {
    const own = sent();
    const result = merge(own, [
      back(withLines(own, (lines) => lines.map((line, row) => line.with(4, [7, 100, 300][row])))),
    ]);
    expect(taken(result)).toEqual([]);
    expect(result.changes.map(({ kind }) => kind)).toEqual(['shifted', 'shifted']);
  });
});

describe('a line of sums', () => {
  it.each(['合计', '合 计', '小计：', '总计'])('%s with a row code kept is no enterprise', (label) => {
    const own = sent();
    const result = merge(own, [
      back(withLines(own, ([first = [], ...rest]) => [[first[0], label, '', 60, 407, ''], ...rest])),
    ]);
    expect(taken(result)).toEqual([]);
    expect(result.notes.map(({ kind, reason }) => [kind, reason])).toEqual([['unsure', 'noRow']]);
  });

  it('one with a credit code kept is none either', () => {
    const titles = ['企业名称', '统一社会信用代码', '用地面积（亩）', '备注'];
    const own = made(
      sharedLedger(titles, [
        ['甲机械厂', '913306830000000001', 10, ''],
        ['乙纺织厂', '913306830000000002', 20, ''],
      ]),
      { ...CAREFUL, by: 'whole' },
    );
    const result = merge(own, [
      back(withLines(own, ([first = [], ...rest]) => [first.with(1, '合计').with(3, 30), ...rest])),
    ]);
    expect(taken(result)).toEqual([]);
    expect(result.notes.map(({ kind, reason }) => [kind, reason])).toEqual([['unsure', 'noRow']]);
  });
});

describe('several sheets with the table in one file', () => {
  const own = sent();
  const edited = withLines(own, ([first = [], ...rest]) => [first.with(4, 555), ...rest]).sheet;
  const { file, sheet } = withLines(own, (lines) => lines);

  it('edits on 台账 (2) are offered, and the sheet is named', () => {
    const second = { ...edited, name: `${edited.name} (2)` };
    const result = merge(own, [{ ...file, sheets: [sheet, second] }]);
    expect(result.changes.map(({ row, kind, offers }) => [row, kind, offers[0]?.value])).toEqual([
      [0, 'otherSheet', 555],
    ]);
    expect(told(result)).toEqual(['工作表“亩均评价台账 (2)”也是这张表，已一并核对；只在那里改的不会自动采用']);
  });

  it('two sheets that say different things are a conflict', () => {
    const other = withLines(own, ([first = [], ...rest]) => [first.with(4, 777), ...rest]).sheet;
    const result = merge(own, [{ ...file, sheets: [edited, { ...other, name: '备份' }] }]);
    expect(result.changes.map(({ kind, offers }) => [kind, offers.map(({ value }) => value)])).toEqual([
      ['both', [555, 777]],
    ]);
  });

  it('a sheet without row codes is named', () => {
    const bare = { ...edited, name: '手工', values: edited.values.map((line) => line.slice(1)) };
    const result = merge(own, [{ ...file, sheets: [sheet, bare] }]);
    expect(result.changes).toEqual([]);
    expect(told(result)).toEqual(['工作表“手工”的表头与“亩均评价台账”相同但没有行码，没有核对，请人工核对']);
  });

  it('a row that stands on one of two sheets has not been removed', () => {
    const half = (from: number, to: number) => ({
      ...sheet,
      name: `第${from}组`,
      values: [...sheet.values.slice(0, HEAD), ...sheet.values.slice(HEAD).slice(from, to)],
    });
    expect(merge(own, [{ ...file, sheets: [half(0, 2), half(2, 3)] }]).notes.map(({ kind }) => kind)).toEqual([
      'sheetRenamed',
      'sheetAlso',
    ]);
  });
});

describe('what stands for a value is none', () => {
  it.each(['已隐去', ' 已隐去', '已 隐 去', '企业0002', '与企业0001合并'])('%s is told and never offered', (value) => {
    const own = sent('mask');
    const result = merge(own, [
      back(withLines(own, (lines) => lines.map((line, row) => (row === 1 ? line.with(4, value) : line)))),
    ]);
    expect(result.changes).toEqual([]);
    expect(told(result)).toEqual([`“实缴税收（万元）”填的“${value}”是代号或“已隐去”，不是原来的内容，没有带入`]);
  });
});

describe('what other programs do to cells', () => {
  it('numbers kept as text and blanks around words are no changes', () => {
    const own = sent();
    const result = merge(own, [
      back(withLines(own, (lines) => lines.map((line) => line.with(3, `${String(line[3])} `).with(5, ' ')))),
    ]);
    expect(result.changes.map(({ title }) => title)).toEqual(['备注']);
    expect(result.changes.map(({ kind }) => kind)).toEqual(['there']);
  });
});
