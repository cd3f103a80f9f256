import { differentWords, numberAt, textAt } from '../column/verbs';
import { keysOf } from '../entity/keys';
import type { Ledger } from '../ledger/readLedger';
import { rowsOfKind } from '../ledger/rowKind';
import type { Day } from '../quantity/day';
import { daySerial } from '../quantity/daySerial';
import type { AssumptionValues } from '../simulate/assumption';
import { disposalCost } from '../simulate/equations';
import type { Duration } from './buildTimes';
import { LEAST_RISE } from './figures';
import { type Stayer, stayersOf, type YearPair } from './yearPair';

/** Parcels that could have risen in a year, those that did, and by how much. */
export interface Building {
  readonly could: number;
  readonly did: number;
  readonly rises: readonly number[];
}

/** Amounts over areas, a case each: 万元 and 亩. */
export interface AreaAmounts {
  readonly areas: number[];
  readonly amounts: number[];
}

/** Parcels of the enterprises that stay, with a plot ratio in both years, below what is planned for them in the first. */
export function buildingOf(pair: YearPair, values: AssumptionValues): Building {
  const rises: number[] = [];
  let could = 0;
  for (const [before, after] of parcelPairs(pair)) {
    const ratio = plotRatioAt(pair.before.ledger, before, values);
    const now = plotRatioAt(pair.after.ledger, after, values);
    const own = numberAt(pair.before.ledger, 'plannedPlotRatio', before);
    const planned = Number.isNaN(own) ? values.plannedPlotRatioDefault : own;
    if (!(ratio > 0 && now > 0 && ratio + LEAST_RISE <= planned)) continue;
    could++;
    if (now - ratio >= LEAST_RISE - 1e-9) rises.push(now - ratio);
  }
  return { could, did: rises.length, rises };
}

/** Rows of the same land in both years: by parcel code, else of enterprises with one row in each. */
function parcelPairs(pair: YearPair): [before: number, after: number][] {
  const [before, after] = [keysOf(pair.before.ledger, 'parcelId'), keysOf(pair.after.ledger, 'parcelId')];
  return stayersOf(pair).flatMap((stayer) => sameLand(stayer, before, after));
}

function sameLand(
  { before, after }: Stayer,
  codeBefore: (row: number) => string | undefined,
  codeAfter: (row: number) => string | undefined,
): [number, number][] {
  const [[first], [second]] = [before.rows, after.rows];
  const isOne = before.rows.length === 1 && after.rows.length === 1;
  if (isOne && first !== undefined && second !== undefined) return [[first, second]];
  return before.rows.flatMap((row): [number, number][] => {
    const code = codeBefore(row);
    const same = code === undefined ? [] : after.rows.filter((one) => codeAfter(one) === code);
    return same.length === 1 && same[0] !== undefined ? [[row, same[0]]] : [];
  });
}

/** The floors of a row: its plot ratio's, else those that stand there, else none known and none counted (section 5). */
function floorsAt(ledger: Ledger, row: number, { squareMetresPerMu }: AssumptionValues): number {
  const ofRatio = numberAt(ledger, 'plotRatio', row) * numberAt(ledger, 'landArea', row) * squareMetresPerMu;
  const floors = Number.isNaN(ofRatio) ? numberAt(ledger, 'floorArea', row) : ofRatio;
  return Number.isNaN(floors) ? 0 : floors;
}

/** The plot ratio of a row, else its floors over its land. */
function plotRatioAt(ledger: Ledger, row: number, { squareMetresPerMu }: AssumptionValues): number {
  const own = numberAt(ledger, 'plotRatio', row);
  if (!Number.isNaN(own)) return own;
  return numberAt(ledger, 'floorArea', row) / (numberAt(ledger, 'landArea', row) * squareMetresPerMu);
}

/** Of the rows whose deadline has come, those closed by it; none where nobody keeps the days of closing. */
export function closedOnTime(ledger: Ledger, asOf: Day): { readonly due: number; readonly done: number } {
  if (differentWords(ledger, 'closedOutOn').length === 0) return { due: 0, done: 0 };
  let [due, done] = [0, 0];
  for (const row of rowsOfKind(ledger.kinds, 'data')) {
    const [deadline, closed] = [dayAt(ledger, 'deadline', row), dayAt(ledger, 'closedOutOn', row)];
    if (deadline === undefined || deadline > asOf) continue;
    due++;
    if (closed !== undefined && closed <= deadline) done++;
  }
  return { due, done };
}

/** How long building took from start to completion, or has taken by a day. */
export function buildSpans(ledger: Ledger, asOf: Day): Duration[] {
  return rowsOfKind(ledger.kinds, 'data').flatMap((row): Duration[] => {
    const [start, finish] = [dayAt(ledger, 'actualStart', row), dayAt(ledger, 'actualFinish', row)];
    if (start === undefined || start > asOf) return [];
    const done = finish !== undefined && finish <= asOf;
    const years = (daySerial(done ? finish : asOf) - daySerial(start)) / 365.25;
    return years > 0 ? [{ years, done }] : [];
  });
}

/** Land granted for a price, where both stand beside the day it was granted. */
export function granted(ledger: Ledger): AreaAmounts {
  return amountsOf(ledger, (row, area) =>
    dayAt(ledger, 'approvedOn', row) === undefined ? NaN : area * numberAt(ledger, 'landPrice', row),
  );
}

/** What land cost to take back, without the compensation for buildings and their clearing, which the model counts apart. */
export function acquired(ledger: Ledger, values: AssumptionValues): AreaAmounts {
  return amountsOf(ledger, (row, area) => {
    const buildings = disposalCost(area, floorsAt(ledger, row, values), { ...values, acquisitionPrice: 0 });
    return numberAt(ledger, 'disposalCost', row) - buildings;
  });
}

function amountsOf(ledger: Ledger, amountAt: (row: number, area: number) => number): AreaAmounts {
  const found: AreaAmounts = { areas: [], amounts: [] };
  for (const row of rowsOfKind(ledger.kinds, 'data')) {
    const area = numberAt(ledger, 'landArea', row);
    const amount = amountAt(row, area);
    if (!(area > 0 && amount > 0)) continue;
    found.areas.push(area);
    found.amounts.push(amount);
  }
  return found;
}

function dayAt(ledger: Ledger, field: string, row: number): Day | undefined {
  return textAt(ledger, field, row) as Day | undefined;
}
