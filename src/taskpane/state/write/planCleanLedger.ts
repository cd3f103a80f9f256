import { cleanLedger } from '../../../engine/index';
import { unresolvedText } from '../../../text/functions';
import type { WritePlan } from '../../../workbook/port';
import type { Assessment } from '../assessment';
import type { Source } from '../source';
import { noteOf } from './planResults';
import { planSheets } from './planSheets';

/** The plan for the sheet 标准台账: a new sheet beside the ledger, which stays as it is. */
export function planCleanLedger(source: Source, assessment: Assessment): WritePlan {
  const { contents, located, body, rows } = source;
  const { whole, tiers, paths } = assessment;
  const model = cleanLedger({
    title: located.titleText ?? contents.sheet.name,
    sheetName: contents.sheet.name,
    ...{ row: body.row, column: body.column, rows, ledger: whole },
    note: noteOf(assessment),
    unresolved: unresolvedText,
    ...(tiers ? { tiers } : {}),
    ...(paths ? { paths } : {}),
  });
  return planSheets('写标准台账', [model]);
}
