import {
  runUncertain,
  simulate,
  type Metric,
  type SimulationOutcome,
  type Spread,
  type UncertainInput,
} from '../../engine/simulate/index';
import { fieldOf } from '../../engine/ledger/index';
import { inputProblemText, paneLever } from '../../taskpane/levers/all';
import { simulationInput } from '../../taskpane/model/simulation/simulationInput';
import type { Scenario } from '../../taskpane/state/simulationState';
import { paneText } from '../../text/pane';
import { noticeText } from '../../text/simulate';
import { policyOn } from '../judge/queries';
import { policyAsked } from '../policyAsked';
import { Told } from '../told';
import { assessmentOf, type CountyRows } from './counties';
import { byMetric, PROJECTED_FIGURES } from './figures';
import { notHere } from './notHere';

/** What every thread that projects is told once. */
export interface ProjectorAsked {
  readonly policy: string;
  readonly asOf?: string | undefined;
  readonly scenario: Scenario;
  readonly firstYear: number;
}

/** What a county comes to, or why it does not. */
export type CountyOutcome = {
  readonly name: string;
  readonly rows: number;
  /** What is to be known of it, in sentences. */
  readonly notes: readonly string[];
} & (
  | { readonly kind: 'left'; readonly why: string }
  | {
      readonly kind: 'projected';
      readonly counted: number;
      readonly years: readonly number[];
      /** By year: with the measures, and without any. */
      readonly expected: Readonly<Record<Metric, Float64Array>>;
      readonly baseline: Readonly<Record<Metric, Float64Array>>;
      readonly spreads: Readonly<Record<Metric, readonly Spread[]>>;
      readonly draws: number;
      /** (draw * metrics + metric) * years + year, as the engine gives them. */
      readonly drawn: Float64Array;
    }
);

const t = paneText('zh-CN');

/** Projects county after county as the pane projects a ledger. */
export function projector({
  policy,
  asOf,
  scenario,
  firstYear,
}: ProjectorAsked): (county: CountyRows) => CountyOutcome {
  const given = policyAsked(policy, asOf);
  if (!given) throw new Told('请写明政策：--policy 嵊州2021');
  const applied = policyOn(given);
  return ({ name, place, ledger, rowNumbers }) => {
    const assessment = assessmentOf(ledger, applied);
    const here = notHere(assessment, scenario);
    const question = simulationInput({ pieces: [] }, assessment, { scenario: here.scenario, firstYear });
    if (!question) return { kind: 'left', name, rows: ledger.rows, notes: [], why: `起始年 ${firstYear} 不能推演` };
    const lacking = question.unmet.map(({ lever, columns }) => {
      const words = columns.map((column) => labelOf(column)).join('或');
      return `${paneLever(lever).label[0]}：${t('leverLacks', { columns: words })}`;
    });
    const input = { ...question.input, parcels: { ...question.input.parcels, rowNumbers }, ledger: place };
    const outcome = projected(input);
    return { name, rows: ledger.rows, ...outcome, notes: [...here.notes, ...lacking, ...outcome.notes] };
  };
}

type OwnOutcome<Outcome> = Outcome extends unknown ? Omit<Outcome, 'name' | 'rows'> : never;

function projected(input: UncertainInput): OwnOutcome<CountyOutcome> {
  const expected = ended(simulate(input));
  if (expected.kind === 'failed') return left(expected);
  const run = ended(runUncertain(input));
  if (run.kind === 'failed') return left(run);
  const { years, baseline, scenario, parcels, notices } = expected.result;
  const { metrics, raw } = run.result;
  const series = (of: typeof scenario) =>
    byMetric((metric) => PROJECTED_FIGURES.find((own) => own.metric === metric)?.expected(of) ?? new Float64Array());
  return {
    kind: 'projected',
    ...{ years, counted: parcels.counted, draws: raw.draws, drawn: raw.metrics, spreads: metrics },
    ...{ expected: series(scenario), baseline: series(baseline) },
    notes: notices.map((notice) => noticeText(notice, 'zh-CN')),
  };
}

function left(failure: Exclude<SimulationOutcome, { kind: 'done' }>): OwnOutcome<CountyOutcome> {
  const words =
    failure.code === 'badInput'
      ? failure.problems.map((problem) => inputProblemText(problem, 'zh-CN'))
      : failure.notices.map((notice) => noticeText(notice, 'zh-CN'));
  return { kind: 'left', notes: [], why: [...new Set(words)].join('') };
}

/** A thread of its own may be busy as long as it takes. */
function ended<End>(steps: Iterator<unknown, End>): End {
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

function labelOf(column: string): string {
  return fieldOf(column).label;
}
