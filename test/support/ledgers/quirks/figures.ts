import { columnOf, putBeside, replaceColumn, type Draft, type DraftColumn } from '../draft';
import { rounded, type Enterprise } from '../enterprises';
import type { Quirk } from '../quirk';
import { partColumn, sharesOf, vary } from './columns';

function figures(name: string, takes: readonly string[], apply: Quirk['apply']): Quirk {
  return { name, family: 'words', weight: 1, takes, apply };
}

const TAX = ['taxWord', 'taxBeside', 'taxTree', 'proof'] as const;
const LAND = ['landWord', 'landBeside', 'landTree', 'proof'] as const;

/** Another figure of the same, which differs in some rows only. */
function twin(draft: Draft, key: 'land' | 'tax', header: string): void {
  const often = (one: Enterprise) => (vary(one, header) < 0.5 ? 1 : 0.85 + 0.2 * vary(one, `${header}by`));
  putBeside(draft, key, partColumn(key, [header], often));
  // Two columns of the same figures throughout are one.
  if (draft.enterprises.some((one) => often(one) !== 1)) draft.mustAsk.add(key === 'tax' ? 'taxPaid' : 'landArea');
}

/** Two parts of a figure, of which the second is often nothing. */
function twoParts(
  draft: Draft,
  key: 'land' | 'tax',
  headers: readonly [readonly string[], readonly string[]],
): DraftColumn[] {
  return headers.map((header, at): DraftColumn => ({
    ...{ key: header.join('|'), kind: key, header, sums: true },
    ...(columnOf(draft, key).unit === undefined ? {} : { unit: key === 'land' ? '亩' : '万元' }),
    cell: (one) => {
      const whole = key === 'land' ? one.land : one.tax;
      // Where nobody had a second part both readings would be one.
      const hasBoth = one === draft.enterprises[0] || vary(one, headers[1].join()) < 0.5;
      const [first = 0, second = 0] = hasBoth ? sharesOf(whole, 2, one) : [whole, 0];
      return at === 0 ? first : second === 0 ? '' : second;
    },
  }));
}

/** Figures that no dictionary knows, and what is said of them around the table. */
export const FIGURES: readonly Quirk[] = [
  figures('checkedTaxBeside', TAX, (draft) => {
    twin(draft, 'tax', draft.draw.one(['复核后税收', '镇街核对数', '扣除查补后税额', '会审数']));
  }),
  figures('checkedLandBeside', LAND, (draft) => {
    twin(draft, 'land', draft.draw.one(['扣除河道后面积', '校核面积', '清查面积', '修正后用地']));
  }),
  figures('figureOfSome', ['taxWord', 'taxTree', 'proof'], (draft) => {
    columnOf(draft, 'tax').header = [draft.draw.one(['实缴税收（老厂）', '母公司税收', '本地法人税收', '并表税额'])];
    draft.mustAsk.add('taxPaid');
  }),
  figures('certifiedAndRented', [...LAND, 'landCells'], (draft) => {
    const rented = draft.draw.one(['租进土地面积', '向村集体租用面积', '承租面积']);
    replaceColumn(draft, 'land', twoParts(draft, 'land', [[draft.draw.one(['产权证面积', '登记发证面积'])], [rented]]));
    draft.mustAsk.add('landArea');
  }),
  figures(
    'phases',
    [...TAX, ...LAND, 'headings', 'unitsAt', 'landCells', 'taxCells', 'landUnit', 'taxUnit'],
    (draft) => {
      const [first, second] = draft.draw.one([
        ['首期', '续建'],
        ['东厂区', '西厂区'],
        ['一期项目', '二期项目'],
      ] as const);
      const land = twoParts(draft, 'land', [
        [first, '用地（亩）'],
        [second, '用地（亩）'],
      ]);
      const tax = twoParts(draft, 'tax', [
        [first, '税收（万元）'],
        [second, '税收（万元）'],
      ]);
      for (const column of [...land, ...tax]) Reflect.deleteProperty(column, 'unit');
      const apart = [0, 1].flatMap((at) => [land[at], tax[at]].filter((column) => column !== undefined));
      replaceColumn(draft, 'land', apart);
      draft.columns.splice(draft.columns.indexOf(columnOf(draft, 'tax')), 1);
      draft.mustAsk.add('landArea').add('taxPaid');
    },
  ),
  figures('noteOfAnotherUnit', ['unitsAt', 'taxUnit', 'taxTree', 'taxCells', 'proof', 'taxBeside'], (draft) => {
    draft.below.push(draft.draw.one(['说明：税收金额以千元计。', '备注：税收取自统计年报，单位为千元。']));
    draft.mustAsk.add('taxPaid');
  }),
  figures('noteSaysWhich', LAND, (draft) => {
    const column = columnOf(draft, 'land');
    column.header = ['认可面积'];
    putBeside(draft, 'land', {
      ...{ ...column, key: 'certified', header: ['证载面积'] },
      cell: (one) => rounded(one.land * (vary(one, 'certified') < 0.5 ? 1 : 1.1)),
    });
    draft.below.push('注：亩均税收按认可面积测算。');
  }),
];
