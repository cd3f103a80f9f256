import { definedOnly } from '../../column/definedOnly';
import type { Day } from '../../quantity/day';
import { roundReading } from '../../quantity/roundReading';
import { convert, parseUnit } from '../../quantity/unit';
import { scaleBetween } from '../../quantity/unitScale';
import { fieldOf } from '../../ledger/fields';
import { unitOfNumbers } from '../../ledger/numberUnit';
import type { ConditionTree, NumberTree } from '../../rule/tree';
import { valueOfPeriod } from '../../rule/daysBefore';
import { leavesOf, valuesOfCondition } from '../../rule/treeParts';
import { GRADING_NAMES, gradingOn } from '../gradingValues';
import { TAX_PER_MU, wordsOfField } from '../fieldWords';
import type { Basis, PackRule, PolicyPack } from '../pack';
import { standingOf } from '../standing';
import { valuesOn } from '../valuesOn';
import type { FieldDomain } from './exampleRows';
import { lintTable, type TableFinding } from './lintTable';

/** Where in a pack a finding is: a value by name, a line of a table (from 0), the document, or a cohort by the first of its values. */
export type LintPlace =
  | { readonly at: 'value'; readonly name: string }
  | { readonly at: 'tiers' | 'paths'; readonly line: number }
  | { readonly at: 'table'; readonly table: 'tiers' | 'paths' }
  | { readonly at: 'pack' }
  | { readonly at: 'grading'; readonly name: string; readonly value: string };

/** Something a person should look at before relying on a policy. */
export interface LintFinding {
  readonly code: TableFinding['code'] | 'missingClause' | 'expired' | 'notYet' | 'quotaSum' | 'unitMismatch' | 'unsaid';
  readonly place: LintPlace;
  /** Of an overlap: the line above. */
  readonly otherLine?: number;
  /** A row that shows it: names of readings with words or numbers. */
  readonly example?: TableFinding['example'];
  /** Of a unit: what stands there and what is compared. Of quotas: their sum. Of what is unsaid: the value that is assumed. */
  readonly found?: string | number;
  readonly expected?: string | number;
}

/** Lints a pack as it is in force on a day, a workbook's own values (`values`) before the document's. */
export function lintPack(
  pack: PolicyPack,
  options: { readonly asOf?: Day; readonly values?: ReadonlyMap<string, number> } = {},
): LintFinding[] {
  const { asOf } = options;
  const values = valuesToLint(pack, asOf, options.values);
  return [
    ...outsideItsPeriod(pack, asOf),
    ...clauselessValues(pack),
    ...(['tiers', 'paths'] as const).flatMap((table) => tableFindings(pack, table, values)),
    ...gradingFindings(pack, values),
  ];
}

function outsideItsPeriod(pack: PolicyPack, asOf: Day | undefined): LintFinding[] {
  const standing = standingOf(pack, asOf);
  return standing === 'expired' || standing === 'notYet' ? [{ code: standing, place: { at: 'pack' } }] : [];
}

function clauselessValues(pack: PolicyPack): LintFinding[] {
  return [...pack.values.values()]
    .filter(({ dated }) => dated.some(({ basis }) => isEmpty(basis)))
    .map(({ name }) => ({ code: 'missingClause', place: { at: 'value', name } }));
}

/** A citation without a place or words, or an assumption without a reason. */
function isEmpty(basis: Basis): boolean {
  if (basis.kind === 'cited') return basis.citation.place.trim() === '' || basis.citation.quote.trim() === '';
  return (basis.kind === 'assumed' ? basis.assumption : basis.source).trim() === '';
}

/** Days that rules count from 基准日 are known on some day only: without one, as on the document's first. */
function valuesToLint(
  pack: PolicyPack,
  asOf: Day | undefined,
  own: ReadonlyMap<string, number> | undefined,
): ReadonlyMap<string, number> {
  const values = valuesOn(pack, asOf, own);
  if (asOf !== undefined) return values;
  const onFirst = valuesOn(pack, pack.from ?? pack.published, own);
  return new Map([...values].map(([name, value]) => [name, Number.isNaN(value) ? (onFirst.get(name) ?? NaN) : value]));
}

function tableFindings(pack: PolicyPack, table: 'tiers' | 'paths', values: ReadonlyMap<string, number>): LintFinding[] {
  const rules = pack[table];
  if (!rules) return [];
  const found = lintTable(rules, (name) => domainOf(pack, name, values), values);
  return [
    ...rules.flatMap((rule, line) => lineFindings(pack, rule, { at: table, line })),
    ...found.map(({ code, line, otherLine, example }): LintFinding => ({
      code,
      place: line === undefined ? { at: 'table', table } : { at: table, line },
      ...definedOnly({ otherLine }),
      ...(example.length > 0 ? { example } : {}),
    })),
  ];
}

