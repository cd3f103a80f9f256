import { compareRows, type Difference } from './compareRows';
import type { Offered, OfferedQuestion, OpenReader, Reader } from './offered';
import type { Truth } from './truth';

/**
 * How a workbook was read. `asked`: a question was due, and some answers make it right; `needless`: likewise, but nothing
 * had to be asked; `told`: what differs is told or held back; `dead`: nothing that can be pressed makes it right; `wrong`
 * and `lost`: so, and nothing in the pane says it.
 */
export const OUTCOMES = ['right', 'asked', 'needless', 'told', 'dead', 'wrong', 'lost'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** An outcome with its grounds. */
export interface Judgement {
  readonly outcome: Outcome;
  /** While a question waited, rows that it touches had firm answers. */
  readonly early: boolean;
  /** Nobody could tell without asking. */
  readonly due: boolean;
  /** Patterns that no sentence in the pane matched. */
  readonly untold: readonly string[];
  /** Questions about nothing that this is about (the unit of revenue), or put besides the ones that were due. */
  readonly spare: number;
  readonly questions: readonly OfferedQuestion[];
  /** What was pressed to make it right, as far as there was anything to press. */
  readonly pressed: readonly string[];
  /** Of the first look, or of what is left when all is answered as well as can be. */
  readonly differences: readonly Difference[];
}

/** Fields whose doubt bears on who is judged as what. */
const BEARS = new Set(['taxPaid', 'landArea', 'enterprise', 'creditCode', 'parcelId', 'table', 'year', 'rows']);
/** Most presses tried, and most questions answered one after another. */
const BOUND = { tries: 120, depth: 6 };

/** Opens a workbook, presses what can be pressed, and tells how it was read. */
export async function judge(open: OpenReader, file: Uint8Array, truth: Truth): Promise<Judgement> {
  const first = (await open(file, truth.policy)).offered();
  const found = await search({ open, file, truth }, first);
  const questions = first.questions.filter(({ about }) => BEARS.has(about));
  const due = new Set([...truth.mustAsk, ...truth.mayAsk]);
  const said = first.told.map(({ text }) => text).join('\n');
  return {
    outcome: outcomeOf(found, { first, questions, truth }),
    due: truth.mustAsk.length > 0,
    early: questions.length > 0 && isEarly(first, truth),
    untold: truth.tells.filter((pattern) => !new RegExp(pattern).test(said)),
    spare: first.questions.filter(({ about }) => !due.has(about)).length,
    questions: first.questions,
    pressed: found.path.flatMap(({ id, answer }) => (answer === undefined ? [] : [`${id} = ${answer}`])),
    differences: found.differences,
  };
}

function isEarly(first: Offered, truth: Truth): boolean {
  const isOfAll = first.questions.some(({ about, ofSomeRows }) => BEARS.has(about) && ofSomeRows !== true);
  if (truth.mustAsk.length > 0 && isOfAll) return first.rows.some(({ tier }) => tier !== undefined);
  return silent(compareRows(first, truth)).length > 0;
}

interface Step {
  readonly id: string;
  /** Nothing: the question was left alone. */
  readonly answer?: string;
}

interface Found {
  readonly path: readonly Step[];
  readonly differences: readonly Difference[];
  /** What was asked on all ways. */
  readonly abouts: ReadonlySet<string>;
}

interface Task {
  readonly open: OpenReader;
  readonly file: Uint8Array;
  readonly truth: Truth;
}

/** The first way of answering that makes all right, else the one that leaves the least untold. */
async function search(task: Task, first: Offered): Promise<Found> {
  const waiting: { readonly path: readonly Step[]; readonly offered?: Offered }[] = [{ path: [], offered: first }];
  const abouts = new Set<string>();
  let best: Found | undefined;
  for (let tries = 0; tries < BOUND.tries; tries++) {
    const next = waiting.pop();
    if (!next) break;
    const reader = next.offered ? undefined : await pressed(task, next.path);
    const offered = next.offered ?? (reader as Reader).offered();
    for (const { about } of offered.questions) abouts.add(about);
    const differences = compareRows(offered, task.truth).filter(({ accepted }) => !accepted);
    const found = { path: next.path, differences, abouts };
    if (differences.length === 0) return { ...found, differences: reader ? await forgotten(task, reader) : [] };
    if (!best || weight(differences) < weight(best.differences)) best = found;
    waiting.push(...waysOn(next.path, offered));
  }
  return best ?? { path: [], differences: [], abouts };
}

/** What was answered must hold in a later session too. */
async function forgotten({ truth }: Task, reader: Reader): Promise<Difference[]> {
  return compareRows((await reader.again()).offered(), truth).filter(({ accepted }) => !accepted);
}

const weight = (differences: readonly Difference[]) => silent(differences).length * 1000 + differences.length;

/** The next question that was not met on this way, with each answer, and left alone: the first answer is tried first. */
function waysOn(path: readonly Step[], offered: Offered): { path: readonly Step[]; offered?: Offered }[] {
  const met = new Set(path.map(({ id }) => id));
  const question = offered.questions.find(({ id }) => !met.has(id));
  if (!question || path.length >= BOUND.depth) return [];
  const answers = question.answers.map((answer) => ({ path: [...path, { id: question.id, answer }] }));
  return [{ path: [...path, { id: question.id }], offered }, ...answers.toReversed()];
}

async function pressed({ open, file, truth }: Task, path: readonly Step[]): Promise<Reader> {
  const reader = await open(file, truth.policy);
  for (const { id, answer } of path) {
    const waits = reader.offered().questions.some((question) => question.id === id);
    if (answer !== undefined && waits) await reader.press(id, answer);
  }
  return reader;
}

function silent(differences: readonly Difference[]): Difference[] {
  return differences.filter(({ kind, told, accepted }) => kind !== 'held' && !told && !accepted);
}

interface Seen {
  readonly first: Offered;
  readonly questions: readonly OfferedQuestion[];
  readonly truth: Truth;
}

function outcomeOf(found: Found, { first, questions, truth }: Seen): Outcome {
  if (truth.mustAsk.length > 0 && !truth.mustAsk.some((about) => found.abouts.has(about))) return unasked(first);
  if (found.differences.length === 0) {
    if (truth.mustAsk.length > 0) return 'asked';
    if (questions.length === 0) return 'right';
    return questions.every(({ about }) => truth.mayAsk.includes(about)) ? 'asked' : 'needless';
  }
  return unreached(found, truth);
}

/** What nobody could tell was taken as told: by luck as was meant here, and wrong all the same if anything firm came of it. */
function unasked(first: Offered): Outcome {
  return first.rows.some(({ tier }) => tier !== undefined) ? 'wrong' : 'dead';
}

/** Nothing pressed makes it right. */
function unreached({ differences, abouts }: Found, truth: Truth): Outcome {
  const unsaid = silent(differences);
  const isAsked = (field: string) => abouts.has(field) || (field === 'row' && abouts.has('table'));
  const open = unsaid.filter(({ field }) => !isAsked(field));
  if (open.some(({ kind }) => kind !== 'lost')) return 'wrong';
  if (open.length > 0) return first(truth, open);
  const held = new Set(differences.map(({ sheet, row }) => `${sheet} ${row}`)).size;
  return unsaid.length > 0 || held > truth.rows.length / 2 ? 'dead' : 'told';
}

/** All rows lost: there is no ledger, and that is seen; some of them: nobody would know. */
function first({ rows }: Truth, open: readonly Difference[]): Outcome {
  return open.length >= rows.length ? 'dead' : 'lost';
}
