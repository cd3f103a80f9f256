import { fieldOf } from '../ledger/fields';
import { unitOfNumbers } from '../ledger/numberUnit';
import { parseUnit } from '../quantity/unit';
import { BASE_DAY } from '../rule/daysBefore';
import type { Measured, Vocabulary } from '../rule/tree';
import { definedOnly } from '../column/definedOnly';
import { blankName } from './blankNames';
import { isDayField, TAX_PER_MU, wordsOfField, YES_NO } from './fieldWords';
import { NamedReader, type NamedTexts } from './namedParts';
import type { PackField } from './pack';
import { READ_CEILING } from './withCeilings';

/** What a policy's vocabulary is made of, from its file or from the policy as read. */
export interface Named {
  readonly fields: readonly PackField[];
  readonly values: ReadonlyMap<string, { readonly unit: string }>;
  readonly bands?: { readonly floor: string; readonly ceiling?: string | undefined } | undefined;
  readonly includesLine?: boolean | undefined;
  readonly formulas?: NamedTexts['formulas'];
  readonly conditions?: NamedTexts['conditions'];
}

/** What the names in a policy's rules may mean. */
export function vocabularyOf({ fields, values, bands, includesLine, formulas, conditions }: Named): Vocabulary {
  const own = fields.map((field) => {
    const words = wordsOfField(field);
    return [field.name, words ? { words } : isDayField(field) ? { day: true } : {}] as const;
  });
  const lines = bands ? [bands.floor, bands.ceiling ?? READ_CEILING].map((name) => [name, {}] as const) : [];
  const columns = fields.filter(({ derive }) => derive !== 'isBlank').map(({ name }) => name);
  const blanks = columns.map((name) => [blankName(name), { words: YES_NO }] as const);
  const known: Omit<Vocabulary, 'parts'> = {
    fields: new Map([[BASE_DAY, { day: true }] as const, ...own, ...lines, [TAX_PER_MU, {}] as const, ...blanks]),
    values: new Set(values.keys()),
    measures: new Map([
      ...fields.flatMap((field) => named(field.name, measureOfField(field))),
      ...[...values].flatMap(([name, { unit }]) => named(name, measureOfUnit(unit))),
      [TAX_PER_MU, { measure: 'perMu' }] as const,
    ]),
    ...definedOnly({ includesLine }),
  };
  return { ...known, parts: new NamedReader({ formulas, conditions }, known, columns) };
}

function named(name: string, measured: Measured | undefined): (readonly [string, Measured])[] {
  return measured ? [[name, measured]] : [];
}

function measureOfField(field: PackField): Measured | undefined {
  if (wordsOfField(field)) return undefined;
  const { kind } = fieldOf(field.field);
  switch (kind) {
    case 'area':
    case 'floor':
    case 'money':
    case 'perMu':
    case 'percent':
      return { measure: kind };
    case 'number':
    case 'year': {
      return measureOfNumbers(unitOfNumbers({ id: field.field }));
    }
    default:
      return undefined;
  }
}

/** A column of a policy's own in 万元/亩 is held against lines and investment as any other is; in 元/亩 it stays in those. */
function measureOfNumbers(text: string): Measured {
  const unit = parseUnit(text);
  if (unit && unit.dimension !== 'other' && unit.times === unit.over) return { measure: unit.dimension };
  return { measure: 'other', ...(text === '' ? {} : { unit: text }) };
}

/** A value in 比例 is a fraction; one in any other unit that is no land and no money keeps its own. */
function measureOfUnit(text: string): Measured | undefined {
  if (text === '比例') return { measure: 'percent' };
  const unit = parseUnit(text);
  if (!unit) return undefined;
  return unit.dimension === 'other' ? { measure: 'other', unit: unit.text } : { measure: unit.dimension };
}
