import { parse } from 'yaml';
import { CHOICES } from '../ledger/choices';
import { fieldOf } from '../ledger/fields';
import { parseRule } from '../rule/parseRule';
import type { Vocabulary } from '../rule/tree';
import type { Basis, Citation, PackBands, PackField, PackRule, PackValue, PolicyPack } from './pack';
import { packSchema, type PackFile } from './schema';

/** The reading every pack may use in its rules besides its own fields: ROUND(税收/面积, 9) in 万元/亩. */
export const TAX_PER_MU = '亩均税收';
/** A yes/no field's words in rules. */
export const YES_NO: readonly string[] = ['是', '否'];

/** The texts of packs by id, for a pack that extends another. */
export type PackTexts = ReadonlyMap<string, string>;

/** Reads a pack from its YAML text, over the one it extends. Throws on anything the schema, the rule language or the field table does not allow. */
export function loadPack(text: string, others: PackTexts = new Map()): PolicyPack {
  const file = packSchema.parse(extended(parse(text), others));
  const vocabulary = vocabularyOf(file);
  const { period: _period, conventions: _conventions, tiers, paths, fields, values, waiver, ...head } = file;
  return {
    ...definedOnly(head),
    fields: Object.entries(fields).map(([name, field]): PackField => ({ name, ...definedOnly(field) })),
    values: new Map(Object.entries(values).map(([name, value]) => [name, toValue(name, value)])),
    ...(tiers ? { tiers: tiers.rules.map((rule) => toRule(rule.tier, rule, vocabulary)) } : {}),
    ...(tiers?.note === undefined ? {} : { tierNote: tiers.note }),
    ...(tiers?.bands ? { bands: toBands(tiers.bands) } : {}),
    ...(waiver ? { waiver: toBasis(waiver) } : {}),
    ...(paths ? { paths: paths.rules.map((rule) => toRule(rule.path, rule, vocabulary)) } : {}),
  };
}

/** An issued text that is known only in parts stands on its draft: what it does not say itself is the draft's. */
function extended(own: unknown, others: PackTexts): unknown {
  if (typeof own !== 'object' || own === null || !('extends' in own)) return own;
  const { extends: base, ...rest } = own as { extends: string; values?: object };
  const text = others.get(base);
  if (text === undefined) throw new Error(`no pack "${base}" to extend`);
  const under = parse(text) as { values?: object };
  return { ...under, ...rest, values: { ...under.values, ...rest.values } };
}

function toBands({ groups, ...names }: NonNullable<NonNullable<PackFile['tiers']>['bands']>): PackBands {
  return { ...names, groups: Object.entries(groups).map(([name, group]) => ({ name, ...group })) };
}

/** The words of a field as a rule writes them; undefined for a field of numbers. */
export function wordsOf(fieldId: string): readonly string[] | undefined {
  const { kind } = fieldOf(fieldId);
  if (kind === 'yesNo') return YES_NO;
  return kind === 'choice' ? CHOICES[fieldId]?.words : undefined;
}

function vocabularyOf(file: PackFile): Vocabulary {
  const fields = Object.entries(file.fields).map(([name, { field }]) => {
    const words = wordsOf(field);
    return [name, words ? { words } : {}] as const;
  });
  const bands = file.tiers?.bands;
  const lines = bands ? ([bands.floor, bands.ceiling].map((name) => [name, {}]) as [string, object][]) : [];
  return { fields: new Map([...fields, ...lines, [TAX_PER_MU, {}]]), values: new Set(Object.keys(file.values)) };
}

interface Grounds {
  readonly citation?: Citation | undefined;
  readonly assumption?: string | undefined;
  readonly reported?: { source: string; seen: string; note: string } | undefined;
}

/** What an entry of a file stands on. */
export function toBasis({ citation, assumption, reported }: Grounds): Basis {
  if (citation) return { kind: 'cited', citation, ...(assumption === undefined ? {} : { assumption }) };
  if (reported) return { kind: 'reported', ...reported };
  if (assumption !== undefined) return { kind: 'assumed', assumption };
  throw new Error('a value without a basis'); // the schema refuses it first
}

function toValue(name: string, value: PackFile['values'][string]): PackValue {
  const dated = value.dated.map((entry) => ({
    value: entry.value,
    from: entry.from,
    ...(entry.until === undefined ? {} : { until: entry.until }),
    basis: toBasis(entry),
  }));
  return { name, unit: value.unit, dated };
}

function toRule(answer: string, rule: Grounds & { when: string }, vocabulary: Vocabulary): PackRule {
  return { answer, when: rule.when, condition: parseRule(rule.when, vocabulary), basis: toBasis(rule) };
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Leaves out properties that are undefined, which the exact optional types do not allow. */
function definedOnly<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as Defined<T>;
}
