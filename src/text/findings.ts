import type { DiscrepancyCode, Finding, InspectionCode } from '../engine/ledger/index';
import type { Entry } from './pane/entry';
import { WHOSE } from './whoseFindings';

/** Every kind of finding the pane tells of. */
export type FindingCode =
  | Finding['code']
  | DiscrepancyCode
  | InspectionCode
  | 'missing'
  | 'blankRead'
  | 'noColumn'
  | 'nearLine'
  | 'inactive'
  | 'otherStatus'
  | 'mergedAmount'
  | keyof typeof WHOSE
  | 'parcelsJoined'
  | 'hiddenColumn'
  | 'hiddenRow'
  | 'slip'
  | 'columnMissing'
  | 'columnEmpty';

/** How much a finding matters: it keeps a row from an answer, it may be wrong, or it is only worth knowing. */
export type Severity = 'error' | 'warning' | 'note';

/** A kind of finding: how much it matters, what is said of it, and how one of its cells says what it may have meant. */
export interface FindingKind {
  readonly severity: Severity;
  readonly words: Entry;
  /** It is found in total rows, columns or merged cells, which are no enterprises. */
  readonly inPlaces?: true;
  readonly proposal?: 'cellByUnit' | 'cellIfSquare' | 'cellText' | 'cellMerged' | 'cellSlip';
}

