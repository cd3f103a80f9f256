import { describe, expect, it } from 'vitest';
import { FIGURES, type Figure, PRIORS, YEARLY_SHOCK } from '../../../src/engine/years/figures';
import { learn, type Learnt } from '../../../src/engine/years/learn';
import { assumptionValues } from '../../../src/engine/simulate/assumption';
import { chanceOf } from '../../support/years/chance';
import { type CountyTruth, truthFrom } from '../../support/years/countyTruth';
import { madeCounty } from '../../support/years/madeCounty';

const KEPT = { brokenCodes: 0.05, renamed: 0.03, divided: 0.05, yearly: YEARLY_SHOCK };

interface Trial {
  readonly truth: CountyTruth;
  readonly learnt: Learnt;
}

function trial(seed: number, firms: number, far: Partial<CountyTruth> = {}): Trial {
  const truth = { ...truthFrom(chanceOf(seed * 7 + 1)), ...far };
  const { ledgers } = madeCounty({ seed, firms, years: 2, truth, ...KEPT });
  return { truth, learnt: learn({ years: ledgers, values: assumptionValues() }) };
}

const isInside = ({ truth, learnt }: Trial, figure: Figure) => {
  const { low, high } = learnt.figures[figure];
  return truth[figure] >= low && truth[figure] <= high;
};

// Fixed seeds: what is claimed is how often intervals hold, and a soak would fail it by chance now and then.
describe('what is learnt from two made-up years', () => {
  it('over 200 counties of 400 enterprises the truths lie in 85 to 95 % of the 90 % intervals, of every figure but one at most', () => {
    const trials = Array.from({ length: 200 }, (_, seed) => trial(seed, 400));
    const held = FIGURES.map((figure) => [figure, trials.filter((one) => isInside(one, figure)).length / 2] as const);
    const off = held.filter(([, share]) => share < 85 || share > 95);
    expect(off.length, JSON.stringify(held)).toBeLessThanOrEqual(1);
    for (const figure of FIGURES)
      expect(trials.filter(({ learnt }) => learnt.figures[figure].state === 'learnt').length).toBeGreaterThan(190);
  }, 240_000);

  it('far from the default it is drawn toward it, and says that the two are at odds', () => {
    const far = { taxGrowth: 0.35, exitShare: 0.12, buildShare: 0.3, onTime: 0.4, landPrice: 100, ownLuck: 0.35 };
    const trials = Array.from({ length: 30 }, (_, seed) => trial(seed, 400, far));
    for (const [figure, value] of Object.entries(far) as [Figure, number][]) {
      const middles = trials.map(({ learnt }) => learnt.figures[figure].value);
      const middle = middles.reduce((total, one) => total + one, 0) / middles.length;
      const start = PRIORS[figure].kind === 'lognormal' ? PRIORS[figure].median : PRIORS[figure].mean;
      expect(Math.abs(middle - value), figure).toBeLessThanOrEqual(Math.max(0.02, Math.abs(start - value)));
      if (figure === 'taxGrowth' || figure === 'onTime' || figure === 'landPrice')
        expect(trials.filter(({ learnt }) => learnt.figures[figure].apart > 2).length, figure).toBeGreaterThan(24);
    }
  }, 60_000);

  it('of five or six enterprises the default has the most weight', () => {
    const trials = Array.from({ length: 40 }, (_, seed) => trial(seed, 6));
    const learnt = trials.map((one) => one.learnt.figures.taxGrowth).filter(({ state }) => state === 'learnt');
    expect(learnt.length).toBeGreaterThan(20);
    const weights = learnt.map(({ weight }) => weight);
    expect(weights.reduce((total, one) => total + one, 0) / weights.length).toBeLessThan(0.3);
    for (const { learnt: of } of trials) {
      expect(of.figures.exitShare.weight).toBeLessThan(0.2);
      expect(of.figures.landPrice).toMatchObject({ state: expect.stringMatching(/few|none|learnt/) as string });
      if (of.figures.onTime.n < 5) expect(of.figures.onTime).toMatchObject({ weight: 0, value: 0.85 });
    }
  });
});
