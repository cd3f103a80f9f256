import type { HeldTold, YearHeld } from '../../../engine/years/index';
import type { Language } from '../../../text/language';
import type { PaneText } from '../../../text/pane';
import { percentText } from '../../../text/quantities';
import { causeText, rankText } from '../../../text/years';
import type { HindsightChoice } from '../../state/pastYears';

/** The pane's words, and the language of those that are no part of them. */
interface Words {
  readonly t: PaneText;
  readonly language: Language;
}

/** What a year's projection came to, in sentences: how much of it held, how far it was off and why, and who is not in it. */
export function heldLines(year: YearHeld, choice: HindsightChoice, words: Words): string[] {
  const { firms, leftOut } = year;
  const found = `${headOf(year, choice, words)}：${coverageOf(year, words)}；${biasOf(year, words)}。`;
  return [found, causesOf(year, words), words.t('pastBackLeftOut', { firms, ...leftOut })];
}

function headOf(year: YearHeld, choice: HindsightChoice, words: Words): string {
  const basis = basisOf(year, choice, words);
  return words.t('pastBackYears', { before: String(year.before), after: String(year.after), basis });
}

function basisOf({ learntFrom }: YearHeld, choice: HindsightChoice, words: Words): string {
  if (choice === 'now') return words.t('pastWithNow');
  if (choice !== 'then') return words.t('pastWithSaved', { name: choice.slice('saved:'.length) });
  const [first, last] = [learntFrom[0], learntFrom.at(-1)];
  if (first === undefined || last === undefined) return words.t('pastWithDefaults');
  return words.t('pastWithLearnt', { years: `${String(first)}–${String(last)}` });
}

function coverageOf({ held, counted, inside }: YearHeld, { t, language }: Words): string {
  const [only] = held.filter(({ counts }) => counts);
  if (only && only.township === undefined) return t('pastCoveredWhole', { rank: rankText(only, language) });
  return t('pastCovered', { counted, inside });
}

function biasOf({ bias }: YearHeld, { t }: Words): string {
  return t(bias < 0 ? 'pastBiasLow' : 'pastBiasHigh', { percent: percentText(Math.abs(bias)) });
}

function causesOf({ causes }: YearHeld, { t, language }: Words): string {
  if (causes.length === 0) return t('pastNoCause');
  const texts = causes.map(({ cause, enterprise, township }) => causeText(cause, { enterprise, township }, language));
  return texts.join('');
}

/** What a figure's township is called; all of them together, and rows without one, in words. */
export function heldName({ township }: HeldTold, t: PaneText): string {
  if (township === undefined) return t('pastWhole');
  return township === '' ? t('pastNoTownship') : township;
}

/** The townships' 亩均税收, all of them last. */
export function heldRows({ held }: YearHeld): readonly HeldTold[] {
  const perMu = held.filter(({ measure }) => measure === 'taxPerMu');
  const isWhole = ({ township }: HeldTold) => township === undefined;
  return [...perMu.filter((one) => !isWhole(one)), ...perMu.filter(isWhole)];
}
