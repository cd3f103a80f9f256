import { definedOnly } from '../column/definedOnly';
import { numberAt } from '../column/verbs';
import { TAX_PER_MU, wordsOfField } from '../policy/fieldWords';
import type { ConditionTree } from '../rule/tree';
import { ruleNumberAt as sideAt } from '../rule/truthAt';
import { correctedLedger, rowLedger } from './corrected';
import { judge, verdictAt, type Judgement } from './judge';

/** A change of one figure of a row that gives it another answer: 万元 of tax, 亩 of land, or a word. */
export interface MovingChange {
  readonly field: string;
  /** The field as the policy names it. */
  readonly name: string;
  readonly before: number | string | undefined;
  readonly after: number | string;
  readonly answer: string;
}

/** Tax is told to 0.01 万元, land to 0.01 亩. */
const STEP = 0.01;

/** The smallest rise in tax, land being what it is, and the largest land, tax being what it is, that lift a row one tier. */
export function tierLifts(tiers: Judgement, row: number): MovingChange[] {
  const verdict = verdictAt(tiers, row);
  if (verdict.kind !== 'answer') return [];
  const next = tiers.answers[tiers.answers.indexOf(verdict.answer) + 1];
  if (next === undefined) return [];
  return nearest(numberChanges(tiers, row, 'tiers').filter(({ answer }) => answer === next));
}

/** Every change of a single figure or word that gives a row another path; for numbers the smallest one. */
export function pathChanges(paths: Judgement, row: number): MovingChange[] {
  const verdict = verdictAt(paths, row);
  if (verdict.kind !== 'answer') return [];
  return [...wordChanges(paths, row, verdict.answer), ...nearest(numberChanges(paths, row, 'paths'))];
}

function wordChanges(paths: Judgement, row: number, now: string): MovingChange[] {
  return paths.context.policy.pack.fields.flatMap((own) => {
    const { field, name, derive } = own;
    // What a blank cell should say instead nobody knows.
    if (derive === 'isBlank') return [];
    const before = readWord(paths, row, name);
    const others = (wordsOfField(own) ?? []).filter((word) => word !== before);
    return others.flatMap((after): MovingChange[] => {
      const answer = answerWith(paths, row, { field, value: after }, 'paths');
      return answer === undefined || answer === now ? [] : [{ field, name, before, after, answer }];
    });
  });
}

function readWord({ readings }: Judgement, row: number, name: string): string | undefined {
  const reading = readings.table.readings.get(name);
  return reading?.words?.[(reading.values[row] ?? 0) - 1];
}

/** Tax and land that put 亩均税收 just across each line of the policy; a line is tried from both sides. */
function numberChanges(judgement: Judgement, row: number, table: 'tiers' | 'paths'): MovingChange[] {
  const now = verdictAt(judgement, row);
  const [tax, area] = [numberAt(judgement.ledger, 'taxPaid', row), numberAt(judgement.ledger, 'landArea', row)];
  if (now.kind !== 'answer' || Number.isNaN(tax) || !(area > 0)) return [];
  return linesOf(judgement, row).flatMap((line) => [
    ...crossing(judgement, row, {
      table,
      now: now.answer,
      field: 'taxPaid',
      name: '税收',
      before: tax,
      at: line * area,
    }),
    ...(line > 0
      ? crossing(judgement, row, {
          table,
          now: now.answer,
          field: 'landArea',
          name: '面积',
          before: area,
          at: tax / line,
        })
      : []),
  ]);
}

interface Crossing {
  readonly table: 'tiers' | 'paths';
  readonly now: string;
  readonly field: 'taxPaid' | 'landArea';
  readonly name: string;
  readonly before: number;
  readonly at: number;
}

/** The steps at a line and just beyond it, coming from where the figure is (from both sides where it lies on the line). */
function crossing(
  judgement: Judgement,
  row: number,
  { table, now, field, name, before, at }: Crossing,
): MovingChange[] {
  const nearly = Math.abs(at - before) < STEP / 2;
  const up = at > before;
  const first = nearly ? Math.round(at / STEP) : up ? Math.ceil(at / STEP - 1e-6) : Math.floor(at / STEP + 1e-6);
  const steps = nearly ? [-1, 0, 1] : [0, up ? 1 : -1];
  return steps.flatMap((step): MovingChange[] => {
    const after = Math.round(first + step) / 100;
    if (after === before || (field === 'landArea' && after <= 0)) return [];
    const answer = answerWith(judgement, row, { field, value: after }, table);
    return answer === undefined || answer === now ? [] : [{ field, name, before, after, answer }];
  });
}

/** Of the changes of one figure to one answer the smallest. */
function nearest(changes: readonly MovingChange[]): MovingChange[] {
  const best = new Map<string, MovingChange>();
  for (const change of changes) {
    const key = `${change.field} ${change.answer}`;
    const known = best.get(key);
    if (!known || distance(change) < distance(known)) best.set(key, change);
  }
  return [...best.values()];
}

function distance({ before, after }: MovingChange): number {
  return Math.abs(Number(after) - Number(before));
}

/** The lines that 亩均税收 is held against for a row, 产出水平's own among them. */
function linesOf({ rules, readings }: Judgement, row: number): number[] {
  const compared = rules.flatMap(({ condition }) => comparisons(condition));
  const lines = compared
    .filter(({ left }) => left.kind === 'field' && left.name === TAX_PER_MU)
    .map(({ right }) => sideAt(right, readings.table, row));
  const output = readings.output?.line[row] ?? NaN;
  return [...new Set([...lines, output])].filter((line) => Number.isFinite(line));
}

function comparisons(tree: ConditionTree): (ConditionTree & { kind: 'compare' })[] {
  if (tree.kind === 'compare') return [tree];
  if (tree.kind === 'not') return comparisons(tree.part);
  return 'parts' in tree ? tree.parts.flatMap(comparisons) : [];
}

/** The answer of one row with one cell corrected, averages over the cohort included. */
function answerWith(
  { ledger, context }: Judgement,
  row: number,
  cell: { readonly field: string; readonly value: number | string },
  table: 'tiers' | 'paths',
): string | undefined {
  const corrected = correctedLedger(ledger, row, cell);
  const cohort = context.cohort === ledger ? corrected : context.cohort;
  const asked = { policy: context.policy, ...definedOnly({ cohort }) };
  const judgement = judge(rowLedger(corrected, row), asked, table);
  const verdict = judgement && verdictAt(judgement, 0);
  return verdict?.kind === 'answer' ? verdict.answer : undefined;
}
