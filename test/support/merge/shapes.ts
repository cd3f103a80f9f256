import fc from 'fast-check';
import type { Cell } from '../../../src/engine/ledger/cell';
import type { SharedLedger } from '../../../src/engine/share/sharedLedger';
import { made, sharedLedger, type Made } from '../../engine/share/support/madeCopies';
import type { Places } from './world';

/** A ledger to send out: what its rows are known by, how many share it, and what the copies show. */
export interface Shape {
  readonly rows: number;
  readonly keys: 'name' | 'credit' | 'both';
  /** Every so many rows one repeats the name and credit code of the row before: several parcels of one enterprise. */
  readonly repeats: number;
  readonly masked: boolean;
  readonly by: 'whole' | 'township' | 'department';
}

export const shapes: fc.Arbitrary<Shape> = fc.record({
  rows: fc.integer({ min: 2, max: 9 }),
  keys: fc.constantFrom('name', 'credit', 'both'),
  repeats: fc.constantFrom(99, 99, 3),
  masked: fc.boolean(),
  by: fc.constantFrom('whole', 'whole', 'township', 'department'),
});

const TOWNSHIPS = ['城东镇', '城西街道'];

/** The ledger of a shape sent out, and where its columns are. */
export function sentOf({ keys, rows: count, repeats, masked, by }: Shape): {
  readonly sent: Made;
  readonly places: Places;
} {
  const credit = keys === 'name' ? [] : ['统一社会信用代码'];
  const parcel = keys === 'both' ? ['地块编号'] : [];
  const titles = ['序号', '企业名称', ...credit, ...parcel, '镇街', '用地面积（亩）', '实缴税收（万元）', '备注'];
  const rows = Array.from({ length: count }, (_, row): Cell[] => {
    const owner = row > 0 && row % repeats === 0 ? row - 1 : row;
    return [
      ...[row + 1, `越州第${owner + 11}机械厂`],
      ...credit.map(() => `91330683000000${String(owner + 1000)}`),
      ...parcel.map(() => `330683-${String(row + 101)}`),
      ...[TOWNSHIPS[row % 2] ?? '', 10.25 + row * 7.5, 100.5 + row * 31.25, ''],
    ];
  });
  const home: SharedLedger = sharedLedger(titles, rows);
  const identity = masked ? 'mask' : 'show';
  const sent = made(home, { by, identity, personal: 'show', tax: 'show', others: 'locked' });
  const after = 2 + credit.length + parcel.length;
  const places = { name: 1, codes: [...credit, ...parcel].map((_, at) => at + 2), amounts: [after + 1, after + 2] };
  return { sent, places };
}
