import type { Steps } from '../../../engine/column/index';
import { EVERY_ROW_ITSELF } from '../../../engine/entity/index';
import { rowsOfKind, withoutFields } from '../../../engine/ledger/index';
import { YEAR_FIELDS, yearTable, type YearLedger } from '../../../engine/years/index';
import type { OpenReading, PastLedger } from '../../state/pastYears';
import type { Understanding } from '../../state/paneState';
import { bookSteps } from '../reading/book';
import { mappingOf, type Mapping } from '../reading/mapping';
import { heldBack, questionsOf } from '../reading/questions';
import type { Source } from '../reading/source';
import { unitsOfSourceSteps } from '../verdict/assessment';
import { yearOfLedger } from './yearOfLedger';

/** What is known of an earlier ledger before it is read: where it comes from, and what a person has said of it. */
export interface PastGiven extends Omit<OpenReading, 'questions'> {
  readonly label: string;
  /** A year that a person set, or that was found before. */
  readonly year?: number;
}

/** Earlier ledgers read as any is, in steps: one, or of rows of several years one a year; none where the sheets hold no ledger. */
export function* pastLedgersSteps(given: PastGiven): Steps<PastLedger[]> {
  const source = yield* bookSteps(given.sheets, given.said);
  if (!source) return [];
  if (!source.years?.open) return [yield* pastLedgerSteps(source, given)];
  const ledgers: PastLedger[] = [];
  for (const year of source.years.years) {
    const said = { ...given.said, year };
    const own = yield* bookSteps(given.sheets, said);
    if (own) ledgers.push(yield* pastLedgerSteps(own, { ...given, said, year }));
  }
  return ledgers;
}

function* pastLedgerSteps(source: Source, given: PastGiven): Steps<PastLedger> {
  const { label, sheets, said, choices } = given;
  const mapping = mappingOf(source, choices);
  const questions = questionsOf(source, mapping, new Set(YEAR_FIELDS));
  const table = yield* tableSteps(source, mapping, heldBack(questions));
  const year = given.year ?? yearOfLedger(source, label);
  return {
    id: `${label} ${source.contents.sheet.id} ${String(given.year ?? said.year ?? '')}`,
    label,
    rows: rowsOfKind(table.kinds, 'data').length,
    table,
    ...(year === undefined ? {} : { year }),
    ...(questions.length === 0 ? {} : { open: { sheets, said, choices, questions } }),
  };
}

/** The ledger that is open, as it is understood; what is asked of a column that no judgement needs is not learnt from. */
export function* ownTableSteps(source: Source, { mapping, questions }: Understanding): Steps<YearLedger> {
  const asked = questionsOf(source, mapping, new Set(YEAR_FIELDS)).map(({ about }) => about);
  return yield* tableSteps(source, mapping, new Set([...heldBack(questions), ...asked]));
}

/** Whether it is asked of the open ledger which columns are its tax, its land and its enterprises. */
export function isOwnOpen({ questions }: Understanding): boolean {
  return heldBack(questions).size > 0;
}

function* tableSteps(source: Source, { headers }: Mapping, without: ReadonlySet<string>): Steps<YearLedger> {
  const known = withoutFields(headers, without);
  const { whole } = yield* unitsOfSourceSteps(source, known, { fields: YEAR_FIELDS, rules: EVERY_ROW_ITSELF });
  return yearTable(NaN, whole);
}
