import { newProjectTax, ramp } from '../equations';
import type { Levers } from '../levers/all';
import { drawnQuota } from '../levers/incrementStock';
import { handedOver, type TaxSharingLever } from '../levers/taxSharing';
import type { RunNotice } from '../notice';
import type { InputProblem } from '../inputProblem';
import type { Progress } from '../progress';
import { prepare } from '../simulate';
import { type EventPlan, KIND, MOST_GROUPS, planEvents, WIDTH } from './events';
import { parcelStream, seedWords } from './generator';
import { accumulate, addTaken, drawTerms, type DrawTerms, METRICS, OUTPUTS, writeMetrics } from './outcomes';
import { assumptionsAt, drawParameters, type ParameterPlan, planParameters } from './parameters';
import { type Tally, tallyDraw, tallyLength } from './tally';
import { checkUncertain, DRAWS_PER_BLOCK, type UncertainInput } from './uncertainInput';

/** An uncertain scenario ready to be drawn: any block of it, on any worker. */
export interface Drawable {
  readonly kind: 'drawable';
  readonly seed: number;
  /** The stream that its parcels are tossed from. */
  readonly stream: number;
  readonly events: EventPlan;
  readonly parameters: ParameterPlan;
  readonly levers: Levers;
  /** Where the groups are townships: what they share of the tax of new projects. */
  readonly taxSharing?: TaxSharingLever | undefined;
  readonly firstYear: number;
  readonly notices: readonly RunNotice[];
}

/** What keeps an uncertain scenario from being drawn. */
export type DrawingFailure =
  | { readonly kind: 'failed'; readonly code: 'badInput'; readonly problems: readonly InputProblem[] }
  | { readonly kind: 'failed'; readonly code: 'noUsableParcels'; readonly notices: readonly RunNotice[] };

/** Plans the scenario, lays out its events and prepares its parameters. */
export function* prepareDraws(input: UncertainInput): Steps<Drawable | DrawingFailure> {
  const problems = checkUncertain(input);
  if (problems.length > 0) return { kind: 'failed', code: 'badInput', problems };
  const prepared = yield* prepare(input, 0);
  if (prepared.kind === 'failed') return prepared;
  const { plan, context } = prepared;
  const groupBy = input.groupBy ?? 'township';
  const codes = input.parcels[groupBy];
  const tooMany = codes?.some((code) => code > MOST_GROUPS) ?? true;
  return {
    kind: 'drawable',
    seed: input.seed,
    stream: parcelStream(input.ledger ?? 0),
    events: planEvents(plan, tooMany ? () => 0 : (row) => codes?.[row] ?? 0),
    parameters: planParameters(input.assumptions, input.distributions, input.correlations),
    levers: input.levers,
    ...(groupBy === 'township' && !tooMany ? { taxSharing: input.levers.taxSharing } : {}),
    firstYear: Number(input.firstDay.slice(0, 4)),
    notices: context.tally.list(),
  };
}

type Steps<R> = Generator<Progress, R>;

/** The metrics of a group in a draw. */
export const GROUP_METRICS = ['disposedArea', 'taxPerMu'] as const;

/** What the draws of a block came to. Plain data, to be posted. */
export interface DrawnBlock {
  readonly block: number;
  readonly draws: number;
  /** (draw * metrics + metric) * years + year. */
  readonly metrics: Float64Array;
  /** ((draw * groups + group) * 2 + metric) * years + year; empty where there is one group. */
  readonly groups: Float64Array;
  /** The drawn assumptions: parameter * draws + draw. */
  readonly parameters: Float64Array;
  readonly clamped: number;
}

/** Scratch space of a block, made once. */
interface Scratch {
  readonly tally: Tally;
  readonly outputs: Float64Array;
}

/** Adds what was tallied of one group (or of all) to outputs. */
function applyTally({ events }: Drawable, terms: DrawTerms, scratch: Scratch, only?: number): void {
  const { tally, outputs } = scratch;
  const { years } = terms;
  outputs.fill(0);
  events.classes.forEach((of, index) => {
    for (let year = of.from; year < years; year++) {
      let [first, second, third, fourth] = [0, 0, 0, 0];
      for (let group = only ?? 0; group <= (only ?? events.groups - 1); group++) {
        const at = ((index * events.groups + group) * years + year) * WIDTH;
        first += tally[at] ?? 0;
        second += tally[at + 1] ?? 0;
        third += tally[at + 2] ?? 0;
        fourth += tally[at + 3] ?? 0;
      }
      if (first !== 0 || second !== 0 || third !== 0 || fourth !== 0)
        addTaken(outputs, terms, { of, year, first, second, third, fourth });
    }
  });
  accumulate(outputs, years);
}

