import { assumptionValues } from '../../engine/simulate/index';
import type { HindsightInput, YearLedger } from '../../engine/years/index';
import type { YearsAnswer, PastYearsQuestion } from '../../worker/yearsProtocol';
import { changeSimulation } from '../commands/changeSimulation';
import { report, type PaneContext } from '../commands/context';
import { inSlices } from '../commands/inSlices';
import { isSameSource } from '../commands/writeCommands';
import { ownTableSteps } from '../model/pastYears/pastLedger';
import { ownYearOf, takingPart, yearsInOrder, yearsLack } from '../model/pastYears/yearsGiven';
import { SEED } from '../model/simulation/simulationInput';
import { initialPastYears, type PastYears } from '../state/pastYears';
import type { PaneState } from '../state/paneState';
import { questionOf } from './projections';

/** Learns from the earlier ledgers and the one that is open. */
export async function learnFromYears(context: PaneContext): Promise<void> {
  const years = await yearsAsked(context);
  if (!years) return;
  const { scenario } = context.store.get().simulation;
  const tierLines = questionOf(context, scenario)?.question.input.tierLines;
  const input = { years, values: assumptionValues(scenario.assumptions), ...(tierLines ? { tierLines } : {}) };
  const answer = await asked(context, { kind: 'study', input });
  if (answer?.kind === 'study') keep(context, { study: answer.study });
}

/** Runs each earlier year forward and holds it to the next. */
export async function lookBackOnYears(context: PaneContext): Promise<void> {
  const years = await yearsAsked(context);
  if (!years) return;
  const { simulation } = context.store.get();
  const { choice } = simulation.pastYears ?? initialPastYears();
  const { scenario } = simulation;
  const input = { years, values: assumptionValues(scenario.assumptions), basis: basisOf(simulation), seed: SEED };
  const answer = await asked(context, { kind: 'hindsight', input });
  if (answer?.kind === 'held') keep(context, { hindsight: { choice, outcome: answer } });
}

/** What the years are run forward with. */
function basisOf({ pastYears, scenario, saved }: PaneState['simulation']): HindsightInput['basis'] {
  const { choice } = pastYears ?? initialPastYears();
  const kept = saved.find(({ name }) => choice === `saved:${name}`)?.scenario;
  const from = choice === 'now' ? scenario : kept;
  if (!from) return { kind: 'then' };
  return { kind: 'given', assumptions: from.assumptions, distributions: from.distributions };
}

/** The ledgers of all years that take part, the open one as its sheet is now; undefined where something is lacking, or was stopped. */
async function yearsAsked(context: PaneContext): Promise<YearLedger[] | undefined> {
  if (yearsLack(context.store.get()) !== undefined || !(await isSameSource(context))) return undefined;
  const state = context.store.get();
  const { source, understanding, simulation } = state;
  const year = ownYearOf(state);
  if (!source || !understanding || !simulation.pastYears || year === undefined) return undefined;
  const own = await inSlices(context, ownTableSteps(source, understanding));
  return own === 'stopped' ? undefined : yearsInOrder(takingPart(simulation.pastYears), { ...own, year });
}

/** Asks the worker; a stop and a failure are noted. */
async function asked(context: PaneContext, question: PastYearsQuestion): Promise<YearsAnswer | undefined> {
  const answer = await context.years(question, {
    signal: context.stopping.signal,
    onProgress: ({ done, total }) => report(context, done, total),
  });
  if (answer.kind !== 'cancelled' && answer.kind !== 'failed') return answer;
  keep(context, { notes: [{ kind: answer.kind === 'failed' ? 'failed' : 'stopped' }] });
  return undefined;
}

function keep(context: PaneContext, part: Partial<PastYears>): void {
  const of = context.store.get().understanding?.assessment;
  changeSimulation(context, ({ pastYears = initialPastYears(), ...rest }) => ({
    ...rest,
    pastYears: { ...pastYears, notes: [], ...part, ...(of ? { of } : {}) },
  }));
}
