import { assumptionValues } from '../../engine/simulate/index';
import type { Figure } from '../../engine/years/index';
import { changeSimulation } from '../commands/changeSimulation';
import type { PaneContext } from '../commands/context';
import { inSlices } from '../commands/inSlices';
import { contentsAgain, readingOf } from '../commands/readLedger';
import { withLearnt } from '../model/pastYears/grounds';
import { otherYears } from '../model/pastYears/otherYears';
import { pastLedgersSteps, type PastGiven } from '../model/pastYears/pastLedger';
import type { ReadingChoice } from '../model/reading/book';
import type { Choices } from '../model/reading/mapping';
import { isOwnSheet } from '../model/reading/ownSheet';
import { ledgerTitle } from '../model/reading/whereCellsStand';
import { fileSheets } from '../model/share/fileSource';
import { initialPastYears, type HindsightChoice, type PastNote, type PastYears } from '../state/pastYears';
import type { ChosenFile } from '../state/shareState';
import type { SheetContents } from '../../workbook/port';
import { openChosen } from './openChosen';
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
  | { readonly kind: 'otherYears' }
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
  set(context, { choice });
}

/** Does what takes its time. */
export async function workOnYears(context: PaneContext, work: PastWork): Promise<void> {
  switch (work.kind) {
    case 'open':
      return openFiles(context, work.files);
    case 'sheet':
      return openSheet(context, work.id);
    case 'otherYears':
      return openOtherYears(context);
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

/** Changes what takes nothing from what came of the ledgers. */
function set(context: PaneContext, part: Partial<PastYears>): void {
  changeSimulation(context, ({ pastYears = initialPastYears(), ...rest }) => ({
    ...rest,
    pastYears: { ...pastYears, ...part },
  }));
}

/** Takes the ledgers of chosen files; one that cannot be read is told and takes nothing from the others. */
async function openFiles(context: PaneContext, files: readonly ChosenFile[]): Promise<void> {
  const notes: PastNote[] = [];
  const unreadable = await openChosen(context, files, async (label, model) => {
    const { others, made } = fileSheets(label, model);
    const note = (await take(context, given(label, others))) && (await take(context, given(label, made)));
    if (note) notes.push(note);
  });
  if (unreadable === 'stopped') notes.push({ kind: 'stopped' });
  else notes.push(...unreadable.map(({ label, why }) => ({ kind: 'unreadable', file: label, detail: why }) as const));
  set(context, { notes });
}

const given = (label: string, sheets: readonly SheetContents[]): PastGiven => ({
  ...{ label, sheets, said: {}, choices: new Map() },
});

/** Takes a sheet of the workbook itself, unless we made it. */
async function openSheet(context: PaneContext, id: string): Promise<void> {
  const contents = await context.port.read(id);
  const label = contents?.sheet.name ?? context.store.get().sheets.find((sheet) => sheet.id === id)?.name ?? '';
  const note: PastNote | undefined =
    contents && isOwnSheet(contents)
      ? { kind: 'made', file: label }
      : await take(context, given(label, contents ? [contents] : []));
  set(context, { notes: note ? [note] : [] });
}

/** Takes the other years that the open ledger itself has, as its sheets are now. */
async function openOtherYears(context: PaneContext): Promise<void> {
  const { source, understanding, choices } = context.store.get();
  if (!source || !understanding) return;
  const sheets = await contentsAgain(context, source);
  if (sheets === 'stopped') return;
  const notes: PastNote[] = [];
  for (const other of otherYears(source, understanding.mapping.headers, choices)) {
    const said = { ...readingOf(source), ...other.said };
    const note = await take(context, { ...other, label: ledgerTitle(source), sheets, said });
    if (note) notes.push(note);
  }
  set(context, { notes });
}

/** Reads sheets as any ledger is read and keeps what was read, in the place of what was read of them before. */
async function take(context: PaneContext, asked: PastGiven, instead?: string): Promise<PastNote | undefined> {
  const read = await inSlices(context, pastLedgersSteps(asked));
  if (read === 'stopped') return { kind: 'stopped' };
  if (read.length === 0) return { kind: 'noLedger', file: asked.label };
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
  const again = { label, sheets: open.sheets, said: { ...open.said, ...reading }, choices: merged };
  await take(context, { ...again, ...(asked.year === undefined ? {} : { year: asked.year }) }, id);
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
