import { definedOnly, numbersOf, numberAt, textAt, finish, type Steps } from '../../../engine/column/index';
import { readLedgerSteps, rowsOfKind, type HeaderMatch, type Ledger } from '../../../engine/ledger/index';
import { EVERY_ROW_ITSELF, unitsSteps, type EntityRules, type Units } from '../../../engine/entity/index';
import { standingOf, type Standing } from '../../../engine/policy/index';
import {
  amountsAsked,
  fieldsRead,
  grade,
  judge,
  measuresOf,
  readingsOf,
  variesByRow,
  type AppliedPolicy,
  type Grades,
  type GradeVerdict,
  type Judgement,
  type MeasuredRows,
} from '../../../engine/assess/index';
import { WAIVER_FIELDS } from '../../../engine/simulate/index';
import { concludedOn, isOpen, NOTHING_CONCLUDED, type CleanLedger, type Concluded } from './concluded';
import { withoutRows, withoutShared } from './sharedAmounts';
import { firmsSaid, openFirms } from '../reading/firmRows';
import { openNameless } from '../reading/nameless';
import type { Source } from '../reading/source';

/** A ledger read and, once a policy is chosen, judged. Cells are read as they stand: 0 is 0, blank is blank. */
export interface Assessment {
  /** The policy's fields alone, so that reasons speak of nothing else. */
  readonly ledger: Ledger;
  /** Every field the pane shows or projects, one row standing for each unit that is judged. */
  readonly whole: Ledger;
  /** The same as read, row by row, before rows were brought together. */
  readonly read: Ledger;
  readonly units: Units;
  /** The rows that stand for units. */
  readonly dataRows: readonly number[];
  readonly policy?: AppliedPolicy;
  readonly standing?: Standing;
  readonly tiers?: Judgement;
  readonly paths?: Judgement;
  readonly grades?: Grades;
  /** The policy's measures, those that say the same of every row aside. */
  readonly measures: readonly MeasuredRows[];
  /** What people decided on the 标准台账; it goes before tiers and paths, which stay the system's. */
  readonly concluded: Concluded;
  /** Rows that lack something: before a policy is chosen tax or area, afterwards whatever keeps them from an answer. */
  readonly incomplete: readonly number[];
}

/** The fields that show who a row is, and those the projection takes. */
const SHOWN = ['enterprise', 'creditCode', 'parcelId', 'township', 'grade'] as const;
/** The fields by which rows become units. */
const ENTITY = ['enterpriseStatus', 'ownedArea', 'rentedInArea', 'rentedOutArea'] as const;
const PROJECTED = [
  ...['floorArea', 'inefficient', 'industrialFloorArea', 'greenRatio', 'park', 'industry', 'aboveScale'],
  ...['electricity', 'water'],
  ...WAIVER_FIELDS,
] as const;
const NEEDED = ['taxPaid', 'landArea'] as const;

/** The fields whose columns matter: those of the policy, or tax and area while none is chosen. */
export function wantedFields(policy: AppliedPolicy | undefined): ReadonlySet<string> {
  return new Set(policy ? fieldsRead(policy.pack) : NEEDED);
}

/** Tax and land, as far as answers hang on them: all of what is judged by a policy, and both while none is chosen. */
export function amountsNeeded(policy: AppliedPolicy | undefined): readonly string[] {
  return policy ? amountsAsked(policy.pack) : NEEDED;
}

/** The fields that a person is asked about: a policy that judges by no land leaves it alone which column the land is. */
export function askedFields(policy: AppliedPolicy | undefined): ReadonlySet<string> {
  const amounts = amountsNeeded(policy);
  const isNeeded = (id: string) => !(NEEDED as readonly string[]).includes(id) || amounts.includes(id);
  return new Set([...wantedFields(policy)].filter(isNeeded));
}

/** Reads a table by its mapped headers, brings rows together by the rules, and judges the units; all units are the cohort. */
export function assess(
  source: Source,
  headers: HeaderMatch,
  policy: AppliedPolicy | undefined,
  rules: EntityRules = EVERY_ROW_ITSELF,
): Assessment {
  return finish(assessSteps(source, headers, { policy, rules }));
}

/** The fields asked for, read and brought together by the rules, before anything is judged. */
export function* unitsOfSourceSteps(
  source: Source,
  headers: HeaderMatch,
  { fields, rules }: { readonly fields: readonly string[]; readonly rules: EntityRules },
): Steps<Pick<Assessment, 'read' | 'units' | 'whole'>> {
  const read = yield* readLedgerSteps(headers, source.rows, { fields, zeroIsBlank: false });
  const units = yield* unitsSteps(read, rules, firmsSaid(source, headers));
  const shared = source.amounts.length === 0 ? units.ledger : withoutShared(units.ledger, source.amounts, units.lead);
  // Nobody has said whether these rows are one enterprise: none of them has a land and a tax.
  const asked = [...openFirms(source, headers), ...openNameless(source, headers)];
  const open = asked.filter((group) => isSeveral(units, group));
  const whole = open.length === 0 ? shared : withoutRows(shared, open.flat());
  return { read, units, whole };
}

