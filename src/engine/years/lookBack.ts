import { assumptionValues } from '../simulate/assumption';
import type { Progress } from '../simulate/progress';
import {
  drawBlock,
  type Drawable,
  type DrawingFailure,
  GROUP_METRICS,
  prepareDraws,
} from '../simulate/uncertain/drawBlock';
import { Generator } from '../simulate/uncertain/generator';
import { metricIndex, METRICS } from '../simulate/uncertain/outcomes';
import { sortedQuantile } from '../simulate/uncertain/spread';
import { type Cause, causesOf } from './causes';
import { countedOf, type Held, isInside, type LookBackInput } from './held';
import { drawLuck, type LuckyFirms, rateDrawer } from './luck';

/** What a projection came to against what happened. */
export interface LookBackResult {
  readonly kind: 'held';
  readonly held: readonly Held[];
  /** Figures that count (townships), and those of them within their 90 %. */
  readonly counted: number;
  readonly inside: number;
  /** Mean of (happened − middle) / middle over them: below 0 the projection was too high. */
  readonly bias: number;
  /** What was off, the most first; none where everything lies within luck. */
  readonly causes: readonly Cause[];
}

/** A stream of its own: what luck draws has nothing to do with the model's draws. */
const LUCK_STREAM = 3;

/** Runs an earlier ledger forward and holds what happened against it, draw by draw with what the model leaves to luck. */
export function* lookBack(input: LookBackInput): globalThis.Generator<Progress, LookBackResult | DrawingFailure> {
  const { years } = input;
  const asked = { ...input.asked, assumptions: { ...input.asked.assumptions, horizon: years }, targets: [] };
  const drawable = yield* prepareDraws(asked);
  if (drawable.kind === 'failed') return drawable;
  const fans = yield* fansOf(drawable, input);
  const held = actualsOf(input).flatMap((actual) => {
    const fan = fans.get(keyOf(actual));
    return fan ? [heldIn(fan, actual)] : [];
  });
  const counted = countedOf(held);
  const inside = counted.filter(isInside).length;
  const bias = counted.reduce((sum, { actual, p50 }) => sum + (actual - p50) / p50, 0) / counted.length;
  const whole = held.find(({ township, measure }) => township === undefined && measure === 'tax');
  return { kind: 'held', held, counted: counted.length, inside, bias, causes: whole ? causesOf(input, whole) : [] };
}

type Actual = Pick<Held, 'measure' | 'township' | 'actual' | 'rows'>;

const keyOf = ({ measure, township }: Pick<Held, 'measure' | 'township'>) => `${measure} ${String(township ?? '')}`;

/** Tax and 亩均税收 of all and of each township as they are now, over the land that was there. */
function actualsOf({ asked, taxNow }: LookBackInput): Actual[] {
  const { landArea, township } = asked.parcels;
  const sums = new Map<number | undefined, { tax: number; area: number; rows: number }>();
  for (let row = 0; row < landArea.length; row++) {
    for (const of of [undefined, township?.[row] ?? 0]) {
      const sum = sums.get(of) ?? { tax: 0, area: 0, rows: 0 };
      sum.tax += taxNow[row] ?? NaN;
      sum.area += landArea[row] ?? NaN;
      sum.rows += 1;
      sums.set(of, sum);
    }
  }
  return [...sums].flatMap(([of, { tax, area, rows }]): Actual[] => [
    { measure: 'taxPerMu', actual: tax / area, rows, ...(of === undefined ? {} : { township: of }) },
    ...(of === undefined ? [{ measure: 'tax', actual: tax, rows } as const] : []),
  ]);
}

/** The sorted draws of every measure, luck included. */
function* fansOf(drawable: Drawable, input: LookBackInput): globalThis.Generator<Progress, Map<string, Float64Array>> {
  const { years, luck, asked } = input;
  const firms = luckyFirms(input, drawable.events.groups);
  const span = assumptionValues({ ...asked.assumptions, horizon: years }).horizon + 1;
  const block = yield* drawBlock(drawable, 0, { stockOnly: true });
  const generator = Generator.of(asked.seed, 0, LUCK_STREAM);
  const rates = rateDrawer(luck, years);
  const { groups } = drawable.events;
  const whole = firms.wholeOf.reduce((sum, part) => sum + part, 0);
  const shares = [...firms.wholeOf].map((part) => part / whole);
  const moved = new Float64Array(groups);
  const fans = new Map<string, Float64Array>();
  const fan = (key: string) => {
    const known = fans.get(key) ?? new Float64Array(block.draws);
    fans.set(key, known);
    return known;
  };
  for (let draw = 0; draw < block.draws; draw++) {
    drawLuck(firms, years, rates(generator), generator, moved);
    const all = shares.reduce((sum, share, of) => sum + (share > 0 ? share * (moved[of] ?? NaN) : 0), 0);
    for (const measure of ['tax', 'taxPerMu'] as const) {
      const at = (draw * METRICS.length + metricIndex(measure)) * span + years;
      fan(keyOf({ measure }))[draw] = (block.metrics[at] ?? NaN) * (1 + all);
    }
    for (let of = 0; of < groups && groups > 1; of++) {
      if (!((shares[of] ?? 0) > 0)) continue;
      const at = ((draw * groups + of) * GROUP_METRICS.length + 1) * span + years;
      fan(keyOf({ measure: 'taxPerMu', township: of }))[draw] = (block.groups[at] ?? NaN) * (1 + (moved[of] ?? NaN));
    }
    yield { phase: 'drawing', done: draw + 1, total: block.draws };
  }
  for (const column of fans.values()) column.sort();
  return fans;
}

/** Enterprises from rows: their taxes added up, in the group of their first row. */
function luckyFirms({ asked, firm }: LookBackInput, groups: number): LuckyFirms {
  const { taxPaid, township } = asked.parcels;
  const places = new Map<number, number>();
  const [tax, group]: [number[], number[]] = [[], []];
  taxPaid.forEach((paid, row) => {
    const of = firm?.[row] ?? row;
    const known = places.get(of);
    if (known !== undefined) tax[known] = (tax[known] ?? 0) + paid;
    else {
      places.set(of, tax.length);
      tax.push(paid);
      group.push(groups > 1 ? (township?.[row] ?? 0) : 0);
    }
  });
  const wholeOf = new Float64Array(groups);
  tax.forEach((paid, at) => (wholeOf[group[at] ?? 0] = (wholeOf[group[at] ?? 0] ?? 0) + paid));
  return { tax: Float64Array.from(tax), group: Uint16Array.from(group), wholeOf };
}

function heldIn(fan: Float64Array, actual: Actual): Held {
  let [below, equal] = [0, 0];
  for (const value of fan) {
    if (value < actual.actual) below++;
    else if (value === actual.actual) equal++;
  }
  const [p5, p50, p95] = [0.05, 0.5, 0.95].map((probability) => sortedQuantile(fan, probability));
  const rank = (below + equal / 2) / fan.length;
  return { ...actual, p5: p5 ?? NaN, p50: p50 ?? NaN, p95: p95 ?? NaN, rank, below, equal, draws: fan.length };
}
