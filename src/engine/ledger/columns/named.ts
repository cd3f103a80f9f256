import type { Unit } from '../../quantity/unit';
import { fieldOf, type Field, type FieldKind } from '../fields';
import { numberUnit } from '../numberUnit';
import { isShareUnit } from '../percent';
import type { ColumnInfo } from './columnInfo';
import type { ColumnMatch } from './match';
import { BY_EVIDENCE } from './placed';

/** What a column's own words name. */
export function plainMatch({ column, header, named, unit, path, year }: ColumnInfo): ColumnMatch | undefined {
  const said = path.findLast((text) => text.unit)?.unit;
  const field = named && fieldFor(named.field, said);
  if (!field || BY_EVIDENCE.has(field.id)) return undefined;
  const own = unit ?? said;
  const isCount = field.kind === 'number' && said !== undefined && said.text !== '%';
  const count = isCount ? numberUnit(field, said.text) : undefined;
  if (count?.fits === false) return undefined;
  return {
    column,
    header,
    field,
    confidence: named.confidence,
    negated: named.negated,
    ...(own && (own.dimension !== 'other' || isShareUnit(own)) ? { unit: own } : {}),
    ...(count?.unit ? { unit: count.unit } : {}),
    ...(year === undefined ? {} : { year }),
  };
}

const MONEY_PER_MU: Readonly<Record<string, string>> = {
  taxPaid: 'taxPerMu',
  revenue: 'revenuePerMu',
  valueAdded: 'valueAddedPerMu',
  fixedInvestment: 'investmentIntensity',
};
const EXPECTED: Partial<Record<FieldKind, readonly string[]>> = {
  area: ['area'],
  floor: ['area'],
  money: ['money'],
  perMu: ['perMu', 'money'],
};

/** A unit that contradicts the name decides: 税收(万元/亩) is 亩均税收; 税收(%) is neither. */
function fieldFor(field: Field, unit: Unit | undefined): Field | undefined {
  const expected = EXPECTED[field.kind];
  if (!unit || !expected || expected.includes(unit.dimension)) return field;
  const perMu = MONEY_PER_MU[field.id];
  return unit.dimension === 'perMu' && perMu ? fieldOf(perMu) : undefined;
}
