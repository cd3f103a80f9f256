import { parseUnit, type Unit } from '../../../engine/quantity/index';
import {
  ambiguities,
  medianOfColumn,
  stillOpen,
  unitsFound,
  withMapping,
  withUnitNotes,
  type Ambiguity,
  type ColumnChoice,
  type ColumnMatch,
  type HeaderMatch,
  type AskedUnit,
} from '../../../engine/ledger/index';
import { hiddenColumns, type Source } from './source';

/** What a person has said of the columns, by position in the table. */
export type Choices = ReadonlyMap<number, ColumnChoice>;

/** The columns as understood: by evidence, by the unit line, by a person's word, and with what is only guessed. */
export interface Mapping {
  readonly headers: HeaderMatch;
  /** Units that only a person can tell; the likeliest is shown meanwhile. */
  readonly guesses: readonly AskedUnit[];
  /** Columns whose unit the 亩均 column of the ledger proves. */
  readonly proved: ReadonlyMap<number, Unit>;
  /** Headers that may mean several things; the likeliest holds until a person has said. */
  readonly ambiguous: readonly Ambiguity[];
  /** Hidden columns that would have been used; they take no part until a person says so (domain/ledgers.md, quirk 12). */
  readonly hidden: readonly ColumnMatch[];
}

/** Understands the columns of a table with a person's choices laid over. */
export function mappingOf(source: Source, choices: Choices): Mapping {
  const { unitNotes, headers: located } = source.located;
  const noted = withUnitNotes(located, unitNotes);
  const ambiguous = ambiguities(noted, source.rows).filter(({ column }) => choices.get(column)?.field === undefined);
  const hidden = hiddenMatches(source, noted, choices);
  const own = new Map<number, ColumnChoice>([
    ...ambiguous.flatMap(({ column, fields: [field] }) => (field === undefined ? [] : [[column, { field }] as const])),
    ...hidden.map((match) => [match.column, { field: null }] as const),
  ]);
  // A column that was chosen by hand takes the unit line's unit too.
  const said = withUnitNotes(withMapping(noted, mergedChoices(own, choices)), unitNotes);
  const { proved, doubts } = unitsFound(said, source.rows, unitNotes);
  const guesses = [...doubts, ...revenueDoubt(source, said)].filter(({ match }) => !choices.get(match.column)?.unit);
  const units = new Map<number, ColumnChoice>([...proved].map(([column, unit]) => [column, { unit }]));
  for (const { match, units: texts } of guesses) {
    const unit = parseUnit(texts[0] ?? '');
    if (unit) units.set(match.column, { unit });
  }
  const open = stillOpen(located.doubts, choices);
  const headers = { ...(units.size === 0 ? said : withMapping(said, units)), doubts: open };
  return { headers, guesses, proved, hidden, ambiguous: ambiguous.filter(({ sure }) => !sure) };
}

/** A person's word on a column goes before ours, part by part. */
function mergedChoices(own: Choices, said: Choices): Choices {
  const merged = new Map(own);
  for (const [column, choice] of said) merged.set(column, { ...merged.get(column), ...choice });
  return merged;
}

/** Personal columns are left out with the rest: a hidden column takes no part until a person says so. */
function hiddenMatches(source: Source, headers: HeaderMatch, choices: Choices): ColumnMatch[] {
  const hidden = hiddenColumns(source);
  return headers.columns.filter(
    (match) => match !== undefined && hidden.has(match.column) && !choices.has(match.column),
  ) as ColumnMatch[];
}

/** A tax above the revenue it comes from: the revenue is in 亿元 (quirk 22). Otherwise 万元 is not worth a question. */
function revenueDoubt({ rows }: Source, { byField }: HeaderMatch): AskedUnit[] {
  const [match, tax] = [byField.get('revenue'), byField.get('taxPaid')];
  if (!match || !tax || match.unit) return [];
  const median = medianOfColumn(rows, match.column);
  const isSmall = median < medianOfColumn(rows, tax.column);
  return isSmall ? [{ match, median, named: false, units: ['亿元', '万元'] }] : [];
}
