import { fieldOf } from '../ledger/fields';
import type { Ledger } from '../ledger/readLedger';
import { roundReading } from '../quantity/roundReading';
import { RESULT_NAMES } from '../policy/loadMeasures';
import type { Measure, MeasureLine, PolicyPack } from '../policy/pack';
import { decide, type Decisions } from '../rule/decide';
import { ruleNumberAt, truthAt } from '../rule/truthAt';
import { TRUE, UNKNOWN, type RuleReading, type RuleTable } from '../rule/truth';
import { fieldsIn, fieldsOfCondition } from '../rule/treeParts';
import type { AssessContext } from './context';
import { grade, type Grades } from './grade';
import { judge, missingLabels, valuesLackingIn, verdictAt, type Judgement } from './judge';
import { readingsOf, type Readings } from './readings';

/** What a policy sets for a row in one measure: an amount, words where it sets no number, nothing, or open for what is missing. */
export type MeasureVerdict =
  | { readonly kind: 'amount'; readonly amount: number; readonly line: MeasureLine }
  | { readonly kind: 'words'; readonly words: string; readonly line: MeasureLine }
  | { readonly kind: 'none'; readonly line?: MeasureLine }
  | { readonly kind: 'unresolved'; readonly missing: readonly string[] }
  | { readonly kind: 'notData' };

/** What a cell says where a policy sets nothing, and where it cannot be told. */
export interface MeasureWords {
  readonly none: string;
  readonly unresolved: (missing: readonly string[]) => string;
}

/** A verdict as a cell says it: the amount, the words, or what there is in place of them; '' for a row that is no data. */
export function measureCell(verdict: MeasureVerdict | undefined, words: MeasureWords): string | number {
  switch (verdict?.kind) {
    case 'amount':
      return verdict.amount;
    case 'words':
      return verdict.words;
    case 'none':
      return words.none;
    case 'unresolved':
      return words.unresolved(verdict.missing);
    default:
      return '';
  }
}

/** A measure with what it gives every row of a ledger. */
export interface MeasuredRows {
  readonly measure: Measure;
  readonly verdicts: readonly MeasureVerdict[];
}

/** What a ledger was judged to be already. */
export type Made = Partial<Record<'tiers' | 'paths', Judgement | undefined>> & {
  readonly readings: Readings;
  readonly grades?: Grades | undefined;
};

/**
 * What measures of a policy (all of them, where none are named) give every row, by its own columns and by what the rows are judged
 * and graded to be.
 */
export function measuresOf(
  ledger: Ledger,
  context: AssessContext,
  { measures = context.policy.pack.measures ?? [], made }: { measures?: readonly Measure[]; made?: Made } = {},
): MeasuredRows[] {
  if (measures.length === 0) return [];
  const results = new Results(ledger, context, made ?? madeOf(ledger, context));
  return measures.map((measure) => ({ measure, verdicts: results.verdicts(measure) }));
}

function madeOf(ledger: Ledger, context: AssessContext): Made {
  const readings = readingsOf(ledger, context);
  const [tiers, paths] = (['tiers', 'paths'] as const).map((table) => judge(ledger, context, table, readings));
  return { readings, tiers, paths, grades: grade(ledger, context) };
}

/** Whether a measure says anything that is not the same of every row: 差别化，标准未写 is for a list alone. */
export function variesByRow({ lines }: Measure): boolean {
  return lines.some(({ condition, amount }) => amount !== undefined || condition.kind !== 'always');
}

class Results {
  private readonly table: RuleTable;
  private readonly readings: Readings;
  /** The labels of what is missing behind a result, by the result's name and row. */
  private readonly behind = new Map<string, (row: number) => readonly string[]>();

  constructor(
    private readonly ledger: Ledger,
    private readonly context: AssessContext,
    { readings, grades, ...judged }: Made,
  ) {
    this.readings = readings;
    const own = new Map(readings.table.readings);
    for (const table of ['tiers', 'paths'] as const) {
      const judgement = judged[table];
      if (!judgement || own.has(RESULT_NAMES[table])) continue;
      const at = (row: number) => verdictAt(judgement, row);
      this.add(own, RESULT_NAMES[table], (row) => at(row));
    }
    if (grades && !own.has(RESULT_NAMES.grade)) this.add(own, RESULT_NAMES.grade, (row) => gradeAt(grades, row));
    this.table = { ...readings.table, readings: own };
  }

