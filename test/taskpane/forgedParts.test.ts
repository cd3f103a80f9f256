import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { formulaHazard } from '../../src/engine/share/formulaHazards';
import { ownFormula } from '../../src/engine/share/ownFormula';
import { FUNCTIONS } from '../../src/functions/all';
import { leverLine } from '../../src/taskpane/levers/all';
import { policiesOfXml } from '../../src/taskpane/model/policy/keptPolicies';
import { READING_KEY, readReading } from '../../src/taskpane/model/reading/book';
import { readRules, RULES_KEY } from '../../src/taskpane/model/reading/entityRules';
import { recordOfXml, SENT_NAMESPACE } from '../../src/taskpane/model/share/recordXml';
import { readSaved, SCENARIOS_NAMESPACE } from '../../src/taskpane/model/simulation/savedScenarios';
import { REPLACED_NAMESPACE, replacementsOfXml } from '../../src/taskpane/plans/share/plainCopy/replacement';
import { POLICIES_NAMESPACE } from '../../src/taskpane/state/ownPolicies';
import { readXmlPart, xmlPart } from '../../src/taskpane/state/xmlPart';
import { packErrorText } from '../../src/text/packErrors';
import { namespaceOf, readSettings } from '../../src/workbook/settingsXml';
import { createSimulateClient, PATIENCE } from '../../src/worker/client';
import { createDrawPool } from '../../src/worker/drawPool';
import { copies, file, plainRecord, policyFile, returned, saved, BOOK } from '../support/failing/beforeCommands';
import { keepBook, printOf } from '../support/failing/bookState';
import { differences, said } from '../support/failing/untold';
import { forgedJson } from '../support/forged/forgery';
import { createMemoryPort, type MemoryPort } from '../workbook/memoryPort';
import { startOddWorker } from '../worker/support/startOddWorker';
import { withPerson } from './support/person';
import { paneOver, type OpenedPane } from './support/openPane';

const simulator = createSimulateClient({ start: startOddWorker });
const draws = createDrawPool({ start: startOddWorker, workers: 1, patience: PATIENCE });
const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
afterAll(() => {
  simulator.close();
  draws.close();
  logged.mockRestore();
});

/** A part or a setting of a workbook that the pane reads back: what stands there, and how somebody puts something else there. */
interface Door {
  readonly name: string;
  readonly genuine: unknown;
  readonly put: (port: MemoryPort, value: unknown) => void;
}

const functions = FUNCTIONS.map(({ name }) => name);
let port: MemoryPort;
let putBack: () => void;
let copy: Uint8Array;
let doors: readonly Door[];

/** Everything that the pane keeps in a workbook, kept in one. */
beforeAll(async () => {
  port = createMemoryPort({ sheets: BOOK });
  const pane = paneOver(port, simulator, draws, () => undefined);
  const person = withPerson(pane);
  const { commands } = pane;
  await commands.open.run();
  await commands.choosePolicy.run('shengzhou-2021');
  await commands.loadPolicy.run(policyFile());
  await commands.setRules.run({ by: 'name' } as never);
  await commands.answer.run(new Map([[8, { field: 'remark' }]]));
  await commands.setAside.run(3);
  await saved(person);
  await commands.writeCleanLedger.run();
  copy = returned(await copies(person));
  await plainRecord(person);
  const parts = { scenarios: SCENARIOS_NAMESPACE, policies: POLICIES_NAMESPACE, replaced: REPLACED_NAMESPACE };
  const { settings, customXml } = port.book;
  putBack = keepBook(port.book);
  doors = [
    ...Object.entries(parts).map(([element, namespace]) => ({
      name: element,
      genuine: readXmlPart(element, customXml.get(namespace) ?? ''),
      put: ({ book }: MemoryPort, value: unknown) =>
        void book.customXml.set(namespace, xmlPart(element, namespace, value)),
    })),
    {
      name: 'sent',
      genuine: recordOfXml(customXml.get(SENT_NAMESPACE) ?? ''),
      put: ({ book }, value) => void book.customXml.set(SENT_NAMESPACE, xmlPart('sent', SENT_NAMESPACE, value)),
    },
    ...[...settings].map(([key, text]) => ({
      name: key,
      genuine: JSON.parse(text) as unknown,
      put: ({ book }: MemoryPort, value: unknown) => void book.settings.set(key, JSON.stringify(value)),
    })),
  ];
}, 60_000);

/** What a later session does with a workbook that somebody has written to, and which of it may change the sheets that are there. */
const ACTS: readonly (readonly [name: string, run: (pane: OpenedPane) => Promise<void>, isAsked?: true])[] = [
  ['open', ({ commands }) => commands.open.run()],
  ['choosePolicy', ({ commands }) => commands.choosePolicy.run('shengzhou-2021')],
  ['loadScenarios', ({ commands }) => commands.loadScenarios.run()],
  [
    'takeScenario',
    async ({ commands, state }) => {
      for (const { name } of state().simulation.saved.slice(0, 1)) {
        await commands.takeScenario.run(name);
        await commands.setScenario.run({ draws: 1000 });
        await commands.startProjection.run();
      }
    },
  ],
  ['checkRestore', ({ commands }) => commands.checkRestore.run()],
  ['restoreFunctions', ({ commands }) => commands.restoreFunctions.run(), true],
  ['checkLeaving', ({ commands }) => commands.checkLeaving.run()],
  ['collect', ({ commands }) => commands.collect.run([file('交回.xlsx', copy)])],
  ['applyMergeRest', ({ commands }) => commands.applyMergeRest.run(), true],
  ['makeCopies', ({ commands }) => commands.makeCopies.run()],
  ['readPolicySheets', ({ commands }) => commands.readPolicySheets.run()],
  ['writeCleanLedger', ({ commands }) => commands.writeCleanLedger.run(), true],
  ['writeResults', ({ commands }) => commands.writeResults.run(), true],
];

