import type { Ledger } from '../ledger/readLedger';
import { fieldOf } from '../ledger/fields';
import type { PackField, PackRule, PolicyPack } from '../policy/pack';
import type { NumberTree } from '../rule/tree';
import { numbersWithin, sidesWithin } from '../rule/treeParts';
import type { RuleReading } from '../rule/truth';
import { judge, verdictAt, type Judgement } from './judge';
import { bitOf } from './readings';

/** A column that a policy reads and a ledger lacks, and what it was taken for; without that it was left out of a mean. */
export interface LackingColumn {
  readonly name: string;
  readonly word?: string;
}

/**
 * For every row that has an answer, the columns that the ledger lacks and that the answer hangs on: without what the policy reads a
 * blank as, the row would be open; or a mean was taken without them.
 */
export function columnsLacking(judgement: Judgement): (row: number) => readonly LackingColumn[] {
  const { ledger, context, rules } = judgement;
  const { pack } = context.policy;
  const taken = pack.fields.filter((own) => hasDefault(own) && hasNoColumn(ledger, own.field));
  const leftOut = fieldsOfMeans(pack, rules).filter((own) => !hasDefault(own) && hasNoColumn(ledger, own.field));
  if (taken.length === 0 && leftOut.length === 0) return () => [];
  const open = taken.length === 0 ? undefined : judgedWithout(judgement, taken);
  return (row) => {
    if (verdictAt(judgement, row).kind !== 'answer') return [];
    const verdict = open && verdictAt(open, row);
    const missing = verdict?.kind === 'unresolved' ? verdict.missing : [];
    return [
      ...taken
        .filter(({ field }) => missing.includes(fieldOf(field).label))
        .map(({ name, whenBlank }) => ({ name, word: whenBlank })),
      ...leftOut.map(({ name }) => ({ name })),
    ];
  };
}

/** The fields of the rules' means, which a ledger without their columns leaves out. */
function fieldsOfMeans({ fields }: PolicyPack, rules: readonly PackRule[]): PackField[] {
  const names = new Set(rules.flatMap(({ condition }) => sidesWithin(condition).flatMap(namesInMeans)));
  return fields.filter(({ name }) => names.has(name));
}

function namesInMeans(tree: NumberTree): string[] {
  const within = numbersWithin(tree);
  const own = tree.kind === 'mean' ? within.flatMap((part) => (part.kind === 'field' ? [part.name] : [])) : [];
  return [...own, ...within.flatMap(namesInMeans)];
}

/** Whether a policy says what a blank of a field means. */
export function hasDefault({ whenBlank, derive }: PackField): boolean {
  return derive === undefined && whenBlank !== 'unknown' && whenBlank !== 'blank';
}

/** Whether a ledger has no column for a field, not even one that is asked about. */
export function hasNoColumn({ headers: { byField, doubts } }: Ledger, id: string): boolean {
  return !byField.has(id) && !doubts.some(({ field }) => field.id === id);
}

/** The same judgement with these fields missing in every row. */
function judgedWithout(judgement: Judgement, fields: readonly PackField[]): Judgement | undefined {
  const { ledger, context, rules, readings } = judgement;
  const { pack } = context.policy;
  const own = new Map(readings.table.readings);
  for (const field of fields) {
    const reading = own.get(field.name);
    if (reading) own.set(field.name, withoutValues(reading, bitOf(pack.fields.indexOf(field))));
  }
  const table = { ...readings.table, readings: own };
  return judge(ledger, context, rules === pack.tiers ? 'tiers' : 'paths', { ...readings, table });
}

function withoutValues({ values, words }: RuleReading, bit: number): RuleReading {
  const none = words ? new Uint16Array(values.length) : new Float64Array(values.length).fill(NaN);
  return { values: none, missing: new Uint32Array(values.length).fill(bit), ...(words ? { words } : {}) };
}
