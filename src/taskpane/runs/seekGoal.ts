import type { Goal, Knob } from '../../engine/simulate/index';
import { changeSimulation } from '../commands/changeSimulation';
import type { PaneContext } from '../commands/context';
import { previewSoon, questionOf } from './projections';

/** How far a lever must be turned for a goal; what cannot be computed is told as of a run. */
export async function seek(
  context: PaneContext,
  { knob, goal }: { readonly knob: Knob; readonly goal: Goal },
): Promise<void> {
  const asked = questionOf(context, context.store.get().simulation.scenario);
  if (!asked) return;
  const { signal } = context.stopping;
  const outcome = await context.draws.seek(asked.question.input, { knob, goal }, { signal });
  if (outcome.kind === 'cancelled') return;
  if (outcome.kind === 'failed' && outcome.code !== 'noLever') {
    changeSimulation(context, (simulation) => ({ ...simulation, failure: outcome }));
    return;
  }
  changeSimulation(context, (simulation) => ({ ...simulation, goal: { knob, goal, outcome } }));
}

/** Sets a lever to what a goal asks for, as a person would type it, and switches it on. */
export function takeGoal(context: PaneContext, { knob, value }: { readonly knob: Knob; readonly value: number }): void {
  const percent = Math.round(value * 1000) / 10;
  changeSimulation(context, ({ goal: _goal, ...simulation }) => {
    const { plotRatio, waiver, disposal, upgrade } = simulation.scenario;
    const turned = {
      disposalShare: { disposal: { ...disposal, on: true, percent } },
      plotRatioTarget: { plotRatio: { ...plotRatio, on: true, target: value, byFactor: false } },
      waivedShare: { waiver: { ...waiver, on: true, percent } },
      upgradeUplift: { upgrade: { ...upgrade, on: true, percent } },
    }[knob];
    return { ...simulation, scenario: { ...simulation.scenario, ...turned } };
  });
  void previewSoon(context);
}
