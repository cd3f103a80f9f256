import type { Steps } from '../../../engine/column/index';
import { readLedgerSteps } from '../../../engine/ledger/index';
import { readParameterTable } from '../../../engine/policy/index';
import type { AppliedPolicy } from '../../../engine/assess/index';
import { CHECK_FIELDS, checkSheet, cleanLinks, tallySheet } from '../../../engine/report/index';
import { CHECK_WORDS } from '../../../text/checks';
import { unresolvedText } from '../../../text/functions';
import type { WritePlan } from '../../../workbook/port';
import type { Assessment } from '../../model/verdict/assessment';
import type { CleanLedger } from '../../model/verdict/concluded';
import type { Source } from '../../model/reading/source';
import { ledgerTitle, whereCellsStand } from '../../model/reading/whereCellsStand';
import { located as cellOf, type RangeCells } from '../../model/policy/policyTables';
import { packOfTable } from '../../model/policy/review';
import { noteOf } from '../results/planResults';
import { planSheets } from '../planSheets';
import { alwaysQuoted } from '../../../sheet/address';

/** The sheets of the workbook that 核对表 refers to, where there are such. */
export interface CheckedSheets {
  readonly clean?: CleanLedger;
  readonly parameters?: RangeCells;
}

/** The plan for 核对表; undefined where no policy is chosen or the ledger has nothing to check. */
export function* planChecks(
  source: Source,
  assessment: Assessment,
  { clean, parameters }: CheckedSheets = {},
): Steps<WritePlan | undefined> {
  const { rows } = source;
  const { whole, policy } = assessment;
  if (!policy) return undefined;
  const fields = CHECK_FIELDS.filter((id) => whole.headers.byField.has(id));
  const { columns } = yield* readLedgerSteps(whole.headers, rows, { fields, zeroIsBlank: false });
  const ledger = { ...whole, columns: new Map([...columns, ...whole.columns]) };
  const standing = whereCellsStand(source);
  const links = clean && cleanLinks(clean.sheet.name, clean.held, { ledger, standing });
  yield;
  const model = yield* checkSheet({
    ...(links ? { clean: links } : {}),
    ...(parameters ? { parameter: parameterCells(policy, parameters) } : {}),
    title: ledgerTitle(source),
    note: noteOf(assessment),
    ...{ ledger, rows, standing },
    policy,
    words: CHECK_WORDS,
    unresolved: unresolvedText,
  });
  return model && planSheets('写核对表', [model, tallySheet(noteOf(assessment))]);
}

/** The cells of 政策参数 that hold the policy's values as they are in force. */
function parameterCells(policy: AppliedPolicy, parameters: RangeCells): (name: string) => string | undefined {
  const table = readParameterTable(parameters.cells);
  if ('code' in table || packOfTable({ parameters })?.id !== policy.pack.id) return () => undefined;
  return (name) => {
    const place = table.places.get(name);
    if (!place || table.values.get(name) !== policy.values.get(name)) return undefined;
    const { sheet, address } = cellOf(parameters, place);
    return `${alwaysQuoted(sheet)}!${address}`;
  };
}
