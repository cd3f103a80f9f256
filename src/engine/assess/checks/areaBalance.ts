import { roundReading } from '../../quantity/roundReading';

/** A parcel that a lower limit of the plan (容积率, 绿地率) is held against: 亩, and NaN where a number is missing. */
export interface BalanceParcel {
  readonly area: number;
  readonly ratio: number;
  readonly park?: string;
  readonly precinct?: string;
}

/** Where the parcels are balanced, in the order of the text: 在园区、片区范围内. `all` are all the parcels given. */
export type BalanceLevel = 'park' | 'precinct' | 'all';

/** What a parcel comes to. `ratio` and `shortfall` (㎡) are those of the place that decided; a shortfall of 0 is none. */
export type BalanceVerdict =
  | { readonly kind: 'own'; readonly ratio: number }
  | { readonly kind: 'balanced'; readonly level: BalanceLevel; readonly ratio: number }
  | { readonly kind: 'short'; readonly ratio: number; readonly shortfall: number }
  | { readonly kind: 'unresolved'; readonly missing: readonly ('area' | 'ratio')[]; readonly parcel: number };

interface Place {
  readonly level: BalanceLevel;
  readonly ratio: number;
  readonly shortfall: number;
  /** A parcel without which the place's ratio cannot be told, by its position. */
  readonly open?: number;
}

/**
 * Holds every parcel against a lower limit, alone and then with its 园区 and its 片区: Σ(ratio × area) ÷ Σ area, weighted by land
 * (rule JX-08: a parcel that misses a lower limit may be balanced within the park or the precinct). Compared as ROUND(x, 9).
 */
export function areaBalance(parcels: readonly BalanceParcel[], floor: number): BalanceVerdict[] {
  const placeOf = placesOf(parcels, floor);
  return parcels.map((parcel, index): BalanceVerdict => {
    const missing = missingOf(parcel);
    if (missing.length > 0) return { kind: 'unresolved', missing, parcel: index };
    if (roundReading(parcel.ratio) >= floor) return { kind: 'own', ratio: parcel.ratio };
    const places = levelsOf(parcel).map((level) => placeOf(level, parcel));
    const met = places.find(({ open, shortfall }) => open === undefined && shortfall === 0);
    if (met) return { kind: 'balanced', level: met.level, ratio: met.ratio };
    const open = places.find((place) => place.open !== undefined)?.open;
    const hidden = open === undefined ? undefined : parcels[open];
    if (open !== undefined && hidden) return { kind: 'unresolved', missing: missingOf(hidden), parcel: open };
    const widest = places.at(-1);
    return { kind: 'short', ratio: widest?.ratio ?? parcel.ratio, shortfall: widest?.shortfall ?? 0 };
  });
}

function levelsOf({ park, precinct }: BalanceParcel): BalanceLevel[] {
  const named = [
    ...(park === undefined ? [] : ['park' as const]),
    ...(precinct === undefined ? [] : ['precinct' as const]),
  ];
  return named.length > 0 ? named : ['all'];
}

function missingOf({ area, ratio }: BalanceParcel): ('area' | 'ratio')[] {
  return [...(area > 0 ? [] : ['area' as const]), ...(Number.isNaN(ratio) ? ['ratio' as const] : [])];
}

/** Every place is summed once, whoever asks. */
function placesOf(parcels: readonly BalanceParcel[], floor: number) {
  const known = new Map<string, Place>();
  return (level: BalanceLevel, parcel: BalanceParcel): Place => {
    const name = level === 'all' ? '' : (parcel[level] ?? '');
    const key = `${level} ${name}`;
    const place = known.get(key) ?? summed(level, membersOf(parcels, level, name), parcels, floor);
    known.set(key, place);
    return place;
  };
}

function membersOf(parcels: readonly BalanceParcel[], level: BalanceLevel, name: string): number[] {
  const all = parcels.map((_, index) => index);
  return level === 'all' ? all : all.filter((index) => parcels[index]?.[level] === name);
}

const SQUARE_METRES_TIMES = 2000;
const SQUARE_METRES_OVER = 3;

function summed(
  level: BalanceLevel,
  members: readonly number[],
  parcels: readonly BalanceParcel[],
  floor: number,
): Place {
  let [weighted, area] = [0, 0];
  for (const index of members) {
    const parcel = parcels[index];
    if (!parcel || missingOf(parcel).length > 0) return { level, ratio: NaN, shortfall: NaN, open: index };
    weighted += parcel.ratio * parcel.area;
    area += parcel.area;
  }
  const ratio = weighted / area;
  const met = roundReading(ratio) >= floor;
  const shortfall = met ? 0 : ((floor * area - weighted) * SQUARE_METRES_TIMES) / SQUARE_METRES_OVER;
  return { level, ratio, shortfall };
}