/** Tax of new projects that each group hands over (or, below zero, receives): group * years + year; nothing without that lever. */
function sharedTax({ events, taxSharing }: Drawable, { values, years }: DrawTerms, tally: Tally): Float64Array {
  const shared = new Float64Array(taxSharing ? events.groups * years : 0);
  if (!taxSharing) return shared;
  const delay = values.resupplyDelay + values.constructionLag;
  for (const [index, of] of events.classes.entries()) {
    for (let at = of.kind === KIND.dispose ? 0 : Infinity; at < events.groups * years; at++) {
      const [group, year] = [Math.floor(at / years), at % years];
      const area = tally[(index * events.groups * years + at) * WIDTH] ?? 0;
      if (area === 0 || group === taxSharing.to) continue;
      for (let now = year + delay + 1; now < years; now++) {
        const amount = handedOver(taxSharing, group, newProjectTax(area, values)) * ramp(now - year - delay, values);
        shared[group * years + now] = (shared[group * years + now] ?? 0) + amount;
        const receiver = taxSharing.to * years + now;
        if (receiver < shared.length) shared[receiver] = (shared[receiver] ?? 0) - amount;
      }
    }
  }
  return shared;
}

/** Writes land, tax per mu and disposal of each group of a draw. */
function writeGroups(drawable: Drawable, terms: DrawTerms, scratch: Scratch, to: Float64Array, draw: number): void {
  const { events } = drawable;
  const { years } = terms;
  const stock = { ...terms, stockOnly: true };
  const shared = sharedTax(drawable, terms, scratch.tally);
  for (let group = 0; group < events.groups; group++) {
    applyTally(drawable, stock, scratch, group);
    const start = (draw * events.groups + group) * GROUP_METRICS.length * years;
    for (let year = 0; year < years; year++) {
      const land = (events.land[group] ?? NaN) + (scratch.outputs[year] ?? NaN);
      const own = (events.tax[group] ?? NaN) * (terms.growth[year] ?? NaN) + (scratch.outputs[years + year] ?? NaN);
      const tax = own - (shared[group * years + year] ?? 0);
      to[start + year] = scratch.outputs[OUTPUTS.indexOf('disposedArea') * years + year] ?? NaN;
      to[start + years + year] = tax / land;
    }
  }
}

const sum = (numbers: Float64Array) => numbers.reduce((total, number) => total + number, 0);

/** How a block is drawn: whole, unless less of it will do. `tally` is what tosses the parcels. */
interface Drawing {
  readonly tally?: typeof tallyDraw;
  /** The first draws of the block alone. */
  readonly draws?: number;
  /** Land, tax and disposal alone; groups left out. */
  readonly stockOnly?: boolean;
  readonly ungrouped?: boolean;
}

/** Draws one block of a scenario: the same bits whoever draws it. */
export function* drawBlock(drawable: Drawable, block: number, how: Drawing = {}): Steps<DrawnBlock> {
  const { events, parameters, seed, stream, levers } = drawable;
  const { draws = DRAWS_PER_BLOCK, tally = tallyDraw, stockOnly = false, ungrouped } = how;
  const years = parameters.values.horizon + 1;
  const drawn = drawParameters(parameters, seed, block, DRAWS_PER_BLOCK);
  const state = seedWords(seed, block, stream);
  const scratch = {
    tally: new Float64Array(tallyLength(events, years)),
    outputs: new Float64Array(OUTPUTS.length * years),
  };
  const metrics = new Float64Array(draws * METRICS.length * years);
  const grouped = events.groups > 1 && !ungrouped;
  const groups = new Float64Array(grouped ? draws * events.groups * GROUP_METRICS.length * years : 0);
  const opening = { land: sum(events.land), tax: sum(events.tax), surcharge: events.surcharge };
  for (let draw = 0; draw < draws; draw++) {
    const values = assumptionsAt(parameters, drawn, draw);
    const terms = { ...drawTerms(values, levers), stockOnly };
    tally(events, values, state, scratch.tally);
    applyTally(drawable, terms, scratch);
    const given = {
      outputs: scratch.outputs,
      terms,
      opening,
      quotaOf: drawnQuota(levers.incrementStock, events.tasks),
    };
    writeMetrics(metrics, draw * METRICS.length * years, given);
    if (grouped) writeGroups(drawable, terms, scratch, groups, draw);
    yield { phase: 'drawing', done: draw + 1, total: draws };
  }
  const flat = new Float64Array(drawn.columns.length * draws);
  drawn.columns.forEach((column, index) => flat.set(column.subarray(0, draws), index * draws));
  return { block, draws, metrics, groups, parameters: flat, clamped: drawn.clamped };
}
