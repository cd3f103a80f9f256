import { rmSync } from 'node:fs';
import { standingOf } from '../../engine/policy/index';
import { leverTexts } from '../../taskpane/levers/all';
import { SEED } from '../../taskpane/model/simulation/simulationInput';
import type { Scenario } from '../../taskpane/state/simulationState';
import { STANDINGS } from '../../text/why';
import { Duck, quotedText } from '../duck';
import { EXIT, type Exit } from '../exit';
import { writeBytes, writeWhole } from '../files';
import { policyOn } from '../judge/queries';
import type { Cohort } from '../judge/readings';
import { nameElsewhere, policyAsked } from '../policyAsked';
import type { ThreadTold } from '../serveThread';
import { besideOut } from '../spark/askSpark';
import { onSpark } from '../spark/onSpark';
import { onThreads } from '../threads';
import { Told } from '../told';
import { countiesIn, type CountyRows } from './counties';
import { PROJECTED_FIGURES } from './figures';
import { projectionBook, projectionRows, type BookGiven } from './projectionBook';
import type { CountyOutcome } from './projectCounty';
import { readScenario } from './scenarioFile';
import { WholeSum, type Whole } from './whole';

/** What `mujun simulate` is asked. */
export interface SimulateAsked {
  readonly rows: string;
  readonly scenario: string;
  readonly out: string;
  readonly policy: string;
  readonly asOf?: string | undefined;
  readonly cohort: Cohort;
  readonly memory?: string | undefined;
  readonly threads: number;
  readonly script: URL;
  /** The master of a Spark that projects the counties; threads of this machine where it is left out. */
  readonly master?: string | undefined;
  readonly thisYear: number;
  readonly progress: (text: string) => void;
}

/** What came of it, for `--json`: the last year of the whole, and where everything stands. */
export interface SimulateDone {
  readonly counties: number;
  readonly left: number;
  readonly rows: number;
  readonly counted: number;
  readonly draws: number;
  readonly seed: number;
  readonly year: number;
  readonly figures: Readonly<
    Record<string, { readonly 期望值: number; readonly 中间值: number; readonly 九成: readonly number[] }>
  >;
  readonly out: string;
  readonly summary: string;
}

/** Projects every county of a table of rows, and all of them together. */
export async function simulateRows(
  asked: SimulateAsked,
): Promise<{ readonly exit: Exit; readonly done: SimulateDone }> {
  const { out, memory, policy: name, asOf } = asked;
  const given = policyAsked(name, asOf);
  if (!given) throw new Told('请写明政策：--policy 嵊州2021');
  if (!/\.(?:parquet|xlsx)$/.test(out)) throw new Told('--out 应为 .xlsx（工作簿）或 .parquet（逐行的表）');
  const policy = policyOn(given);
  const { scenario, firstYear } = readScenario(asked.scenario, policy, asked.thisYear);
  const database = `${out}.part.duckdb`;
  clear(database);
  const duck = await Duck.open(database, memory === undefined ? {} : { memory_limit: memory });
  try {
    const told: ThreadTold = { kind: 'project', policy: nameElsewhere(name), asOf, scenario, firstYear };
    const counties = countiesIn(duck, asked.rows, { policy, cohort: asked.cohort });
    const { outcomes, whole } = await projected(counties, asked, told);
    if (!whole)
      throw new Told(`没有一个县推演得出来。${outcomes[0]?.kind === 'left' ? outcomes[0].why : '表里没有一行'}`);
    const standing = STANDINGS[standingOf(given.pack, policy.asOf)];
    const book: BookGiven = {
      title: `${scenario.name ?? '方案'}推演`,
      line: lineOf({ whole, policy: `${given.pack.title}（${standing}）`, asOf: policy.asOf }),
      levers: leverRows(scenario, firstYear),
      whole,
      counties: outcomes,
    };
    const summary = out.endsWith('.xlsx') ? out : `${out.replace(/\.parquet$/, '')}-汇总.xlsx`;
    if (summary !== out) await writeRows(duck, out, book);
    await writeBytes(summary, projectionBook(book));
    return { exit: EXIT.done, done: doneOf(book, { out, summary }) };
  } finally {
    duck.close();
    clear(database);
  }
}

