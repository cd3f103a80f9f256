import { splitByTownship } from '../../../../../src/engine/allocate/splitByTownship';
import { splitCases } from '../../../../../src/engine/allocate/splitCases';
import type { Closing, StockRow } from '../../../../../src/engine/allocate/targetStock';
import { townshipStock, type DayPeriod } from '../../../../../src/engine/allocate/townshipStock';
import type { Day } from '../../../../../src/engine/quantity/day';
import { daySerial } from '../../../../../src/engine/quantity/daySerial';
import type { CloseOutLine } from '../../../../../src/engine/report/targets/closeOutSheet';
import type { TargetInput } from '../../../../../src/engine/report/targets/targetInput';
import type { NewSheet } from '../../../../../src/sheet/sheet';
import { oneTable } from '../../../../../src/sheet/whereCellsStand';

/** A repeatable number from 0 to 1. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

const DAY = 86_400_000;

/** A made-up ledger of so many parcels over so many townships, dates as true dates, texts, blanks and rubbish. */
export function madeRows(parcels: number, townships: readonly string[], seed = 1): StockRow[] {
  const next = chance(seed);
  return Array.from({ length: parcels }, (_, row): StockRow => {
    const area = Math.round((5 + next() * 60) * 100) / 100;
    const day = new Date(Date.UTC(2023, 0, 1) + Math.floor(next() * 900) * DAY).toISOString().slice(0, 10) as Day;
    const kind = next();
    const closing: Closing =
      kind < 0.5 ? { kind: 'none' } : kind < 0.98 ? { kind: 'day', day, unsure: false } : { kind: 'unreadable' };
    const asText = next() < 0.4;
    const closingCell =
      closing.kind === 'none'
        ? ''
        : closing.kind === 'unreadable'
          ? '待定'
          : asText
            ? day.replaceAll('-', '.')
            : daySerial(day);
    return {
      ...{ row, key: `DK${String(1000 + row)}`, enterprise: `第${String(row + 1)}公司` },
      township: townships[Math.floor(next() * townships.length)] ?? '',
      unit: '',
      ...{
        cluster: CLUSTERS[row % CLUSTERS.length] ?? '',
        path:
          ['拆除重建', '整治提升', '功能转型', '关停退出', '保留', '待研判', '待核实：缺 税收'][
            Math.floor(next() * 7)
          ] ?? '',
      },
      area: next() < 0.02 ? NaN : area,
      tax: next() < 0.05 ? NaN : Math.round(area * next() * 1200) / 100,
      previousTax: NaN,
      counted: next() < 0.03 ? undefined : next() < 0.6,
      ...{ closing, closingCell, leadDepartment: '' },
    };
  });
}

/** The sheet that a made-up ledger stands on: 完成日期 in column B from row 2 on. */
export function ledgerSheet(rows: readonly StockRow[]): NewSheet {
  const values = rows.map(({ key, closingCell }) => [key, closingCell as string | number]);
  return {
    name: '处置台账',
    freezeRows: 1,
    blocks: [
      { row: 0, column: 0, values: [['编号', '完成日期']] },
      { row: 1, column: 0, values },
    ],
  };
}

/** A target over a made-up ledger, split as the engine proposes. */
export function madeTarget(rows: readonly StockRow[], given: Partial<TargetInput> = {}): TargetInput {
  const counting: DayPeriod = given.counting ?? { from: '2024-01-01' as Day, to: '2024-06-30' as Day };
  const before: DayPeriod = { from: '2023-01-01' as Day, to: '2023-12-31' as Day };
  const stock = townshipStock(rows, { counting, before, line: () => 10 });
  const total = given.total ?? Math.round(stock.reduce((sum, { area }) => sum + area, 0) * 0.4);
  const rule = given.rule ?? {};
  const needs = stock.map(({ area, gap, doneBefore, name }) => ({
    stock: name === '' ? 0 : area,
    gap,
    done: doneBefore,
  }));
  const split = splitByTownship(total, needs, rule);
  const targets = stock.map(({ count, area }, index) => ({ count, area, target: split.whole[index] ?? 0 }));
  const cases = splitCases(targets);
  return {
    ...{ place: '嵊州市', year: 2024, version: 1, total, rows, counting, rule },
    townships: stock.map((one, index) => ({
      ...one,
      proposed: split.whole[index] ?? 0,
      exact: split.exact[index] ?? 0,
      cases: cases[index] ?? 0,
    })),
    ledger: { standing: oneTable({ sheet: '处置台账', row: 1, column: 0 }), closingColumn: 1 },
    shares: [0.1, 0.35, 0.65, 1],
    grounds: [
      {
        document: '《嵊州市开发区(园区)工业全域治理行动方案(征求意见稿)》',
        clause: '一(三)2',
        quote: '盘活土地空间3000亩左右',
        status: '征求意见稿',
        gives: '年度目标总数',
      },
    ],
    note: '系统初步研判，须经认定。政策：嵊州2021（征求意见稿）。',
    issued: false,
    ...given,
  };
}

export const TOWNSHIPS = ['甲镇', '乙镇', '丙街道', '丁园区'];

const CLUSTERS = ['长葛市产业集聚区', '经开区', '魏都产业集聚区', ''];

/** Deadlines, some past and some words; problems; measures. */
export function closeOutLines(rows: readonly StockRow[]): CloseOutLine[] {
  return rows.map(({ row, path }) => ({
    row,
    problems: row % 3 === 0 ? ['环保', '消防'] : [],
    measure: path,
    deadline: row % 5 === 0 ? undefined : ((row % 2 === 0 ? '2024-03-31' : '2024-12-31') as Day),
    deadlineText: row % 5 === 0 ? '尽快' : '',
    progress: '',
  }));
}
