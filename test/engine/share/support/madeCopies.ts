import { finish } from '../../../../src/steps/steps';
import type { Cell } from '../../../../src/engine/ledger/cell';
import { matchHeaders } from '../../../../src/engine/ledger/matchHeaders';
import { rowKinds } from '../../../../src/engine/ledger/rowKind';
import { makeBatch } from '../../../../src/engine/share/makeBatch';
import { cellsOfPart } from '../../../../src/engine/share/maskCells';
import { ROW_CODE_TITLE } from '../../../../src/engine/share/copyWords';
import type { ReturnedFile } from '../../../../src/engine/share/returned';
import type { HomeRecord, SentCopy } from '../../../../src/engine/share/sentBatch';
import { columnTitles, fieldsOf, type SharedLedger } from '../../../../src/engine/share/sharedLedger';
import type { ColumnRule, SplitRequest } from '../../../../src/engine/share/split';
import { EMPTY_CODES, Masker } from '../../../../src/engine/share/stableCodes';
import { oneTable } from '../../../../src/sheet/whereCellsStand';

export interface LedgerShape {
  readonly seed: number;
  readonly rows: number;
  readonly split: ColumnRule & { readonly by: SplitRequest['by'] };
}

export const TITLES = [
  '序号',
  '企业名称',
  '统一社会信用代码',
  '镇街',
  '用地面积（亩）',
  '实缴税收（万元）',
  '建筑质量',
  '安全隐患',
  '联系人',
  '备注',
];
const TOWNSHIPS = ['城东镇', '城西街道', '', '南山镇'];

/** A small dirty ledger: codes missing or shared, names twice, blanks, texts for numbers. */
export function ledgerOf({ seed, rows: count }: Pick<LedgerShape, 'seed' | 'rows'>): SharedLedger {
  let state = seed;
  const next = (below: number) => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) % below;
  const rows = Array.from({ length: count }, (_, row): Cell[] => {
    const name = `越州第${next(count) + 1}机械厂`;
    const code =
      ['', `9133068300000000${String(10 + next(count))}`, `9133068300000000${String(50 + row)}`][next(3)] ?? '';
    const area: Cell = [next(900) / 10 + 1, `${next(90) + 1}`, '待核', ''][next(4)] ?? '';
    const remark = ['', `与越州第${next(count) + 1}机械厂共用厂房`, '=1+1', '-'][next(4)] ?? '';
    return [
      row + 1,
      name,
      code,
      TOWNSHIPS[next(4)] ?? '',
      area,
      next(5000) / 10,
      ['好', '差', ''][next(3)] ?? '',
      ['√', ''][next(2)] ?? '',
      `联系${next(50)}`,
      remark,
    ];
  });
  return sharedLedger(TITLES, rows);
}

export function sharedLedger(titles: readonly string[], rows: readonly (readonly Cell[])[]): SharedLedger {
  const headers = matchHeaders([titles]);
  const kinds = rowKinds(rows, headers, { zeroIsBlank: false });
  const sheetName = '亩均评价台账';
  const standing = oneTable({ sheet: sheetName, row: 3, column: 0 });
  return { sheetName, headerRows: [titles], rows, headers, kinds, standing };
}

export interface Made {
  readonly home: SharedLedger;
  readonly record: HomeRecord;
  readonly files: readonly ReturnedFile[];
}

/** The copies of a ledger as plain cells, as if they had been opened again. */
export function made(home: SharedLedger, split: LedgerShape['split']): Made {
  const { by, ...rule } = split;
  const before: HomeRecord = { workbook: '0badcafe', codes: EMPTY_CODES, batches: [] };
  const request = { by, departments: ['资规', '税务', '应急'], rule };
  const { record, batch } = finish(
    makeBatch(home, before, { request, level: 'classic', time: '2026-03-01T08:00:00Z' }),
  );
  return { home, record, files: batch.copies.map((copy) => asFile(home, record, copy)) };
}

export function asFile(home: SharedLedger, record: HomeRecord, copy: SentCopy): ReturnedFile {
  const titles = columnTitles(home.headerRows);
  const source = {
    rows: home.rows,
    isData: (row: number) => home.kinds[row] === 'data',
    fields: fieldsOf(home.headers),
    titles,
  };
  const cells = finish(cellsOfPart(source, copy, new Masker(record.codes)));
  const codes = record.batches.at(-1)?.rowCodes ?? [];
  const values: Cell[][] = [
    ['亩均评价台账 填报表'],
    [ROW_CODE_TITLE, ...copy.columns.map(({ column }) => titles[column] ?? '')],
    ...cells.map((row, index) => [codes[copy.rows[index] ?? -1] ?? '', ...row]),
  ];
  const sheet = { name: home.sheetName, values, formulas: values.map((row) => row.map(() => '')) };
  return { label: `${copy.id}.xlsx`, stamp: { workbook: record.workbook, copy: copy.id }, sheets: [sheet] };
}
