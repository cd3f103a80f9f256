import { parseUnit, type Unit } from '../../quantity/unit';
import type { Rows } from '../cell';
import type { ColumnMatch, HeaderMatch } from '../matchHeaders';
import { sampled } from '../sheet/sample';
import { addedUp, ratioOf } from './proofs';
import { profileOf } from './profile';

/** A unit that nothing on the sheet gives, or that the figures contradict: it is asked. */
export interface AskedUnit {
  readonly match: ColumnMatch;
  readonly median: number;
  /** The header names a unit, which the figures hardly fit. */
  readonly named: boolean;
  /** Likeliest first. */
  readonly units: readonly string[];
}

/** The units that 亩均税收 proves, by column, and those that only a person can tell. */
export interface UnitsFound {
  readonly proved: ReadonlyMap<number, Unit>;
  readonly doubts: readonly AskedUnit[];
}

const AREAS = unitsOf('亩 平方米 公顷');
const MONIES = unitsOf('万元 元 千元 亿元');
const PER_MU = parseUnit('万元/亩');
/** So much more usual, in squared decades, must another unit make the figures for the named one to be doubted. */
const DOUBTED = 6;
/** Nearer than this the figures do not say which of two units that are named is meant. */
const CONTRADICTED = 3;
/** What enterprises have: land around 16 亩, tax around 5 万元 a 亩, each within some decades. */
const USUAL = { land: 1.2, yield: 0.7, spread: 0.75 } as const;

function unitsOf(names: string): Unit[] {
  return names.split(' ').flatMap((name) => parseUnit(name) ?? []);
}

const factor = ({ times, over }: Unit): number => times / over;

/** Looks at the units of tax and land together: what is named, what the 亩均 column proves, what is usual. */
export function unitsFound(headers: HeaderMatch, rows: Rows, notes: readonly string[]): UnitsFound {
  const sample = sampled(rows);
  const side = (id: string) => sideOf(headers.byField.get(id), sample, headers.shown);
  const [area, tax, quotient] = [side('landArea'), side('taxPaid'), side('taxPerMu')];
  const ratio = quotient && tax && area ? ratioOf(quotient.values, tax.values, area.values) : undefined;
  // 税收强度 without a unit beside 公顷 and 万元 is 万元/公顷: it is what the two are divided by each other.
  const isInTheirs =
    !quotient?.match.unit && area?.match.unit && tax?.match.unit && Math.abs((ratio?.factor ?? 0) - 1) < 0.01;
  const factors =
    ratio?.isStrong === true && isInTheirs !== true
      ? ratio.factor * factor(quotient?.match.unit ?? (PER_MU as Unit))
      : undefined;
  const noted = notes.flatMap((text) => parseUnit(text) ?? []);
  const given = { area, tax, noted, areas: choicesOf(area, noted, AREAS), monies: choicesOf(tax, noted, MONIES) };
  return factors === undefined ? byMagnitude(given) : byProof(given, factors);
}

interface Side {
  readonly match: ColumnMatch;
  readonly values: Float64Array;
  readonly median: number;
  /** What the number formats of its cells say. */
  readonly shown: readonly Unit[];
}

interface Given {
  readonly area: Side | undefined;
  readonly tax: Side | undefined;
  /** The units that may be meant, the named one first. */
  readonly areas: readonly Unit[];
  readonly monies: readonly Unit[];
  /** What lines and notes around the table say. */
  readonly noted: readonly Unit[];
}

function sideOf(match: ColumnMatch | undefined, sample: Rows, formats: HeaderMatch['shown']): Side | undefined {
  if (!match) return undefined;
  const parts = [{ column: match.column, sign: 1 }, ...(match.plus ?? [])];
  const profiles = parts.map(({ column }) =>
    profileOf(
      sample.map((row) => row[column]),
      false,
    ),
  );
  const values = addedUp(
    profiles.map((profile) => profile.values),
    parts.map(({ sign }) => sign),
  );
  const sorted = [...values].filter((value) => value > 0).sort((a, b) => a - b);
  // Where every cell names its own unit, or is written in words, there is nothing to ask.
  const isFilled = profiles.some(({ filled }) => filled > 0);
  if (isFilled && !values.some((value) => value !== 0 && !Number.isNaN(value))) return undefined;
  const shown = parts.flatMap(({ column }) => formats?.[column] ?? []);
  return { match, values, shown, median: sorted[Math.floor(sorted.length / 2)] ?? NaN };
}

function choicesOf(side: Side | undefined, noted: readonly Unit[], usual: readonly Unit[]): Unit[] {
  const dimension = usual[0]?.dimension;
  const all = [
    ...(side?.match.unit ? [side.match.unit] : []),
    ...(side?.shown ?? []),
    ...noted.filter((unit) => unit.dimension === dimension),
    ...usual,
  ];
  return all.filter((unit, at) => all.findIndex((other) => factor(other) === factor(unit)) === at);
}

/** How far from what enterprises have, in decades squared: 0 is usual, -9 hardly seen. */
function usualLand({ area }: Given, unit: Unit): number {
  return area && area.median > 0 ? -(((Math.log10(area.median * factor(unit)) - USUAL.land) / USUAL.spread) ** 2) : 0;
}

