import type { AssumptionValues } from '../assumption';
import { ownerPayback, uptake } from '../equations';
import { surchargeOf } from '../levers/all';
import { isUpgraded, type UpgradeLever } from '../levers/upgrade';
import { NOT_IN_HORIZON } from '../planDisposal';
import type { StockTasks } from '../taskQuota';
import type { StockPlan } from '../projectStock';

/** What may happen to a parcel: it builds, it is upgraded, or it is disposed of. */
export const KIND = { build: 0, upgrade: 1, dispose: 2 } as const;

/** Numbers kept of each parcel that something may happen to. */
export const WIDTH = 4;

/** Parcels tossed at once: one bit each of a word of 32. */
export const LANES = 32;

/**
 * Parcels to which the same may happen with the same chances, 32 to a word and every word of one group. `values` holds
 * four numbers a lane: to build, new industrial floors (m2), own tax on them (wanYuan), other floors (m2); to upgrade, own
 * tax and area; to be disposed of, area, tax, floors and what it pays above the common prices. They lie on a grid so coarse that adding them loses nothing.
 */
export interface EventClass {
  readonly kind: 0 | 1 | 2;
  /** Waived share of the price, for those who build. */
  readonly share: number;
  /** The earliest year. */
  readonly from: number;
  readonly words: number;
  readonly groupOfWord: Uint16Array;
  /** The lanes of each word that hold a parcel. */
  readonly maskOfWord: Int32Array;
  readonly values: Float64Array;
  readonly parcels: number;
}

/** The events of a plan, and the totals they change. */
export interface EventPlan {
  readonly classes: readonly EventClass[];
  /** Number of groups, 0 (none) included. */
  readonly groups: number;
  /** Opening land and tax by group: mu, wanYuan. */
  readonly land: Float64Array;
  readonly tax: Float64Array;
  /** What all parcels pay a year above the common prices, wanYuan. */
  readonly surcharge: number;
  readonly openingInefficientArea: number;
  /** What 增存挂钩 asks for, and the plan. */
  readonly tasks: StockTasks;
  readonly upgrade?: UpgradeLever | undefined;
}

/** More groups than get an uncertainty of their own: the draws of each are kept. */
export const MOST_GROUPS = 60;

interface Member {
  readonly row: number;
  readonly group: number;
  readonly values: readonly [number, number, number, number];
}

/** The grid of a column: steps so fine that nothing is lost to sight, so coarse that sums of up to all of it are exact. */
function gridOf(members: readonly Member[], column: number): number {
  let size = 0;
  for (const { values } of members) size += Math.abs(values[column] ?? 0);
  let step = 1;
  while (size / step > 4_503_599_627_370_496) step *= 2;
  while (size > 0 && size / step < 2_251_799_813_685_248) step /= 2;
  return step;
}

/** Lays members out 32 to a word, groups apart. Members come ordered by group. */
function layOut(kind: EventClass['kind'], share: number, from: number, members: readonly Member[]): EventClass {
  const places: number[] = [];
  let [lane, group] = [0, -1];
  for (const member of members) {
    if (member.group !== group) lane = Math.ceil(lane / LANES) * LANES;
    group = member.group;
    places.push(lane++);
  }
  const words = Math.ceil(lane / LANES);
  const groupOfWord = new Uint16Array(words);
  const maskOfWord = new Int32Array(words);
  const values = new Float64Array(words * LANES * WIDTH);
  const grids = Array.from({ length: WIDTH }, (_, column) => gridOf(members, column));
  members.forEach((member, index) => {
    const place = places[index] ?? 0;
    const word = place >> 5;
    groupOfWord[word] = member.group;
    maskOfWord[word] = (maskOfWord[word] ?? 0) | (1 << (place & 31));
    member.values.forEach((value, column) => {
      const grid = grids[column] ?? 1;
      values[place * WIDTH + column] = Math.round(value / grid) * grid;
    });
  });
  return { kind, share, from, words, groupOfWord, maskOfWord, values, parcels: members.length };
}

function known(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) ? value : 0;
}

/** What may happen to a row, under a key that tells the class; undefined where nothing may. */
function eventOf(
  plan: StockPlan,
  row: number,
  surcharge: number,
): { readonly key: string; readonly values: Member['values'] } | undefined {
  const { parcels, disposal, densification } = plan;
  if (parcels.counted[row] !== 1) return undefined;
  const { landArea, taxPaid } = parcels.columns;
  const [area, tax, floors] = [known(landArea[row]), known(taxPaid[row]), known(parcels.floorArea[row])];
  const year = disposal.yearOfRow[row] ?? NOT_IN_HORIZON;
  if (year !== NOT_IN_HORIZON) return { key: `2/0/${year}`, values: [area, tax, floors, surcharge] };
  const [added, other] = [densification.added[row] ?? 0, densification.supporting[row] ?? 0];
  if (added + other > 0) {
    const own = (added * (densification.ownRate[row] ?? 0)) / 10_000;
    return { key: `0/${densification.share[row] ?? 0}/0`, values: [added, own, other, 0] };
  }
  return isUpgraded(plan.levers.upgrade, plan, row) ? { key: '1/0/0', values: [tax, area, 0, 0] } : undefined;
}

/** Turns a plan into the events that chance decides; `groupOf` tells the group of a row (0: none). */
export function planEvents(plan: StockPlan, groupOf: (row: number) => number): EventPlan {
  const { parcels, disposal } = plan;
  const byKey = new Map<string, Member[]>();
  const [land, tax] = [new Float64Array(MOST_GROUPS + 1), new Float64Array(MOST_GROUPS + 1)];
  const paid = surchargeOf(plan.levers, parcels);
  let [groups, surcharge] = [1, 0];
  for (let row = 0; row < parcels.rows; row++) {
    if (parcels.counted[row] !== 1) continue;
    const group = groupOf(row);
    groups = Math.max(groups, group + 1);
    land[group] = (land[group] ?? 0) + known(parcels.columns.landArea[row]);
    tax[group] = (tax[group] ?? 0) + known(parcels.columns.taxPaid[row]);
    const own = paid?.(row) ?? 0;
    surcharge += own;
    const event = eventOf(plan, row, own);
    if (!event) continue;
    const members = byKey.get(event.key) ?? [];
    byKey.set(event.key, members);
    members.push({ row, group, values: event.values });
  }
  const classes = [...byKey]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, members]) => {
      const [kind = 0, share = 0, from = 0] = key.split('/').map(Number);
      members.sort((a, b) => a.group - b.group || a.row - b.row);
      return layOut(kind as EventClass['kind'], share, from, members);
    });
  return {
    classes,
    groups,
    land: land.slice(0, groups),
    tax: tax.slice(0, groups),
    surcharge,
    openingInefficientArea: disposal.openingInefficientArea,
    tasks: disposal,
    upgrade: plan.levers.upgrade,
  };
}

/** The chance that a parcel of a class is ever taken, and the share of those left that begins each year. */
export function chancesOf(of: EventClass, values: AssumptionValues, upgrade: UpgradeLever | undefined) {
  if (of.kind === KIND.dispose) return { ever: 1, pace: values.disposalOnTime };
  if (of.kind === KIND.upgrade) return { ever: upgrade?.response ?? 0, pace: 1 };
  return { ever: uptake(ownerPayback(of.share, values), values), pace: values.uptakePace };
}
