import { CHECK_FIELDS, checkSheet, readLedger } from '../../../engine/index';
import { CHECK_WORDS } from '../../../text/checks';
import { unresolvedText } from '../../../text/functions';
import type { WritePlan } from '../../../workbook/port';
import type { Assessment } from '../assessment';
import type { Source } from '../source';
import { noteOf } from '../write/planResults';
import { planSheets } from '../write/planSheets';

/** The plan for 核对表; undefined where no policy is chosen or the ledger has nothing to check. */
export function planChecks({ contents, located, body, rows }: Source, assessment: Assessment): WritePlan | undefined {
  const { whole, policy } = assessment;
  if (!policy) return undefined;
  const fields = CHECK_FIELDS.filter((id) => whole.headers.byField.has(id));
  const { columns } = readLedger(whole.headers, rows, { fields, zeroIsBlank: false });
  const model = checkSheet({
    title: located.titleText ?? contents.sheet.name,
    note: noteOf(assessment),
    row: body.row,
    ledger: { ...whole, columns: new Map([...columns, ...whole.columns]) },
    policy,
    words: CHECK_WORDS,
    unresolved: unresolvedText,
  });
  return model && planSheets('写核对表', [model]);
}
