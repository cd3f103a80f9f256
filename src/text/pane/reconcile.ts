import type { Entry } from './entry';

/** What reconciliation found, in the list 发现的问题 of the 台账 screen. */
export const RECONCILE = {
  foundTotalDiffers: ['合计、小计的“{label}”与明细之和不符', 'Totals of “{label}” differ from the sum of their rows'],
  foundTotalSkipsText: [
    '合计、小计的“{label}”漏加了以文本保存的数字',
    'Totals of “{label}” leave out numbers kept as text',
  ],
  foundRatioSummed: [
    '合计行的“{label}”是各行比值相加，应以总量除以总面积',
    'A total of “{label}” adds up ratios; it must be the sum over the total area',
  ],
  foundRatioAveraged: [
    '合计行的“{label}”是各行比值的平均，应以总量除以总面积',
    'A total of “{label}” averages ratios; it must be the sum over the total area',
  ],
  foundRatioDiffers: [
    '合计行的“{label}”与总量除以总面积相差超过 1%',
    'A total of “{label}” is more than 1% off the sum over the total area',
  ],
  foundPerMuDiffers: ['“{label}”与重算的数相差超过 1%', '“{label}” is more than 1% off what its row gives'],
  foundPerMuBroken: [
    '“{label}”显示为 0 或错误，可按本行重算（常因数字存成文本）',
    '“{label}” shows 0 or an error though its row gives a number (often numbers kept as text)',
  ],
  foundPerMuOfBlank: [
    '缺税收或面积，“{label}”却显示 0 或错误，不作为 0 处理',
    '“{label}” shows 0 or an error where its inputs are missing; not taken as 0',
  ],
  foundSameCode: ['同一信用代码有多行，没有合并', 'A credit code on several rows; not merged'],
  foundSameCodeSameTax: [
    '同一信用代码有多行、税收相同：可能重复填报，没有合并',
    'A credit code on several rows with the same tax: perhaps counted twice; not merged',
  ],
  foundSameCodeOtherTax: [
    '同一信用代码有多行、税收不同：可能一企多地，没有合并',
    'A credit code on several rows with different taxes: perhaps several parcels; not merged',
  ],
  foundSameParcel: ['同一地块编码有多行：可能一地多企，没有合并', 'A parcel code on several rows; not merged'],
  foundNearLine: [
    '临界：“{label}”距政策线不到 0.005，按原值判定',
    'At the line: “{label}” is within 0.005 of a line; judged by the exact value',
  ],
  places: ['{count} 处', '{count}'],
  cellExpected: ['第 {row} 行 {name}：{text}，应为 {expected}', 'Row {row} {name}: {text}, should be {expected}'],
  cellExpectedOwn: [
    '第 {row} 行 {name}：{text}，应为 {expected}（按本行的合计数是 {own}）',
    'Row {row} {name}: {text}, should be {expected} (the row’s own totals give {own})',
  ],
  cellSameAs: ['第 {row} 行 {name}：{text}，同第 {other} 行', 'Row {row} {name}: {text}, as in row {other}'],
  cellLine: ['第 {row} 行 {name}：{text}，线为 {line}', 'Row {row} {name}: {text}, the line is {line}'],
} as const satisfies Record<string, Entry>;
