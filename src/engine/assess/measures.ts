import type { Ledger } from '../ledger/readLedger';
import { roundReading } from '../quantity/roundReading';
import { RESULT_NAMES } from '../policy/loadMeasures';
import type { Measure, MeasureLine, PolicyPack } from '../policy/pack';
import { decide, type Decisions } from '../rule/decide';
import { numberAt, truthAt } from '../rule/truthAt';
import { UNKNOWN, type RuleReading, type RuleTable } from '../rule/truth';
import { fieldsIn, fieldsOfCondition, valuesIn, valuesOfCondition } from '../rule/treeParts';
import { BASE_DAY, isDaysBefore } from '../rule/daysBefore';
import type { AssessContext } from './context';
import { grade, type Grades } from './grade';
import { judge, missingLabels, verdictAt } from './judge';
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

/** What the measures of a policy give every row, by its own columns and by what the rows are judged and graded to be. */
export function measuresOf(ledger: Ledger, context: AssessContext): MeasuredRows[] {
  const { measures = [] } = context.policy.pack;
  if (measures.length === 0) return [];
  const readings = readingsOf(ledger, context);
  const results = new Results(ledger, context, readings);
  return measures.map((measure) => ({ measure, verdicts: results.verdicts(measure) }));
}

class Results {
  private readonly table: RuleTable;
  /** The labels of what is missing behind a result, by the result's name and row. */
  private readonly behind = new Map<string, (row: number) => readonly string[]>();

  constructor(
    private readonly ledger: Ledger,
    private readonly context: AssessContext,
    private readonly readings: Readings,
  ) {
    const own = new Map(readings.table.readings);
    for (const table of ['tiers', 'paths'] as const) {
      const judgement = judge(ledger, context, table, readings);
      if (!judgement || own.has(RESULT_NAMES[table])) continue;
      const at = (row: number) => verdictAt(judgement, row);
      this.add(own, RESULT_NAMES[table], (row) => at(row));
    }
    const grades = grade(ledger, context);
    if (grades && !own.has(RESULT_NAMES.grade)) this.add(own, RESULT_NAMES.grade, (row) => gradeAt(grades, row));
    this.table = { ...readings.table, readings: own };
  }

  verdicts({ lines }: Measure): MeasureVerdict[] {
    const decisions = decide(
      lines.map(({ condition }, outcome) => ({ condition, outcome: sameLine(lines, outcome) })),
      this.table,
    );
    return this.ledger.kinds.map((kind, row) =>
      kind === 'data' ? this.verdict(lines, decisions, row) : { kind: 'notData' },
    );
  }

  private verdict(lines: readonly MeasureLine[], decisions: Decisions, row: number): MeasureVerdict {
    const line = lines[decisions.rule[row] ?? -1];
    if (!line) {
      const isOpen = lines.some(({ condition }) => truthAt(condition, this.table, row) === UNKNOWN);
      return isOpen ? { kind: 'unresolved', missing: this.lacking(lines, row) } : { kind: 'none' };
    }
    if (line.amount) {
      // As a reading is compared: 0.3 that was added up is 0.3.
      const amount = roundReading(numberAt(line.amount, this.table, row));
      if (!Number.isNaN(amount)) return { kind: 'amount', amount, line };
      return { kind: 'unresolved', missing: this.labels(fieldsIn(line.amount), valuesIn(line.amount), row) };
    }
    return line.answer === '' ? { kind: 'none', line } : { kind: 'words', words: line.answer, line };
  }

  private lacking(lines: readonly MeasureLine[], row: number): readonly string[] {
    const open = lines.filter(({ condition }) => truthAt(condition, this.table, row) === UNKNOWN);
    const conditions = open.map(({ condition }) => condition);
    return this.labels(conditions.flatMap(fieldsOfCondition), conditions.flatMap(valuesOfCondition), row);
  }

  private labels(fields: readonly string[], values: readonly string[], row: number): readonly string[] {
    const { pack, values: numbers } = this.context.policy;
    const bits = fields.reduce((all, name) => all | (this.table.readings.get(name)?.missing[row] ?? 0), 0);
    const own = missingLabels(pack, bits, { readings: this.readings, row, used: () => new Set(fields) });
    const results = fields.flatMap((name) => this.behind.get(name)?.(row) ?? []);
    const lacking = values.filter((name) => Number.isNaN(numbers.get(name) ?? NaN));
    return [...new Set([...own, ...results, ...lacking.map((name) => (isDaysBefore(name) ? BASE_DAY : name))])];
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
      return verdict.missing ?? (values[row] === 0 ? [name] : []);
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

/** Lines that give the same are one outcome: which of them fires makes no difference. */
function sameLine(lines: readonly MeasureLine[], at: number): number {
  const said = (line: MeasureLine | undefined) => JSON.stringify([line?.amount, line?.answer]);
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
