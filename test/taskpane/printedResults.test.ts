import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { NewSheet } from '../../src/sheet/sheet';
import { sheetsToFile } from '../../src/package/sheetsToFile';
import { planSavedResults } from '../../src/taskpane/plans/simulation/planSavedResults';
import { projectionSheet } from '../../src/taskpane/plans/simulation/projectionSheet';
import { yearPlanModels } from '../../src/taskpane/plans/targets/yearModels';
import { targetInputOf } from '../../src/taskpane/plans/targets/targetInputOf';
import { createSimulateClient, PATIENCE } from '../../src/worker/client';
import { createDrawPool } from '../../src/worker/drawPool';
import { convert } from '../package/support/libreOffice';
import { cutTexts } from '../package/support/pdfClips';
import { pdfPages } from '../package/support/pdfPages';
import { SHENGYUE } from '../support/fixtureSheet';
import { startOddWorker } from '../worker/support/startOddWorker';
import { fixtureSheets, openPane, type OpenedPane } from './support/openPane';
import { printed, sheetOf } from './support/printedSheet';

const simulator = createSimulateClient({ start: startOddWorker });
const draws = createDrawPool({ start: startOddWorker, workers: 1, patience: PATIENCE });
afterAll(() => {
  simulator.close();
  draws.close();
});
/** No sheet prints smaller. */
const LEAST = 0.6;
/** Where the files are left, to be looked at. */
const KEPT = fileURLToPath(new URL('../../test-results/print/', import.meta.url));
mkdirSync(KEPT, { recursive: true });

async function judged(): Promise<OpenedPane> {
  const pane = await openPane(fixtureSheets(SHENGYUE), { simulator, draws });
  await pane.commands.choosePolicy.run('shengzhou-2021');
  await pane.commands.setAsOf.run('2023-06-30');
  return pane;
}

async function projectedSheets(): Promise<[string, NewSheet][]> {
  const pane = await judged();
  const { fund } = pane.state().simulation.scenario;
  await pane.commands.setScenario.run({ draws: 500, fund: { ...fund, on: true } });
  await pane.commands.startProjection.run();
  const { source, understanding, simulation } = pane.state();
  const assessment = understanding?.assessment;
  const { projection } = simulation;
  if (!source || !assessment || !projection) throw new Error('nothing projected');
  const { scenario } = projection;
  const saved = {
    ...{ name: '方案一', scenario, headline: '到 2033 年……', ledgerHash: '0', policyId: 'shengzhou-2021' },
    ...{ seed: 1, draws: 500, version: '0.1.0', savedAt: '2024-06-30 15:20' },
  };
  const plan = planSavedResults({ projection, saved, source }, {});
  const [grounds] = plan.more ?? [];
  return [
    ['推演结果', projectionSheet({ source, assessment, projection, headline: '到 2033 年末……' })],
    ['方案结果', sheetOf(plan)],
    ...(grounds ? [['方案依据', sheetOf(grounds)] as [string, NewSheet]] : []),
  ];
}

async function yearSheets(): Promise<[string, NewSheet][]> {
  const pane = await judged();
  await pane.commands.planYears.run();
  const { plan } = pane.state().targets.years;
  await pane.commands.split.run();
  const input = targetInputOf(pane.state(), { thisYear: 2024, version: 1, issued: false });
  if (!plan || !input) throw new Error('nothing planned');
  const [years, parcels] = yearPlanModels(input, plan);
  // Alone in its file, without the base that its formulas count.
  const alone = ({ blocks, ...model }: NewSheet) => ({
    ...model,
    blocks: blocks.map(({ formulas: _, ...own }) => own),
  });
  return [
    ['推进计划', alone(years)],
    ['分年地块', alone(parcels)],
  ];
}

describe('results, plans and copies printed by LibreOffice', () => {
  it.each([
    ['推演结果, 方案结果, 方案依据', projectedSheets],
    ['推进计划, 分年地块', yearSheets],
  ] as const)(
    '%s: at 60 % or more, every page numbered, nothing cut',
    async (_, make) => {
      for (const [name, sheet] of await make()) {
        const { pages, scale, cut } = printed(sheet);
        writeFileSync(`${KEPT}${name}.xlsx`, sheetsToFile([sheet]));
        process.stdout.write(
          `${name}: ${String(Math.round(scale * 100))} %, ${String(pages.length)} pages, ${String(cut.length)} texts cut\n`,
        );
        const words = pages.map((page) => page.map(({ text }) => text).join(' '));
        expect([name, cut]).toEqual([name, []]);
        expect(scale).toBeGreaterThanOrEqual(LEAST - 0.02);
        expect(words.filter((text) => text.includes('###'))).toEqual([]);
        expect(words.filter((text) => !/第 ?\d+ ?页/.test(text))).toEqual([]);
      }
    },
    240_000,
  );

  it('copies: no text cut, nothing too wide for its cell', async () => {
    const pane = await judged();
    await pane.commands.checkLeaving.run();
    await pane.commands.makeCopies.run();
    const [copy] = pane.state().share.made?.files ?? [];
    if (!copy) throw new Error('no copy');
    writeFileSync(`${KEPT}副本.xlsx`, copy.bytes);
    const pdf = convert(copy.bytes, 'pdf:calc_pdf_Export').get('book.pdf');
    const pages = pdfPages(pdf);
    process.stdout.write(`副本 ${copy.name}: ${String(pages.length)} pages\n`);
    expect(pages.filter((text) => text.includes('###'))).toEqual([]);
    expect(cutTexts(pdf).flat()).toEqual([]);
  }, 240_000);
});
