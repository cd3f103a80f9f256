import { drawBlock } from '../../../../src/engine/simulate/uncertain/drawBlock';
import { firstDraws } from '../../../../src/engine/simulate/uncertain/firstDraws';
import { hashOfBits } from '../../../support/bits';
import { drawable, finished, uncertain } from './draws';

/** The hash of `sameBits` in every engine: Node, Chromium, Firefox. */
export const SAME_BITS = '7b7a4402';

/** One number for all bits of two blocks and of the first draws, with every distribution and a correlation in play. */
export function sameBits(): string {
  const ready = drawable(
    uncertain(150, {
      distributions: {
        landPrice: { kind: 'lognormal', median: 40, deviation: 0.2 },
        monthlyRent: { kind: 'normal', mean: 15, deviation: 2 },
        discountRate: { kind: 'uniform', least: 0.03, greatest: 0.07 },
        buildingCost: { kind: 'triangular', least: 1966, likeliest: 2000, greatest: 2565 },
        occupancy: { kind: 'empirical', values: [0.7, 0.8, 0.85, 0.9] },
        ownTaxGrowth: { kind: 'normal', mean: 0.02, deviation: 0.01 },
      },
      correlations: [{ a: 'landPrice', b: 'monthlyRent', value: 0.6 }],
    }),
  );
  const blocks = [0, 1].map((block) => finished(drawBlock(ready, block)));
  const first = finished(firstDraws(ready, [{ metric: 'taxPerMu', year: 10 }]));
  return hashOfBits([...blocks.flatMap(({ metrics, groups, parameters }) => [metrics, groups, parameters]), ...first]);
}
