import { numbersOf, textAt } from '../column/verbs';
import { parseDay, yearOf, type Day } from '../quantity/day';
import type { Ledger } from '../ledger/readLedger';
import type { PackField } from '../policy/pack';
import type { AssessContext } from './context';

/** The ledger fields that each derived reading is taken from. */
export const DERIVED_FROM: Readonly<Record<NonNullable<PackField['derive']>, readonly string[]>> = {
  ageOfBuilding: ['builtYear'],
  idleRule: ['plannedStart', 'actualStart'],
  outputLevel: [],
  isBlank: [],
};

/** The word that a blank cell of a field is given by other columns, row by row; needs a base date, never guesses one. */
export function derivedWords(
  field: PackField,
  ledger: Ledger,
  { policy }: AssessContext,
): readonly (string | undefined)[] | undefined {
  if (policy.asOf === undefined) return undefined;
  if (field.derive === 'ageOfBuilding') return poorByAge(ledger, policy.asOf, policy.values.get('老旧厂房年限'));
  return field.derive === 'idleRule' ? idleByStart(ledger, policy.asOf) : undefined;
}

/** 建筑质量 is 差 when the building is as old as the pack's line (an assumption of the pack). */
function poorByAge(ledger: Ledger, asOf: Day, age: number | undefined): (string | undefined)[] {
  const year = yearOf(asOf);
  return Array.from(numbersOf(ledger, 'builtYear'), (built) =>
    age !== undefined && year - built >= age ? '差' : undefined,
  );
}

const NOT_STARTED = /^(?:未动工|未开工|尚未动工|尚未开工|没有动工|否|未)$/;

/** 闲置 when a year has passed since the agreed start and the ledger says in words that work has not begun. */
function idleByStart(ledger: Ledger, asOf: Day): (string | undefined)[] {
  // 未动工 is no day: what the cell says stands with the findings.
  const unread = ledger.findings.filter(({ field, code }) => field === 'actualStart' && code === 'unreadable');
  const said = new Map(unread.map(({ row, text }) => [row, text.normalize('NFKC').trim()]));
  return Array.from({ length: ledger.rows }, (_, row) => {
    const agreed = textAt(ledger, 'plannedStart', row);
    const begun = textAt(ledger, 'actualStart', row) ?? said.get(row);
    const start = agreed === undefined ? undefined : parseDay(/^\d{5}$/.test(agreed) ? Number(agreed) : agreed);
    if (start === undefined || begun === undefined || !NOT_STARTED.test(begun)) return undefined;
    return `${yearOf(start) + 1}${start.slice(4)}` <= asOf ? '闲置' : undefined;
  });
}
