import type { NewSheet } from '../../../sheet/sheet';
import { definedOnly, type Steps } from '../../../engine/column/index';
import { readLedgerSteps } from '../../../engine/ledger/index';
import { cleanLedgerSteps, type CleanVersion } from '../../../engine/report/index';
import { unresolvedText } from '../../../text/functions';
import type { Assessment } from '../../model/verdict/assessment';
import type { Source } from '../../model/reading/source';
import { ledgerTitle, whereCellsStand } from '../../model/reading/whereCellsStand';
import { noteOf } from './planResults';

/** The sheet 标准台账, beside the ledger, which stays as it is; `version` with the columns that an earlier one gave it. */
export function* cleanLedgerModel(source: Source, assessment: Assessment, version?: CleanVersion): Steps<NewSheet> {
  const { rows } = source;
  const { tiers, paths, grades } = assessment;
  return yield* cleanLedgerSteps({
    title: ledgerTitle(source),
    standing: whereCellsStand(source),
    rows,
    ledger: yield* withDates(source, assessment),
    note: noteOf(assessment),
    unresolved: unresolvedText,
    decided: true,
    ...definedOnly({ tiers, paths, grades, version }),
  });
}

/** The dates of a ledger, which no judgement may need. */
const DATES = ['approvedOn', 'plannedStart', 'actualStart', 'deadline', 'closedOutOn'] as const;

function* withDates({ rows }: Source, { whole }: Assessment): Steps<Assessment['whole']> {
  const fields = DATES.filter((id) => whole.headers.byField.has(id));
  const { columns } = yield* readLedgerSteps(whole.headers, rows, { fields, zeroIsBlank: false });
  return { ...whole, columns: new Map([...columns, ...whole.columns]) };
}
