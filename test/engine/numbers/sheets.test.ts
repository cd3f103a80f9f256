import { describe, expect, it } from 'vitest';
import type { StockRow } from '../../../src/engine/allocate/targetStock';
import type { Day } from '../../../src/engine/quantity/day';
import { bandSheet } from '../../../src/engine/report/targets/bandSheet';
import { closeOutSheet } from '../../../src/engine/report/targets/closeOutSheet';
import { rankingSheet } from '../../../src/engine/report/targets/rankingSheet';
import { targetBase } from '../../../src/engine/report/targets/targetBase';
import { targetSheet } from '../../../src/engine/report/targets/targetSheet';
import { sheetsToFile } from '../../../src/package/sheetsToFile';
import { readByLibreOffice } from '../../package/support/libreOffice';
import { differences, uncalculated } from '../report/targets/support/calculated';
import { ledgerSheet, madeTarget } from '../report/targets/support/madeTarget';
import { caseOf } from './fixture';

const closedOn = (day: string) => ({ kind: 'day', day: day as Day, unsure: false }) as const;

function row(at: number, given: Partial<StockRow>): StockRow {
  return {
    ...{ row: at, key: `DK${String(at)}`, enterprise: `第${String(at)}公司`, township: '甲镇', cluster: '', unit: '' },
    ...{ path: '', area: 10, tax: 50, previousTax: NaN, counted: true, closing: { kind: 'none' }, closingCell: '' },
    leadDepartment: '',
    ...given,
  };
}

/** The sheets as LibreOffice calculates them must say what the engine says. */
function held(rows: readonly StockRow[], models: readonly ReturnType<typeof targetSheet>[]) {
  const read = readByLibreOffice(sheetsToFile([ledgerSheet(rows), ...models.map(uncalculated)]));
  for (const model of models) expect(differences(model, read.get(model.name) ?? [])).toEqual([]);
  return (name: string) => read.get(name) ?? [];
}

describe('on the line, here and in a spreadsheet', () => {
  it('closings that add up to the target are the target: equal rank, no one behind', () => {
    expect(caseOf('14-reached-by-noise')).toBeDefined();
    const day = '2024-11-02';
    const closing = { closing: closedOn(day), closingCell: day.replaceAll('-', '.') };
    const rows = [
      ...[10.1, 4.8, 1.1].map((area, at) => row(at, { area, ...closing })),
      row(3, { area: 16, township: '乙镇', ...closing }),
    ];
    const input = madeTarget(rows, { total: 32, counting: { from: '2024-01-01' as Day, to: '2024-12-31' as Day } });
    expect(input.townships.map(({ proposed }) => proposed)).toEqual([16, 16]);
    const read = held(rows, [targetSheet(input), targetBase(input), rankingSheet(input)]);
    expect(
      read('通报表2024_v1')
        .slice(6, 8)
        .map(([rank]) => rank),
    ).toEqual(['1', '1']);
  });

  it('a cluster exactly on its line is 达标', () => {
    expect(caseOf('15-band-on-line')).toBeDefined();
    const rows = [
      row(0, { cluster: '经开区', area: 44.24, tax: 884.8 }),
      row(1, { cluster: '长葛市产业集聚区', area: 33.3, tax: 665.99 }),
    ];
    const input = madeTarget(rows, { total: 10 });
    const goals = [{ group: '第一组', floor: 20, ceiling: 30, clusters: ['经开区', '长葛市产业集聚区'] }];
    const sheet = bandSheet(input, goals, '');
    const read = held(rows, [targetSheet(input), targetBase(input), sheet]);
    expect(
      read(sheet.name)
        .slice(6, 8)
        .map((line) => line[8]),
    ).toEqual(['达标', '未达标']);
  });

  it('销号率 is of those due: what is closed early makes up for none that is late', () => {
    expect(caseOf('16-close-out-rate')).toBeDefined();
    const [early, late] = ['2024-12-31' as Day, '2024-03-31' as Day];
    const rows = [
      ...[0, 1, 2].map((at) => row(at, { closing: closedOn('2024-02-01'), closingCell: '2024.02.01' })),
      ...[3, 4].map((at) => row(at, {})),
      row(5, { closing: closedOn('2024-03-15'), closingCell: '2024.03.15' }),
    ];
    const lines = rows.map(({ row: at }) => ({
      ...{ row: at, problems: [], measure: '', deadlineText: '', progress: '' },
      deadline: at < 3 ? early : late,
    }));
    const input = madeTarget(rows, { total: 20 });
    const sheet = closeOutSheet(input, lines);
    const read = held(rows, [targetSheet(input), targetBase(input), sheet]);
    const told = read(sheet.name)[3] ?? [];
    expect([told[4], told[7]]).toEqual(['3', '1']);
    expect(Number.parseFloat(String(told[10]))).toBeCloseTo(100 / 3, 1);
  });

  it('four townships of 5 mu owe 2 of 20 in a quarter of 10 %', () => {
    const rows = ['甲镇', '乙镇', '丙街道', '丁园区'].map((township, at) => row(at, { township, area: 20 }));
    const counting = { from: '2024-01-01' as Day, to: '2024-03-31' as Day };
    const input = madeTarget(rows, { total: 20, counting });
    const read = held(rows, [targetSheet(input), targetBase(input), rankingSheet(input)]);
    expect(
      read('年度目标2024_v1')
        .slice(6, 11)
        .map((line) => line[8]),
    ).toEqual(['2', '1', '0', '1', '0']);
  });
});
