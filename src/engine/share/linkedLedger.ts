import type { Steps } from '../../steps/steps';
import type { AppliedPolicy } from '../assess/context';
import { cleanLedgerSteps } from '../report/clean/cleanLedger';
import type { CleanLedgerInput } from '../report/clean/cleanLedgerInput';
import type { NewSheet } from '../../sheet/sheet';
import { LinkedCells } from './linkedCells';
import { WordTable } from './wordTable';

/** The names of the two sheets, where the usual ones are taken. */
export interface LinkedNames {
  readonly clean?: string;
  readonly words?: string;
}

/** 标准台账 that follows a ledger's own cells by classic formulas, and the words that it understands in them. */
export function* linkedLedger(
  input: Omit<CleanLedgerInput, 'link'>,
  { policy, names = {} }: { readonly policy: AppliedPolicy; readonly names?: LinkedNames },
): Steps<{ readonly clean: NewSheet; readonly wordSheet: NewSheet }> {
  const table = new WordTable(input.ledger, input.rows, {
    blankOf: (field) => blankOf(policy, field),
    ...(names.words === undefined ? {} : { sheet: names.words }),
  });
  const links = new LinkedCells(input.ledger, input.standing, table, input.tiers ?? input.paths);
  const clean = yield* cleanLedgerSteps({ ...input, link: (field, row) => links.formula(field, row) });
  return { clean: { ...clean, name: names.clean ?? clean.name }, wordSheet: table.sheet() };
}

function blankOf({ pack }: AppliedPolicy, field: string): string {
  const blank = pack.fields.find((one) => one.field === field)?.whenBlank ?? '';
  return ['unknown', 'blank'].includes(blank) ? '' : blank;
}
