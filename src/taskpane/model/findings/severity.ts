import type { FindingCode, Severity } from './findingGroup';

/** What keeps a row from an answer. */
const ERRORS: readonly FindingCode[] = [
  'unreadable',
  'areaNotPositive',
  'errorCell',
  'missing',
  'range',
  'mergedAmount',
];
/** What may be wrong, the likeliest to matter first. */
const WARNINGS: readonly FindingCode[] = [
  'ratioSummed',
  'ratioAveraged',
  'ratioDiffers',
  'totalDiffers',
  'totalSkipsText',
  'perMuDiffers',
  'perMuBroken',
  'perMuOfBlank',
  'tooLarge',
  'sameCodeSameTax',
  'sameCodeOtherTax',
  'sameCode',
  'sameParcel',
  'otherName',
  'otherCode',
  'inactive',
  'codeDamaged',
  'codeLost',
  'codeCheck',
  'codeLength',
  'codeCharacters',
  'twoMonths',
  'remarkAmount',
  'nearLine',
  'negativeTax',
];
const NOTES: readonly FindingCode[] = [
  'zeroTax',
  'percentMixed',
  'ownUnit',
  'codeOrganisation',
  'codeTaxNumber',
  'hiddenColumn',
  'blankRead',
  'noColumn',
];
const ORDER: readonly FindingCode[] = [...ERRORS, ...WARNINGS, ...NOTES];

/** How much a kind of finding matters. */
export function severityOf(code: FindingCode): Severity {
  if (ERRORS.includes(code)) return 'error';
  return WARNINGS.includes(code) ? 'warning' : 'note';
}

/** Sorts by what matters most. */
export function byWeight(a: FindingCode, b: FindingCode): number {
  return ORDER.indexOf(a) - ORDER.indexOf(b);
}
