import type { NewSheet } from '../../sheet/sheet';
import { yearChance, yearQuestion, yearsPlan } from '../model/targets/yearQuestion';
import { targetStock } from '../model/targets/targetStock';
import { again } from '../plans/targets/targetModels';
import { stateOfYear, yearNote, yearPlanModels } from '../plans/targets/yearModels';
import { planSheets } from '../plans/planSheets';
import type { AllocationRun } from '../../worker/allocateProtocol';
import type { YearQuestion, YearsPlan } from '../state/targetState';
import { changeTargets } from '../commands/changeTargets';
import { message, tell, type PaneContext } from '../commands/context';
import { carryOut, isSameSource } from '../commands/writeCommands';
import { searched, tellFailed } from './parcels';
import { yearSheets } from './targets';

/** Chooses parcels for the targets of several years; stopping keeps the best found so far. */
export async function planYears(context: PaneContext): Promise<void> {
  const state = context.store.get();
  const question = yearQuestion(state, context.thisYear());
  if (!question) {
    tell(context, message('warning', 'yearsNoTarget'));
    return;
  }
  // Nothing to choose from: no plan, and no proof that the targets cannot be met.
  if (question.rows.length === 0 && question.undecided > 0) {
    tell(context, message('warning', 'yearsAllUndecided', { count: question.undecided }));
    return;
  }
  const ask = yearChance(state, question);
  changeTargets(context, () => ({ years: {}, searching: {} }));
  const { problem, settings } = question;
  const run = await searched(context, { problem, ...(settings.parcels.eightInTen ? { chance: ask } : {}) });
  take(context, question, run);
}

function take(context: PaneContext, question: YearQuestion, run: AllocationRun): void {
  const keep = (plan: YearsPlan) => changeTargets(context, () => ({ years: { plan } }));
  const ask = yearChance(context.store.get(), question);
  if (run.kind === 'failed') tellFailed(context, run);
  else if (run.kind === 'infeasible') {
    changeTargets(context, () => ({ years: { conflict: { question, infeasible: run } } }));
  } else if (run.kind === 'done') keep(yearsPlan(question, { ...run, ask, chances: run.chances }));
  else if (run.best?.allocation) {
    const { allocation, gap = NaN } = run.best;
    keep(yearsPlan(question, { allocation, gap, ask, chances: undefined }));
    tell(context, message('info', 'parcelsStoppedWithBest'));
  } else tell(context, message('info', 'parcelsStopped'));
}

/** Writes 年度推进计划, its parcels, and the sheets of each year that has something left to do. */
export async function generateYears(context: PaneContext): Promise<void> {
  const { plan } = context.store.get().targets.years;
  if (!plan || !(await isSameSource(context))) return;
  const made = await sheetsOfYears(context, plan);
  if (!made) return;
  const { models, kept, years } = made;
  await carryOut(context, planSheets('生成推进计划', models), ({ sheet: { name: sheet } }) => {
    const told = { sheet, count: models.length, years: years.join('、'), kept };
    return {
      place: `“${sheet}”`,
      message: message('success', kept > 0 ? 'wroteYearsAgain' : 'wroteYears', told),
    };
  });
}

async function sheetsOfYears(context: PaneContext, plan: YearsPlan) {
  const state = context.store.get();
  const stock = targetStock(state, context.thisYear());
  if (!stock) return undefined;
  const sheets = await context.port.sheets();
  const [models, years]: [NewSheet[], number[]] = [[], []];
  let kept = 0;
  for (const [index, { year }] of plan.question.goals.entries()) {
    const own = stateOfYear(state, plan, index, stock);
    const isNeeded = index === 0 || (own?.targets.allocations[0]?.total ?? 0) > 0;
    const made = own && isNeeded ? await yearSheets(context, sheets, own, yearNote(plan, year)) : undefined;
    if (!made) continue;
    const head = index === 0 ? yearPlanModels({ ...made.input, note: made.note }, plan) : [];
    const before = head.map((model, at) => again(model, at === 0 ? 'years' : 'yearParcels', made.held));
    models.push(...before.map(({ model }) => model), ...made.models);
    kept += before.reduce((sum, one) => sum + one.kept, made.kept);
    years.push(year);
  }
  return models.length > 0 ? { models, kept, years } : undefined;
}
