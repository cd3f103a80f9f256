import type { PaneCode, PaneText } from '../../text/pane';
import { nameAt, type Assessment } from '../state/assessment';
import type { FindingGroup, FoundCell } from '../state/findingGroup';
import { sheetRow, type Source } from '../state/source';

const CODES: Readonly<Record<FindingGroup['code'], PaneCode>> = {
  unreadable: 'foundUnreadable',
  areaNotPositive: 'foundAreaNotPositive',
  negativeTax: 'foundNegativeTax',
  zeroTax: 'foundZeroTax',
  missing: 'foundMissing',
  blankRead: 'foundBlankRead',
  noColumn: 'foundNoColumn',
  totalDiffers: 'foundTotalDiffers',
  totalSkipsText: 'foundTotalSkipsText',
  ratioSummed: 'foundRatioSummed',
  ratioAveraged: 'foundRatioAveraged',
  ratioDiffers: 'foundRatioDiffers',
  perMuDiffers: 'foundPerMuDiffers',
  perMuBroken: 'foundPerMuBroken',
  perMuOfBlank: 'foundPerMuOfBlank',
  sameCode: 'foundSameCode',
  sameCodeSameTax: 'foundSameCodeSameTax',
  sameCodeOtherTax: 'foundSameCodeOtherTax',
  sameParcel: 'foundSameParcel',
  nearLine: 'foundNearLine',
};

/** These are found in total rows, which are no enterprises. */
const IN_TOTALS = new Set<FindingGroup['code']>([
  'totalDiffers',
  'totalSkipsText',
  'ratioSummed',
  'ratioAveraged',
  'ratioDiffers',
]);

/** What was found, and how often. */
export function groupText(group: FindingGroup, t: PaneText): string {
  const text = t(CODES[group.code], { label: group.label, word: group.word ?? '' });
  if (group.code === 'noColumn') return text;
  return `${text}：${t(IN_TOTALS.has(group.code) ? 'places' : 'times', { count: group.count })}`;
}

/** One cell of a finding: where it is, what it says, and what it should say. */
export function cellText(
  cell: FoundCell,
  { source, assessment }: { readonly source: Source; readonly assessment: Assessment },
  t: PaneText,
): string {
  const row = String(sheetRow(source, cell.row));
  const name = cell.name ?? nameAt(assessment.whole, cell.row) ?? '';
  const { text, expected = '', own = '', line = '', sameAs = '' } = cell;
  return t(cellCode(cell), { row, name, text, expected, own, line, other: String(sameAs) });
}

function cellCode({ text, expected, own, line, sameAs }: FoundCell): PaneCode {
  if (sameAs !== undefined) return 'cellSameAs';
  if (line !== undefined) return 'cellLine';
  if (expected !== undefined) return own === undefined ? 'cellExpected' : 'cellExpectedOwn';
  return text === '' ? 'cellRow' : 'cellText';
}