function lineFindings(pack: PolicyPack, rule: PackRule, place: LintPlace): LintFinding[] {
  const clause: LintFinding[] = isEmpty(rule.basis) ? [{ code: 'missingClause', place }] : [];
  return [...clause, ...unsaid(pack, rule, place), ...unitFindings(pack, rule.condition, place)];
}

/** A line that gives the document's words alone, and is held against a number that is not the document's. */
function unsaid(pack: PolicyPack, { condition, basis }: PackRule, place: LintPlace): LintFinding[] {
  if (basis.kind !== 'cited' || basis.assumption !== undefined) return [];
  return valuesOfCondition(condition).flatMap((told): LintFinding[] => {
    const name = valueOfPeriod(told) ?? told;
    const isAssumed = pack.values.get(name)?.dated.some((entry) => entry.basis.kind === 'assumed');
    return isAssumed ? [{ code: 'unsaid', place, found: name }] : [];
  });
}

function unitFindings(pack: PolicyPack, condition: ConditionTree, place: LintPlace): LintFinding[] {
  return leavesOf(condition).flatMap((leaf): LintFinding[] => {
    if (leaf.kind !== 'compare') return [];
    const [expected, found] = [unitOf(pack, leaf.left), unitOf(pack, leaf.right)];
    if (expected === undefined || found === undefined || sameUnit(expected, found)) return [];
    return [{ code: 'unitMismatch', place, found, expected }];
  });
}

const UNIT_OF_KIND: Readonly<Record<string, string>> = {
  area: '亩',
  money: '万元',
  perMu: '万元/亩',
  floor: '㎡',
  year: '年',
};

/** The unit of a name; a product or quotient has none that we know. */
function unitOf(pack: PolicyPack, tree: NumberTree): string | undefined {
  if (tree.kind === 'value') return pack.values.get(tree.name)?.unit;
  if (tree.kind !== 'field') return undefined;
  if (tree.name === TAX_PER_MU || [pack.bands?.floor, pack.bands?.ceiling].includes(tree.name)) return '万元/亩';
  const field = pack.fields.find(({ name }) => name === tree.name)?.field;
  if (field === undefined) return undefined;
  return UNIT_OF_KIND[fieldOf(field).kind] ?? (unitOfNumbers({ id: field }) || undefined);
}

function sameUnit(left: string, right: string): boolean {
  const [a, b] = [parseUnit(left), parseUnit(right)];
  if (!a || !b || a.dimension === 'other') return scaleBetween(left, right) === 1;
  return a.dimension === b.dimension && convert(1, a) === convert(1, b);
}

function domainOf(pack: PolicyPack, name: string, values: ReadonlyMap<string, number>): FieldDomain {
  const { bands } = pack;
  if (bands && (name === bands.floor || name === bands.ceiling)) {
    const key = name === bands.floor ? 'floor' : 'ceiling';
    const lines = bands.groups.map((group) => values.get(group[key]) ?? NaN);
    return { numbers: lines };
  }
  const field = pack.fields.find((own) => own.name === name);
  const words = field && wordsOfField(field);
  if (!words) return {};
  return { words: field.whenBlank === 'blank' ? [...words, ''] : words };
}

/** Shares of grades must come to 1, weights of indicators to 100. */
function gradingFindings({ grading }: PolicyPack, values: ReadonlyMap<string, number>): LintFinding[] {
  if (!grading) return [];
  return gradingOn(grading, values).cohorts.flatMap(({ name, quotas, weights, outOf = 100 }): LintFinding[] => {
    const share = quotas[0] && GRADING_NAMES.share(name, quotas[0].grade);
    const weight = grading.indicators[0] && GRADING_NAMES.weight(name, grading.indicators[0].name);
    const place = (value = '') => ({ at: 'grading', name, value }) as const;
    const shares = sum(quotas.map(({ share }) => share));
    const total = sum([...weights.values()]);
    // Bounds leave room between them: at most a fifth, at least a twentieth.
    const isBounded = quotas.some(({ bound }) => bound);
    return [
      ...(!isBounded && Math.abs(shares - 1) > 1e-9
        ? [{ code: 'quotaSum' as const, place: place(share), found: shares, expected: 1 }]
        : []),
      ...(Math.abs(total - outOf) > 1e-9
        ? [{ code: 'quotaSum' as const, place: place(weight), found: total, expected: outOf }]
        : []),
    ];
  });
}

function sum(numbers: readonly number[]): number {
  return roundReading(numbers.reduce((total, number) => total + number, 0));
}
