import { isGiven, type ParcelColumns } from '../../engine/simulate/index';
import type { PaneLever } from './lever';

interface PriceSetting {
  readonly on: boolean;
  /** Electricity, yuan per kWh. */
  readonly c: number;
  readonly d: number;
  /** Water, yuan per tonne. */
  readonly waterC?: number;
  readonly waterD?: number;
  /** Land-use tax, yuan per m2 a year. */
  readonly landTaxC?: number;
  readonly landTaxD?: number;
}

/** Grades A and B pay the common price. */
const rates = (c = 0, d = 0) => [0, 0, c, d] as const;

/** Electricity and water only where the ledger has the amounts. */
function leverOf({ c, d, waterC, waterD, landTaxC, landTaxD }: PriceSetting, parcels: ParcelColumns) {
  return {
    ...(isGiven(parcels, 'electricity') && { electricity: rates(c, d) }),
    ...(isGiven(parcels, 'water') && { water: rates(waterC, waterD) }),
    landUseTax: rates(landTaxC, landTaxD),
  };
}

function textOf({ c, d, waterC, waterD, landTaxC, landTaxD }: PriceSetting): string {
  const part = (name: string, first = 0, second = 0) =>
    first > 0 || second > 0 ? [`${name} C 类 ${first} 元、D 类 ${second} 元`] : [];
  const parts = [
    part('电价每千瓦时', c, d),
    part('水价每吨', waterC, waterD),
    part('土地使用税每平方米', landTaxC, landTaxD),
  ].flat();
  return parts.length > 0 ? parts.join('；') : '没有加价';
}

/** 差别化价格: what grades C and D pay above the common prices, each where the ledger has its amounts. */
export const PRICES_ASKED: PaneLever<'prices', PriceSetting> = {
  label: ['差别化价格', 'Differential prices'],
  start: { on: false, c: 0.1, d: 0.3 },
  fields: [
    {
      kind: 'needs',
      column: 'electricity',
      fields: [
        {
          kind: 'number',
          key: 'c',
          label: ['C 类电价加价', 'Grade C, electricity'],
          unit: '元/千瓦时',
          min: 0,
          max: 5,
        },
        {
          kind: 'number',
          key: 'd',
          label: ['D 类电价加价', 'Grade D, electricity'],
          unit: '元/千瓦时',
          min: 0,
          max: 5,
        },
      ],
    },
    {
      kind: 'needs',
      column: 'water',
      fields: [
        { kind: 'number', key: 'waterC', label: ['C 类水价加价', 'Grade C, water'], unit: '元/吨', min: 0, max: 50 },
        { kind: 'number', key: 'waterD', label: ['D 类水价加价', 'Grade D, water'], unit: '元/吨', min: 0, max: 50 },
      ],
    },
    {
      kind: 'number',
      key: 'landTaxC',
      label: ['C 类土地使用税加征', 'Grade C, land-use tax'],
      unit: '元/平方米',
      min: 0,
      max: 100,
    },
    {
      kind: 'number',
      key: 'landTaxD',
      label: ['D 类土地使用税加征', 'Grade D, land-use tax'],
      unit: '元/平方米',
      min: 0,
      max: 100,
    },
    { kind: 'hint', label: ['加价不一定归县级财政，不计入财政净额。', 'Not counted as money of the county.'] },
  ],
  engine: (value, { parcels }) => leverOf(value, parcels),
  acts: (prices) => Object.values(prices).some((rate) => typeof rate === 'number' && rate > 0),
  line: () => '差别化价格',
  row: ['差别化加价', textOf],
  problems: {
    priceRates: [
      '差别化加价应按 A、B、C、D 四类各填一个数。',
      'Differential prices need one number for each grade, A to D.',
    ],
  },
};
