import { parseUnit, type Unit } from '../../quantity/unit';
import type { PackValue, PolicyPack } from '../pack';
import type { ParameterTable } from '../parameterTable';
import type { RangeCell } from './readDecisionTable';

/** A value of a 政策参数 table that cannot be used: a name the policy does not have, or a unit that is not the policy's. */
export interface ValueProblem {
  readonly code: 'unknownParameter' | 'unitMismatch' | 'bareZero';
  readonly name: string;
  readonly place: RangeCell;
  /** The unit given and the policy's own. */
  readonly unit: string;
  readonly expected: string;
}

const OUTPUT_LINE_UNIT = '万元/亩';

/** Holds a table's names and units against the policy's. A unit that says the same in another spelling is the same. */
export function parameterProblems(
  pack: PolicyPack,
  { values, places, units, typedUnits = new Map(), zeros = [] }: ParameterTable,
): ValueProblem[] {
  const outputLines = [...typedUnits.keys()].filter((name) => !values.has(name));
  return [...values.keys(), ...outputLines].flatMap((name): ValueProblem[] => {
    const place = places.get(name) ?? { row: 0, column: 0 };
    const expected = values.has(name) ? pack.values.get(name)?.unit : OUTPUT_LINE_UNIT;
    const unit = units.get(name) ?? '';
    if (expected === undefined) return [{ code: 'unknownParameter', name, place, unit, expected: '' }];
    if (zeros.includes(name) && !isZero(pack.values.get(name)))
      return [{ code: 'bareZero', name, place, unit, expected }];
    const typed = typedUnits.get(name);
    if (typed && !fits(typed, expected)) return [{ code: 'unitMismatch', name, place, unit: typed.text, expected }];
    return sameUnit(unit, expected) ? [] : [{ code: 'unitMismatch', name, place, unit, expected }];
  });
}

/** Whether a value is 0 in every period: a bare 0 then changes nothing. */
export function isZero(value: PackValue | undefined): boolean {
  return value?.dated.every((entry) => entry.formula === undefined && entry.value === 0) ?? true;
}

/** Whether a number in this unit, brought to 亩 and 万元, is one in the policy's: 5000元/亩 is 0.5 万元/亩, 5公顷 is none. */
function fits(typed: Unit, expected: string): boolean {
  if (typed.text === '%') return expected === '比例';
  const wanted = parseUnit(expected);
  if (!wanted || wanted.times !== wanted.over || wanted.dimension !== typed.dimension) return false;
  return typed.dimension !== 'other' || typed.text === wanted.text;
}

function sameUnit(given: string, expected: string): boolean {
  if (given === '' || plain(given) === plain(expected)) return true;
  const [own, wanted] = [parseUnit(given), parseUnit(expected)];
  if (!own || !wanted || own.dimension === 'other' || own.dimension !== wanted.dimension) return false;
  return own.times * wanted.over === wanted.times * own.over;
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').replace(/每/g, '/');
}
