import { describe, expect, it } from 'vitest';
import { cellsAsHeld } from '../../../../src/engine/report/clean/cleanRefresh';
import { CLOSE_OUT_TABLE, closeOutSheet } from '../../../../src/engine/report/targets/closeOutSheet';
import { RANKING_TABLE, rankingSheet, ranksShown } from '../../../../src/engine/report/targets/rankingSheet';
import { rerunExtra } from '../../../../src/engine/report/targets/rerunExtra';
import type { StockRow } from '../../../../src/engine/allocate/index';
import type { SheetCell } from '../../../../src/sheet/sheet';
import { closeOutLines, madeRows, madeTarget, TOWNSHIPS } from './support/madeTarget';

const BODY = 6;
const columnsOf = (cells: readonly (readonly SheetCell[])[]) => {
  const heads = cells[4] ?? [];
  return (head: string) => heads.findIndex((cell) => String(cell).replace(/\s/g, '') === head);
};
const mutable = (cells: readonly (readonly SheetCell[])[]) => cells.map((line) => [...line]);

/** 销号台账 of these rows. */
const closeOut = (rows: readonly StockRow[], version: number) =>
  closeOutSheet(madeTarget(rows, { version }), closeOutLines(rows));

describe('销号台账 made again', () => {
  const rows = madeRows(60, TOWNSHIPS);
  const earlier = mutable(cellsAsHeld(closeOut(rows, 1)));
  const at = columnsOf(earlier);
  const line = (cells: readonly (readonly SheetCell[])[], key: string) =>
    cells.findIndex((cell, row) => row >= BODY && cell[1] === key);
  const listed = rows.filter(({ counted }) => counted === true);
  const [first, second, third] = listed.map(({ key }) => key);
  if (first === undefined || second === undefined || third === undefined) throw new Error('too few rows');

  it('keeps what people filled in with its parcel, though rows come and go and the order changes', () => {
    const cells = mutable(earlier);
    const put = (key: string, head: string, value: SheetCell) => {
      (cells[line(cells, key)] as SheetCell[])[at(head)] = value;
    };
    put(first, '进展', '已签协议');
    put(second, '验收日期', 45_500);
    put(third, '进展', '已公告');
    put(third, '措施', '依法收回');
    const later = [...madeRows(3, TOWNSHIPS, 9).map((row) => ({ ...row, key: `X${row.key}` })), ...rows.toReversed()]
      .filter(({ key }) => key !== third)
      .map((row, index) => ({ ...row, row: index }));
    const again = rerunExtra(closeOut(later, 2), cells, CLOSE_OUT_TABLE);
    const now = cellsAsHeld(again.model);
    expect(now[line(now, first)]?.[at('进展')]).toBe('已签协议');
    expect(now[line(now, second)]?.[at('验收日期')]).toBe(45_500);
    expect(again.kept).toBe(2);
    expect(again.gone).toBe(1);
  });

  it('takes what comes from the ledger from the ledger', () => {
    const moved = rows.map((row) => (row.key === first ? { ...row, area: 99.5 } : row));
    const now = cellsAsHeld(rerunExtra(closeOut(moved, 2), earlier, CLOSE_OUT_TABLE).model);
    expect(now[line(now, first)]?.[at('面积（亩）')]).toBe(99.5);
  });

  it('carries nothing between parcels that cannot be told apart, and says so', () => {
    const alike = rows.map((row) =>
      [first, second].includes(row.key) ? { ...row, key: '', enterprise: '同名公司', township: '甲镇' } : row,
    );
    const cells = mutable(cellsAsHeld(closeOut(alike, 1)));
    const own = cells.findIndex((cell) => cell[2] === '同名公司');
    (cells[own] as SheetCell[])[at('进展')] = '已签协议';
    const again = rerunExtra(closeOut(alike, 2), cells, CLOSE_OUT_TABLE);
    expect(again.kept).toBe(0);
    expect(again.gone).toBe(1);
    expect(cellsAsHeld(again.model).flat()).not.toContain('已签协议');
  });
});

describe('通报表 made again', () => {
  it('reads the ranks that stood on the last one, and says how they changed', () => {
    const rows = madeRows(120, TOWNSHIPS);
    const { blocks } = rankingSheet(madeTarget(rows));
    const plain = blocks.map(({ row, column, values }) => ({ row, column, values }));
    const ranks = ranksShown(cellsAsHeld({ name: '', freezeRows: 0, blocks: plain }));
    expect(ranks.size).toBe(TOWNSHIPS.length);
    const turned = new Map([...ranks].map(([name, rank]) => [name, 1 + ranks.size - rank]));
    const again = rankingSheet(madeTarget(rows, { version: 2 }), turned);
    const changes = again.blocks
      .filter(({ row, column }) => row >= BODY && column === 7)
      .flatMap(({ values }) => values.flat());
    const wanted = [...ranks].map(([, rank]) => 1 + ranks.size - 2 * rank);
    expect(changes).toEqual(wanted);
  });

  it('keeps a number typed over its formula, and takes every formula anew', () => {
    const rows = madeRows(120, TOWNSHIPS);
    const cells = mutable(cellsAsHeld(rankingSheet(madeTarget(rows))));
    const line = cells[BODY] as SheetCell[];
    line[3] = 123.4;
    line[8] = '已约谈';
    const again = rerunExtra(rankingSheet(madeTarget(rows, { version: 2 })), cells, RANKING_TABLE);
    const now = cellsAsHeld(again.model).slice(BODY);
    expect(again.kept).toBe(2);
    expect(now.find((own) => own[8] === '已约谈')?.[3]).toBe(123.4);
    expect(now.flat().filter((cell) => String(cell).includes('_v1'))).toEqual([]);
  });
});
