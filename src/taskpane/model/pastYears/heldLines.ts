import type { HeldTold, YearHeld } from '../../../engine/years/index';
import type { Language } from '../../../text/language';
import { pastText } from '../../../text/pastYears';
import { percentText } from '../../../text/quantities';
import { causeText, rankText } from '../../../text/years';
import type { HindsightChoice } from '../../state/pastYears';

/** What a year's projection came to, in sentences: how much of it held, how far it was off and why, and who is not in it. */
export function heldLines(year: YearHeld, choice: HindsightChoice, language: Language): string[] {
  const s = pastText(language);
  const { firms, leftOut } = year;
  const found = `${headOf(year, choice, language)}：${coverageOf(year, language)}；${biasOf(year, language)}。`;
  return [found, causesOf(year, language), s('backLeftOut', { firms, ...leftOut })];
}

function headOf(year: YearHeld, choice: HindsightChoice, language: Language): string {
  const s = pastText(language);
  const basis = basisOf(year, choice, language);
  return s('backYears', { before: String(year.before), after: String(year.after), basis });
}

function basisOf({ learntFrom }: YearHeld, choice: HindsightChoice, language: Language): string {
  const s = pastText(language);
  if (choice === 'now') return s('withNow');
  if (choice !== 'then') return s('withSaved', { name: choice.slice('saved:'.length) });
  const [first, last] = [learntFrom[0], learntFrom.at(-1)];
  if (first === undefined || last === undefined) return s('withDefaults');
  return s('withLearnt', { years: `${String(first)}–${String(last)}` });
}

function coverageOf({ held, counted, inside }: YearHeld, language: Language): string {
  const s = pastText(language);
  const [only] = held.filter(({ counts }) => counts);
  if (only && only.township === undefined) return s('coveredWhole', { rank: rankText(only, language) });
  return s('covered', { counted, inside });
}

function biasOf({ bias }: YearHeld, language: Language): string {
  return pastText(language)(bias < 0 ? 'biasLow' : 'biasHigh', { percent: percentText(Math.abs(bias)) });
}

function causesOf({ causes }: YearHeld, language: Language): string {
  const s = pastText(language);
  if (causes.length === 0) return s('noCause');
  const texts = causes.map(({ cause, enterprise, township }) => causeText(cause, { enterprise, township }, language));
  return `${s('causes')}${texts.join('')}`;
}

/** The townships' 亩均税收, all of them last. */
export function heldRows({ held }: YearHeld): readonly HeldTold[] {
  const perMu = held.filter(({ measure }) => measure === 'taxPerMu');
  const isWhole = ({ township }: HeldTold) => township === undefined;
  return [...perMu.filter((one) => !isWhole(one)), ...perMu.filter(isWhole)];
}
