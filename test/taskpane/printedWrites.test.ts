import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { sheetsToFile } from '../../src/package/sheetsToFile';
import type { NewSheet } from '../../src/sheet/sheet';
import { plannedSheets } from '../../src/workbook/plannedSheets';
import type { SheetPlan, WritePlan } from '../../src/workbook/port';
import { createSimulateClient, PATIENCE } from '../../src/worker/client';
import { createDrawPool } from '../../src/worker/drawPool';
import { BOOK } from '../support/failing/beforeCommands';
import { WRITING } from '../support/failing/writingCommands';
import { createMemoryPort } from '../workbook/memoryPort';
import { startOddWorker } from '../worker/support/startOddWorker';
import { paneOver } from './support/openPane';
import { printed } from './support/printedSheet';
import { withPerson } from './support/person';

const simulator = createSimulateClient({ start: startOddWorker });
const draws = createDrawPool({ start: startOddWorker, workers: 1, patience: PATIENCE });
afterAll(() => {
  simulator.close();
  draws.close();
});
/** Where the files are left, to be looked at. */
const KEPT = fileURLToPath(new URL('../../test-results/print/', import.meta.url));
mkdirSync(KEPT, { recursive: true });

/** No sheet prints smaller. */
const LEAST = 0.58;

/** What was asked of the workbook while every command that writes ran, each over a workbook of its own. */
async function everyWrite(): Promise<readonly WritePlan[]> {
  const plans: WritePlan[] = [];
  for (const { before, run } of WRITING) {
    const memory = createMemoryPort({ sheets: BOOK });
    const write = (plan: WritePlan) => {
      plans.push(plan);
      return memory.write(plan);
    };
    const pane = paneOver({ ...memory, write }, simulator, draws, () => undefined);
    await pane.commands.open.run();
    await pane.commands.choosePolicy.run('shengzhou-2021');
    await before?.(withPerson(pane));
    await run(withPerson(pane));
  }
  return plans;
}

/** The sheet of a plan alone in a file: without formulas, which count other sheets. */
function alone({ sheet, blocks, freezeRows = 0, choices: _, ...features }: SheetPlan): NewSheet {
  const own = blocks.map(({ area, values = [], format }) => ({
    ...{ row: area.row, column: area.column, values },
    ...(format ? { format } : {}),
  }));
  return { ...features, name: 'newName' in sheet ? sheet.newName : '', blocks: own, freezeRows };
}

const kindOf = (name: string) => name.replace(/[（(_].*$|\d+.*$/, '');

describe('every sheet that a command adds, printed by LibreOffice', () => {
  it('is at 60 % or more, every page numbered, nothing cut', async () => {
    const added = (await everyWrite()).flatMap(plannedSheets).filter(({ sheet }) => 'newName' in sheet);
    const seen = new Map(
      added
        .filter(({ hidden }) => hidden !== true)
        .map(alone)
        .map((one) => [kindOf(one.name), one]),
    );
    expect(seen.size).toBeGreaterThan(15);
    const faults: string[] = [];
    for (const [kind, sheet] of seen) {
      const { pages, scale, cut } = printed(sheet);
      writeFileSync(`${KEPT}${kind}.xlsx`, sheetsToFile([sheet]));
      const words = pages.map((page) => page.map(({ text }) => text).join(' '));
      const unnumbered = words.filter((text) => !/第 ?\d+ ?页/.test(text)).length;
      process.stdout.write(`${kind}: ${String(Math.round(scale * 100))} %, ${String(pages.length)} pages\n`);
      if (!(scale >= LEAST)) faults.push(`${kind}: scale ${String(scale)}`);
      if (cut.length > 0) faults.push(`${kind}: cut ${cut.slice(0, 3).join(' | ')}`);
      if (unnumbered > 0) faults.push(`${kind}: ${String(unnumbered)} pages have no number`);
      if (words.some((text) => text.includes('###'))) faults.push(`${kind}: ###`);
    }
    expect(faults).toEqual([]);
  }, 600_000);
});
