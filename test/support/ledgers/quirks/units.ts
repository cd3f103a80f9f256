import { columnOf, type Draft } from '../draft';
import { rounded } from '../enterprises';
import type { Quirk } from '../quirk';
import { wordColumn } from './columns';

function units(name: string, weight: number, takes: readonly string[], apply: Quirk['apply']): Quirk {
  return { name, family: 'units', weight, takes, apply };
}

/** All amounts of a kind in another unit; headers that name the unit name the other. */
function inUnit(draft: Draft, kind: 'land' | 'tax', unit: string, times: number): void {
  const before = kind === 'land' ? '（亩）' : '（万元）';
  for (const column of draft.columns.filter((one) => one.kind === kind)) {
    const { cell } = column;
    column.cell = (one, index) => scaled(cell(one, index), times);
    if (column.unit !== undefined) column.unit = unit;
    column.header = column.header.map((text) => text.replace(before, `（${unit}）`));
  }
}

function scaled(value: ReturnType<Draft['columns'][number]['cell']>, times: number) {
  return typeof value === 'number' ? rounded(value * times, 8) : value;
}

const LAND = { 亩: 1, '㎡': 2000 / 3, 平方米: 2000 / 3, m2: 2000 / 3, 公顷: 1 / 15 } as const;
const TAX = { 万元: 1, 元: 10_000, 千元: 10, 亿元: 0.0001 } as const;

function landIn(unit: keyof typeof LAND): Quirk['apply'] {
  return (draft) => {
    inUnit(draft, 'land', unit, LAND[unit]);
  };
}

function taxIn(unit: keyof typeof TAX): Quirk['apply'] {
  return (draft) => {
    inUnit(draft, 'tax', unit, TAX[unit]);
  };
}

/** Units in any of some, said in a line above the header and not in it. */
function said(line: (land: string, tax: string) => string): Quirk['apply'] {
  return (draft) => {
    const land = draft.draw.one(['亩', '平方米', '公顷'] as const);
    const tax = draft.draw.one(['万元', '元', '千元'] as const);
    landIn(land)(draft);
    taxIn(tax)(draft);
    draft.unitsAt = 'nowhere';
    draft.above.push({ text: line(land, tax), column: draft.draw.one([0, 3]), merged: false });
  };
}

/** Units of land and tax, where they stand and whether they can be right. */
const SAID = ['unitsAt', 'landUnit', 'taxUnit', 'above', 'taxTree', 'landTree'] as const;
const NONE = ['unitsAt', 'landUnit', 'taxUnit', 'taxTree', 'landTree'] as const;
/** The format of a number shows nothing of a text. */
const SHOWN = [...NONE, 'numbers'] as const;