/** Every kind of finding, what matters most first. */
export const FINDINGS: Readonly<Record<FindingCode, FindingKind>> = {
  unreadable: {
    severity: 'error',
    words: ['“{label}”不能识别，按缺失处理', '“{label}” cannot be read; taken as missing'],
  },
  areaNotPositive: { severity: 'error', words: ['面积为 0 或负数，不能计算亩均', 'Area is 0 or negative'] },
  errorCell: {
    severity: 'error',
    words: ['“{label}”是错误值，按缺失处理', '“{label}” holds an error; taken as missing'],
  },
  missing: { severity: 'error', words: ['缺“{label}”，列为待核实', '“{label}” is missing; to be verified'] },
  range: {
    severity: 'error',
    words: ['“{label}”是一个范围，不能作为一个数，按缺失处理', '“{label}” is a range, not a number; taken as missing'],
  },
  mergedAmount: {
    severity: 'error',
    words: [
      '“{label}”在合并单元格里，几行合计一个数，各行暂列为待核实。同属一户的，在“一户怎么算”里合为一户',
      '“{label}” is one number for several rows, in merged cells: all of them are held back. Bring rows of one enterprise together under “Rows as units”',
    ],
    inPlaces: true,
    proposal: 'cellMerged',
  },
  columnMissing: {
    severity: 'error',
    words: [
      '没有找到“{label}”列：可在“列的含义”里指定哪一列是',
      'No column for “{label}” was found: choose one under the meaning of columns',
    ],
  },
  columnEmpty: {
    severity: 'error',
    words: [
      '“{label}”列都是空白，没有数：是公式的，请用 Excel 打开、重新计算并保存；没有填的，请先填报',
      'The column “{label}” holds no number: recalculate and save it if it is made of formulas, or fill it in',
    ],
  },
  equalsSum: {
    severity: 'error',
    words: [
      '数字等于上面或下面几行之和，疑为合计行，暂列为待核实',
      'The figures are the sum of the rows above or below: perhaps a total; held back',
    ],
  },
  unlikeOthers: {
    severity: 'error',
    words: [
      '缺其他各行都有的名称、序号或代码，疑非企业，暂列为待核实',
      'Lacks the name, number or code that all others have: perhaps no enterprise; held back',
    ],
  },
  takenBack: {
    severity: 'error',
    words: [
      '注明作废、注销或重复，是不是还算一户须核对，暂列为待核实',
      'Marked as void, deregistered or entered twice: to be checked whether it counts; held back',
    ],
  },
  ...WHOSE,
  noFirm: {
    severity: 'warning',
    words: [
      '注明空置、待建、作废等，不是企业，未计入户数',
      'Marked as vacant, not built or void: no enterprise; not counted',
    ],
    inPlaces: true,
  },
  slip: {
    severity: 'warning',
    words: ['“{label}”疑为单位不符', '“{label}” may be in another unit'],
    proposal: 'cellSlip',
  },
  wordsForNumbers: {
    severity: 'warning',
    words: ['其他各行填数的地方填的是文字，未计入户数', 'Holds words where the others hold numbers; not counted'],
    inPlaces: true,
  },
  ratioSummed: {
    severity: 'warning',
    words: [
      '合计行的“{label}”是各行比值相加，应以总量除以总面积',
      'A total of “{label}” adds up ratios; it must be the sum over the total area',
    ],
    inPlaces: true,
  },
  ratioAveraged: {
    severity: 'warning',
    words: [
      '合计行的“{label}”是各行比值的平均，应以总量除以总面积',
      'A total of “{label}” averages ratios; it must be the sum over the total area',
    ],
    inPlaces: true,
  },
  ratioDiffers: {
    severity: 'warning',
    words: [
      '合计行的“{label}”与总量除以总面积相差超过 1%',
      'A total of “{label}” is more than 1% off the sum over the total area',
    ],
    inPlaces: true,
  },
  totalDiffers: {
    severity: 'warning',
    words: ['合计、小计的“{label}”与明细之和不符', 'Totals of “{label}” differ from the sum of their rows'],
    inPlaces: true,
  },
  totalSkipsText: {
    severity: 'warning',
    words: ['合计、小计的“{label}”漏加了以文本保存的数字', 'Totals of “{label}” leave out numbers kept as text'],
    inPlaces: true,
  },
  perMuDiffers: {
    severity: 'warning',
    words: ['“{label}”与重算的数相差超过 1%', '“{label}” is more than 1% off what its row gives'],
  },
  perMuBroken: {
    severity: 'warning',
    words: [
      '“{label}”显示为 0 或错误，可按本行重算（常因数字存成文本）',
      '“{label}” shows 0 or an error though its row gives a number (often numbers kept as text)',
    ],
  },
  perMuOfBlank: {
    severity: 'warning',
    words: [
      '缺税收或面积，“{label}”却显示 0 或错误，不作为 0 处理',
      '“{label}” shows 0 or an error where its inputs are missing; not taken as 0',
    ],
  },
  tooLarge: {
    severity: 'warning',
    words: ['“{label}”比其他户大得多，疑以平方米填写', '“{label}” is far larger than elsewhere: perhaps ㎡'],
    proposal: 'cellIfSquare',
  },
  sameCodeSameTax: {
    severity: 'warning',
    words: [
      '同一信用代码有多行、税收相同：可能重复填报，没有合并',
      'A credit code on several rows with the same tax: perhaps counted twice; not merged',
    ],
  },
  sameCodeOtherTax: {
    severity: 'warning',
    words: [
      '同一信用代码有多行、税收不同：可能一企多地，没有合并',
      'A credit code on several rows with different taxes: perhaps several parcels; not merged',
    ],
  },
  sameCode: {
    severity: 'warning',
    words: ['同一信用代码有多行，没有合并', 'A credit code on several rows; not merged'],
  },
  sameName: {
    severity: 'warning',
    words: [
      '同名企业有多行（含括号、空格、“有限责任公司”写法不同的），没有代码可以区分',
      'The same name in several rows (brackets, blanks and 有限责任公司 aside), and no code tells them apart',
    ],
  },
  sameParcel: {
    severity: 'warning',
    words: ['同一地块编码有多行：可能一地多企，没有合并', 'A parcel code on several rows; not merged'],
  },
  otherName: {
    severity: 'warning',
    words: ['同一信用代码有不同名称，疑已更名', 'One credit code under several names: perhaps renamed'],
  },
  otherCode: {
    severity: 'warning',
    words: ['同名企业信用代码不同，没有合并', 'One name with several credit codes; not merged'],
  },
  inactive: { severity: 'warning', words: ['已注销、迁出等，没有参评', 'Status is not 正常; not judged'] },
  codeDamaged: {
    severity: 'warning',
    words: [
      '信用代码被当成数值，末三位已丢失，须核对后补全',
      'Credit codes kept as numbers: the last three digits are lost',
    ],
  },
  codeLost: {
    severity: 'warning',
    words: ['信用代码只剩科学计数，须重新取数', 'Credit codes are cut to scientific notation; fetch them again'],
  },
  codeCheck: { severity: 'warning', words: ['信用代码校验位不符', 'Credit codes with wrong check digits'] },
  codeLength: { severity: 'warning', words: ['信用代码位数不对', 'Credit codes of a wrong length'] },
  codeCharacters: {
    severity: 'warning',
    words: ['信用代码含有不该出现的字符', 'Credit codes with characters that do not occur in them'],
  },
  twoMonths: {
    severity: 'warning',
    words: [
      '“{label}”的数值可能丢了末位 0（2021.1 与 2021.10），按 1 月读取',
      '“{label}” may have lost a final 0 (2021.1 or 2021.10); read as January',
    ],
  },
  remarkAmount: {
    severity: 'warning',
    words: ['备注里有面积或金额，没有自动增减', 'Remarks hold amounts; nothing was added or subtracted'],
    proposal: 'cellText',
  },
  nearLine: {
    severity: 'warning',
    words: [
      '临界：“{label}”距政策线不到 0.005，按原值判定',
      'At the line: “{label}” is within 0.005 of a line; judged by the exact value',
    ],
  },
  negativeTax: {
    severity: 'warning',
    words: ['税收为负，疑为留抵退税，按实数判定', 'Tax is negative, perhaps a refund; judged as it stands'],
  },
  hiddenRow: {
    severity: 'warning',
    words: ['被筛选或隐藏的行，仍计入', 'Rows hidden or filtered out are counted all the same'],
  },
  otherStatus: { severity: 'note', words: ['状态不是正常，照常参评', 'Status is not 正常; judged all the same'] },
  zeroTax: { severity: 'note', words: ['税收为 0', 'Tax is 0'] },
  percentMixed: {
    severity: 'note',
    words: [
      '“{label}”有的写百分号、有的不写，已逐格判断',
      '“{label}” has percent signs in some cells only; each read by itself',
    ],
  },
  about: {
    severity: 'warning',
    words: [
      '“{label}”写的是约数（约、左右），按所写的数计算，请核实',
      '“{label}” is about so much, by its own words; calculated with the number written',
    ],
  },
  ownUnit: {
    severity: 'note',
    words: ['“{label}”单元格里另写了单位，已按所写单位换算', '“{label}” has units in its cells; converted by them'],
    proposal: 'cellByUnit',
  },
  codeOrganisation: { severity: 'note', words: ['填的是 9 位组织机构代码', 'Nine-digit organisation codes'] },
  codeTaxNumber: { severity: 'note', words: ['填的是 15 位税号', 'Fifteen-digit tax numbers'] },
  parcelsJoined: {
    severity: 'note',
    words: ['看似一户的几行，按一户算', 'Rows that seem to be one enterprise, counted as one'],
    inPlaces: true,
    proposal: 'cellMerged',
  },
  hiddenColumn: { severity: 'note', words: ['有隐藏的列，没有采用', 'Hidden columns were not used'], inPlaces: true },
  blankRead: { severity: 'note', words: ['“{label}”空白，按“{word}”处理', 'Blank “{label}” was taken as “{word}”'] },
  noColumn: {
    severity: 'note',
    words: ['台账没有“{label}”列，全部按“{word}”处理', 'No “{label}” column; taken as “{word}” throughout'],
  },
};

/** The words of the findings, as the pane's codes. */
export const FOUND = Object.fromEntries(
  Object.entries(FINDINGS).map(([code, { words }]) => [`found.${code}`, words]),
) as Readonly<Record<`found.${FindingCode}`, Entry>>;
