import type { AppliedPolicy } from '../../engine/assess/index';
import {
  ASSUMPTION_IDS,
  assumptionOf,
  assumptionValues,
  isDistribution,
  mayVary,
  type AssumptionId,
  type Correlation,
  type Distribution,
} from '../../engine/simulate/index';
import { initialScenario, type Scenario } from '../../taskpane/state/simulationState';
import { assumptionLabel, scaled, shownFactor } from '../../text/assumptions';
import { noLedger } from './counties';
import { leversAt } from './leverQuestions';
import { asked, ScenarioWords, withoutBrackets } from './scenarioWords';
import { Spot } from './yamlSpot';

/** A scenario as a person wrote it, and its first year. */
export interface ScenarioAsked {
  readonly scenario: Scenario;
  readonly firstYear: number;
}

const NAMES = {
  name: '名称',
  firstYear: asked('firstYear'),
  draws: asked('drawsField'),
  inefficient: asked('inefficientWhich'),
  levers: asked('partLevers'),
  assumptions: '假设',
  distributions: asked('distribution'),
  correlations: asked('correlationsPlain'),
} as const;
const PAIR = { a: '一项', b: '另一项', value: '程度' } as const;
const IDS = new Map(ASSUMPTION_IDS.map((id) => [withoutBrackets(assumptionLabel(id, 'zh-CN')), id] as const));

/** Reads a scenario from a YAML file in the words of the pane. Throws Told with the line of what is wrong. */
export function readScenario(file: string, policy: AppliedPolicy, thisYear: number): ScenarioAsked {
  const whole = Spot.of(file);
  const spots = whole.entries();
  const known: readonly string[] = Object.values(NAMES);
  for (const [name, spot] of spots)
    if (!known.includes(name)) spot.refuse(`没有“${name}”这一项。可写：${known.join('、')}`);
  const at = (name: keyof typeof NAMES) => spots.get(NAMES[name]);
  const words = new ScenarioWords(policy, noLedger(policy));
  const assumptions = Object.fromEntries(each(at('assumptions'), (id, spot) => [id, numberAt(id, spot)]));
  const byDay = policy.asOf === undefined ? thisYear : Number(policy.asOf.slice(0, 4));
  const firstYear = at('firstYear')?.number({ min: 2000, max: 2100, whole: true }) ?? byDay;
  const { horizon } = assumptionValues(assumptions);
  const name = at('name')?.text();
  const inefficient = at('inefficient');
  const scenario: Scenario = {
    ...initialScenario(),
    ...leversAt(at('levers'), { firstYear, horizon, words }),
    ...(name === undefined ? {} : { name }),
    ...(inefficient ? { inefficient: words.inefficient(inefficient) } : {}),
    ...{ firstYear, assumptions },
    draws: at('draws')?.number({ min: 500, max: 100_000, whole: true }) ?? initialScenario().draws,
    distributions: Object.fromEntries(each(at('distributions'), (id, spot) => [id, distributionAt(id, spot)])),
    correlations: at('correlations')?.items().map(pairAt) ?? [],
  };
  if (scenario.waiver.on && !scenario.plotRatio.on) at('levers')?.refuse(asked('waiverNeedsPlotRatio'));
  return { scenario, firstYear };
}

/** Every assumption named below a place. */
function each<Value>(spot: Spot | undefined, give: (id: AssumptionId, own: Spot) => Value): Value[] {
  return [...(spot?.entries() ?? [])].map(([word, own]) => give(idOf(word, own), own));
}

function idOf(word: string, spot: Spot): AssumptionId {
  return IDS.get(withoutBrackets(word)) ?? spot.refuse(`没有“${word}”这项假设。可写：${[...IDS.keys()].join('、')}`);
}

/** A figure of an assumption, as the pane shows it: shares in percent. */
function numberAt(id: AssumptionId, spot: Spot): number {
  const { unit, min, max, whole } = assumptionOf(id);
  const factor = shownFactor(unit);
  const value = spot.number({ min: scaled(min, factor), max: scaled(max, factor), whole: whole === true });
  return scaled(value, 1 / factor);
}

const SHAPE = {
  least: '最小',
  likeliest: '最可能',
  greatest: '最大',
  mean: '平均',
  median: '中间值',
  by: '离散程度',
} as const;
const STRAIGHT = '直线';

function distributionAt(id: AssumptionId, spot: Spot): Distribution {
  if (!mayVary(id)) spot.refuse(`“${spot.name}”不能变动`);
  const found = spot.isList()
    ? ({ kind: 'empirical', values: spot.items().map((own) => numberAt(id, own)) } as const)
    : spot.isTable()
      ? shapeAt(id, spot)
      : spot.oneOf(new Map([['不变', { kind: 'fixed' } as const]]));
  return isDistribution(found) ? found : spot.refuse(`“${spot.name}”的变动应由小到大，离散程度大于 0，数列至少两个数`);
}

function shapeAt(id: AssumptionId, spot: Spot): Distribution {
  const parts = spot.entries();
  const wanted = (name: keyof typeof SHAPE) => {
    const own = parts.get(SHAPE[name]) ?? spot.refuse(`“${spot.name}”缺“${SHAPE[name]}”`);
    return name === 'by' ? own.number({ min: 0, max: 1e9 }) : numberAt(id, own);
  };
  for (const [name, own] of parts)
    if (name !== STRAIGHT && !(Object.values(SHAPE) as string[]).includes(name))
      own.refuse(`变动没有“${name}”这一项。可写：${[...Object.values(SHAPE), STRAIGHT].join('、')}`);
  const factor = shownFactor(assumptionOf(id).unit);
  if (parts.has(SHAPE.mean))
    return { kind: 'normal', mean: wanted('mean'), deviation: scaled(wanted('by'), 1 / factor) };
  if (parts.has(SHAPE.median)) return { kind: 'lognormal', median: wanted('median'), deviation: wanted('by') };
  const ends = { least: wanted('least'), greatest: wanted('greatest') };
  if (!parts.has(SHAPE.likeliest)) return { kind: 'uniform', ...ends };
  return { kind: parts.get(STRAIGHT)?.isYes() ? 'triangular' : 'pert', ...ends, likeliest: wanted('likeliest') };
}

function pairAt(spot: Spot): Correlation {
  const parts = spot.entries();
  const part = (name: keyof typeof PAIR) => parts.get(PAIR[name]) ?? spot.refuse(`缺“${PAIR[name]}”`);
  const [a, b] = [part('a'), part('b')].map((own) => idOf(own.text(), own)) as [AssumptionId, AssumptionId];
  if (a === b) spot.refuse('两项相同，应写两项不同的假设');
  return { a, b, value: part('value').number({ min: -1, max: 1 }) };
}
