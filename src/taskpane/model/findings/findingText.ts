import { fieldOf, type Discrepancy } from '../../../engine/ledger/index';
import type { PaneCode, PaneText } from '../../../text/pane';
import { columnLetters } from '../../../workbook/address';
import { nameAt, type Assessment } from '../verdict/assessment';
import type { FindingGroup, FoundCell } from './findingGroup';
import { sheetRow, type Source } from '../reading/source';

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
  errorCell: 'foundErrorCell',
  range: 'foundRange',
  ownUnit: 'foundOwnUnit',
  tooLarge: 'foundTooLarge',
  percentMixed: 'foundPercentMixed',
  twoMonths: 'foundTwoMonths',
  remarkAmount: 'foundRemarkAmount',
  codeDamaged: 'foundCodeDamaged',
  codeLost: 'foundCodeLost',
  codeCheck: 'foundCodeCheck',
  codeOrganisation: 'foundCodeOrganisation',
  codeTaxNumber: 'foundCodeTaxNumber',
  codeLength: 'foundCodeLength',
  codeCharacters: 'foundCodeCharacters',
  otherName: 'foundOtherName',
  otherCode: 'foundOtherCode',
  inactive: 'foundInactive',
  mergedAmount: 'foundMergedAmount',
  hiddenColumn: 'foundHiddenColumn',
};

/** These are found in total rows, columns or merged cells, which are no enterprises. */
const PLACES = new Set<FindingGroup['code']>([
  'mergedAmount',
  'totalDiffers',
  'totalSkipsText',
  'ratioSummed',
  'ratioAveraged',
  'ratioDiffers',
  'hiddenColumn',
]);

/** What was found, and how often. */
export function groupText(group: FindingGroup, t: PaneText): string {
  const text = groupTitle(group, t);
  if (group.code === 'noColumn') return text;
  return `${text}：${t(PLACES.has(group.code) ? 'places' : 'times', { count: group.count })}`;
}

/** What was found, without how often. */
export function groupTitle({ code, label, word = '' }: FindingGroup, t: PaneText): string {
  return t(CODES[code], { label, word });
}

/** What a single discrepancy is. */
export function discrepancyTitle({ code, field }: Discrepancy, t: PaneText): string {
  return t(CODES[code], { label: fieldOf(field).label, word: '' });
}

/** One cell of a finding: where it is, what it says, and what it should say. */
export function cellText(
  group: FindingGroup,
  cell: FoundCell,
  { source, assessment }: { readonly source: Source; readonly assessment: Assessment },
  t: PaneText,
): string {
  const { text, expected = '', own = '', line = '', sameAs = '', meant = '' } = cell;
  if (group.code === 'hiddenColumn') {
    return t('cellColumn', { column: columnLetters(source.body.column + (cell.column ?? 0)), text });
  }
  const row = String(sheetRow(source, cell.row));
  const name = cell.name ?? nameAt(assessment.read, cell.row) ?? '';
  const shown = group.code === 'remarkAmount' ? meant : text;
  return t(cellCode(group, cell), { row, name, text: shown, expected, own, line, meant, other: String(sameAs) });
}

const MEANT: Partial<Record<FindingGroup['code'], PaneCode>> = {
  ownUnit: 'cellByUnit',
  tooLarge: 'cellIfSquare',
  remarkAmount: 'cellText',
  mergedAmount: 'cellMerged',
};

function cellCode({ code }: FindingGroup, { text, expected, own, line, sameAs, meant }: FoundCell): PaneCode {
  if (sameAs !== undefined) return 'cellSameAs';
  if (meant !== undefined) return MEANT[code] ?? 'cellMaybe';
  if (line !== undefined) return 'cellLine';
  if (expected !== undefined) return own === undefined ? 'cellExpected' : 'cellExpectedOwn';
  return text === '' ? 'cellRow' : 'cellText';
}
