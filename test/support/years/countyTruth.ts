import { PRIORS, type Figure } from '../../../src/engine/years/figures';
import type { Prior } from '../../../src/engine/years/belief';
import type { Chance } from './chance';

/** What is true of a made-up county. */
export type CountyTruth = Readonly<Record<Figure, number>>;

/** Truths as the priors hold them likely. */
export function truthFrom(chance: Chance): CountyTruth {
  const entries = Object.entries(PRIORS).map(([figure, prior]) => [figure, drawn(prior, chance)]);
  return Object.fromEntries(entries) as CountyTruth;
}

function drawn(prior: Prior, chance: Chance): number {
  if (prior.kind === 'beta') return chance.beta(prior.mean * prior.weight, (1 - prior.mean) * prior.weight);
  if (prior.kind === 'normal') return prior.mean + prior.deviation * chance.normal();
  return prior.median * Math.exp(prior.deviation * chance.normal());
}
