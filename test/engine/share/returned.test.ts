import { finish } from '../../../src/steps/steps';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/engine/ledger/cell';
import { makeBatch } from '../../../src/engine/share/makeBatch';
import { mergeReturned } from '../../../src/engine/share/mergeReturned';
import type { MergeResult } from '../../../src/engine/share/mergeTypes';
import type { ReturnedFile, ReturnedSheet } from '../../../src/engine/share/returned';
import { readHomeRecord, type HomeRecord } from '../../../src/engine/share/sentBatch';
import { CAREFUL } from '../../../src/engine/share/split';
import { fileText, noteText } from '../../../src/text/share';
import { made, sharedLedger, type Made } from './support/madeCopies';

const TITLES = ['企业名称', '统一社会信用代码', '镇街', '评价年度', '用地面积（亩）', '实缴税收（万元）', '备注'];
const ROWS: Cell[][] = [
  ['甲机械厂', '913306830000000001', '城东镇', 2023, 10, 100, ''],
  ['乙纺织厂', '913306830000000002', '城东镇', 2023, 20, 200, ''],
  ['丙电器厂', '913306830000000003', '城东镇', 2023, 30, 300, ''],
];
const SPLIT = { ...CAREFUL, tax: 'show', by: 'whole' } as const;

const sent = (): Made => made(sharedLedger(TITLES, ROWS), SPLIT);

function merge({ home, record }: Made, files: readonly ReturnedFile[]): MergeResult {
  const work = mergeReturned(home, record, files);
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}

/** The only file of a batch with its sheet changed. */
function changed({ files }: Made, change: (sheet: ReturnedSheet) => ReturnedSheet): ReturnedFile {
  const [file] = files;
  const [sheet] = file?.sheets ?? [];
  if (!file || !sheet) throw new Error('no file');
  return { ...file, sheets: [change(sheet)] };
}

const typed =
  (row: number, column: number, value: Cell, formula = '') =>
  (sheet: ReturnedSheet): ReturnedSheet => ({
    ...sheet,
    values: sheet.values.map((line, at) => (at === row ? line.with(column, value) : line)),
    formulas: sheet.formulas.map((line, at) => (at === row ? line.with(column, formula) : line)),
  });

const statusOf = (result: MergeResult) => result.files.map(({ status }) => fileText(status, 'zh-CN'));
const notesOf = (result: MergeResult) => result.notes.map((note) => noteText(note, 'zh-CN'));
const changesOf = (result: MergeResult) =>
  result.changes.map(({ row, title, kind, offers }) => [row, title, kind, offers[0]?.value]);

describe('files that are not what was asked for', () => {
  it('another workbook’s copy, one never sent, one whose record is gone', () => {
    const own = sent();
    const [file] = own.files;
    if (!file) throw new Error('no file');
    const { stamp: _stamp, ...bare } = file;
    const files = [
      { ...file, stamp: { workbook: 'feedface', copy: 'feedface-0123456789ab' } },
      bare,
      { ...file, stamp: { workbook: '0badcafe', copy: '0badcafe-0123456789ab' } },
    ];
    const result = merge(own, files);
    expect(result.files.map(({ status }) => status.kind)).toEqual(['otherWorkbook', 'neverSent', 'tooOld']);
    expect([result.changes, result.notes]).toEqual([[], []]);
  });

  it('is recognised by the number on its sheets where its stamp is gone', () => {
    const own = sent();
    const { stamp, ...bare } = changed(own, typed(2, 6, 777));
    const guide = { name: '填报说明', values: [['副本编号', stamp?.copy ?? '']], formulas: [['', '']] };
    expect(changesOf(merge(own, [{ ...bare, sheets: [...bare.sheets, guide] }]))).toEqual([
      [0, '实缴税收（万元）', 'there', 777],
    ]);
  });

  it('an old copy, once a newer one of the same part went out', () => {
    const own = sent();
    const request = { by: 'whole', departments: [], rule: SPLIT } as const;
    const later: HomeRecord = finish(
      makeBatch(own.home, own.record, {
        request,
        level: 'classic',
        time: '2026-04-01T08:00',
      }),
    ).record;
    expect(statusOf(merge({ ...own, record: later }, own.files))).toEqual([
      '是 2026-03-01 发出的旧副本，2026-04-01 又发过同一份，没有核对。请收回新的一份',
    ]);
  });

  it('another year’s', () => {
    const own = sent();
    const next = sharedLedger(
      TITLES,
      ROWS.map((row) => row.with(3, 2024)),
    );
    const result = merge({ ...own, home: next }, [changed(own, typed(2, 6, 777))]);
    expect(statusOf(result)).toEqual(['评价年度是 2023，本台账是 2024，没有核对。请打开当年的台账再收回']);
    expect(result.changes).toEqual([]);
  });

  it('one whose headers are gone', () => {
    const own = sent();
    const file = changed(own, (sheet) => ({ ...sheet, values: sheet.values.filter((_, row) => row !== 1) }));
    expect(statusOf(merge(own, [file]))[0]).toContain('找不到“亩均评价台账”的表头');
  });
});

