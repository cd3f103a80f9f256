import { ASSUMPTION_IDS, type AssumptionId } from '../assumption';
import type { Progress } from '../progress';
import { ranksOf } from './correlate';
import { type Drawable, type DrawnBlock, GROUP_METRICS } from './drawBlock';
import { type Metric, metricIndex, METRICS } from './outcomes';
import { shareAtLeast, type Spread, spreadOf } from './spread';
import { metricColumn } from './stopRule';
import type { DatedTarget } from './uncertainInput';

/** How likely a target is met: by the end of each year, and by its own. */
export interface TargetChance {
  readonly target: DatedTarget;
  readonly byYear: readonly number[];
  readonly chance: number;
}

/** A group's spread by year. */
export interface GroupSpread {
  readonly code: number;
  readonly disposedArea: readonly Spread[];
  readonly taxPerMu: readonly Spread[];
}

/** How strongly an assumption moves a metric: the rank correlation over the draws, -1..1. */
export interface Influence {
  readonly id: AssumptionId;
  readonly correlation: number;
}

/** The draws of a run as columns, for scatter plots and export. */
export interface RawDraws {
  readonly draws: number;
  readonly varying: readonly AssumptionId[];
  /** parameter * draws + draw. */
  readonly parameters: Float64Array;
  /** (draw * metrics + metric) * years + year. */
  readonly metrics: Float64Array;
}

/** What a run of draws came to. */
export interface UncertainResult {
  readonly years: readonly number[];
  readonly draws: number;
  readonly metrics: Readonly<Record<Metric, readonly Spread[]>>;
  readonly groups: readonly GroupSpread[];
  readonly targets: readonly TargetChance[];
  /** By rank correlation, strongest first, for the metrics of `INFLUENCED` in the last year. */
  readonly influences: Readonly<Partial<Record<Metric, readonly Influence[]>>>;
  /** 1 where the correlations were kept; else what all were multiplied with. */
  readonly correlationsKept: number;
  /** Drawn values brought to the end of their assumption's range. */
  readonly clamped: number;
  readonly raw: RawDraws;
}

/** Metrics whose influences are worked out. */
export const INFLUENCED: readonly Metric[] = ['taxPerMu', 'disposedArea', 'cumulativeValue', 'tax'];

type Steps<R> = Generator<Progress, R>;

/** Counts one more step of the summary. */
type Tick = () => Progress;

/** Counts the steps of a summary, from its first to its last. */
function tickOf({ events, parameters }: Drawable, years: number): Tick {
  const groups = events.groups > 1 ? events.groups : 0;
  const total = (METRICS.length + groups) * years + parameters.varying.length + INFLUENCED.length;
  let done = 0;
  return () => ({ phase: 'summing', done: Math.min(++done, total), total });
}

/** All metrics by year. */
function* metricSpreads(blocks: readonly DrawnBlock[], years: number, tick: Tick): Steps<Record<Metric, Spread[]>> {
  const spreads = {} as Record<Metric, Spread[]>;
  for (const [index, metric] of METRICS.entries()) {
    spreads[metric] = [];
    for (let year = 0; year < years; year++) {
      spreads[metric].push(spreadOf(metricColumn(blocks, index, year, years)));
      yield tick();
    }
  }
  return spreads;
}

/** One metric of a group in one year over all draws. */
export function groupColumn(
  blocks: readonly DrawnBlock[],
  at: { readonly group: number; readonly groups: number; readonly metric: 0 | 1; readonly year: number },
  years: number,
): Float64Array {
  const draws = blocks.reduce((sum, block) => sum + block.draws, 0);
  const column = new Float64Array(draws);
  let next = 0;
  for (const block of blocks)
    for (let draw = 0; draw < block.draws; draw++)
      column[next++] =
        block.groups[((draw * at.groups + at.group) * GROUP_METRICS.length + at.metric) * years + at.year] ?? NaN;
  return column;
}

function* groupSpreads(
  { events }: Drawable,
  blocks: readonly DrawnBlock[],
  years: number,
  tick: Tick,
): Steps<GroupSpread[]> {
  const spreads: GroupSpread[] = [];
  const { groups } = events;
  for (let group = 0; groups > 1 && group < groups; group++) {
    if (!((events.land[group] ?? 0) > 0)) continue;
    const [disposedArea, taxPerMu]: [Spread[], Spread[]] = [[], []];
    for (let year = 0; year < years; year++) {
      disposedArea.push(spreadOf(groupColumn(blocks, { group, groups, metric: 0, year }, years)));
      taxPerMu.push(spreadOf(groupColumn(blocks, { group, groups, metric: 1, year }, years)));
      yield tick();
    }
    spreads.push({ code: group, disposedArea, taxPerMu });
  }
  return spreads;
}

