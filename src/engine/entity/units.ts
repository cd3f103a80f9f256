import { numbersOf } from '../column/verbs';
import type { Column, WordColumn } from '../column/column';
import { finish, type Steps } from '../../steps/steps';
import { fieldOf } from '../ledger/fields';
import type { Finding } from '../ledger/readColumn';
import type { Ledger } from '../ledger/readLedger';
import { rowsOfKind } from '../ledger/rowKind';
import {
  entityKeys,
  groupRows,
  groupSteps,
  landOwner,
  payerOf,
  type EntityKeys,
  type Firms,
  type Grouping,
  type UnitGroup,
} from './group';
import { sumByOwner } from './onceOrSum';
import { ENTITY_RULES, type EntityRule, type EntityRules } from './rules';

/** Units judged, and their land and tax as far as known. */
export interface UnitTotals {
  readonly units: number;
  /** 亩. */
  readonly area: number;
  /** 万元. */
  readonly tax: number;
}

/** What one rule does, the others being as chosen. */
export interface RuleEffect {
  readonly rule: EntityRule;
  readonly off: UnitTotals;
  readonly on: UnitTotals;
}

/** A ledger in which one row stands for each unit, and what was done to get there. */
export interface Units {
  readonly ledger: Ledger;
  /** The row whose answer each row has: itself, its unit's, or -1 for rows that have none. */
  readonly lead: Int32Array;
  readonly grouping: Grouping;
  readonly told: UnitsTold;
}

/** What a person should know of the units made. */
export interface UnitsTold {
  /** Units of several rows. */
  readonly merged: number;
  /** Enterprises whose tax stood on several rows: the same taken once, different ones added. */
  readonly taxTakenOnce: number;
  readonly taxAdded: number;
  /** Fields on which the rows of a unit disagree: they are unknown. */
  readonly conflicts: number;
}

/** The units of a ledger by a person's rules: only `data` rows of the result are judged and counted. */
export function unitsOf(ledger: Ledger, rules: EntityRules, firms?: Firms): Units {
  return finish(unitsSteps(ledger, rules, firms));
}

/** The same in steps. */
export function* unitsSteps(ledger: Ledger, rules: EntityRules, firms?: Firms): Steps<Units> {
  const keys = entityKeys(ledger, firms);
  yield;
  const grouping = yield* groupSteps(ledger, rules, keys);
  yield;
  const { groups, follows, leftOut } = grouping;
  const kinds = ledger.kinds.slice();
  for (const row of leftOut) kinds[row] = 'leftOut';
  for (const row of follows.keys()) kinds[row] = 'merged';
  const lead = new Int32Array(kinds.length).fill(-1);
  for (const [row, first] of follows) lead[row] = first;
  for (const row of rowsOfKind(kinds, 'data')) lead[row] = row;
  yield;
  const merged = groups.filter(({ rows }) => rows.length > 1);
  const isChanged = merged.length > 0 || rules.netRented;
  const { columns, findings } = isChanged
    ? unitColumns(ledger, { grouping, keys }, merged)
    : { ...ledger, findings: [] };
  const taxes = merged.flatMap((group) => group.taxes);
  const told = {
    merged: merged.length,
    taxTakenOnce: taxes.filter(({ how }) => how === 'repeated').length,
    taxAdded: taxes.filter(({ how }) => how === 'summed').length,
    conflicts: findings.length,
  };
  return { ledger: { ...ledger, kinds, columns, findings: [...ledger.findings, ...findings] }, lead, grouping, told };
}

/** What each rule would change by itself, the others being as chosen. */
export function ruleEffects(ledger: Ledger, rules: EntityRules, firms?: Firms): RuleEffect[] {
  const keys = entityKeys(ledger, firms);
  const chosen = tallyOf(groupRows(ledger, rules, keys));
  return ENTITY_RULES.map((rule) => {
    const other = tallyOf(groupRows(ledger, { ...rules, [rule]: !rules[rule] }, keys));
    return rules[rule] ? { rule, off: other, on: chosen } : { rule, off: chosen, on: other };
  });
}

function tallyOf({ groups }: Grouping): UnitTotals {
  const sum = (value: (group: UnitGroup) => number) => groups.reduce((total, group) => total + (value(group) || 0), 0);
  return { units: groups.length, area: sum(({ area }) => area), tax: sum(({ tax }) => tax) };
}

interface Changed {
  readonly columns: ReadonlyMap<string, Column>;
  readonly findings: Finding[];
}

interface Made {
  readonly grouping: Grouping;
  readonly keys: EntityKeys;
}

function unitColumns(ledger: Ledger, made: Made, merged: readonly UnitGroup[]): Changed {
  const findings: Finding[] = [];
  const columns = new Map<string, Column>();
  for (const [id, column] of ledger.columns) {
    columns.set(id, column.kind === 'number' ? numbers(ledger, id, made, merged) : words(ledger, id, merged, findings));
  }
  return { columns, findings };
}

const COUNTED: readonly string[] = ['staff', 'energy', 'electricity', 'water', 'emission'];

/** Land and floors add up by parcel, money and use by enterprise; of anything else only what all rows agree on is known. */
function numbers(ledger: Ledger, id: string, { grouping, keys }: Made, merged: readonly UnitGroup[]): Column {
  const before = numbersOf(ledger, id);
  const values = id === 'landArea' ? Float64Array.from(grouping.area) : Float64Array.from(before);
  const { kind } = fieldOf(id);
  const owner = kind === 'area' || kind === 'floor' ? landOwner(keys, before) : payerOf(keys);
  const adds = ['area', 'floor', 'money'].includes(kind) || COUNTED.includes(id);
  for (const { lead, rows } of merged) {
    values[lead] = adds ? sumByOwner(rows, values, owner).value : agreed(rows.map((row) => before[row] ?? NaN));
  }
  return { kind: 'number', values };
}

function agreed(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.every((value) => value === known[0]) ? (known[0] ?? NaN) : NaN;
}

/** Yes/no and choices hold for a unit where its rows agree; names and codes stay those of the row that stands for it. */
function words(ledger: Ledger, id: string, merged: readonly UnitGroup[], findings: Finding[]): Column {
  const column = ledger.columns.get(id) as WordColumn;
  const { kind } = fieldOf(id);
  if (kind !== 'yesNo' && kind !== 'choice') return column;
  const codes = column.codes.slice();
  const at = ledger.headers.byField.get(id)?.column ?? 0;
  for (const { lead, rows } of merged) {
    const known = [...new Set(rows.map((row) => column.codes[row] ?? 0).filter((code) => code > 0))];
    codes[lead] = known.length === 1 ? (known[0] ?? 0) : 0;
    if (known.length < 2) continue;
    // A blank may mean 否 to a policy; rows that disagree must not be taken for one.
    const text = known.map((code) => column.words[code - 1] ?? '').join('、');
    findings.push({ code: 'unreadable', row: lead, column: at, field: id, text });
  }
  return { ...column, codes };
}
