import { type Drawable, type DrawnBlock } from '../../src/engine/simulate/uncertain/drawBlock';
import { sortedQuantile } from '../../src/engine/simulate/uncertain/spread';
import { groupColumn } from '../../src/engine/simulate/uncertain/summary';
import { metricColumn } from '../../src/engine/simulate/uncertain/stopRule';
import { metricIndex } from '../../src/engine/simulate/uncertain/outcomes';

/** The area disposed of by the end of each year, as drawn: sorted, one value a draw, mu. Plain data. */
export interface DisposalDistribution {
  readonly years: readonly number[];
  /** Over all groups: a column of draws a year. */
  readonly total: readonly Float64Array[];
  /** By group code (0: none): a column of draws a year. */
  readonly groups: readonly { readonly code: number; readonly byYear: readonly Float64Array[] }[];
}

/** The distribution of disposal by group and year, cumulative, from drawn blocks. */
export function disposalDistribution(drawable: Drawable, blocks: readonly DrawnBlock[]): DisposalDistribution {
  const years = drawable.parameters.values.horizon + 1;
  const { groups, land } = drawable.events;
  const all = Array.from({ length: years }, (_, year) => year);
  const total = all.map((year) => metricColumn(blocks, metricIndex('disposedArea'), year, years).sort());
  const codes = Array.from({ length: groups }, (_, code) => code).filter((code) => (land[code] ?? 0) > 0);
  return {
    years: all.map((year) => drawable.firstYear + year),
    total,
    groups: codes.map((code) => ({
      code,
      byYear:
        groups > 1
          ? all.map((year) => groupColumn(blocks, { group: code, groups, metric: 0, year }, years).sort())
          : total,
    })),
  };
}

/** The area that is reached with a given chance (0..1): 0.8 gives what eight draws in ten reach. */
export function areaWithChance(sorted: Float64Array, chance: number): number {
  return sortedQuantile(sorted, 1 - chance);
}
