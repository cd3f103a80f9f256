import { fieldOf, type Discrepancy } from '../../../engine/ledger/index';
import { FINDINGS } from '../../../text/findings';
import type { PaneCode, PaneText } from '../../../text/pane';
import { nameAt, type Assessment } from '../verdict/assessment';
import type { FindingGroup, FoundCell } from './findingGroup';
import { sheetWord } from '../verdict/rowWords';
import { lettersOf, sheetRow } from '../reading/places';
import type { Source } from '../reading/source';

/** What was found, and how often. */
export function groupText(group: FindingGroup, t: PaneText): string {
  const text = groupTitle(group, t);
  if (group.code === 'noColumn' || (group.cells.length === 0 && group.count === 1)) return text;
  return `${text}：${t(FINDINGS[group.code].inPlaces ? 'places' : 'times', { count: group.count })}`;
}

/** What was found, without how often. */
export function groupTitle({ code, label, word = '' }: FindingGroup, t: PaneText): string {
  return t(`found.${code}`, { label, word });
}

/** What a single discrepancy is. */
export function discrepancyTitle({ code, field }: Discrepancy, t: PaneText): string {
  return t(`found.${code}`, { label: fieldOf(field).label, word: '' });
}

/** One cell of a finding: where it is, what it says, and what it should say. */
export function foundCellText(
  group: FindingGroup,
  cell: FoundCell,
  { source, assessment }: { readonly source: Source; readonly assessment: Assessment },
  t: PaneText,
): string {
  const { text, expected = '', own = '', line = '', sameAs = '', meant = '' } = cell;
  if (group.code === 'hiddenColumn') {
    return t('cellColumn', { column: lettersOf(source, cell.column ?? 0), text });
  }
  const row = String(sheetRow(source, cell.row));
  const name = `${sheetWord(source, cell.row)}${cell.name ?? nameAt(assessment.read, cell.row) ?? ''}`;
  const shown = group.code === 'remarkAmount' ? meant : text;
  return t(cellCode(group, cell), { row, name, text: shown, expected, own, line, meant, other: String(sameAs) });
}

function cellCode({ code }: FindingGroup, { text, expected, own, line, sameAs, meant }: FoundCell): PaneCode {
  if (sameAs !== undefined) return 'cellSameAs';
  if (meant !== undefined) return FINDINGS[code].proposal ?? 'cellMaybe';
  if (line !== undefined) return 'cellLine';
  if (expected !== undefined) return own === undefined ? 'cellExpected' : 'cellExpectedOwn';
  return text === '' ? 'cellRow' : 'cellText';
}
