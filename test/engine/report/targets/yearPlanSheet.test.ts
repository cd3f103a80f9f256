import { describe, expect, it } from 'vitest';
import { yearParcelSheet, type YearParcel } from '../../../../src/engine/report/targets/parcelPlanSheet';
import { targetBase } from '../../../../src/engine/report/targets/targetBase';
import { yearPlanSheet, type YearLine } from '../../../../src/engine/report/targets/yearPlanSheet';
import { sheetsToFile } from '../../../../src/package/sheetsToFile';
import { readByLibreOffice } from '../../../package/support/libreOffice';
import { differences, uncalculated } from './support/calculated';
import { ledgerSheet, madeRows, madeTarget, TOWNSHIPS } from './support/madeTarget';

const rows = madeRows(300, TOWNSHIPS);
const input = madeTarget(rows);
const closedBy = (day: string) =>
  rows
    .filter(
      ({ counted, area, closing }) => counted === true && area > 0 && closing.kind === 'day' && closing.day <= day,
    )
    .reduce((sum, { area }) => sum + area, 0);
const line = (year: number, goal: number, area: number): YearLine => ({
  ...{ year, goal, area, cost: area * 40, sure: goal - 20 },
  cases: { dispose: 3, renew: 2, upgrade: 0 },
});
const lines = [line(2024, 3000, 620), { ...line(2025, 3600, 610), fund: 30_000 }, line(2026, 4000, 420)];
const plan: YearParcel[] = rows
  .filter(({ counted, area }) => counted === true && area > 0)
  .map(({ row }, index) => ({
    ...{ row, year: 2024 + (index % 3), cost: index * 10 },
    measure: ['处置', '更新', '提质'][index % 3] ?? '',
  }));
const done = closedBy('2024-06-30');
const models = [
  yearPlanSheet(input, { lines, done, basis: '按财政投入最少挑选地块。' }),
  yearParcelSheet(input, plan, '按财政投入最少挑选地块。'),
  targetBase(input),
];

describe('the sheets of several years, recalculated by LibreOffice', () => {
  const read = readByLibreOffice(sheetsToFile([ledgerSheet(rows), ...models.map(uncalculated)]));

  it.each(models.map((model) => [model.name, model] as const))('%s holds what the engine says', (name, model) => {
    expect(differences(model, read.get(name) ?? [])).toEqual([]);
  });

  it('the second year is what its target leaves of what is planned for the first, while that is not over', () => {
    const held = read.get('推进计划2024_v1') ?? [];
    expect(Number(held[7]?.[2])).toBeCloseTo(3000 - closedBy('2023-12-31'), 6);
    expect(Number(held[8]?.[2])).toBeCloseTo(3600 - (done + 620), 6);
    expect(Number(held[9]?.[2])).toBeCloseTo(Math.max(0, 4000 - (done + 620 + 610)), 6);
  });
});

describe('once a year is said to be over', () => {
  const [sheet, , base] = models.map(uncalculated);
  if (!sheet || !base) throw new Error('no sheet');
  const over = (year: number) => {
    const blocks = sheet.blocks.filter(({ row, column }) => !(row === 3 && column === 4));
    const typed = { ...sheet, blocks: [...blocks, { row: 3, column: 4, values: [[year]] }] };
    return readByLibreOffice(sheetsToFile([ledgerSheet(rows), typed, base])).get('推进计划2024_v1') ?? [];
  };
  const [first, second] = [over(2024), over(2025)];

  it('the next one starts from what was really closed out, in the ledger as it is then', () => {
    expect(Number(first[8]?.[2])).toBeCloseTo(Math.max(0, 3600 - closedBy('2024-12-31')), 6);
    expect(Number(second[9]?.[2])).toBeCloseTo(Math.max(0, 4000 - closedBy('2025-12-31')), 6);
  });

  it('the one after it still follows from the plan', () => {
    expect(Number(first[9]?.[2])).toBeCloseTo(Math.max(0, 4000 - (done + 620 + 610)), 6);
  });
});
