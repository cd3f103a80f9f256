import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import type { Cell } from '../../src/engine/ledger/index';
import { groundOf } from '../../src/taskpane/model/pastYears/grounds';
import { heldLines, heldRows } from '../../src/taskpane/model/pastYears/heldLines';
import { takingPart, yearsLack } from '../../src/taskpane/model/pastYears/yearsGiven';
import { initialPastYears } from '../../src/taskpane/state/pastYears';
import { sheetsToFile } from '../../src/package/sheetsToFile';
import { paneText } from '../../src/text/pane';
import { PATIENCE } from '../../src/worker/client';
import { createDrawPool } from '../../src/worker/drawPool';
import { chanceOf } from '../support/years/chance';
import { truthFrom } from '../support/years/countyTruth';
import { COUNTY_HEADERS, madeCounty } from '../support/years/madeCounty';
import { startOddWorker } from '../worker/support/startOddWorker';
import { openPane, paneOver, type OpenedPane } from './support/openPane';
import { simulateHere } from './support/simulateHere';

const COUNTY = madeCounty({
  ...{ seed: 11, firms: 120, years: 3, truth: truthFrom(chanceOf(11)), brokenCodes: 0.05, renamed: 0.03 },
});
const cellsOf = (at: number) => [COUNTY_HEADERS, ...(COUNTY.ledgers[at]?.cells ?? [])];
const titled = (year: number, cells: readonly (readonly Cell[])[]) => [
  [`越州县${String(year)}年工业企业台账`],
  ...cells,
];

function file(name: string, cells: readonly (readonly Cell[])[]) {
  const bytes = sheetsToFile([{ name: '台账', freezeRows: 0, blocks: [{ row: 0, column: 0, values: padded(cells) }] }]);
  return { name, bytes: () => Promise.resolve(bytes) };
}

function padded(cells: readonly (readonly Cell[])[]): (string | number)[][] {
  const width = Math.max(...cells.map(({ length }) => length));
  return cells.map((line) => Array.from({ length: width }, (_, at) => (line[at] ?? '') as string | number));
}

async function pane(): Promise<OpenedPane> {
  const opened = await openPane([{ name: '台账', cells: padded(titled(2023, cellsOf(2))) }], {
    simulator: simulateHere,
    draws,
  });
  await opened.commands.choosePolicy.run('shengzhou-2021');
  return opened;
}

const draws = createDrawPool({ start: startOddWorker, workers: 1, patience: PATIENCE });
afterAll(() => draws.close());

const past = (opened: OpenedPane) => opened.state().simulation.pastYears;

