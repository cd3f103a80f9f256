import { freeName } from '../../../sheet/freeName';
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

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** The scenarios an earlier session kept; what is not one of ours is left out, what is missing in one takes its default. */
export function readSaved(stored: unknown): readonly SavedScenario[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((entry: unknown) => {
    const kept = (typeof entry === 'object' && entry !== null ? entry : {}) as Partial<SavedScenario>;
    const { name, headline, ledgerHash, policyId, scenario } = kept;
    if (!isText(name) || !isText(headline) || !isText(ledgerHash) || !isText(policyId)) return [];
    if (typeof scenario !== 'object') return [];
    const whole = wholeScenario(scenario);
    const numbers = { seed: Number(kept.seed) || 0, draws: Number(kept.draws) || 0 };
    return [{ ...kept, ...numbers, name, headline, ledgerHash, policyId, scenario: whole }];
  });
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a stored part can stand for one of ours: the same kind of thing. */
function fits(own: unknown, stored: unknown): boolean {
  if (own === undefined) return stored !== null;
  return isPlain(own) ? isPlain(stored) : typeof stored === typeof own && Array.isArray(stored) === Array.isArray(own);
}

/** The levers as stored, over the defaults; what is of another kind is left out. What cannot be computed is refused by the run. */
function wholeScenario(stored: object): Scenario {
  const initial: Readonly<Record<string, unknown>> = { ...initialScenario() };
  const parts = Object.entries(stored)
    .filter(([name, value]) => fits(initial[name], value))
    .map(([name, value]) => [
      name,
      isPlain(value) ? { ...(initial[name] as object | undefined), ...value } : (value as unknown),
    ]);
  return { ...initialScenario(), ...(Object.fromEntries(parts) as Partial<Scenario>) };
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
