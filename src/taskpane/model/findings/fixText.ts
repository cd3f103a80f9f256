import type { Fix, FixKind } from '../../../engine/ledger/index';
import type { PaneCode, PaneText } from '../../../text/pane';
import { sheetRow } from '../reading/places';
import type { Source } from '../reading/source';
import { sheetWord } from '../verdict/rowWords';

/** What each kind of fix does, in words. */
export const FIX_TEXTS: Readonly<Record<FixKind, PaneCode>> = {
  numberText: 'fixNumberText',
  unitInCell: 'fixUnitInCell',
  dayText: 'fixDayText',
  periodText: 'fixPeriodText',
  codeText: 'fixCodeText',
  spareBlanks: 'fixSpareBlanks',
};

/** The kinds in the order shown. */
export const FIX_KINDS = Object.keys(FIX_TEXTS) as readonly FixKind[];

/** What a cell will hold, as it will be shown: a date and not its serial number. */
export function afterText({ after, numberFormat }: Fix): string {
  if (typeof after === 'string') return after;
  return numberFormat === 'yyyy-mm-dd' ? isoDay(after) : String(after);
}

function isoDay(serial: number): string {
  return new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
}

/** 第 5 行：１２０ → 120. Blanks around words are shown, for they are what goes. */
export function fixText(fix: Fix, source: Source, t: PaneText): string {
  const quote = (text: string) => (fix.kind === 'spareBlanks' ? `“${text}”` : text);
  return `${sheetWord(source, fix.row)}${t('fixCell', {
    row: String(sheetRow(source, fix.row)),
    before: quote(String(fix.before)),
    after: quote(afterText(fix)),
  })}`;
}