  verdicts({ lines }: Measure): MeasureVerdict[] {
    // Where no line holds nothing is set, and a line that may hold and sets nothing makes no difference.
    const all = [...lines, NOTHING_SET];
    const decisions = decide(
      all.map(({ condition }, at) => ({ condition, outcome: sameLine(all, at) })),
      this.table,
    );
    return this.ledger.kinds.map((kind, row) =>
      kind === 'data' ? this.verdict(lines, decisions, row) : { kind: 'notData' },
    );
  }

  private verdict(lines: readonly MeasureLine[], decisions: Decisions, row: number): MeasureVerdict {
    const at = decisions.rule[row] ?? -1;
    if (at < 0) return { kind: 'unresolved', missing: this.lacking(lines, row) };
    const line = lines[at];
    if (!line) return { kind: 'none' };
    if (line.amount) {
      // As a reading is compared: 0.3 that was added up is 0.3.
      const amount = roundReading(ruleNumberAt(line.amount, this.table, row));
      if (!Number.isNaN(amount)) return { kind: 'amount', amount, line };
      return { kind: 'unresolved', missing: this.labels(fieldsIn(line.amount), lines, row) };
    }
    return line.answer === '' ? { kind: 'none', line } : { kind: 'words', words: line.answer, line };
  }

  private lacking(lines: readonly MeasureLine[], row: number): readonly string[] {
    const truths = lines.map(({ condition }) => truthAt(condition, this.table, row));
    // What stands below a line that holds makes no difference.
    const open = lines.filter((_, at) => truths[at] === UNKNOWN && !truths.slice(0, at).includes(TRUE));
    return this.labels(
      open.flatMap(({ condition }) => fieldsOfCondition(condition)),
      lines,
      row,
    );
  }

  /** In the order of the policy's columns, whichever of them a tier or a grade lacks; else the policy's own numbers that are not there. */
  private labels(fields: readonly string[], lines: readonly MeasureLine[], row: number): readonly string[] {
    const { pack } = this.context.policy;
    const bits = fields.reduce((all, name) => all | (this.table.readings.get(name)?.missing[row] ?? 0), 0);
    const own = missingLabels(pack, bits, { readings: this.readings, row, used: () => new Set(fields) });
    const results = fields.flatMap((name) => this.behind.get(name)?.(row) ?? []);
    const order = pack.fields.map(({ field }) => fieldOf(field).label);
    const known = order.filter((label) => own.includes(label) || results.includes(label));
    const labels = [...new Set([...known, ...results])];
    return labels.length > 0 ? labels : valuesLackingIn(lines, this.context.policy);
  }

  private add(readings: Map<string, RuleReading>, name: string, verdictOf: (row: number) => Result): void {
    const words: string[] = [];
    const values = Uint16Array.from({ length: this.ledger.rows }, (_, row) => {
      const verdict = verdictOf(row);
      const word = verdict.answer ?? verdict.grade;
      if (word === undefined) return 0;
      if (!words.includes(word)) words.push(word);
      return words.indexOf(word) + 1;
    });
    readings.set(name, { values, words, missing: new Uint32Array(this.ledger.rows) });
    this.behind.set(name, (row) => {
      const verdict = verdictOf(row);
      const { missing = [] } = verdict;
      return missing.length === 0 && values[row] === 0 ? [name] : missing;
    });
  }
}

/** What a row was judged or graded to be, or what is missing for that. */
interface Result {
  readonly kind?: string;
  readonly answer?: string;
  readonly grade?: string;
  readonly missing?: readonly string[];
}

function gradeAt({ verdicts }: Grades, row: number): Result {
  return verdicts[row] ?? {};
}

/** What stands behind a measure's lines: nothing is set. */
export const NOTHING_SET: Pick<MeasureLine, 'condition' | 'answer' | 'amount'> = {
  condition: { kind: 'always' },
  answer: '',
};

/** Lines that give the same are one outcome: which of them fires makes no difference. */
export function sameLine(lines: readonly Pick<MeasureLine, 'amount' | 'answer'>[], at: number): number {
  const said = (line: (typeof lines)[number] | undefined) => JSON.stringify([line?.amount, line?.answer]);
  return lines.findIndex((line) => said(line) === said(lines[at]));
}

/** The measure of a policy that a name means: to the letter, else the only one that has the name in its own. */
export function measureNamed({ measures = [] }: PolicyPack, name: string): Measure | undefined {
  const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');
  const wanted = plain(name);
  const exact = measures.find((own) => plain(own.name) === wanted);
  const holding = measures.filter((own) => plain(own.name).includes(wanted));
  return exact ?? (holding.length === 1 ? holding[0] : undefined);
}