function usualYield({ area, tax }: Given, money: Unit, land: Unit): number {
  if (!area || !tax || !(area.median > 0) || !(tax.median > 0)) return 0;
  const perMu = (tax.median * factor(money)) / (area.median * factor(land));
  return -(((Math.log10(perMu) - USUAL.yield) / USUAL.spread) ** 2);
}

const together = (given: Given, money: Unit, land: Unit): number =>
  usualLand(given, land) + usualYield(given, money, land);

/** 亩均税收 proves both units at once; where it contradicts what is named, one of them is asked. */
function byProof(given: Given, proof: number): UnitsFound {
  const { area, tax, areas, monies } = given;
  const [named, paid] = [area?.match.unit, tax?.match.unit];
  const fits = (money: Unit, land: Unit) => Math.abs((proof * factor(land)) / factor(money) - 1) < 0.01;
  if (named && paid && fits(paid, named)) return { proved: new Map(), doubts: [] };
  const isLikely = (money: Unit, land: Unit) => usualLand(given, land) > -7 && usualYield(given, money, land) > -8;
  const pairs = (paid ? [paid] : monies).flatMap((money) =>
    (named ? [named] : areas)
      .filter((land) => fits(money, land) && isLikely(money, land))
      .map((land) => [money, land] as const),
  );
  const [pair] = pairs;
  if (pair && area && tax && (pairs.length === 1 || factor(pair[0]) === 1)) {
    const proved = new Map<number, Unit>();
    if (!paid) proved.set(tax.match.column, pair[0]);
    if (!named) proved.set(area.match.column, pair[1]);
    return { proved, doubts: [] };
  }
  if (!named || !paid) return byMagnitude(given);
  // 元 for 万元 and 公顷 for ㎡ may both explain it: the likelier one is asked.
  const land = areas.find((unit) => fits(paid, unit) && isLikely(paid, unit));
  const money = monies.find((unit) => fits(unit, named) && isLikely(unit, named));
  return {
    proved: new Map(),
    doubts: land ? doubted(area, [land, ...areas]) : money ? doubted(tax, [money, ...monies]) : [],
  };
}

function doubted(side: Side | undefined, units: readonly Unit[]): AskedUnit[] {
  if (!side) return [];
  const texts = [...new Set(units.map(({ text }) => (text === '㎡' ? '平方米' : text)))];
  return [{ match: side.match, median: side.median, named: side.match.unit !== undefined, units: texts }];
}

/** What is not named is asked, likeliest first; what is named is doubted where another unit makes both far more usual. */
function byMagnitude(given: Given): UnitsFound {
  const { area, tax, areas, monies } = given;
  const [land, money] = [area?.match.unit, tax?.match.unit];
  const byLand = areas.toSorted((a, b) => landRank(given, b) - landRank(given, a));
  const likeliest = land ?? byLand[0];
  const byMoney = likeliest
    ? monies.toSorted((a, b) => together(given, b, likeliest) - together(given, a, likeliest))
    : [...monies];
  const { isLandOdd, isMoneyOdd } = oddUnits(given);
  return {
    proved: new Map(),
    doubts: [
      ...(area && (!land || isLandOdd || isContradicted(given, area, land)) ? doubted(area, byLand) : []),
      ...(tax && (!money || isMoneyOdd || isContradicted(given, tax, money)) ? doubted(tax, byMoney) : []),
    ],
  };
}

/**
 * 实缴税收（万元） below 金额单位：千元: one of them is wrong, and unless the figures say plainly which one, only a person knows; so is
 * one of 税收（万元） and 0.00"元" in its cells.
 */
function isContradicted(given: Given, { shown }: Side, named: Unit): boolean {
  if (shown.some((unit) => factor(unit) !== factor(named))) return true;
  const others = given.noted.filter(({ dimension }) => dimension === named.dimension);
  if (others.length === 0 || others.some((unit) => factor(unit) === factor(named))) return false;
  const own = usualIn(given, named);
  return others.some((unit) => usualIn(given, unit) > own - CONTRADICTED);
}

/** How usual the figures are with one of the units changed. */
function usualIn(given: Given, unit: Unit): number {
  const [land, money] = [given.area?.match.unit, given.tax?.match.unit];
  if (unit.dimension === 'area') return money ? together(given, money, unit) : usualLand(given, unit);
  return land ? together(given, unit, land) : 0;
}

function landRank(given: Given, unit: Unit): number {
  const money = given.tax?.match.unit;
  return money ? together(given, money, unit) : usualLand(given, unit);
}

function oddUnits(given: Given): { readonly isLandOdd: boolean; readonly isMoneyOdd: boolean } {
  const { area, tax, areas, monies } = given;
  const [land, money] = [area?.match.unit, tax?.match.unit];
  if (!land || !money) {
    const isLandOdd =
      land !== undefined &&
      !tax &&
      Math.max(...areas.map((unit) => usualLand(given, unit))) > usualLand(given, land) + DOUBTED;
    return { isLandOdd, isMoneyOdd: false };
  }
  const own = together(given, money, land);
  const otherLand = Math.max(...areas.map((unit) => together(given, money, unit)));
  const otherMoney = Math.max(...monies.map((unit) => together(given, unit, land)));
  if (Math.max(otherLand, otherMoney) <= own + DOUBTED) return { isLandOdd: false, isMoneyOdd: false };
  return { isLandOdd: otherLand >= otherMoney - 1, isMoneyOdd: otherMoney >= otherLand - 1 };
}