/** What all counties come to. */
interface Outcomes {
  readonly outcomes: readonly CountyOutcome[];
  readonly whole: Whole | undefined;
}

async function projected(
  counties: AsyncGenerator<CountyRows>,
  asked: SimulateAsked,
  told: ThreadTold,
): Promise<Outcomes> {
  const { master, progress } = asked;
  if (master === undefined) return added(onThreads(counties, { ...asked, told }), progress);
  return besideOut(asked.out, (folder) => added(onSpark(counties, { ...asked, master, folder, told }), progress));
}

async function added(counties: AsyncGenerator<CountyOutcome>, progress: (text: string) => void): Promise<Outcomes> {
  const sum = new WholeSum();
  const outcomes: CountyOutcome[] = [];
  for await (const county of counties) {
    if (county.kind === 'projected') sum.add(county);
    // The draws of a county are in the sum; kept are its figures.
    outcomes.push(county.kind === 'projected' ? { ...county, drawn: new Float64Array() } : county);
    const came = county.kind === 'left' ? `，没有推演：${county.why}` : '';
    progress(`推演 ${outcomes.length}：${county.name}，${county.rows.toLocaleString('en-US')} 户${came}`);
  }
  return { outcomes, whole: sum.whole() };
}

function lineOf({ whole, policy, asOf }: { whole: Whole; policy: string; asOf: string | undefined }): string {
  const draws = whole.draws.toLocaleString('en-US');
  return `政策：${policy}；基准日：${asOf ?? '未给'}；${whole.counted.toLocaleString('en-US')} 户参加，模拟 ${draws} 次（种子 ${SEED}）。期望值与中间值略有不同。`;
}

function leverRows(scenario: Scenario, firstYear: number): (readonly [string, string])[] {
  const { main, more } = leverTexts(scenario, { firstYear, basisOf: () => undefined, dues: () => [] });
  const keys = scenario.inefficient?.map((own) =>
    own.replace('tier:', '档位：').replace('path:', '路径：').replace('column', '台账标为“低效”'),
  );
  return [
    ['起始年', String(firstYear)],
    ...main,
    ['哪些算低效用地', keys?.join('；') ?? '各县按台账的低效列；没有这一列的按最低档位，没有档位的按第一条路径'],
    ...more,
  ];
}

async function writeRows(duck: Duck, out: string, book: BookGiven): Promise<void> {
  const { rows, columns } = projectionRows(book);
  await duck.create('推演', columns);
  await duck.append('推演', columns, rows);
  await writeWhole(out, (place) => duck.run(`COPY "推演" TO ${quotedText(place)} (FORMAT parquet)`));
}

function doneOf({ whole, counties }: BookGiven, places: { out: string; summary: string }): SimulateDone {
  const last = whole.years.length - 1;
  const figures = PROJECTED_FIGURES.map(({ metric, label }) => {
    const spread = whole.spreads[metric][last];
    const 九成 = [spread?.p5 ?? NaN, spread?.p95 ?? NaN];
    return [label, { 期望值: whole.expected[metric][last] ?? NaN, 中间值: spread?.p50 ?? NaN, 九成 }] as const;
  });
  return {
    counties: counties.length,
    left: counties.filter(({ kind }) => kind === 'left').length,
    ...{
      rows: counties.reduce((sum, own) => sum + own.rows, 0),
      counted: whole.counted,
      draws: whole.draws,
      seed: SEED,
    },
    year: whole.years[last] ?? NaN,
    figures: Object.fromEntries(figures.filter(([, { 中间值 }]) => !Number.isNaN(中间值))),
    ...places,
  };
}

function clear(database: string): void {
  for (const end of ['', '.wal', '.tmp']) rmSync(database + end, { recursive: true, force: true });
}
