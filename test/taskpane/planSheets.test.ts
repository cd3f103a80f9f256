import { describe, expect, it } from 'vitest';
import { planSheets } from '../../src/taskpane/plans/planSheets';
import { createMemoryPort } from '../workbook/memoryPort';
import { sampleSheet } from '../support/sampleSheet';

const LONG = Array.from({ length: 60 }, (_, index) => `某某街道办事处${String(index)}`);

describe('the plan of sheet models', () => {
  it('says of a new sheet all that the model says', () => {
    const model = sampleSheet();
    const plan = planSheets('写目标', [model]);
    expect(plan).toMatchObject({
      ...{ title: '写目标', sheet: { newName: '年度目标' }, activate: true, freezeRows: 2, protect: true },
      ...{ merges: model.merges, charts: model.charts, print: model.print, choices: model.choices },
    });
    expect(plan.more).toBeUndefined();
    expect(plan.blocks[3]?.area).toEqual({ row: 2, column: 1, rows: 60, columns: 2 });
    expect(plan.blocks[3]?.format).toEqual(model.blocks[3]?.format);
  });

  it('puts long lists, each once, on a hidden sheet that comes last', () => {
    const area = { row: 2, column: 4, rows: 60, columns: 1 };
    const long = (name: string) => ({ ...sampleSheet(name), choices: [{ area, list: LONG }] });
    const commas = { ...sampleSheet('丙'), choices: [{ area, list: ['甲,乙'] }] };
    const { choices, more = [] } = planSheets('写', [long('甲'), long('乙'), commas]);
    const words = { sheet: 3, area: { row: 0, column: 0, rows: 60, columns: 1 } };
    expect(choices).toEqual([{ area, words }]);
    expect(more.map((sheet) => sheet.choices)).toEqual([
      [{ area, words }],
      [{ area, words: { sheet: 3, area: { row: 0, column: 1, rows: 1, columns: 1 } } }],
      undefined,
    ]);
    expect(more.at(-1)).toMatchObject({ sheet: { newName: '选项' }, hidden: true });
  });

  it('is written and taken back as one', async () => {
    const port = createMemoryPort({ sheets: [{ name: '台账' }] });
    const outcome = await port.write(planSheets('写', [sampleSheet('甲'), sampleSheet('乙')]));
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    expect((await port.sheets()).map(({ name }) => name)).toEqual(['台账', '甲', '乙']);
    expect(await port.undo(outcome.receipt)).toEqual({ kind: 'done' });
    expect((await port.sheets()).map(({ name }) => name)).toEqual(['台账']);
  });
});