/** By what a ledger is judged. */
interface AssessGiven {
  readonly policy: AppliedPolicy | undefined;
  readonly rules: EntityRules;
  readonly cleanLedger?: CleanLedger | undefined;
}

/** The same in steps. */
export function* assessSteps(
  source: Source,
  headers: HeaderMatch,
  { policy, rules, cleanLedger }: AssessGiven,
): Steps<Assessment> {
  const wanted = wantedFields(policy);
  const fields = [...new Set([...wanted, ...SHOWN, ...ENTITY, ...PROJECTED])];
  const made = yield* unitsOfSourceSteps(source, headers, { fields, rules });
  yield;
  return yield* judgedSteps(made, { policy, cleanLedger });
}

/** The fields of a ledger that a projection under a policy takes. */
export function projectedFields(policy: AppliedPolicy): readonly string[] {
  return [...new Set([...wantedFields(policy), ...SHOWN, ...PROJECTED])];
}

/** Judges the units that were made of a ledger. */
export function* judgedSteps(
  { read, units, whole }: Pick<Assessment, 'read' | 'units' | 'whole'>,
  { policy, cleanLedger }: Omit<AssessGiven, 'rules'>,
): Steps<Assessment> {
  const wanted = wantedFields(policy);
  const ledger = { ...whole, findings: whole.findings.filter((finding) => wanted.has(finding.field)) };
  const dataRows = rowsOfKind(whole.kinds, 'data');
  const made = { ledger, whole, read, units, dataRows };
  if (!policy)
    return { ...made, measures: [], concluded: NOTHING_CONCLUDED, incomplete: withoutNumbers(ledger, dataRows) };
  const context = { policy, cohort: ledger };
  const readings = readingsOf(ledger, context);
  yield;
  const tiers = judge(ledger, context, 'tiers', readings);
  yield;
  const paths = judge(ledger, context, 'paths', readings);
  yield;
  const grades = grade(ledger, context);
  yield;
  const varying = policy.pack.measures?.filter(variesByRow) ?? [];
  const measures = measuresOf(ledger, context, { measures: varying, made: { readings, tiers, paths, grades } });
  yield;
  const concluded = concludedOn(cleanLedger, read, units);
  yield;
  const judged = { concluded, ...definedOnly({ tiers, paths }) };
  const isMeasureOpen = (row: number) => measures.some(({ verdicts }) => verdicts[row]?.kind === 'unresolved');
  const incomplete = dataRows.filter(
    (row) =>
      isOpen(judged, 'tier', row) ||
      isOpen(judged, 'path', row) ||
      hasNoGrade(grades?.verdicts[row]) ||
      isMeasureOpen(row),
  );
  const standing = standingOf(policy.pack, policy.asOf);
  return {
    ...made,
    policy,
    standing,
    incomplete,
    measures,
    ...judged,
    ...definedOnly({ grades }),
  };
}

/** Whether rows are judged apart. */
export function isSeveral({ lead }: Units, rows: readonly number[]): boolean {
  return new Set(rows.map((row) => lead[row] ?? -1).filter((row) => row >= 0)).size > 1;
}

/** Whether something that can be put right keeps a row from its grade. */
function hasNoGrade(verdict: GradeVerdict | undefined): boolean {
  return verdict?.kind === 'unresolved' || verdict?.kind === 'noScore';
}

function withoutNumbers(ledger: Ledger, rows: readonly number[]): number[] {
  return rows.filter((row) => NEEDED.some((field) => Number.isNaN(numberAt(ledger, field, row))));
}

/** The row whose answer a row has: its own, or that of the unit it was brought into; undefined where it has none. */
export function leadOf({ units }: Assessment, row: number): number | undefined {
  const lead = units.lead[row] ?? -1;
  return lead < 0 ? undefined : lead;
}

/** Whether answers differ from what each row alone would get: rows brought together, left out, or with other land. */
export function isByUnits({ units, read }: Assessment): boolean {
  return (
    units.ledger.kinds.some((kind, row) => kind !== read.kinds[row]) ||
    units.grouping.area !== numbersOf(read, 'landArea')
  );
}

/** The name a row goes by: the enterprise, else its parcel or code. */
export function nameAt(ledger: Ledger, row: number): string | undefined {
  return textAt(ledger, 'enterprise', row) ?? textAt(ledger, 'parcelId', row) ?? textAt(ledger, 'creditCode', row);
}
