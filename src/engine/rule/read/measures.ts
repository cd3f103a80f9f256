import { convert, type Unit } from '../../quantity/unit';
import { scaleBetween } from '../../quantity/unitScale';
import type { Measured } from '../tree';

/** What a number in a unit is in the measure that it is held against, or undefined where the unit does not fit it. */
export function inMeasure(value: number, unit: Unit, measured: Measured | undefined): number | undefined {
  // 25% is a quarter of whatever it is.
  if (!measured) return asFactor(value, unit);
  switch (measured.measure) {
    case 'percent':
      return isShare(unit) ? shareOf(value, unit) : undefined;
    case 'floor':
      // Floors are in ㎡, and the unit brings to 亩: 亩 x 2000/3.
      return unit.dimension === 'area' ? (value * unit.times * 2000) / (unit.over * 3) : undefined;
    case 'other':
      // A ratio without a unit is a share as well: 80% of 容积率 is 0.8.
      if (measured.unit === undefined && isShare(unit)) return shareOf(value, unit);
      return measured.unit === undefined ? plainly(value, unit) : scaled(value, unit, measured.unit);
    default:
      return unit.dimension === measured.measure ? convert(value, unit) : undefined;
  }
}

/** A number in a unit that is held against nothing, as a factor is: 5% is 0.05. */
export function asFactor(value: number, unit: Unit): number {
  return isShare(unit) ? shareOf(value, unit) : convert(value, unit);
}

const UNITS: Partial<Record<Measured['measure'], string>> = {
  area: '亩',
  floor: '平方米',
  money: '万元',
  perMu: '万元/亩',
  percent: '%',
};

/**
 * Whether two parts that are added or held against each other measure things that cannot be: land and floors, money and prices. What
 * is not known, a bare ratio too, fits everything.
 */
export function clash(one: Measured | undefined, other: Measured | undefined): boolean {
  if (!one || !other || isBareRatio(one) || isBareRatio(other)) return false;
  if (one.unit === undefined || other.unit === undefined) return kindOf(one) !== kindOf(other);
  return scaleBetween(one.unit, other.unit) !== 1;
}

function isBareRatio({ measure, unit }: Measured): boolean {
  return measure === 'other' && unit === undefined;
}

function kindOf({ measure, unit }: Measured): Measured['measure'] {
  return unit === '%' ? 'percent' : measure;
}

/** A unit in which a number against a measure may be written, where one is known. */
export function unitTexts(measured: Measured | undefined | null): readonly string[] {
  const unit = measured?.unit ?? (measured ? UNITS[measured.measure] : undefined);
  return unit === undefined ? [] : [unit];
}

function plainly(value: number, unit: Unit): number | undefined {
  return unit.dimension === 'other' ? value : undefined;
}

/** 0.5 元/度 against 元/千瓦时, 2,000 千克标煤 against 吨标煤. */
function scaled(value: number, { text }: Unit, own: string): number | undefined {
  const times = scaleBetween(text, own);
  if (times === undefined) return undefined;
  return times >= 1 ? value * times : value / Math.round(1 / times);
}

function isShare({ text }: Unit): boolean {
  return text === '%' || text === '‰';
}

function shareOf(value: number, { text }: Unit): number {
  return text === '%' ? value / 100 : value / 1000;
}

/**
 * What is left of a measure when it is divided: money over land is money per 亩, anything over a bare number stays what it is, and
 * over its own kind it is a share.
 */
export function measureOver(
  left: Measured | undefined,
  right: Measured | undefined,
  isBare: boolean,
): Measured | undefined {
  if (isBare) return left;
  if (left && left.measure === right?.measure && left.unit === right.unit) return { measure: 'percent' };
  return left?.measure === 'money' && right?.measure === 'area' ? { measure: 'perMu' } : undefined;
}