describe('ledgers of earlier years', () => {
  it('are read as any ledger is, learnt from with the open one, and adopted with their ground', async () => {
    const opened = await pane();
    const files = [file('去年.xlsx', titled(2022, cellsOf(1))), file('2021台账.xlsx', cellsOf(0))];
    await opened.commands.pastWork.run({ kind: 'open', files });
    expect(past(opened)?.ledgers.map(({ year, rows, open }) => [year, rows > 100, open])).toEqual([
      [2022, true, undefined],
      [2021, true, undefined],
    ]);
    await opened.commands.pastWork.run({ kind: 'learn' });
    const study = past(opened)?.study;
    expect(study?.years).toEqual([2021, 2022, 2023]);
    expect(study?.pairs.map(({ by }) => by.code + by.brokenCode + by.name).every((stay) => stay > 90)).toBe(true);
    const growth = study?.figures.find(({ figure }) => figure === 'taxGrowth');
    expect(growth?.state).toBe('learnt');
    await opened.commands.pastYears.run({ kind: 'adopt', figures: ['taxGrowth', 'landPrice'] });
    const { scenario } = opened.state().simulation;
    expect(scenario.assumptions.ownTaxGrowth).toBe(Number(growth?.value.toPrecision(4)));
    expect(scenario.distributions.ownTaxGrowth?.kind).toBe('normal');
    expect(scenario.learnt?.ownTaxGrowth).toMatchObject({ first: 2021, last: 2023, n: growth?.n });
    expect(scenario.learnt?.resalePrice).toMatchObject({ first: 2023, last: 2023 });
    expect(opened.port.book.sheets.map(({ name }) => name)).toEqual(['台账']);
  });

  it('are held to what happened, township by township, and the next fans made as wide', async () => {
    const opened = await pane();
    const [names = [], ...firms] = cellsOf(0);
    const files = [file('2021.xlsx', [names, ...firms.toReversed()]), file('2022.xlsx', cellsOf(1))];
    await opened.commands.pastWork.run({ kind: 'open', files });
    await opened.commands.pastWork.run({ kind: 'lookBack' });
    const outcome = past(opened)?.hindsight?.outcome;
    // 2021 is sorted otherwise: the townships stand in one order all the same.
    const [one, other] = (outcome?.years ?? []).map((year) => heldRows(year).map(({ township }) => township));
    expect(one).toEqual(other);
    expect(outcome?.years.map(({ before, after, learntFrom }) => [before, after, learntFrom])).toEqual([
      [2021, 2022, []],
      [2022, 2023, [2021, 2022]],
    ]);
    for (const year of outcome?.years ?? []) {
      const townships = heldRows(year);
      expect(townships.length).toBeGreaterThan(4);
      expect(townships.at(-1)?.township).toBeUndefined();
      expect(year.counted).toBe(townships.filter(({ counts }) => counts).length);
      expect(year.inside).toBe(townships.filter(({ counts, inside }) => counts && inside).length);
      for (const line of heldLines(year, 'then', { t: paneText('zh-CN'), language: 'zh-CN' }))
        expect(line).not.toMatch(/NaN|undefined|[{}]/);
    }
    expect(outcome?.spread.n).toBe(outcome?.years.reduce((sum, { counted }) => sum + counted, 0));
    await opened.commands.writeHindsight.run();
    expect(opened.state().message).toMatchObject({ code: 'pastWroteBack', values: { sheet: '推演回看' } });
    const sheet = (await opened.port.sheets()).find(({ name }) => name === '推演回看');
    const cells = (await opened.port.read(sheet?.id ?? ''))?.values ?? [];
    const heads = cells.flatMap((line, at) => (line[0] === '镇街' ? [at] : []));
    expect(heads).toHaveLength(2);
    const [first] = (outcome?.years ?? []).flatMap(heldRows);
    expect(cells[(heads[0] ?? 0) + 1]?.slice(0, 3)).toEqual([first?.township, first?.actual, first?.p5]);
    await opened.commands.undoWrite.run();
    expect((await opened.port.sheets()).map(({ name }) => name)).toEqual(['台账']);
    await opened.commands.pastYears.run({ kind: 'widen', on: true });
    expect(opened.state().simulation.scenario.spread).toMatchObject({ n: outcome?.spread.n, yearly: 0.03 });
    await opened.commands.pastWork.run({ kind: 'lookBack' });
    expect(past(opened)?.hindsight?.outcome).toEqual(outcome);
    await opened.commands.pastYears.run({ kind: 'widen', on: false });
    expect(opened.state().simulation.scenario).not.toHaveProperty('spread');
  });

  it('stand in the next plan with their ground: on its sheet, in 方案依据, and a year later looked back on', async () => {
    const opened = await pane();
    const files = [file('2021.xlsx', cellsOf(0)), file('2022.xlsx', cellsOf(1))];
    await opened.commands.pastWork.run({ kind: 'open', files });
    await opened.commands.pastWork.run({ kind: 'learn' });
    await opened.commands.pastYears.run({ kind: 'adopt', figures: ['taxGrowth'] });
    await opened.commands.pastWork.run({ kind: 'lookBack' });
    await opened.commands.pastYears.run({ kind: 'widen', on: true });
    await opened.commands.setScenario.run({ draws: 500 });
    await opened.commands.startProjection.run();
    expect(opened.state().simulation.failure).toBeUndefined();
    const textsOf = async (name: string) => {
      const sheet = (await opened.port.sheets()).find((one) => one.name === name);
      return (await opened.port.read(sheet?.id ?? ''))?.values.flat().map(String) ?? [];
    };
    const ground = /来源：本县 2021–2023 年台账，n = \d+$/;
    await opened.commands.writeProjection.run('结论');
    const written = await textsOf('推演结果');
    expect(written.filter((text) => ground.test(text))).toHaveLength(1);
    const spread = past(opened)?.hindsight?.outcome.spread;
    const wide = `按实际放宽（回看 ${String(spread?.n)} 个数`;
    expect(written.filter((text) => /放宽|模拟/.test(text)).join('|')).toContain(wide);
    await opened.commands.saveScenario.run({ name: '方案一', headline: '结论' });
    expect((await textsOf('方案依据')).filter((text) => ground.test(text))).toHaveLength(1);
    const second = paneOver(opened.port, simulateHere, draws);
    await second.commands.open.run();
    await second.commands.loadScenarios.run();
    const kept = second.state().simulation.saved[0]?.scenario;
    expect(kept && groundOf(kept, 'ownTaxGrowth')).toEqual(opened.state().simulation.scenario.learnt?.ownTaxGrowth);
    expect(kept?.spread?.n).toBe(spread?.n);
    // Who changes the value by hand changes its ground too.
    expect(kept && groundOf({ ...kept, assumptions: { ownTaxGrowth: 0.01 } }, 'ownTaxGrowth')).toBeUndefined();
    await opened.commands.pastYears.run({ kind: 'choice', choice: 'saved:方案一' });
    await opened.commands.pastWork.run({ kind: 'lookBack' });
    const [year] = past(opened)?.hindsight?.outcome.years ?? [];
    expect(year && heldLines(year, 'saved:方案一', { t: paneText('zh-CN'), language: 'zh-CN' })[0]).toContain(
      '用已存方案“方案一”的参数',
    );
  });

  it('that do not follow one another, are the same, or are no ledgers are told and tell nothing', async () => {
    const opened = await pane();
    const bad = { name: '坏.xlsx', bytes: () => Promise.resolve(new Uint8Array([1, 2, 3])) };
    await opened.commands.pastWork.run({ kind: 'open', files: [bad, file('空.xlsx', [['说明', '']])] });
    expect(past(opened)?.notes.map(({ kind }) => kind)).toEqual(['noLedger', 'unreadable']);
    expect(yearsLack(opened.state())).toBe('none');
    await opened.commands.pastWork.run({ kind: 'open', files: [file('2021.xlsx', cellsOf(0))] });
    await opened.commands.pastWork.run({ kind: 'learn' });
    expect(past(opened)?.study?.pairs[0]?.troubles).toEqual([{ trouble: 'gap', measure: 1 }]);
    expect(past(opened)?.study?.figures.find(({ figure }) => figure === 'taxGrowth')?.state).toBe('trouble');
    const [only] = past(opened)?.ledgers ?? [];
    await opened.commands.pastYears.run({ kind: 'year', id: only?.id ?? '', year: 2023 });
    expect(past(opened)?.study).toBeUndefined();
    expect(yearsLack(opened.state())).toBe('sameYear');
    await opened.commands.pastYears.run({ kind: 'remove', id: only?.id ?? '' });
    await opened.commands.pastWork.run({ kind: 'open', files: [file('同一份.xlsx', cellsOf(2))] });
    expect(yearsLack(opened.state())).toBe('year');
    await opened.commands.pastYears.run({ kind: 'year', id: past(opened)?.ledgers[0]?.id ?? '', year: 2022 });
    await opened.commands.pastWork.run({ kind: 'learn' });
    expect(past(opened)?.study?.pairs[0]?.troubles).toMatchObject([{ trouble: 'sameLedger' }]);
    await opened.commands.pastWork.run({ kind: 'lookBack' });
    expect(past(opened)?.hindsight?.outcome).toMatchObject({ years: [], skipped: [{ before: 2022, after: 2023 }] });
  });

  it('what is asked of one is answered there, and a sheet of the workbook is as good as a file', async () => {
    const sheets = [
      { name: '台账', cells: padded(titled(2023, cellsOf(2))) },
      { name: '2022年', cells: padded(cellsOf(1)) },
    ];
    const opened = await openPane(sheets, { simulator: simulateHere, draws });
    const other = opened.state().sheets.find(({ name }) => name === '2022年');
    const own = opened.state().source?.pieces.map(({ contents }) => contents.sheet.name);
    expect(own).not.toContain('2022年');
    await opened.commands.pastWork.run({ kind: 'sheet', id: other?.id ?? '' });
    expect(past(opened)?.ledgers.map(({ label, year }) => [label, year])).toEqual([['2022年', 2022]]);
    // Six enterprises on two rows each: nobody can tell whether they are one.
    const [head = [], ...rows] = cellsOf(0);
    const twice = rows
      .slice(0, 6)
      .map(([name, code, parcel = '', ...rest]) => [name, code, `${String(parcel)}乙`, ...rest]);
    await opened.commands.pastWork.run({ kind: 'open', files: [file('2021.xlsx', [head, ...rows, ...twice])] });
    const ofFile = () => past(opened)?.ledgers.find(({ label }) => label === '2021.xlsx');
    const asked = ofFile();
    expect(asked?.open?.questions.map(({ code }) => code)).toEqual(['firms']);
    expect(takingPart(past(opened) ?? initialPastYears()).map(({ label }) => label)).toEqual(['2022年']);
    const { choices, reading } = asked?.open?.questions[0]?.answers[0] ?? { choices: new Map() };
    await opened.commands.pastWork.run({
      kind: 'answer',
      id: asked?.id ?? '',
      choices,
      ...(reading ? { reading } : {}),
    });
    expect(ofFile()?.open).toBeUndefined();
    expect(ofFile()?.year).toBe(2021);
    expect(takingPart(past(opened) ?? initialPastYears())).toHaveLength(2);
  });

  it('that the open ledger has itself, by rows or by columns of their own, are taken from its own sheet', async () => {
    const byRows = [
      ['年份', ...COUNTY_HEADERS],
      ...[0, 1, 2].flatMap((at) => (COUNTY.ledgers[at]?.cells ?? []).map((line) => [2021 + at, ...line])),
    ];
    const taxAt = COUNTY_HEADERS.indexOf('税收（万元）');
    const last = COUNTY.ledgers[2]?.cells ?? [];
    const before = new Map((COUNTY.ledgers[1]?.cells ?? []).map((line) => [line[2], line[taxAt]]));
    const byColumns = [
      COUNTY_HEADERS.flatMap((name, at) => (at === taxAt ? ['2022年税收（万元）', '2023年税收（万元）'] : [name])),
      ...last.map((line) => line.flatMap((cell, at) => (at === taxAt ? [before.get(line[2]) ?? '', cell] : [cell]))),
    ];
    for (const [cells, years] of [
      [byRows, [2021, 2022]],
      [byColumns, [2022]],
    ] as const) {
      const opened = await openPane([{ name: '台账', cells: padded(cells) }], { simulator: simulateHere, draws });
      await opened.commands.pastWork.run({ kind: 'otherYears' });
      expect(past(opened)?.notes).toEqual([]);
      expect(
        past(opened)
          ?.ledgers.map(({ year }) => year)
          .toSorted(),
      ).toEqual(years);
      expect(past(opened)?.ledgers.every(({ rows, open }) => rows > 90 && !open)).toBe(true);
      expect(yearsLack(opened.state())).toBeUndefined();
      await opened.commands.pastWork.run({ kind: 'learn' });
      const told = past(opened)?.study;
      expect(told?.years).toEqual([...years, 2023]);
      expect(told?.figures.find(({ figure }) => figure === 'taxGrowth')?.state).toBe('learnt');
    }
  });

  it('a sheet that we wrote is no earlier ledger, and the Word report says what came of the look back', async () => {
    const handed: Uint8Array[] = [];
    const opened = await openPane([{ name: '台账', cells: padded(titled(2023, cellsOf(2))) }], {
      ...{ simulator: simulateHere, draws, download: (bytes) => void handed.push(bytes) },
    });
    await opened.commands.choosePolicy.run('shengzhou-2021');
    const files = [file('2021.xlsx', cellsOf(0)), file('2022.xlsx', cellsOf(1))];
    await opened.commands.pastWork.run({ kind: 'open', files });
    await opened.commands.pastWork.run({ kind: 'learn' });
    await opened.commands.pastYears.run({ kind: 'adopt', figures: ['taxGrowth', 'landPrice'] });
    await opened.commands.pastWork.run({ kind: 'lookBack' });
    await opened.commands.writeHindsight.run();
    const ours = (await opened.port.sheets()).find(({ name }) => name === '推演回看');
    await opened.commands.pastWork.run({ kind: 'sheet', id: ours?.id ?? '' });
    expect(past(opened)?.notes).toEqual([{ kind: 'made', file: '推演回看' }]);
    expect(past(opened)?.ledgers).toHaveLength(2);
    await opened.commands.pastYears.run({ kind: 'widen', on: true });
    await opened.commands.setScenario.run({ draws: 500 });
    await opened.commands.startProjection.run();
    await opened.commands.makeBrief.run({ kind: 'scenario', headline: '结论' });
    const xml = strFromU8(unzipSync(handed[0] ?? new Uint8Array())['word/document.xml'] ?? new Uint8Array());
    const text = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, own = '']) => own).join('');
    const spread = opened.state().simulation.scenario.spread;
    expect(text).toMatch(/存量企业税收年增长[^。]*取自本县历年台账，例数和来源见测算表“假设与来源”。/);
    expect(text).toContain(`回看 ${String(spread?.n)} 个数，有 ${String(spread?.inside)} 个落在九成范围内。`);
  });
});
