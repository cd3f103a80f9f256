import type { AssumptionValues } from '../assumption';
import { isGiven, type ParcelColumns } from '../parcels';
import type { PreparedParcels } from '../prepareParcels';
import { DISPOSAL } from './disposal';
import { FUND } from './fund';
import { INCREMENT_STOCK } from './incrementStock';
import type { Eligible, Lever, Need, Span } from './lever';
import { MEASURES } from './measures';
import { PLOT_RATIO } from './plotRatio';
import { PRICES } from './prices';
import { STANDARD_LAND } from './standardLand';
import { TAX_SHARING } from './taxSharing';
import { UPGRADE } from './upgrade';
import { WAIVER } from './waiver';

/** Every lever; another one is a line here and a file beside. */
const LEVERS = {
  plotRatio: PLOT_RATIO,
  waiver: WAIVER,
  disposal: DISPOSAL,
  upgrade: UPGRADE,
  fund: FUND,
  standardLand: STANDARD_LAND,
  prices: PRICES,
  measures: MEASURES,
  incrementStock: INCREMENT_STOCK,
  taxSharing: TAX_SHARING,
};

/** The name of a lever. */
export type LeverName = keyof typeof LEVERS;

type ValueOf<L> = L extends Lever<infer Value, string> ? Value : never;
type CodeOf<L> = L extends { readonly check: (...given: never) => readonly (readonly [boolean, infer Code])[] }
  ? Code
  : never;

/** The levers of a scenario; one left out does nothing. */
export type Levers = { readonly [Name in LeverName]?: ValueOf<(typeof LEVERS)[Name]> };

/** What can be wrong with one lever's own numbers, by code. */
export type ProblemOf<Name extends LeverName> = CodeOf<(typeof LEVERS)[Name]>;

/** A code that concerns a lever. */
export type LeverProblemCode = { [Name in LeverName]: ProblemOf<Name> }[LeverName] | 'nothingEligible';

/** What a lever cannot do without; any of the columns will do. */
export interface LeverNeed {
  readonly lever: LeverName;
  readonly columns: Need;
}

type AnyLever = Lever<unknown, LeverProblemCode>;

/** The names in the order in which a person meets them. */
const NAMES = Object.keys(LEVERS) as readonly LeverName[];

/** The levers that are pulled, each with what is asked of it. */
function pulled(levers: Levers): { readonly name: LeverName; readonly lever: AnyLever; readonly asked: unknown }[] {
  return NAMES.flatMap((name) => {
    const asked = levers[name];
    return asked === undefined ? [] : [{ name, lever: LEVERS[name] as AnyLever, asked }];
  });
}

function unmet(lever: LeverName, needs: readonly Need[], parcels: ParcelColumns): LeverNeed[] {
  const lacking = needs.filter((columns) => !columns.some((column) => isGiven(parcels, column)));
  return lacking.map((columns) => ({ lever, columns }));
}

/** The needs of the chosen levers that the ledger does not meet: the lever is to be disabled, and the column named. */
export function unmetNeeds(levers: Levers, parcels: ParcelColumns): readonly LeverNeed[] {
  return pulled(levers).flatMap(({ name, lever, asked }) => unmet(name, lever.needs?.(asked) ?? [], parcels));
}

/** What any lever, asked the least, would lack of the ledger. */
export function unmetAtStart(parcels: ParcelColumns): readonly LeverNeed[] {
  return unmetNeeds(Object.fromEntries(NAMES.map((name) => [name, LEVERS[name].start])), parcels);
}

/** The rows that the levers are for, where they are not for all. */
export function masksOf(levers: Levers): readonly Eligible[] {
  return pulled(levers)
    .flatMap(({ lever, asked }) => lever.masks?.(asked) ?? [])
    .filter((mask) => mask !== undefined);
}

/** Everything wrong with the levers' own numbers. */
export function checkLevers(levers: Levers, span: Span): readonly LeverProblemCode[] {
  const checks = pulled(levers).flatMap(({ lever, asked }) => lever.check(asked, span));
  const wrong = checks.filter(([holds]) => !holds).map(([, code]) => code);
  const some = masksOf(levers).every((mask) => mask.length === 0 || mask.includes(1));
  return some ? wrong : [...wrong, 'nothingEligible'];
}

/** What falls due each year for each disposed mu once its new project should be mature, wanYuan. */
export function dueOnGranted(levers: Levers, values: AssumptionValues): number {
  return pulled(levers).reduce((sum, { lever, asked }) => sum + (lever.dueOnGranted?.(asked, values) ?? 0), 0);
}

/** What a parcel in use pays a year above the common prices, wanYuan; undefined where no lever asks for it. */
export function surchargeOf(levers: Levers, parcels: PreparedParcels): ((row: number) => number) | undefined {
  const asking = pulled(levers).filter(({ lever }) => lever.surcharge);
  if (asking.length === 0) return undefined;
  return (row) => asking.reduce((sum, { lever, asked }) => sum + (lever.surcharge?.(asked, parcels, row) ?? 0), 0);
}
