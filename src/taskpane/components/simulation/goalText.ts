import type { Knob } from '../../../engine/simulate/index';
import type { PaneCode, PaneText } from '../../../text/pane';
import { muText, percentText, projectedPerMuText } from '../../../text/quantities';
import type { SimulationState } from '../../state/simulationState';

/** What each knob is called. */
export const KNOBS: Readonly<Record<Knob, PaneCode>> = {
  disposalShare: 'knobDisposal',
  plotRatioTarget: 'knobPlotRatio',
  waivedShare: 'knobWaived',
  upgradeUplift: 'knobUpgrade',
};

/** The figures that a goal may be about: their names, unit and form. */
export const WHAT = {
  disposedArea: { code: 'seriesDisposedArea', what: 'goalDisposedArea', unit: '亩', format: muText },
  taxPerMu: { code: 'seriesTaxPerMu', what: 'goalTaxPerMu', unit: '万元/亩', format: projectedPerMuText },
} as const;

/** A goal that was sought, and what came of it. */
export type GoalAnswered = NonNullable<SimulationState['goal']>;

/** A turn of a knob as people set it. */
export const knobText = (knob: Knob, value: number) =>
  knob === 'plotRatioTarget' ? value.toFixed(2) : percentText(value);

/** Whether the least turn of the knob reaches the goal as well. */
export function isMetAlready({ outcome }: GoalAnswered): boolean {
  return outcome.kind === 'reached' && outcome.trials.length === 1;
}

/** The answer to a goal in a sentence. */
export function goalText(answer: GoalAnswered, t: PaneText): string {
  const { knob, goal, outcome } = answer;
  const name = t(KNOBS[knob]);
  if (outcome.kind !== 'reached' && outcome.kind !== 'outOfReach') return t('goalNoLever', { knob: name });
  if (outcome.kind === 'outOfReach') return missText(answer, outcome, t);
  const chance = percentText(outcome.reached);
  if (!isMetAlready(answer)) return t('goalReached', { knob: name, value: knobText(knob, outcome.knob), chance });
  return goal.value <= 0 ? t('goalZero') : t('goalMet', { knob: name, chance });
}

type Missed = Extract<GoalAnswered['outcome'], { kind: 'outOfReach' }>;

/** Out of reach: how near the best turn comes, which is mostly, but not always, the furthest. */
function missText({ knob, goal }: GoalAnswered, { best, trials }: Missed, t: PaneText): string {
  const { format, unit, what } = WHAT[goal.metric as keyof typeof WHAT];
  const amount = (value: number) => `${format(value)} ${unit}`;
  const told = {
    how: t(best.knob === trials.at(-1)?.knob ? 'goalFull' : 'goalNearest', {
      knob: t(KNOBS[knob]),
      value: knobText(knob, best.knob),
    }),
    year: String(goal.year),
    what: t(what),
    middle: amount(best.middle),
    wanted: amount(goal.value),
    short: amount(goal.value - best.middle),
    chance: percentText(best.reached),
  };
  return t(best.middle < goal.value ? 'goalMiss' : 'goalUnsure', told);
}
