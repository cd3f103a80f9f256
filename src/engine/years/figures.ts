import type { AssumptionId } from '../simulate/assumption';
import type { Prior } from './belief';

/** The figures that years can tell: growth a year, shares of enterprises and parcels a year, years, 万元/亩. */
export type Figure =
  | 'taxGrowth'
  | 'valueAddedGrowth'
  | 'ownLuck'
  | 'exitShare'
  | 'entryShare'
  | 'buildShare'
  | 'onTime'
  | 'buildTime'
  | 'landPrice'
  | 'acquisitionPrice';

/** What is held of each figure before a ledger is looked at (docs/model.md, 12.2): the model's defaults, and how far counties lie from them. All of it assumed. */
export const PRIORS: Readonly<Record<Figure, Prior>> = {
  taxGrowth: { kind: 'normal', mean: 0, deviation: 0.1 },
  valueAddedGrowth: { kind: 'normal', mean: 0, deviation: 0.1 },
  ownLuck: { kind: 'lognormal', median: 0.35, deviation: 0.4 },
  exitShare: { kind: 'beta', mean: 0.03, weight: 50 },
  entryShare: { kind: 'beta', mean: 0.03, weight: 50 },
  buildShare: { kind: 'beta', mean: 0.05, weight: 20 },
  onTime: { kind: 'beta', mean: 0.85, weight: 20 },
  buildTime: { kind: 'lognormal', median: 1.8, deviation: 0.4 },
  landPrice: { kind: 'lognormal', median: 40, deviation: 0.3 },
  acquisitionPrice: { kind: 'lognormal', median: 45, deviation: 0.3 },
};

/** The figures in the order in which they are told. */
export const FIGURES = Object.keys(PRIORS) as readonly Figure[];

/** The assumptions that a figure can set; the others are told only. */
export const SETS: Readonly<Partial<Record<Figure, readonly AssumptionId[]>>> = {
  taxGrowth: ['ownTaxGrowth'],
  onTime: ['disposalOnTime'],
  buildTime: ['constructionLag'],
  landPrice: ['landPrice', 'resalePrice'],
  acquisitionPrice: ['acquisitionPrice'],
};

/** Cases below which nothing is learnt: the default stays. */
export const LEAST_CASES = 5;

/** How far the growth of one year lies from that of many, beside what single enterprises do: a standard deviation, assumed where too few years tell it. */
export const YEARLY_SHOCK = 0.03;

/** A rise of the plot ratio that counts as having built. */
export const LEAST_RISE = 0.1;

/** Figures that the newest ledger's own records of its land tell, whatever the years before. */
const OF_RECORDS: ReadonlySet<Figure> = new Set(['onTime', 'buildTime', 'landPrice', 'acquisitionPrice']);

/** The first and the last year whose ledgers tell a figure. */
export function yearsBehind(figure: Figure, years: readonly number[]): readonly [first: number, last: number] {
  const last = years.at(-1) ?? NaN;
  return [OF_RECORDS.has(figure) ? last : (years[0] ?? NaN), last];
}
