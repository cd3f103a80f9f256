import { parseUnit } from '../../quantity/unit';
import type { PolicyPack } from '../pack';
import type { ParameterTable } from '../parameterTable';
import type { CellPlace } from './readDecisionTable';

/** A value of a 政策参数 table that cannot be used: a name the policy does not have, or a unit that is not the policy's. */
export interface ValueProblem {
  readonly code: 'unknownParameter' | 'unitMismatch';
  readonly name: string;
  readonly place: CellPlace;
  /** The unit given and the policy's own. */
  readonly unit: string;
  readonly expected: string;
}

/** Holds a table's names and units against the policy's. A unit that says the same in another spelling is the same. */
export function parameterProblems(pack: PolicyPack, { values, places, units }: ParameterTable): ValueProblem[] {
  return [...values.keys()].flatMap((name): ValueProblem[] => {
    const place = places.get(name) ?? { row: 0, column: 0 };
    const expected = pack.values.get(name)?.unit;
    const unit = units.get(name) ?? '';
    if (expected === undefined) return [{ code: 'unknownParameter', name, place, unit, expected: '' }];
    return sameUnit(unit, expected) ? [] : [{ code: 'unitMismatch', name, place, unit, expected }];
  });
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
