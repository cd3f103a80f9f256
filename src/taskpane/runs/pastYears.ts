import { assumptionValues } from '../../engine/simulate/index';
import type { Figure } from '../../engine/years/index';
import { openPackage } from '../../package/openPackage';
import { PackageError } from '../../package/packageError';
import { packageMessage } from '../../text/package';
import { changeSimulation } from '../commands/changeSimulation';
import { report, type PaneContext } from '../commands/context';
import { inSlices } from '../commands/inSlices';
import { withLearnt } from '../model/pastYears/grounds';
import { pastLedgersSteps, type PastGiven } from '../model/pastYears/pastLedger';
import type { ReadingChoice } from '../model/reading/book';
import type { Choices } from '../model/reading/mapping';
import { fileSheets } from '../model/share/fileSource';
import { initialPastYears, type HindsightChoice, type PastNote, type PastYears } from '../state/pastYears';
import type { ChosenFile } from '../state/shareState';
import { previewSoon } from './projections';
import { learnFromYears, lookBackOnYears } from './yearsAsked';

/** What is done at once. */
export type PastAct =
  | { readonly kind: 'year'; readonly id: string; readonly year: number }
  | { readonly kind: 'ownYear'; readonly year: number }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'adopt'; readonly figures: readonly Figure[] }
  | { readonly kind: 'choice'; readonly choice: HindsightChoice }
  | { readonly kind: 'widen'; readonly on: boolean };

/** What takes its time. */
export type PastWork =
  | { readonly kind: 'open'; readonly files: readonly ChosenFile[] }
  | { readonly kind: 'sheet'; readonly id: string }
  | { readonly kind: 'answer'; readonly id: string; readonly choices: Choices; readonly reading?: ReadingChoice }
  | { readonly kind: 'learn' }
  | { readonly kind: 'lookBack' };

/** Does what is done at once. */
export function actOnYears(context: PaneContext, act: PastAct): void {
  if (act.kind === 'adopt') adopt(context, act.figures);
  else if (act.kind === 'widen') widen(context, act.on);
  else if (act.kind === 'choice') choose(context, act.choice);
  else change(context, (past) => withGiven(past, act));
}

type GivenAct = Extract<PastAct, { kind: 'year' | 'ownYear' | 'remove' }>;

function withGiven(past: PastYears, act: GivenAct): PastYears {
  const { ledgers } = past;
  if (act.kind === 'ownYear') return { ...past, ownYear: act.year };
  if (act.kind === 'remove') return { ...past, ledgers: ledgers.filter(({ id }) => id !== act.id) };
  return { ...past, ledgers: ledgers.map((one) => (one.id === act.id ? { ...one, year: act.year } : one)) };
}

/** Chooses what earlier ledgers are run forward with; what came of them before stands until they are run again. */
function choose(context: PaneContext, choice: HindsightChoice): void {
  changeSimulation(context, ({ pastYears = initialPastYears(), ...rest }) => ({
    ...rest,
    pastYears: { ...pastYears, choice },
  }));
}

/** Does what takes its time. */
export async function workOnYears(context: PaneContext, work: PastWork): Promise<void> {
  switch (work.kind) {
    case 'open':
      return openFiles(context, work.files);
    case 'sheet':
      return openSheet(context, work.id);
    case 'answer':
      return answer(context, work);
    case 'learn':
      return learnFromYears(context);
    case 'lookBack':
      return lookBackOnYears(context);
  }
}

/** Changes which years are learnt from: what came of others before is gone. */
function change(context: PaneContext, next: (past: PastYears) => PastYears): void {
  changeSimulation(context, ({ pastYears = initialPastYears(), ...rest }) => {
    const { study: _study, hindsight: _hindsight, of: _of, ...past } = pastYears;
    return { ...rest, pastYears: next(past) };
  });
}

/** Opens files one after another; one that cannot be read is told and takes nothing from the others. */
async function openFiles(context: PaneContext, files: readonly ChosenFile[]): Promise<void> {
  const notes: PastNote[] = [];
  for (const [index, { name, bytes }] of files.entries()) {
    report(context, index, files.length);
    try {
      const { model } = openPackage(await bytes(), {}, context.files.addinFunctions);
      const { others, made } = fileSheets(name, model);
      const note =
        (await take(context, { label: name, sheets: others, said: {}, choices: new Map() })) &&
        (await take(context, { label: name, sheets: made, said: {}, choices: new Map() }));
      if (note) notes.push(note);
    } catch (error) {
      if (!(error instanceof PackageError)) throw error;
      notes.push({ kind: 'unreadable', file: name, detail: packageMessage(error, context.files.language) });
    }
  }
  change(context, (past) => ({ ...past, notes }));
}

/** Takes a sheet of the workbook itself. */
async function openSheet(context: PaneContext, id: string): Promise<void> {
  const contents = await context.port.read(id);
  const label = contents?.sheet.name ?? context.store.get().sheets.find((sheet) => sheet.id === id)?.name ?? '';
  const sheets = contents ? [contents] : [];
  const note = await take(context, { label, sheets, said: {}, choices: new Map() });
  change(context, (past) => ({ ...past, notes: note ? [note] : [] }));
}

/** Reads sheets as any ledger is read and keeps what was read, in the place of what was read of them before. */
async function take(context: PaneContext, given: PastGiven, instead?: string): Promise<PastNote | undefined> {
  const read = await inSlices(context, pastLedgersSteps(given));
  if (read === 'stopped') return { kind: 'stopped' };
  if (read.length === 0) return { kind: 'noLedger', file: given.label };
  const ids = new Set(read.map(({ id }) => id));
  change(context, (past) => ({
    ...past,
    ledgers: [...past.ledgers.filter(({ id }) => id !== instead && !ids.has(id)), ...read],
  }));
  return undefined;
}

/** A person's word on what is asked of an earlier ledger: it is read again with it. */
async function answer(
  context: PaneContext,
  { id, choices, reading = {} }: Extract<PastWork, { kind: 'answer' }>,
): Promise<void> {
  const asked = context.store.get().simulation.pastYears?.ledgers.find((ledger) => ledger.id === id);
  if (!asked?.open) return;
  const { label, open } = asked;
  const merged = new Map(open.choices);
  for (const [column, choice] of choices) merged.set(column, { ...merged.get(column), ...choice });
  const given = { label, sheets: open.sheets, said: { ...open.said, ...reading }, choices: merged };
  await take(context, { ...given, ...(asked.year === undefined ? {} : { year: asked.year }) }, id);
}

/** Has fans shown as wide as look-backs ask, or no wider than the model's own. */
function widen(context: PaneContext, on: boolean): void {
  changeSimulation(context, (simulation) => {
    const { spread: _spread, ...scenario } = simulation.scenario;
    const outcome = simulation.pastYears?.hindsight?.outcome;
    if (!on || !outcome) return { ...simulation, scenario };
    const { spread, own, yearly } = outcome;
    return { ...simulation, scenario: { ...scenario, spread: { ...spread, own, yearly } } };
  });
}

/** Puts what was learnt into the assumptions of the scenario, each with its ground. */
function adopt(context: PaneContext, chosen: readonly Figure[]): void {
  changeSimulation(context, (simulation) => {
    const { scenario, pastYears } = simulation;
    if (!pastYears?.study) return simulation;
    const { horizon } = assumptionValues(scenario.assumptions);
    return { ...simulation, scenario: withLearnt(scenario, pastYears.study, { chosen, horizon }) };
  });
  void previewSoon(context);
}
