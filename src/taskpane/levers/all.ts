import type { InputProblem, LeverName, Levers, ProblemOf } from '../../engine/simulate/index';
import type { Language } from '../../text/language';
import { said, type Entry } from '../../text/pane/entry';
import { ownProblemText } from '../../text/simulationProblems';
import { DISPOSAL_ASKED } from './disposal';
import { FUND_ASKED } from './fund';
import { INCREMENT_STOCK_ASKED } from './incrementStock';
import type { EngineGiven, PaneLever, Setting, WordsGiven } from './lever';
import { MEASURES_ASKED } from './measures';
import { PLOT_RATIO_ASKED } from './plotRatio';
import { PRICES_ASKED } from './prices';
import { STANDARD_LAND_ASKED } from './standardLand';
import { TAX_SHARING_ASKED } from './taxSharing';
import { UPGRADE_ASKED } from './upgrade';
import { WAIVER_ASKED } from './waiver';

/** The levers of the pane in the order of the screen and of the sheet; another one is a line here and a file beside. */
export const PANE_LEVERS = {
  plotRatio: PLOT_RATIO_ASKED,
  waiver: WAIVER_ASKED,
  disposal: DISPOSAL_ASKED,
  upgrade: UPGRADE_ASKED,
  fund: FUND_ASKED,
  standardLand: STANDARD_LAND_ASKED,
  prices: PRICES_ASKED,
  measures: MEASURES_ASKED,
  incrementStock: INCREMENT_STOCK_ASKED,
  taxSharing: TAX_SHARING_ASKED,
} satisfies Readonly<Record<LeverName, { readonly label: Entry }>>;

/** The levers of a scenario as a person set them. */
export type LeverSettings = { readonly [Name in LeverName]: (typeof PANE_LEVERS)[Name]['start'] };

/** A lever whose setting is its own affair. */
export type AnyPaneLever = PaneLever<LeverName, Setting>;

const NAMES = Object.keys(PANE_LEVERS) as readonly LeverName[];

/** The three that stand open on the screen, and that the sheet lists also where they are off. */
const MAIN: readonly LeverName[] = ['plotRatio', 'waiver', 'disposal'];

/** The levers folded away on the screen, by name. */
export const MORE_LEVERS = NAMES.filter((name) => !MAIN.includes(name));

/** One lever by its name. */
export function paneLever(name: LeverName): AnyPaneLever {
  return PANE_LEVERS[name] as unknown as AnyPaneLever;
}

/** Every lever as it starts. */
export function startOfLevers(): LeverSettings {
  return Object.fromEntries(NAMES.map((name) => [name, PANE_LEVERS[name].start])) as unknown as LeverSettings;
}

/** Whether a lever does anything: a price is waived only where the plot ratio rises. */
function isInForce(name: LeverName, settings: LeverSettings): boolean {
  return settings[name].on && (name !== 'waiver' || settings.plotRatio.on);
}

/** What the engine is asked for the levers that are on. */
export function engineLevers(settings: LeverSettings, given: EngineGiven): Levers {
  const asked = NAMES.filter((name) => isInForce(name, settings)).map(
    (name) => [name, paneLever(name).engine(settings[name], given)] as const,
  );
  return Object.fromEntries(asked.filter(([, lever]) => lever !== undefined));
}

/** What the levers that are on can come to: none is on, they only help others, all are set to 0, or one does act. */
export function forceOf(settings: LeverSettings): 'none' | 'helping' | 'idle' | 'acting' {
  const on = NAMES.filter((name) => settings[name].on);
  const acting = on.filter((name) => paneLever(name).acts);
  if (acting.length === 0) return on.length === 0 ? 'none' : 'helping';
  return acting.some((name) => paneLever(name).acts?.(settings[name])) ? 'acting' : 'idle';
}

/** The levers in one line, those that are on: 容积率到 2.0 · 处置 80%（2029 年底）· 免收地价 100%. */
export function leverLine(settings: LeverSettings & Partial<Pick<WordsGiven, 'firstYear'>>): string {
  const given: WordsGiven = { firstYear: settings.firstYear, basisOf: () => undefined, dues: () => [] };
  const texts = NAMES.flatMap((name) => {
    if (isInForce(name, settings)) return [paneLever(name).line(settings[name], given)];
    return name === 'waiver' && settings.plotRatio.on ? ['不免收'] : [];
  });
  return texts.length === 0 ? '不采取措施' : texts.join(' · ');
}

/** What is different between two settings of the levers, lever by lever: 处置低效用地：到 2029 年末处置 50% → 不采取. */
export function leverChanges(
  before: LeverSettings & { readonly firstYear?: number },
  now: LeverSettings & { readonly firstYear?: number },
): string[] {
  return NAMES.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(now[name])).flatMap((name) => {
    const [called, textOf] = paneLever(name).row;
    const textIn = (settings: typeof now) =>
      settings[name].on
        ? textOf(settings[name], { firstYear: settings.firstYear, basisOf: () => undefined, dues: () => [] })
        : '不采取';
    const [was, is] = [textIn(before), textIn(now)];
    // What a lever that is off would do is no change of the result.
    if (was === is) return settingsOn(before, now, name) ? [called] : [];
    return [`${called}：${was} → ${is}`];
  });
}

function settingsOn(before: LeverSettings, now: LeverSettings, name: LeverName): boolean {
  return before[name].on || now[name].on;
}

function rowsOf(
  names: readonly LeverName[],
  settings: LeverSettings,
  given: WordsGiven,
): (readonly [string, string])[] {
  return names.flatMap((name) => {
    const lever = paneLever(name);
    const [called, textOf] = lever.row;
    const setting = settings[name];
    if (isInForce(name, settings))
      return [[called, textOf(setting, given)], ...(lever.moreRows?.(setting, given) ?? [])];
    return MAIN.includes(name) ? [[called, '不采取']] : [];
  });
}

/** The levers as the sheet of results lists them, name and text: the three main ones, and the others that are on. */
export function leverTexts(settings: LeverSettings, given: WordsGiven) {
  return { main: rowsOf(MAIN, settings, given), more: rowsOf(MORE_LEVERS, settings, given) };
}

const PROBLEMS = Object.assign({}, ...NAMES.map((name) => PANE_LEVERS[name].problems)) as Readonly<
  Record<ProblemOf<LeverName>, Entry>
>;

/** What is wrong with the input of a simulation. */
export function inputProblemText({ code }: InputProblem, language: Language): string {
  return code in PROBLEMS
    ? said(PROBLEMS[code as ProblemOf<LeverName>], language)
    : ownProblemText(code as Exclude<typeof code, ProblemOf<LeverName>>, language);
}
