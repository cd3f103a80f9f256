import { onItsSide } from '../../engine/ledger/index';
import type { SheetContents } from '../../workbook/port';
import { message } from './context';

const SIDES = { form: 'formOfOne', turned: 'listOnItsSide' } as const;

/** What to say of sheets without a ledger: a form or a list on its side is told as what it is. */
export function noLedgerIn(sheets: readonly SheetContents[]): ReturnType<typeof message> {
  const found = sheets.flatMap(({ sheet, values }) => {
    const side = onItsSide(values);
    return side === undefined ? [] : [message('warning', SIDES[side], { sheet: sheet.name })];
  });
  return found[0] ?? message('info', 'noTableAnywhere');
}