/** Formulas on any sheet that are none of those that stood there and none of ours. */
function foreignFormulas(before: ReadonlySet<string>): string[] {
  const held = port.book.sheets.flatMap(({ cells }) => [...cells.values()].flatMap(({ formula }) => formula ?? []));
  return held.filter((formula) => !before.has(formula) && formulaHazard(formula) !== undefined);
}

/** What a session over the workbook does that it must not, act by act. */
async function wrongs(): Promise<string[]> {
  const before = new Set(
    port.book.sheets.flatMap(({ cells }) => [...cells.values()].flatMap(({ formula }) => formula ?? [])),
  );
  const pane = paneOver(port, simulator, draws, () => undefined);
  const found: string[] = [];
  for (const [name, run, isAsked] of ACTS) {
    const print = printOf(port.book);
    const { entering = [] } = pane.state().share.restore ?? {};
    if (entering.some(({ formula }) => ownFormula(formula, functions) === undefined))
      found.push(`${name}: offers a foreign formula`);
    logged.mockClear();
    await run(pane);
    const { message } = pane.state();
    const sentence = said(message);
    if (message?.code === 'unexpected')
      found.push(`${name}: ${sentence} ${String((logged.mock.calls[0]?.[0] as Error | undefined)?.stack)}`);
    if (sentence !== '' && (!/\p{sc=Han}/u.test(sentence) || /undefined|NaN|\[object|__proto__/.test(sentence)))
      found.push(`${name}: says ${sentence}`);
    const changed = differences(print, printOf(port.book)).filter(({ kind }) => kind === 'sheets' || kind === 'names');
    if (!isAsked && changed.length > 0) found.push(`${name}: changed ${changed.map((one) => one.name).join()} unasked`);
    found.push(...foreignFormulas(before).map((formula) => `${name}: wrote ${formula}`));
  }
  return 'polluted' in {} ? [...found, 'polluted'] : found;
}

describe('parts of a workbook that anybody may have written', () => {
  it('nothing is wrong with what we wrote', async () => {
    expect(doors.map(({ name, genuine }) => [name, genuine === undefined])).toEqual(
      doors.map(({ name }) => [name, false]),
    );
    putBack();
    expect(await wrongs()).toEqual([]);
  }, 60_000);

  it('every reader takes whatever stands there, and gives only what can be shown', () => {
    const readers: Readonly<Record<string, (value: unknown) => unknown>> = {
      scenarios: (value) =>
        readSaved(value).map(({ scenario, ...rest }) => [leverLine(scenario), ...Object.values(rest).map(String)]),
      replaced: (value) => replacementsOfXml(xmlPart('replaced', REPLACED_NAMESPACE, value)),
      sent: (value) => recordOfXml(xmlPart('sent', SENT_NAMESPACE, value)),
      policies: (value) => policiesOfXml(xmlPart('policies', POLICIES_NAMESPACE, value)).broken.map(packErrorText),
      [READING_KEY]: readReading,
      [RULES_KEY]: readRules,
    };
    const known = doors.filter(({ name }) => readers[name]);
    expect(known.map(({ name }) => name).toSorted()).toEqual(Object.keys(readers).toSorted());
    for (const { name, genuine } of known) {
      fc.assert(
        fc.property(forgedJson(genuine), (value) => {
          const read = readers[name]?.(value);
          if (name === 'scenarios') expect(JSON.stringify(read)).not.toMatch(/undefined|NaN|\[object/);
        }),
        { numRuns: name === 'policies' ? 60 : 400 },
      );
    }
  }, 60_000);

  it('settings of any text are read, whatever their signs stand for', () => {
    const pieces = [
      '<setting key="',
      '">',
      '</setting>',
      '&#99999999999;',
      '&#x110000;',
      '&#xD800;',
      '&constructor;',
      '&amp;',
      '1',
      '"',
    ];
    const xml = fc
      .array(fc.constantFrom(...pieces, '<settings xmlns="urn:mujun:workbench-settings">'))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(xml, (text) => {
        for (const [key] of readSettings(text)) expect(typeof key).toBe('string');
        expect(namespaceOf(text)).toMatch(/^[^<]*$/);
      }),
      {
        numRuns: 2_000,
        examples: [['<setting key="&#99999999999;">1</setting>'], ['<setting key="&constructor;">1</setting>']],
      },
    );
    expect([...readSettings('<setting key="&#99999999999;&constructor;&#x4E2D;">1</setting>').keys()]).toEqual([
      '&#99999999999;&constructor;中',
    ]);
  });

  it('whatever stands in one of them, nothing breaks, nothing is changed unasked and no formula from outside is written', async () => {
    const forged = fc.nat().chain((at) => {
      const door = doors[at % doors.length];
      return forgedJson(door?.genuine).map((value) => ({ door: door?.name, value, put: door?.put }));
    });
    await fc.assert(
      fc.asyncProperty(forged, async ({ put, value }) => {
        putBack();
        put?.(port, value);
        expect(await wrongs()).toEqual([]);
      }),
      { numRuns: 24 },
    );
  }, 600_000);
});
