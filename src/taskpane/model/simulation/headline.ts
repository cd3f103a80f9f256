import { definedOnly } from '../../../engine/column/index';
import type { SimulationResult } from '../../../engine/simulate/index';
import type { Projection, SeriesName } from '../../state/simulationState';

/** The numbers of the headline: what is disposed of by the lever's year, and tax per mu in the last year against doing nothing. */
export interface Headline {
  readonly disposal?: { readonly year: number; readonly area: number; readonly share: number };
  readonly lastYear: number;
  readonly scenario: number;
  readonly difference: number;
}

export function headlineOf({ result, scenario }: Projection): Headline {
  const last = result.years.length - 1;
  const value = result.scenario.taxPerMu[last] ?? NaN;
  const disposal = scenario.disposal.on ? disposalBy(result, Math.min(scenario.disposal.years, last)) : undefined;
  return {
    lastYear: result.years[last] ?? NaN,
    scenario: value,
    difference: value - (result.baseline.taxPerMu[last] ?? NaN),
    ...definedOnly({ disposal }),
  };
}

function disposalBy({ years, scenario }: SimulationResult, index: number): Headline['disposal'] {
  const area = scenario.disposedArea.slice(0, index + 1).reduce((sum, ofYear) => sum + ofYear, 0);
  const share = scenario.disposalRate[index] ?? NaN;
  return area > 0 ? { year: years[index] ?? NaN, area, share } : undefined;
}

/** One figure over the years, with and without the levers. */
export interface SeriesPair {
  readonly years: readonly number[];
  readonly baseline: readonly number[];
  readonly scenario: readonly number[];
}

/** A figure over the years; disposal adds up. */
export function seriesPair({ years, baseline, scenario }: SimulationResult, name: SeriesName): SeriesPair {
  const column = (series: SimulationResult['scenario']) =>
    name === 'disposedArea' ? summed(series.disposedArea) : [...series[name]];
  return { years, baseline: column(baseline), scenario: column(scenario) };
}

function summed(amounts: Float64Array): number[] {
  let sum = 0;
  return Array.from(amounts, (amount) => (sum += amount));
}

/** The first and the last year of a projection, as sentences name them. */
export function firstAndLast({ years }: { readonly years: readonly number[] }): {
  readonly first: string;
  readonly last: string;
} {
  return { first: String(years[0] ?? ''), last: String(years.at(-1) ?? '') };
}
