import { describe, expect, it } from 'vitest';
import { bandSheet } from '../../../../src/engine/report/targets/bandSheet';
import { closeOutSheet } from '../../../../src/engine/report/targets/closeOutSheet';
import { pathSheet } from '../../../../src/engine/report/targets/pathSheet';
import { rankingSheet } from '../../../../src/engine/report/targets/rankingSheet';
import { targetBase } from '../../../../src/engine/report/targets/targetBase';
import { targetGrounds } from '../../../../src/engine/report/targets/targetGrounds';
import { targetSheet } from '../../../../src/engine/report/targets/targetSheet';
import { sheetsToFile } from '../../../../src/package/sheetsToFile';
import { readByLibreOffice } from '../../../package/support/libreOffice';
import { differences, uncalculated } from './support/calculated';
import { closeOutLines, ledgerSheet, madeRows, madeTarget, TOWNSHIPS } from './support/madeTarget';

const BANDS = [
  { group: '第一组', floor: 20, ceiling: 30, clusters: ['长葛市产业集聚区', '经开区'] },
  { group: '第三组', floor: 5, ceiling: Infinity, clusters: ['魏都产业集聚区'] },
];

describe('the sheets of a target, recalculated by LibreOffice', () => {
  const rows = madeRows(300, [...TOWNSHIPS, '']);
  const input = madeTarget(rows);
  const earlier = new Map([...TOWNSHIPS].map((name, index) => [name, index + 1]));
  const models = [
    targetSheet(input),
    targetBase(input),
    targetGrounds(input),
    pathSheet(input, ['拆除重建', '整治提升', '功能转型', '关停退出']),
    closeOutSheet(input, closeOutLines(rows)),
    rankingSheet(input, earlier),
    bandSheet(input, BANDS, '草案 25—40；正式稿 20—30。'),
  ];
  const read = readByLibreOffice(sheetsToFile([ledgerSheet(rows), ...models.map(uncalculated)]));

  it.each(models.map((model) => [model.name, model] as const))('%s holds what the engine says', (name, model) => {
    expect(differences(model, read.get(name) ?? [])).toEqual([]);
  });

  it('adds up to the last digit', () => {
    const held = read.get('年度目标2024_v1') ?? [];
    const body = held.slice(7, 7 + input.townships.length);
    for (const column of [2, 5, 6, 8, 9, 10, 11, 17]) {
      const parts = body.reduce((sum, line) => sum + Number(line[column]), 0);
      expect(Number(held[6]?.[column])).toBe(parts);
    }
    expect(Number(held[6]?.[5])).toBe(input.total);
  });
});

describe('what happens to the sheet in a spreadsheet', () => {
  const rows = madeRows(300, TOWNSHIPS);
  const input = madeTarget(rows);
  const models = [targetSheet(input), targetBase(input)].map(uncalculated);
  const typed = (row: number, column: number, value: number) => ({ row, column, values: [[value]] });

  it('another 截止日 gives another quarter, completion and difference', () => {
    const [sheet, base] = models as [(typeof models)[0], (typeof models)[0]];
    const blocks = sheet.blocks.filter(({ row, column }) => !(row === 3 && column === 2));
    const moved = { ...sheet, blocks: [...blocks, typed(3, 2, 45_565)] };
    const later = madeTarget(rows, { counting: { from: input.counting.from as never, to: '2024-09-30' as never } });
    const held = readByLibreOffice(sheetsToFile([ledgerSheet(rows), moved, base])).get('年度目标2024_v1') ?? [];
    const expected = targetSheet({
      ...later,
      townships: later.townships.map((one, index) => ({
        ...one,
        proposed: input.townships[index]?.proposed ?? 0,
        cases: input.townships[index]?.cases ?? 0,
      })),
    });
    expect(held[3]?.[10]).toBe('三季度');
    expect(differences(expected, held)).toEqual([]);
  });
});