/** The chance of meeting a target by the end of each year. */
function chanceOf(target: DatedTarget, drawable: Drawable, blocks: readonly DrawnBlock[], years: number): TargetChance {
  const isRate = target.metric === 'disposalRate';
  const metric = metricIndex(target.metric === 'disposalRate' ? 'disposedArea' : target.metric);
  const line = isRate ? target.atLeast * drawable.events.openingInefficientArea : target.atLeast;
  const byYear = Array.from({ length: years }, (_, year) =>
    shareAtLeast(metricColumn(blocks, metric, year, years), line),
  );
  return { target, byYear, chance: byYear[target.byYear - drawable.firstYear] ?? NaN };
}

/** The correlation of two columns of ranks without ties: their Spearman coefficient. */
export function rankCorrelation(a: Uint32Array, b: Uint32Array): number {
  const n = a.length;
  const middle = (n - 1) / 2;
  let sum = 0;
  for (let index = 0; index < n; index++) sum += ((a[index] ?? 0) - middle) * ((b[index] ?? 0) - middle);
  return sum / ((n * (n * n - 1)) / 12);
}

function* influencesOf(
  { parameters }: Drawable,
  blocks: readonly DrawnBlock[],
  years: number,
  tick: Tick,
): Steps<Partial<Record<Metric, Influence[]>>> {
  const draws = blocks.reduce((sum, block) => sum + block.draws, 0);
  const raw = mergeParameters(blocks, parameters.varying.length, draws);
  const ranks: Uint32Array[] = [];
  for (const index of parameters.varying.keys()) {
    ranks.push(ranksOf(raw.subarray(index * draws, (index + 1) * draws)));
    yield tick();
  }
  const influences: Partial<Record<Metric, Influence[]>> = {};
  for (const metric of INFLUENCED) {
    const column = ranksOf(metricColumn(blocks, metricIndex(metric), years - 1, years));
    influences[metric] = parameters.varying
      .map((id, index) => ({ id, correlation: rankCorrelation(ranks[index] ?? column, column) }))
      .sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation) || byOrder(a.id, b.id));
    yield tick();
  }
  return influences;
}

const byOrder = (a: AssumptionId, b: AssumptionId) => ASSUMPTION_IDS.indexOf(a) - ASSUMPTION_IDS.indexOf(b);

/** The drawn assumptions of all blocks, one column a parameter. */
function mergeParameters(blocks: readonly DrawnBlock[], count: number, draws: number): Float64Array {
  const merged = new Float64Array(count * draws);
  let at = 0;
  for (const block of blocks) {
    for (let index = 0; index < count; index++)
      merged.set(block.parameters.subarray(index * block.draws, (index + 1) * block.draws), index * draws + at);
    at += block.draws;
  }
  return merged;
}

function rawOf({ parameters }: Drawable, blocks: readonly DrawnBlock[], draws: number): RawDraws {
  const size = blocks.reduce((sum, block) => sum + block.metrics.length, 0);
  const metrics = new Float64Array(size);
  let at = 0;
  for (const block of blocks) {
    metrics.set(block.metrics, at);
    at += block.metrics.length;
  }
  const { varying } = parameters;
  return { draws, varying, parameters: mergeParameters(blocks, varying.length, draws), metrics };
}

/** Sums up the drawn blocks, given in their order. */
export function* summarise(
  drawable: Drawable,
  blocks: readonly DrawnBlock[],
  targets: readonly DatedTarget[] = [],
): Steps<UncertainResult> {
  const years = drawable.parameters.values.horizon + 1;
  const draws = blocks.reduce((sum, block) => sum + block.draws, 0);
  const tick = tickOf(drawable, years);
  return {
    years: Array.from({ length: years }, (_, year) => drawable.firstYear + year),
    draws,
    metrics: yield* metricSpreads(blocks, years, tick),
    groups: yield* groupSpreads(drawable, blocks, years, tick),
    targets: targets.map((target) => chanceOf(target, drawable, blocks, years)),
    influences: yield* influencesOf(drawable, blocks, years, tick),
    correlationsKept: drawable.parameters.correlationsKept,
    clamped: blocks.reduce((sum, block) => sum + block.clamped, 0),
    raw: rawOf(drawable, blocks, draws),
  };
}
