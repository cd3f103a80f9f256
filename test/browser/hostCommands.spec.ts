import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { WRITING } from '../support/failing/writingCommands';
import type { BrokenCommand, CommandPage, Measured, Refusals } from './hosts/commandPage';
import { askedHosts, HOSTS, RESULTS, resultsOf } from './hosts/hosts';
import { openCommandPage, type OpenPort } from './port/openPortPage';

type WithPage = typeof globalThis & { readonly commandPage: CommandPage };

const isAll = process.env['MUJUN_HOSTS'] !== undefined;
/** Without `npm run hosts`, some commands, and every tenth of their requests. */
const EVERY = Number(process.env['MUJUN_EVERY'] ?? (isAll ? 1 : 10));
const SAMPLE = [
  'writeResults',
  'writeCleanLedger',
  'undoWrite, of sheets with names',
  'applyMerge',
  'restoreFunctions',
  'readPolicySheets, of a whole policy that the workbook alone has',
];
const names = WRITING.map(({ name }) => name).filter((name) => isAll || SAMPLE.includes(name));

/**
 * Calls that empty Excel's undo list by what a command is for: sheets that are taken away, protected or hidden, choices that
 * are kept; and the question for merged cells, on a sheet that an earlier command has made and that is read for the first time.
 */
const ALLOWED = new Set([
  ...['SettingCollection.Add', 'Setting.Delete', 'Worksheet.Delete', 'Worksheet.Visibility'],
  ...['WorksheetProtection.Protect', 'Range.GetMergedAreasOrNullObject'],
]);

describe.each(askedHosts())('the pane’s commands on a host $query', (host) => {
  let open: OpenPort;
  const results: Record<string, { readonly plain: Measured; readonly broken?: BrokenCommand }> = {};
  const measure = (name: string) =>
    open.pane.evaluate((command) => (globalThis as WithPage).commandPage.measure(command), name);
  const breaks = (name: string, refusals: Refusals) =>
    open.pane.evaluate(([command, how]) => (globalThis as WithPage).commandPage.breakCommand(command, how), [
      name,
      refusals,
    ] as const);

  beforeAll(async () => {
    open = await openCommandPage(`${inject('url')}/${host.query}`);
  });
  afterAll(() => open.close());
  const save = () => {
    mkdirSync(RESULTS, { recursive: true });
    writeFileSync(resultsOf(host), JSON.stringify(results, null, 1));
  };

  it('ask for merged cells once a sheet at the first reading; 更新, 先看要发出什么 and a click leave the undo list alone', async () => {
    const first = await measure('读取');
    results['读取'] = { plain: first };
    // The workbook has two sheets.
    expect(first.undoCleared).toEqual(Array.from({ length: 2 }, () => 'Range.GetMergedAreasOrNullObject'));
    expect(first.requests).toBeLessThanOrEqual(28);
    for (const [name, most] of [
      ['更新', 10],
      ['先看要发出什么', 8],
      ['选中一格', 0],
    ] as const) {
      const plain = await measure(name);
      results[name] = { plain };
      expect([name, plain.undoCleared, plain.requests <= most]).toEqual([name, [], true]);
    }
  });

  it('读取: is told wherever it breaks off, and the pane follows the workbook once it is read all the same', async () => {
    const every = isAll ? EVERY : 16;
    const broken = await breaks('读取', { codes: [host.code], every, first: 1 + (HOSTS.indexOf(host) % every) });
    results['读取'] = { plain: results['读取']?.plain ?? (await measure('读取')), broken };
    if (isAll) save();
    expect(broken.wrong).toEqual([]);
    expect(broken.injected).toBeGreaterThan(1);
  }, 1_200_000);

  it.each(names)(
    '%s: is done, or breaks off at any request as it says',
    async (name) => {
      const plain = await measure(name);
      results[name] = { plain };
      expect(plain.undoCleared.filter((call) => !ALLOWED.has(call))).toEqual([]);
      // It does write where nothing is refused, unless this host has no such thing; the rest would prove nothing.
      expect([plain.said, plain.changed.length > 0 || plain.requests === 0]).toEqual([plain.said, true]);
      // Where some are left out, other ones on each host.
      const first = 1 + (HOSTS.indexOf(host) % Math.max(1, Math.min(EVERY, plain.requests)));
      const broken = await breaks(name, { codes: [host.code], every: EVERY, first });
      results[name] = { plain, broken };
      if (isAll) save();
      expect(broken.wrong).toEqual([]);
      expect(broken.asBefore + broken.inPart + broken.done).toBe(broken.injected);
      // A command that asks nothing of this host could not fail on it.
      expect(broken.injected > 0 || plain.requests === 0).toBe(true);
    },
    1_200_000,
  );
});
