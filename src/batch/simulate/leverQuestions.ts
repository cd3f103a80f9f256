import { PANE_LEVERS, paneLever } from '../../taskpane/levers/all';
import type { LeverField, Setting } from '../../taskpane/levers/lever';
import type { LeverName } from '../../engine/simulate/index';
import { asked, withoutBrackets, type ScenarioWords } from './scenarioWords';
import type { Spot } from './yamlSpot';

/** What a scenario is read with. */
export interface LeverGiven {
  readonly firstYear: number;
  readonly horizon: number;
  readonly words: ScenarioWords;
}

/** Reads what stands at one question of a lever: the parts of its setting that it fills. */
type Question = (spot: Spot, given: LeverGiven) => object;

const percent = { min: 0, max: 100 };

const years: Question = (spot, { firstYear, horizon }) => ({
  years: spot.number({ min: firstYear, max: firstYear + horizon, whole: true }) - firstYear,
});
const share: Question = (spot) => ({ percent: spot.number(percent) });
const who: Question = (spot, { words }) => ({ who: words.who(spot) });
const classes: Question = (spot, given) => ({
  classes: spot.items().map((part) => answered(part, new Map([...DISPOSED, [asked('whoWhich'), who]]), given, CLASS)),
});
const balance: Question = (spot, given) => {
  const questions = new Map<string, Question>([
    [asked('parkPlotRatio'), (own) => ({ plotRatio: own.number({ min: 0.1, max: 10 }) })],
    [asked('parkGreen'), (own) => ({ greenPercent: own.number(percent) })],
  ]);
  return { balance: answered(spot, questions, given, { plotRatio: 2, greenPercent: 0 }) };
};

const CLASS = { who: 'all', percent: 100, years: 1 } as const;
const DISPOSED = new Map<string, Question>([
  [asked('disposalPercent'), share],
  [asked('disposalYear'), years],
]);

/** The levers that the pane asks for by components of their own. */
const OWN: Readonly<Partial<Record<LeverName, ReadonlyMap<string, Question>>>> = {
  plotRatio: new Map<string, Question>([
    [asked('plotRatioTarget'), (spot) => ({ target: spot.number({ min: 0.1, max: 20 }), byFactor: false })],
    [asked('byFactor'), (spot) => ({ target: spot.number({ min: 1, max: 20 }), byFactor: true })],
    [asked('whoWhich'), who],
    [asked('mixedPercent'), (spot) => ({ mixedPercent: spot.number(percent) })],
    [asked('parkBalance'), balance],
  ]),
  waiver: new Map<string, Question>([
    [asked('waiverPercent'), share],
    [asked('waiverBasis'), (spot, { words }) => ({ basis: words.basis(spot) })],
    [asked('takeAsIndustrial'), (spot) => ({ takeAsIndustrial: spot.isYes() })],
  ]),
  disposal: new Map<string, Question>([...DISPOSED, [asked('classesTitle'), classes]]),
};

/** The questions of a lever by the words of the pane. */
function questionsOf(name: LeverName): ReadonlyMap<string, Question> {
  return OWN[name] ?? new Map((paneLever(name).fields ?? []).flatMap(listed));
}

function listed(field: LeverField<Setting>): (readonly [string, Question])[] {
  if (field.kind === 'needs') return field.fields.flatMap(listed);
  if (field.kind === 'who') return [[asked('whoWhich'), who]];
  if (field.kind === 'hint' || field.kind === 'measures') return [];
  const key: string = field.key;
  return [[withoutBrackets(field.label[0]), (spot) => ({ [key]: valueOf(field, spot) })]];
}

function valueOf(
  field: Exclude<LeverField<Setting>, { kind: 'who' | 'hint' | 'measures' | 'needs' }>,
  spot: Spot,
): unknown {
  if (field.kind === 'check') return spot.isYes();
  if (field.kind === 'township') return spot.text();
  if (field.kind === 'choice')
    return spot.oneOf(new Map(field.options.map(({ value, label }) => [shortOf(label[0]), value])));
  return spot.number({ ...field, whole: 'whole' in field });
}

/** 按任务 of 按任务：当年完成奖 10%. */
const shortOf = (label: string): string => label.split('：')[0] ?? label;

/** Answers to questions over what holds unless they are answered; a name that is none of them is refused. */
function answered<Value extends object>(
  spot: Spot,
  questions: ReadonlyMap<string, Question>,
  given: LeverGiven,
  start: Value,
): Value {
  let value = start;
  for (const [name, own] of spot.entries()) {
    const question =
      questions.get(withoutBrackets(name)) ??
      own.refuse(`“${spot.name}”没有“${name}”这一项。可写：${[...questions.keys()].join('、')}`);
    value = { ...value, ...question(own, given) };
  }
  return value;
}

/** The levers that a scenario names, each switched on with what is said of it; all others are off. */
export function leversAt(spot: Spot | undefined, given: LeverGiven): object {
  const names = new Map(
    (Object.keys(PANE_LEVERS) as LeverName[]).map(
      (name) => [withoutBrackets(PANE_LEVERS[name].label[0]), name] as const,
    ),
  );
  const off = Object.fromEntries(
    [...names.values()].map((name) => [name, { ...PANE_LEVERS[name].start, on: false }] as const),
  );
  if (!spot) return off;
  const on = [...spot.entries()].map(([word, own]) => {
    const name = names.get(withoutBrackets(word));
    if (!name) return own.refuse(`没有“${word}”这项措施。可写：${[...names.keys()].join('、')}`);
    const start = { ...PANE_LEVERS[name].start, on: true };
    return [name, own.isEmpty() ? start : answered(own, questionsOf(name), given, start)] as const;
  });
  return { ...off, ...Object.fromEntries(on) };
}
