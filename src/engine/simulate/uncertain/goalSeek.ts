import { yearOf } from '../../quantity/day';
import { reaches } from '../../quantity/reaches';
import { assumptionValues } from '../assumption';
import type { Progress } from '../progress';
import type { SimulationInput } from '../scenario';
import type { InputProblem } from '../inputProblem';
import { type Drawable, type DrawingFailure, prepareDraws } from './drawBlock';
import { firstDraws } from './firstDraws';
import type { Metric } from './outcomes';
import { shareAtLeast, sortedQuantile } from './spread';
import type { UncertainInput } from './uncertainInput';

/** A lever's number that may be turned to reach a goal. */
export type Knob = 'disposalShare' | 'plotRatioTarget' | 'waivedShare' | 'upgradeUplift';

/** What is wanted of a metric in a calendar year: a value in the middle (the median), or a chance (0..1) of reaching a value. */
export type Goal =
  | { readonly kind: 'middle'; readonly metric: Metric; readonly year: number; readonly value: number }
  | {
      readonly kind: 'chance';
      readonly metric: Metric;
      readonly year: number;
      readonly value: number;
      readonly chance: number;
    };

/** A point that was tried: the knob, what came of it (the median, or the chance), and the metric's median. */
export interface Trial {
  readonly knob: number;
  readonly reached: number;
  readonly middle: number;
}

/** The answer to a goal: the least turn that reaches it, or that none does; with what was tried, in rising order of the knob. */
export type GoalOutcome =
  | { readonly kind: 'reached'; readonly knob: number; readonly reached: number; readonly trials: readonly Trial[] }
  | { readonly kind: 'outOfReach'; readonly best: Trial; readonly trials: readonly Trial[] }
  | { readonly kind: 'failed'; readonly code: 'noLever' }
  | DrawingFailure;

/** How far each knob can be turned, in the steps in which a person sets it: tenths of a percent, hundredths of a plot ratio. */
const TURNS: Readonly<Record<Knob, { readonly least: number; readonly greatest: number; readonly perUnit: number }>> = {
  disposalShare: { least: 0, greatest: 1000, perUnit: 1000 },
  plotRatioTarget: { least: 10, greatest: 400, perUnit: 100 },
  waivedShare: { least: 0, greatest: 1000, perUnit: 1000 },
  upgradeUplift: { least: 0, greatest: 2000, perUnit: 1000 },
};

/** The input with a knob turned, or undefined where that lever is off. */
function turned(input: UncertainInput, knob: Knob, to: number): UncertainInput | undefined {
  const { plotRatio, waiver, disposal, upgrade } = input.levers;
  const withLevers = (levers: Partial<SimulationInput['levers']>) => ({
    ...input,
    levers: { ...input.levers, ...levers },
  });
  switch (knob) {
    case 'disposalShare':
      return disposal && withLevers({ disposal: { ...disposal, share: to } });
    case 'plotRatioTarget': {
      if (!plotRatio) return undefined;
      const { factor: _factor, ...rest } = plotRatio;
      return withLevers({ plotRatio: { ...rest, target: to } });
    }
    case 'waivedShare':
      return waiver && withLevers({ waiver: { ...waiver, share: to } });
    case 'upgradeUplift':
      return upgrade && withLevers({ upgrade: { ...upgrade, uplift: to } });
  }
}

/** Blocks of draws at each turn of the knob. */
const BLOCKS = 2;

/** What a goal reads off a scenario. */
function* readGoal(drawable: Drawable, goal: Goal): Steps<Omit<Trial, 'knob'>> {
  const asked = [{ metric: goal.metric, year: goal.year - drawable.firstYear }];
  const [column = new Float64Array()] = yield* firstDraws(drawable, asked, BLOCKS);
  const middle = sortedQuantile(column, 0.5);
  return { middle, reached: goal.kind === 'chance' ? shareAtLeast(column, goal.value) : middle };
}

type Steps<R> = Generator<Progress, R>;

function* tryKnob(input: UncertainInput, knob: Knob, goal: Goal, to: number): Steps<Trial | GoalOutcome> {
  const at = turned(input, knob, to);
  if (!at) return { kind: 'failed', code: 'noLever' };
  const drawable = yield* prepareDraws(at);
  if (drawable.kind === 'failed') return drawable;
  return { knob: to, ...(yield* readGoal(drawable, goal)) };
}

const GRID = 8;

const wantedOf = (goal: Goal) => (goal.kind === 'chance' ? goal.chance : goal.value);

/**
 * The least turn of a knob that reaches a goal: a coarse walk from the least to the greatest turn, then halving between the
 * last turn that fell short and the first that did not, down to the step in which it is set: whole parcels make what a turn
 * gives jump, so what is told is what was tried. Reads the draws that a run begins with, the same at every turn.
 * Of turns that reach equally little, the one that goes furthest is told as the best.
 */
export function* seekGoal(input: UncertainInput, knob: Knob, goal: Goal): Steps<GoalOutcome> {
  const problems = checkGoal(goal, yearOf(input.firstDay), assumptionValues(input.assumptions).horizon);
  if (problems.length > 0) return { kind: 'failed', code: 'badInput', problems };
  const { least, greatest, perUnit } = TURNS[knob];
  const wanted = wantedOf(goal);
  const trials: Trial[] = [];
  const outcome = (): GoalOutcome => {
    const sorted = [...trials].sort((a, b) => a.knob - b.knob);
    const reaching = sorted.find(({ reached }) => reaches(reached, wanted));
    if (reaching) return { kind: 'reached', ...reaching, trials: sorted };
    const best = sorted.reduce((a, b) =>
      b.reached > a.reached || (b.reached === a.reached && b.middle > a.middle) ? b : a,
    );
    return { kind: 'outOfReach', best, trials: sorted };
  };
  for (let step = 0; step <= GRID; step++) {
    const turn = Math.round(least + ((greatest - least) * step) / GRID);
    const trial = yield* tryKnob(input, knob, goal, turn / perUnit);
    if ('kind' in trial) return trial;
    trials.push(trial);
    if (reaches(trial.reached, wanted)) break;
  }
  const first = trials.at(-1);
  const before = trials.at(-2);
  if (!first || !before || !reaches(first.reached, wanted)) return outcome();
  let [low, high] = [Math.round(before.knob * perUnit), Math.round(first.knob * perUnit)];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const trial = yield* tryKnob(input, knob, goal, middle / perUnit);
    if ('kind' in trial) return trial;
    trials.push(trial);
    if (reaches(trial.reached, wanted)) high = middle;
    else low = middle;
  }
  return outcome();
}

/** Everything wrong with a goal. */
export function checkGoal({ value, year, ...goal }: Goal, firstYear: number, horizon: number): readonly InputProblem[] {
  const dated = Number.isInteger(year) && year >= firstYear && year <= firstYear + horizon;
  const chance = !('chance' in goal) || (goal.chance > 0 && goal.chance <= 1);
  return dated && chance && Number.isFinite(value) ? [] : [{ code: 'dates' }];
}
