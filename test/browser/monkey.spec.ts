import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPackage } from '../../src/package/openPackage';
import { areaName } from '../../src/sheet/address';
import { sheetsToFile } from '../../src/package/sheetsToFile';
import { sampleLedger } from '../support/sample/sampleLedger';
import { seededRandom } from '../support/sample/seededRandom';
import { paneText } from '../../src/text/pane';
import '../../src/text/laterWords';
import type { Cell } from '../../src/engine/ledger/index';
import { seedOf } from '../support/seeds';
import { actOnce } from './support/monkey';
import { openWorkbench, type OpenWorkbench, type WithWorkbench } from './support/openWorkbench';

/** A few in every run of the tests, a session of hundreds in `npm run soak`. */
const ACTS = Number(process.env['MUJUN_ACTS'] ?? 20);
const SEED = seedOf(17);
const [SHEET, ROWS] = ['台账', 60];

const t = paneText('zh-CN');
/** What a person presses to have cells of the ledger changed: only then may they change. */
const CHANGING = (
  ['applyFixes', 'applyMerge', 'applyMergeRest', 'repairFormulas', 'restoreFunctions', 'undoWrite'] as const
).map((code) => t(code));

/** A ledger of the sample county as the only sheet of a file. */
function ledgerFile(): Uint8Array {
  const { headers, rows } = sampleLedger({ rows: ROWS, seed: 4 });
  const values = [...headers, ...rows].map((row) => row.map((cell) => cell ?? ''));
  return sheetsToFile([{ name: SHEET, freezeRows: headers.length, blocks: [{ row: 0, column: 0, values }] }]);
}

describe('a session of whatever comes to hand', () => {
  let bench: OpenWorkbench;
  let area = 'A1:A1';
  const cells = () => bench.values(SHEET, area);
  const saved = async () =>
    Uint8Array.from(await bench.page.evaluate(() => [...((globalThis as WithWorkbench).workbench?.save() ?? [])]));
  /** Until nothing is being computed or written. */
  const quiet = async () => {
    await bench.settled();
    await bench.pane.getByRole('button', { name: '停止', exact: true }).waitFor({ state: 'detached', timeout: 60_000 });
    await bench.settled();
  };
  /** JavaScript's memory of the page and the pane, garbage collected first. */
  const memory = async () => {
    const session = await bench.page.context().newCDPSession(bench.page);
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    await session.detach();
    return usedSize;
  };

  beforeAll(async () => {
    bench = await openWorkbench({ height: 900 });
    bench.page.on('dialog', (dialog) => void dialog.dismiss());
    const bytes = ledgerFile();
    const [sheet] = openPackage(bytes).model.sheets;
    area = areaName({ row: 0, column: 0, rows: sheet?.rows ?? 1, columns: sheet?.columns ?? 1 });
    await bench.openFile('台账.xlsx', bytes);
    await bench.pane
      .getByText(/台账：/)
      .first()
      .waitFor();
  });
  afterAll(() => bench.close());

  it(
    `${String(ACTS)} acts: no cell of the ledger changed unasked, no error, nothing asked of other places, what is saved opens`,
    { timeout: 60_000 + 10_000 * ACTS },
    async () => {
      const chance = seededRandom(SEED);
      const log: string[] = [];
      let before: Cell[][] = await cells();
      let [mayChange, memoryAfter50] = [false, NaN];
      for (let act = 1; act <= ACTS; act++) {
        const { what } = await actOnce(bench.pane, chance, (name) => {
          mayChange = CHANGING.some((words) => name.startsWith(words));
          return Promise.resolve();
        });
        log.push(`${String(act)} ${what}`);
        // Half of the time the next act comes while this one is still at work; what changes the ledger is waited for.
        if (chance() < 0.5 || mayChange) await quiet();
        const said = `seed ${String(SEED)}\n${log.slice(-40).join('\n')}`;
        expect(bench.errors, said).toEqual([]);
        expect(bench.foreign, said).toEqual([]);
        const now = await cells();
        if (!mayChange) expect(now, said).toEqual(before);
        before = now;
        if (act === 50) memoryAfter50 = await memory();
        if (act % 25 !== 0 && act !== ACTS) continue;
        await bench.settled();
        const { model } = openPackage(await saved());
        expect(
          model.sheets.map(({ name }) => name),
          said,
        ).toContain(SHEET);
      }
      if (ACTS > 50) expect((await memory()) / memoryAfter50, 'memory beside that after 50 acts').toBeLessThan(1.5);
      const bytes = await saved();
      await bench.openFile('再开.xlsx', bytes);
      expect(await cells()).toEqual(before);
      expect(bench.errors).toEqual([]);
    },
  );
});