describe('what people do to a copy', () => {
  it('a renamed sheet, an inserted column, a changed code: found, and said', () => {
    const own = sent();
    const file = changed(own, (sheet) => {
      const renamed = { ...typed(3, 2, '913306830000000099')(typed(3, 6, 250)(sheet)), name: '已填' };
      return { ...renamed, values: renamed.values.map((row, at) => row.toSpliced(3, 0, at === 1 ? '核对人' : '')) };
    });
    const result = merge(own, [file]);
    expect(changesOf(result)).toEqual([
      [1, '统一社会信用代码', 'locked', '913306830000000099'],
      [1, '实缴税收（万元）', 'there', 250],
    ]);
    expect(notesOf(result)).toEqual([
      '工作表“亩均评价台账”改名为“已填”，已按表头认出',
      '多出“核对人”列（0 格有内容），没有带入',
      '代码或地块编码被改过，按行码对上',
    ]);
  });

  it('rows sorted another way and cells filled in: each change belongs to its own row', () => {
    const own = sent();
    const file = changed(own, (sheet) => {
      const filled = typed(4, 6, 333)(typed(2, 6, 111)(sheet));
      const turned = <Line>(lines: readonly Line[]) => [...lines.slice(0, 2), ...lines.slice(2).toReversed()];
      return { ...filled, values: turned(filled.values), formulas: turned(filled.formulas) };
    });
    const result = merge(own, [file]);
    expect(changesOf(result)).toEqual([
      [0, '实缴税收（万元）', 'there', 111],
      [2, '实缴税收（万元）', 'there', 333],
    ]);
    expect(result.notes).toEqual([]);
  });

  it('a row deleted there: told, and it stays here; a row written twice is told and taken once', () => {
    const own = sent();
    const without = changed(own, (sheet) => ({
      ...sheet,
      values: sheet.values.toSpliced(3, 1),
      formulas: sheet.formulas.toSpliced(3, 1),
    }));
    const deleted = merge(own, [without]);
    expect(deleted.changes).toEqual([]);
    expect(notesOf(deleted)).toEqual(['副本中少了这一户，原表保留']);
    expect(deleted.notes[0]?.row).toBe(1);
    const twice = changed(own, (sheet) => ({
      ...sheet,
      values: sheet.values.toSpliced(3, 0, sheet.values[3] ?? []),
      formulas: sheet.formulas.toSpliced(3, 0, sheet.formulas[3] ?? []),
    }));
    const doubled = merge(own, [twice]);
    expect(doubled.changes).toEqual([]);
    expect(notesOf(doubled)).toEqual(['交回文件第 5 行与另一行是同一户，没有核对，请人工核对']);
  });

  it('one enterprise with two parcels: a row written twice is never taken for the other one', () => {
    const rows = ROWS.with(2, ['甲机械厂', '913306830000000001', '城东镇', 2023, 10, 300, '']);
    const own = made(sharedLedger(TITLES, rows), SPLIT);
    const file = changed(own, (sheet) => {
      const first = sheet.values[2] ?? [];
      const values = [...sheet.values.toSpliced(4, 1), first].map((row, at) => (at === 2 ? row.with(5, 99) : row));
      return { ...sheet, values, formulas: values.map((row) => row.map(() => '')) };
    });
    const result = merge(own, [file]);
    expect(result.changes.filter(({ row }) => row === 2)).toEqual([]);
    expect(result.notes.map(({ kind, reason }) => [kind, reason])).toContainEqual(['unsure', 'duplicate']);
    expect(result.notes.find(({ kind }) => kind === 'removed')?.row).toBe(2);
  });

  it('a sort of some columns only: nothing is taken from the rows that contradict themselves', () => {
    const own = sent();
    const file = changed(own, (sheet) => {
      const codes = sheet.values.map(([code]) => code);
      const swapped = sheet.values.map((row, at) => row.with(0, codes[at === 2 ? 3 : at === 3 ? 2 : at]));
      const values = swapped.map((row, at) => (at === 2 ? row.with(6, 999) : row));
      return { ...sheet, values };
    });
    const result = merge(own, [file]);
    expect(result.changes).toEqual([]);
    expect(result.notes.map(({ kind, reason }) => `${kind} ${reason}`)).toEqual([
      'unsure contradiction',
      'unsure contradiction',
    ]);
  });

  it('formulas that reach outside and error values: told, never brought in', () => {
    const own = sent();
    const steps = [
      typed(2, 7, '0', "cmd|'/c calc'!A0"),
      typed(3, 7, 'x', 'WEBSERVICE("http://x")'),
      typed(4, 6, '#REF!'),
      typed(2, 6, 150, '100+50'),
    ];
    const result = merge(own, [changed(own, (sheet) => steps.reduce((one, step) => step(one), sheet))]);
    expect(changesOf(result)).toEqual([[0, '实缴税收（万元）', 'there', 150]]);
    expect(notesOf(result)).toEqual([
      '“亩均评价台账”第 3 行的公式调用外部程序（DDE），没有带入',
      '“亩均评价台账”第 4 行的公式访问网络，没有带入',
      '“实缴税收（万元）”填的是公式，取其结果 150',
      '“实缴税收（万元）”是错误值 #REF!，没有带入',
    ]);
  });

  it('two files that say different things of one cell are a conflict; the same thing twice is not', () => {
    const own = sent();
    const [one, two, three] = [111, 222, 111].map((value) => changed(own, typed(2, 6, value)));
    if (!one || !two || !three) throw new Error('no files');
    const conflict = merge(own, [one, two]);
    expect(conflict.changes.map(({ kind, offers }) => [kind, offers.map(({ value }) => value)])).toEqual([
      ['both', [111, 222]],
    ]);
    expect(conflict.files[1]?.alsoReturned).toBe(0);
    expect(merge(own, [one, { ...three, label: '又一份' }]).files[1]?.status).toEqual({ kind: 'sameAs', other: 0 });
  });

  it('the record kept at home is read with suspicion', () => {
    const { record } = sent();
    const again = readHomeRecord(JSON.parse(JSON.stringify(record)));
    expect(again).toEqual(record);
    const [batch] = record.batches;
    const broken = (change: object) => ({ ...record, batches: [{ ...batch, ...change }] });
    for (const change of [{ rows: 'x' }, { titles: [1] }, { copies: [{ id: 1 }] }, { rowCodes: undefined }]) {
      expect(readHomeRecord(JSON.parse(JSON.stringify(broken(change))))).toBeUndefined();
    }
    expect(readHomeRecord(broken({ copies: batch?.copies.map((copy) => ({ ...copy, rows: [99] })) }))).toBeUndefined();
  });
});
