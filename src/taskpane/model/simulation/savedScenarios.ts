import { ASSUMPTION_IDS, isDistribution, type Distribution } from '../../../engine/simulate/index';
import { freeName } from '../../../sheet/freeName';
import { leverTexts, startOfLevers, type LeverSettings } from '../../levers/all';
import { readXmlPart, xmlPart } from '../../state/xmlPart';
import { initialScenario, type SavedScenario, type Scenario } from '../../state/simulationState';

/** The XML part in which the workbook keeps its scenarios. */
export const SCENARIOS_NAMESPACE = 'urn:mujun:scenarios';

/** The setting in which earlier versions kept them; read where there is no part yet. */
export const OLD_SCENARIOS_KEY = 'mujun.scenarios';

/** More scenarios than anyone compares; the part must stay small. */
const MOST_SAVED = 24;

/** What is kept, as the XML part: levers and what they rest on, as JSON inside one element. */
export function scenariosXml(saved: readonly SavedScenario[]): string {
  return xmlPart('scenarios', SCENARIOS_NAMESPACE, saved);
}

/** Reads the part back; a part that is not ours holds none. */
export function scenariosOfXml(xml: string): readonly SavedScenario[] {
  return readSaved(readXmlPart('scenarios', xml));
}

/** No text that we keep of a scenario is longer. */
const LONGEST = 2_000;
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST;
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The scenarios an earlier session kept; what is not one of ours is left out, what is missing in one takes its default. */
export function readSaved(stored: unknown): readonly SavedScenario[] {
  const entries: readonly unknown[] = Array.isArray(stored) ? stored.slice(-MOST_SAVED) : [];
  const read = entries.filter(isPlain).flatMap(readOne);
  return read.filter(({ name }, at) => read.findIndex((other) => other.name === name) === at);
}

/** What earlier versions left out. */
const LATER = ['ledgerHashAfter', 'policyHash', 'asOf', 'version', 'savedAt'] as const;

function readOne(entry: Readonly<Record<string, unknown>>): SavedScenario[] {
  const { name, headline, ledgerHash, policyId, scenario, seed, draws } = entry;
  if (!isText(name) || !isText(headline) || !isText(ledgerHash) || !isText(policyId) || !isPlain(scenario)) return [];
  const whole = wholeScenario(scenario);
  const later = Object.fromEntries(LATER.flatMap((key) => (isText(entry[key]) ? [[key, entry[key]] as const] : [])));
  const numbers = { seed: isNumber(seed) ? seed : 0, draws: isNumber(draws) ? draws : 0 };
  return canBeSaid(whole) ? [{ ...later, ...numbers, name, headline, ledgerHash, policyId, scenario: whole }] : [];
}

/** The stored value laid over one of ours, part by part; what is of another kind is left out, what ours does not say is kept. */
function over(own: unknown, stored: unknown, key = ''): unknown {
  if (own === undefined) return stored === null ? undefined : stored;
  if (isPlain(own))
    return isPlain(stored) ? { ...own, ...mapped(stored, (value, name) => over(own[name], value, name)) } : own;
  const isOfRows = key === 'who' && isPlain(stored) && Object.values(stored).every(isText);
  const fits = typeof stored === typeof own && Array.isArray(stored) === Array.isArray(own);
  return fits || isOfRows ? stored : own;
}

function mapped(of: Readonly<Record<string, unknown>>, change: (value: unknown, name: string) => unknown) {
  const entries = Object.entries(of).map(([name, value]) => [name, change(value, name)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** The levers as stored, over the defaults. What cannot be computed is refused by the run. */
function wholeScenario(stored: Readonly<Record<string, unknown>>): Scenario {
  const { name, firstYear, inefficient, spread, learnt, ...scenario } = over(initialScenario(), stored) as Readonly<
    Record<keyof Scenario, unknown>
  >;
  const isKnown = (id: unknown) => ASSUMPTION_IDS.some((known) => known === id);
  const only = (of: unknown, isOurs: (value: unknown) => boolean) =>
    mapped(of as Readonly<Record<string, unknown>>, (value, id) => (isKnown(id) && isOurs(value) ? value : undefined));
  const isPair = (pair: unknown) =>
    isPlain(pair) && isKnown(pair['a']) && isKnown(pair['b']) && isNumber(pair['value']);
  const isWidening =
    isPlain(spread) && ['factor', 'n', 'inside', 'own', 'yearly'].every((key) => isNumber(spread[key]));
  return {
    ...scenario,
    ...(isText(name) ? { name } : {}),
    ...(isNumber(firstYear) ? { firstYear } : {}),
    ...(Array.isArray(inefficient) && inefficient.every(isText) ? { inefficient } : {}),
    ...(isWidening ? { spread } : {}),
    ...(isPlain(learnt) ? { learnt: only(learnt, isPlain) } : {}),
    assumptions: only(scenario.assumptions, isNumber),
    distributions: only(scenario.distributions, isOurDistribution),
    correlations: (scenario.correlations as readonly unknown[]).filter(isPair),
  } as unknown as Scenario;
}

function isOurDistribution(value: unknown): boolean {
  if (!isPlain(value)) return false;
  const { kind, ...rest } = value;
  const isOfNumbers = Object.values(rest).every((of) => [of].flat().every(isNumber));
  return isOfNumbers && isText(kind) && isDistribution(value as Distribution);
}

/** Whether all levers can be put into words: what somebody wrote in the place of a number or a name cannot. */
function canBeSaid(scenario: Scenario): boolean {
  const on = mapped({ ...startOfLevers() }, (_, name) => ({ ...scenario[name as keyof LeverSettings], on: true }));
  const given = { firstYear: 2000, basisOf: () => undefined, dues: () => [] };
  try {
    return !/undefined|null|NaN|\[object/.test(JSON.stringify(leverTexts({ ...scenario, ...on }, given)));
  } catch {
    return false;
  }
}

/** A name that is not taken: as asked, else with a number behind it. */
export function freeScenarioName(saved: readonly SavedScenario[], name: string): string {
  const taken = new Set(saved.map((of) => of.name));
  const plain = name.trim() === '' ? '方案' : name.trim();
  return freeName(
    plain,
    (other) => taken.has(other),
    (number) => `${plain} ${number}`,
  );
}

/** The next of 方案一, 方案二 … that is free. */
export function nextName(saved: readonly SavedScenario[]): string {
  const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
  const taken = new Set(saved.map((of) => of.name));
  const free = numerals.map((numeral) => `方案${numeral}`).find((name) => !taken.has(name));
  return free ?? freeScenarioName(saved, '方案');
}

/** With one more, the oldest falling out where there are too many. */
export function withSaved(saved: readonly SavedScenario[], scenario: SavedScenario): readonly SavedScenario[] {
  return [...saved, scenario].slice(-MOST_SAVED);
}

export function withoutSaved(saved: readonly SavedScenario[], name: string): readonly SavedScenario[] {
  return saved.filter((of) => of.name !== name);
}