/** Units, and where they stand. */
export const UNITS: readonly Quirk[] = [
  units('squareMetres', 2, ['landUnit'], landIn('㎡')),
  units('squareMetresInWords', 2, ['landUnit'], landIn('平方米')),
  units('squareMetresByLetter', 1, ['landUnit'], landIn('m2')),
  units('hectares', 2, ['landUnit'], landIn('公顷')),
  units('yuan', 2, ['taxUnit'], taxIn('元')),
  units('thousands', 2, ['taxUnit'], taxIn('千元')),
  units('hundredMillions', 1, ['taxUnit'], taxIn('亿元')),
  units(
    'unitLine',
    2,
    SAID,
    said((land, tax) => `单位：${land}、${tax}`),
  ),
  units(
    'unitLineInBrackets',
    2,
    SAID,
    said((land, tax) => `（单位：${land}、${tax}）`),
  ),
  units(
    'unitLineByKind',
    2,
    SAID,
    said((land, tax) => `面积单位：${land}\u3000金额单位：${tax}`),
  ),
  units(
    'unitLineOfSeveral',
    1,
    SAID,
    said((land, tax) => `填报单位：东海县自然资源局      面积：${land}；税收、投资：${tax}`),
  ),
  units(
    'unitLineByField',
    1,
    SAID,
    said((land, tax) => `单位：面积${land}，税收${tax}`),
  ),
  units(
    'unitLineWithSlash',
    1,
    SAID,
    said((land, tax) => `单位：${land}/${tax}`),
  ),
  units(
    'unitInTitle',
    2,
    SAID,
    said((land, tax) => `2023年企业用地税收情况表（单位：${tax}、${land}）`),
  ),
  units('unitsOnInstructions', 1, [...SAID, 'sheetBefore'], (draft) => {
    said((land, tax) => `三、计量单位：面积统一为${land}，税收统一为${tax}`)(draft);
    const line = draft.above.pop()?.text ?? '';
    const cells = ['填表说明', '一、填报范围：全市工业企业。', '二、报告期：2023年度。', `${line}，均保留两位小数。`];
    draft.before.push({ name: '填表说明', cells: cells.map((text) => [text]) });
  }),
  units('unitRow', 2, ['unitsAt', 'taxTree', 'landTree'], (draft) => {
    draft.unitsAt = 'below';
  }),
  units('unitAfterSlash', 1, ['unitsAt'], (draft) => {
    draft.unitsAt = 'slash';
  }),
  units('halfWidthBrackets', 1, ['unitsAt'], (draft) => {
    draft.unitsAt = 'halfBrackets';
  }),
  units('noUnits', 2, NONE, (draft) => {
    draft.unitsAt = 'nowhere';
    draft.mayAsk.add('landArea').add('taxPaid');
  }),
  units('noUnitsBigNumbers', 1, NONE, (draft) => {
    landIn('㎡')(draft);
    taxIn('元')(draft);
    draft.unitsAt = 'nowhere';
    draft.mayAsk.add('landArea').add('taxPaid');
  }),
  units('unitsProvedByYield', 1, [...NONE, 'proof'], (draft) => {
    if (draft.draw.chance(0.5)) landIn('㎡')(draft);
    draft.unitsAt = 'nowhere';
    draft.columns.push(wordColumn('亩均税收（万元/亩）', ({ tax, land }) => rounded(tax / land)));
    draft.mayAsk.add('landArea').add('taxPaid');
  }),
  units('unitsInCells', 2, [...NONE, 'landCells', 'taxCells', 'taxBeside', 'landBeside', 'totals'], (draft) => {
    draft.unitsAt = 'nowhere';
    const [land, tax] = [columnOf(draft, 'land'), columnOf(draft, 'tax')];
    land.cell = (one) => `${String(one.land)}亩`;
    tax.cell = (one) => `${String(one.tax)}万元`;
  }),
  units('unitsInFormats', 1, SHOWN, (draft) => {
    draft.unitsAt = 'nowhere';
    columnOf(draft, 'land').numberFormat = '0.00"亩"';
    columnOf(draft, 'tax').numberFormat = '#,##0.00"万元"';
  }),
  units('otherUnitsInFormats', 1, SHOWN, (draft) => {
    landIn('㎡')(draft);
    taxIn('千元')(draft);
    draft.unitsAt = 'nowhere';
    columnOf(draft, 'land').numberFormat = '#,##0.00"平方米"';
    columnOf(draft, 'tax').numberFormat = '0.00\\千\\元';
  }),
  // A few were typed by another hand.
  units('formatOfSomeCells', 1, [...NONE, 'landCells', 'taxCells', 'totals', 'groups'], (draft) => {
    draft.unitsAt = 'nowhere';
    const [land, tax] = [columnOf(draft, 'land'), columnOf(draft, 'tax')];
    Object.assign(land, { numberFormat: '0.00"亩"' });
    Object.assign(tax, { numberFormat: '0.00"万元"' });
    draft.lines = draft.lines.map((line, at) => {
      const [one] = line.of;
      if (!one || line.kind !== 'enterprise' || at % 5 !== 2) return line;
      const cells = { land: rounded((one.land * 2000) / 3), tax: Math.round(one.tax * 10_000) };
      return { ...line, cells: { ...line.cells, ...cells }, formats: { land: '#,##0.00"㎡"', tax: '#,##0"元"' } };
    });
  }),
  units('formatSaysOtherwise', 1, ['taxUnit', 'taxTree', 'taxCells', 'unitsAt', 'taxBeside', 'proof'], (draft) => {
    columnOf(draft, 'tax').numberFormat = '#,##0.00"千元"';
    draft.mustAsk.add('taxPaid');
  }),
  units('formatShowsTenThousands', 1, ['taxUnit', 'taxTree', 'taxCells', 'unitsAt', 'taxBeside'], (draft) => {
    const tax = columnOf(draft, 'tax');
    tax.cell = (one) => Math.round(one.tax * 10_000);
    tax.numberFormat = '0!.0,';
    draft.mayAsk.add('taxPaid');
  }),
  units(
    'headerSaysSquareMetres',
    1,
    ['landUnit', 'landTree', 'unitsAt', 'proof', 'landBeside', 'landCells'],
    (draft) => {
      columnOf(draft, 'land').unit = '平方米';
      draft.mustAsk.add('landArea');
    },
  ),
  units('headerSaysTenThousands', 1, ['taxUnit', 'taxTree', 'unitsAt', 'proof', 'taxBeside', 'taxCells'], (draft) => {
    const tax = columnOf(draft, 'tax');
    tax.cell = (one) => Math.round(one.tax * 10_000);
    draft.mustAsk.add('taxPaid');
  }),
  units('headerSaysYuan', 1, ['taxUnit', 'taxTree', 'unitsAt', 'proof', 'taxBeside', 'taxCells'], (draft) => {
    columnOf(draft, 'tax').unit = '元';
    draft.mustAsk.add('taxPaid');
  }),
];
