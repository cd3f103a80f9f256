import { ASSUMPTIONS, type AssumptionId } from '../../src/engine/simulate/assumption';
import type { Levers } from '../../src/engine/simulate/levers/all';
import type { SimulationInput } from '../../src/engine/simulate/scenario';

/** The model written a second time from docs/model.md, parcel by parcel and year by year, as plainly as it can be. */

type Values = Record<AssumptionId, number>;
const ids = Object.keys(ASSUMPTIONS) as AssumptionId[];

/** The defaults with what a scenario changes. */
export function valuesOf(changed: SimulationInput['assumptions'] = {}): Values {
  return Object.fromEntries(ids.map((id) => [id, changed[id] ?? ASSUMPTIONS[id].default])) as Values;
}

const known = (value: number | undefined): value is number => value !== undefined && Number.isFinite(value);
const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
const noise = (line: number) => 1e-9 * Math.max(1, Math.abs(line));
const reaches = (amount: number, line: number) => amount >= line - noise(line);

// Paces (1).
const begins = (x: number, k: number) => (k < 0 ? 0 : x * (1 - x) ** k);
const hasBegun = (x: number, k: number) => (k < 0 ? 0 : 1 - (1 - x) ** (k + 1));
const ramp = (v: Values, n: number) => (n <= 0 ? 0 : n === 1 ? v.rampYear1 : n === 2 ? v.rampYear2 : v.rampYear3);
const ramped = (v: Values, x: number, n: number) =>
  total(Array.from({ length: Math.max(0, n) }, (_, k) => begins(x, k) * ramp(v, n - k)));
const worth = (v: Values, at: (year: number) => number) =>
  total(Array.from({ length: v.horizon + 1 }, (_, t) => at(t) / (1 + v.discountRate) ** t));

// Responses (2).
const floorPrice = (v: Values) => (v.landPrice * 1e4) / v.squareMetresPerMu / v.landPricePlotRatio;
const payback = (v: Values, w: number) =>
  (v.buildingCost + (1 - w) * floorPrice(v) - v.buildingSubsidy) / (12 * v.monthlyRent * v.occupancy);
const response = (v: Values, w: number) =>
  v.uptakeCeiling / (1 + Math.exp((payback(v, w) - v.uptakeMidpoint) / v.uptakeSpread));

interface Parcel {
  readonly row: number;
  readonly area: number;
  readonly tax: number;
  readonly ratio: number;
  readonly floors: number;
  readonly township: number;
  readonly inefficient: boolean;
  /** The planned year of disposal, or -1. */
  leaves: number;
  industrial: number;
  other: number;
  waived: number;
  upgraded: boolean;
}

function parcelsOf({ parcels }: SimulationInput, v: Values): Parcel[] {
  const found: Parcel[] = [];
  for (let row = 0; row < parcels.landArea.length; row++) {
    const [area, tax] = [parcels.landArea[row], parcels.taxPaid[row]];
    if (!known(area) || area <= 0 || !known(tax)) continue;
    const [own, floorArea] = [parcels.plotRatio?.[row], parcels.floorArea?.[row]];
    const floors = known(own) ? area * v.squareMetresPerMu * own : known(floorArea) ? floorArea : NaN;
    found.push({
      ...{ row, area, tax, floors, ratio: known(own) ? own : floors / (area * v.squareMetresPerMu) },
      ...{ township: parcels.township?.[row] ?? 0, inefficient: parcels.inefficient?.[row] === 1 },
      ...{ leaves: -1, industrial: 0, other: 0, waived: 0, upgraded: false },
    });
  }
  return found;
}

interface Plan {
  readonly opening: number;
  readonly tasks: number[];
  readonly pool: number[];
}

/** Section 5: which parcel goes in which year, the pool, and the tasks of section 7. */
function plan(input: SimulationInput, v: Values, all: readonly Parcel[]): Plan {
  const { disposal: lever, fund } = input.levers;
  const { inefficient, landArea } = input.parcels;
  const steps = lever ? [...(lever.classes ?? []), lever] : [];
  const classOf = (row: number) => {
    const at = (lever?.classes ?? []).findIndex(({ eligible }) => eligible[row] === 1);
    return at < 0 ? steps.length - 1 : at;
  };
  const stock = steps.map(() => 0);
  let opening = 0;
  for (const [row, area] of landArea.entries())
    if (inefficient?.[row] === 1 && known(area) && area > 0) {
      opening += area;
      if (lever) stock[classOf(row)] = (stock[classOf(row)] ?? 0) + area;
    }
  const years = Array.from({ length: v.horizon + 1 }, (_, t) => t);
  const nothing = { opening, tasks: years.map(() => 0), pool: years.map(() => NaN) };
  if (!lever || steps.every(({ share }) => share === 0)) return nothing;
  const first = Number(input.firstDay.slice(0, 4));
  const last = Math.max(0, ...steps.filter(({ share }) => share > 0).map(({ byYear }) => byYear - first));
  const whole = total(steps.map(({ share }, of) => share * (stock[of] ?? 0)));
  const walk = (withPool: boolean) => {
    const order = all
      .filter((of) => of.inefficient)
      .toSorted((a, b) => a.tax / a.area - b.tax / b.area || a.row - b.row);
    const yearOf = new Map<Parcel, number>();
    const taken = steps.map(() => 0);
    const pools: number[] = [];
    let pool = withPool && fund ? 0 : Infinity;
    for (const t of years) {
      if (withPool && fund) pool += 0.005 * fund.landRevenue + (fund.other ?? 0);
      const granted = () =>
        fund?.rolling === true && withPool
          ? total(order.filter((of) => yearOf.get(of) === t - v.resupplyDelay).map(({ area }) => area)) *
            v.netSupplyShare *
            v.resalePrice
          : 0;
      if (v.resupplyDelay > 0) pool += granted();
      for (const of of (withPool && fund) || t <= last ? order : []) {
        if (yearOf.has(of)) continue;
        const at = classOf(of.row);
        const { share = 0, byYear = 0, schedule } = steps[at] ?? {};
        const n = byYear - first;
        const part = t >= n ? 1 : (schedule?.[t] ?? (t + 1) / (n + 1));
        const line = share * part * (stock[at] ?? 0);
        const cost = disposalCost(of, v);
        if ((taken[at] ?? 0) + of.area > line + noise(line) || cost > pool) continue;
        taken[at] = (taken[at] ?? 0) + of.area;
        pool -= cost;
        yearOf.set(of, t);
      }
      if (v.resupplyDelay === 0) pool += granted();
      pools.push(pool);
    }
    return { yearOf, pools };
  };
  const [own, free] = [walk(true), walk(false)];
  for (const [of, year] of own.yearOf) of.leaves = year;
  const through = ({ yearOf }: typeof own, t: number) =>
    total([...yearOf].filter(([, year]) => year <= t).map(([{ area }]) => area));
  return {
    opening,
    tasks: years.map((t) => (t < last ? Math.max(through(own, t), through(free, t)) : whole)),
    pool: fund ? own.pools : nothing.pool,
  };
}

function disposalCost({ area, floors }: Parcel, v: Values): number {
  return (
    area * v.acquisitionPrice + ((known(floors) ? floors : 0) * v.buildingCompensation) / 1e4 + area * v.demolitionCost
  );
}

/** Section 2: new floors and the waived share of every parcel. */
function densify(input: SimulationInput, v: Values, all: readonly Parcel[]): void {
  const { plotRatio: lever, waiver } = input.levers;
  if (!lever) return;
  const { parcels } = input;
  const wanted = (of: Parcel) => (lever.factor === undefined ? (lever.target ?? NaN) : of.ratio * lever.factor);
  const takes = (of: Parcel) => (!lever.eligible || lever.eligible[of.row] === 1) && of.leaves < 0;
  const rise = (of: Parcel) => (takes(of) && of.ratio > 0 && wanted(of) > of.ratio ? wanted(of) - of.ratio : 0);
  const parkPart = (park: number): number | undefined => {
    if (!lever.parkBalance || park === 0) return undefined;
    const members = all.filter(({ row }) => parcels.park?.[row] === park);
    const area = total(members.map((of) => of.area));
    const greens = members.map((of) => (parcels.greenRatio?.[of.row] ?? NaN) * of.area);
    const { greenRatio, plotRatio } = lever.parkBalance;
    if (greenRatio > 0 && !(greens.every(known) && total(greens) >= greenRatio * area)) return undefined;
    const asked = total(members.map((of) => of.area * rise(of)));
    const room = Math.max(0, plotRatio * area - total(members.map((of) => (known(of.ratio) ? of.area * of.ratio : 0))));
    return asked > 0 ? Math.min(1, room / asked) : 0;
  };
  for (const of of all) {
    const own = (of.tax * 1e4) / of.floors;
    if (!takes(of) || !known(of.ratio) || !(of.floors > 0) || !Number.isFinite(own)) continue;
    const part = parkPart(parcels.park?.[of.row] ?? 0);
    const ledger = parcels.plannedPlotRatio?.[of.row];
    const limit = part === undefined ? (known(ledger) ? ledger : NaN) : of.ratio + part * rise(of);
    const planned = limit > 0 ? limit : v.plannedPlotRatioDefault;
    if (wanted(of) <= of.ratio || planned <= of.ratio) continue;
    const added = of.area * v.squareMetresPerMu * (Math.min(wanted(of), planned) - of.ratio);
    const industrial = parcels.industrialFloorArea?.[of.row];
    const least = lever.leastIndustrialShare ?? 0.51;
    const room = known(industrial) ? Math.max(0, (1 - least) * (of.floors + added) - (of.floors - industrial)) : 0;
    of.other = Math.min((lever.mixedShare ?? 0) * added, room);
    of.industrial = added - of.other;
    const open =
      waiver?.basis !== undefined &&
      parcels.isIndustrialCarrier?.[of.row] === 1 &&
      parcels.useUnchanged?.[of.row] === 1 &&
      limit > 0;
    of.waived = open ? waiver.share : 0;
  }
}

function upgrade({ levers }: SimulationInput, all: readonly Parcel[]): void {
  const { upgrade: lever } = levers;
  if (!lever) return;
  for (const of of all)
    of.upgraded =
      (!lever.eligible || lever.eligible[of.row] === 1) &&
      of.leaves < 0 &&
      of.industrial + of.other === 0 &&
      of.tax > 0;
}

/** One value a year of every series, as docs/model.md has them. */
export interface Naive {
  readonly landArea: number[];
  readonly tax: number[];
  readonly taxPerMu: number[];
  readonly disposedArea: number[];
  readonly disposalRate: number[];
  readonly disposalCost: number[];
  readonly resaleIncome: number[];
  readonly floorAreaAdded: number[];
  readonly landPriceCollected: number[];
  readonly landPriceWaived: number[];
  readonly subsidy: number[];
  readonly deadweight: number[];
  readonly upgradeCost: number[];
  readonly penalty: number[];
  readonly surcharge: number[];
  readonly newLandQuota: number[];
  readonly fund: number[];
  readonly netFiscal: number[];
  readonly cumulativeValue: number[];
  readonly townshipTax: ReadonlyMap<number, number>;
}

/** The expected path of a scenario. */
export function naiveProjection(input: SimulationInput): Naive {
  const v = valuesOf(input.assumptions);
  const all = parcelsOf(input, v);
  const made = plan(input, v, all);
  densify(input, v, all);
  upgrade(input, all);
  const years = Array.from({ length: v.horizon + 1 }, (_, t) => t);
  const sum = (at: (of: Parcel, t: number) => number) => years.map((t) => total(all.map((of) => at(of, t))));
  const { upgrade: better, standardLand, incrementStock, taxSharing, prices, measures } = input.levers;
  const done = (of: Parcel, t: number) => (of.leaves < 0 ? 0 : begins(v.disposalOnTime, t - of.leaves));
  const gone = (of: Parcel, t: number) => (of.leaves < 0 ? 0 : hasBegun(v.disposalOnTime, t - 1 - of.leaves));
  const back = (of: Parcel, t: number) =>
    of.leaves < 0 ? 0 : hasBegun(v.disposalOnTime, t - of.leaves - Math.max(1, v.resupplyDelay));
  const wait = v.resupplyDelay + v.constructionLag;
  const entryTax = (of: Parcel, t: number) =>
    of.leaves < 0
      ? 0
      : of.area * v.netSupplyShare * v.newProjectTaxPerMu * ramped(v, v.disposalOnTime, t - of.leaves - wait);
  const own = (of: Parcel, t: number) => of.tax * (1 + v.ownTaxGrowth) ** t;
  const more = (of: Parcel, t: number) => {
    const rate = v.newTaxWeight * v.newTaxPerSquareMetre + ((1 - v.newTaxWeight) * of.tax * 1e4) / of.floors;
    const built =
      of.industrial > 0
        ? ((response(v, of.waived) * of.industrial * rate) / 1e4) * ramped(v, v.uptakePace, t - v.constructionLag)
        : 0;
    const raised =
      better && of.upgraded ? own(of, t) * better.uplift * Math.min(1, t / better.years) * better.response : 0;
    return built + raised;
  };
  const begun = (amount: (of: Parcel) => number) =>
    sum((of, t) => response(v, of.waived) * begins(v.uptakePace, t) * amount(of));
  const price = (floors: number) => (floors * floorPrice(v)) / 1e4;
  const landArea = sum((of, t) => (1 - gone(of, t)) * of.area + back(of, t) * of.area * v.netSupplyShare);
  const tax = sum((of, t) => (1 - gone(of, t)) * (own(of, t) + more(of, t)) + entryTax(of, t));
  const disposedArea = sum((of, t) => done(of, t) * of.area);
  const series = {
    disposalCost: sum((of, t) => done(of, t) * disposalCost(of, v)),
    resaleIncome: sum((of, t) => done(of, t - v.resupplyDelay) * of.area * v.netSupplyShare * v.resalePrice),
    floorAreaAdded: sum(
      (of, t) => response(v, of.waived) * begins(v.uptakePace, t - v.constructionLag) * (of.industrial + of.other),
    ),
    landPriceCollected: begun((of) => (1 - of.waived) * price(of.industrial) + price(of.other)),
    landPriceWaived: begun((of) => of.waived * price(of.industrial)),
    subsidy: begun((of) => (v.buildingSubsidy * (of.industrial + of.other)) / 1e4),
    deadweight: sum(
      (of, t) =>
        Math.min(response(v, 0), response(v, of.waived)) * begins(v.uptakePace, t) * of.waived * price(of.industrial),
    ),
    upgradeCost: sum((of, t) => (t === 0 && better && of.upgraded ? better.response * better.costPerMu * of.area : 0)),
    penalty: sum((of, t) =>
      standardLand && of.leaves >= 0
        ? of.area *
          v.netSupplyShare *
          standardLand.penaltyShare *
          Math.max(0, standardLand.taxPerMu - v.newProjectTaxPerMu) *
          hasBegun(v.disposalOnTime, t - of.leaves - wait - 3)
        : 0,
    ),
    surcharge: sum((of, t) => (1 - gone(of, t)) * (surcharge(input, prices, of, v) + ownPrices(measures, of))),
  };
  const netFiscal = years.map((t) => {
    const levers = total(all.map((of) => (1 - gone(of, t)) * more(of, t) + entryTax(of, t) - gone(of, t) * own(of, t)));
    const at = (name: keyof typeof series) => series[name][t] ?? NaN;
    const income = at('landPriceCollected') + at('resaleIncome') + at('penalty');
    return v.retainedTaxShare * levers + income - at('subsidy') - at('disposalCost') - at('upgradeCost');
  });
  const townshipTax = new Map<number, number>();
  const give = (code: number, amount: number) => townshipTax.set(code, (townshipTax.get(code) ?? 0) + amount);
  for (const of of all) {
    const shared = taxSharing && taxSharing.to !== of.township ? taxSharing.share * entryTax(of, v.horizon) : 0;
    const stays = (1 - gone(of, v.horizon)) * (own(of, v.horizon) + more(of, v.horizon));
    give(of.township, stays + entryTax(of, v.horizon) - shared);
    if (taxSharing) give(taxSharing.to, shared);
  }
  return {
    ...{ landArea, tax, taxPerMu: tax.map((of, t) => of / (landArea[t] ?? NaN)) },
    ...{ disposedArea, disposalRate: years.map((t) => total(disposedArea.slice(0, t + 1)) / made.opening) },
    ...series,
    newLandQuota: years.map((t) => quota(incrementStock, t, { v, all, made, disposedArea })),
    ...{ fund: made.pool, netFiscal, townshipTax },
    cumulativeValue: years.map((t) => worth({ ...v, horizon: t }, (s) => netFiscal[s] ?? NaN)),
  };
}

/** What the policy's measures have a parcel pay. */
function ownPrices(measures: Levers['measures'], { row }: Parcel): number {
  return total((measures?.dues ?? []).map((due) => due[row] ?? NaN).filter(known));
}

function surcharge({ parcels }: SimulationInput, prices: Levers['prices'], of: Parcel, v: Values): number {
  const grade = parcels.grade?.[of.row] ?? 0;
  if (!prices || grade === 0) return 0;
  const amounts = [
    [prices.electricity?.[grade - 1], parcels.electricity?.[of.row]],
    [prices.water?.[grade - 1], parcels.water?.[of.row]],
    [prices.landUseTax?.[grade - 1], of.area * v.squareMetresPerMu],
  ] as const;
  return total(amounts.map(([rate, amount]) => (known(rate) && known(amount) ? rate * amount : 0))) / 1e4;
}

/** Section 7. */
function quota(
  lever: Levers['incrementStock'],
  t: number,
  given: { v: Values; all: readonly Parcel[]; made: Plan; disposedArea: number[] },
): number {
  const { v, all, made, disposedArea } = given;
  if (!lever) return NaN;
  if (lever.mode === 'byDisposal') return lever.baseQuota + (disposedArea[t] ?? NaN) / 2;
  const task = made.tasks[t] ?? NaN;
  const chance = (end: number) => {
    const planned = all.filter(({ leaves }) => leaves >= 0 && leaves <= end);
    if (!reaches(total(planned.map(({ area }) => area)), task)) return 0;
    return planned.reduce((product, { leaves }) => product * hasBegun(v.disposalOnTime, end - leaves), 1);
  };
  const [free, met] = [chance(t - 1), chance(t)];
  return lever.baseQuota * (free + 1.1 * (met - free) + 0.8 * (1 - met));
}

/** When money put in is back for good: 'none' goes out, so many years, or what is missing, told below 0 (section 6). */
export function naiveReturn(amounts: readonly number[]): 'none' | number {
  const sums = amounts.map((_, t) => total(amounts.slice(0, t + 1)));
  const size = Math.max(...amounts.map(Math.abs), ...sums.map(Math.abs));
  const out = (t: number) => (sums[t] ?? 0) < -noise(size);
  if (!sums.some((_, t) => out(t))) return 'none';
  if (out(sums.length - 1)) return sums.at(-1) ?? NaN;
  const lastOut = sums.findLastIndex((_, t) => out(t));
  return lastOut - (sums[lastOut] ?? NaN) / (amounts[lastOut + 1] ?? NaN);
}

/** What a projection is worth by the end (section 3 and the swings of 8 read it). */
export function naiveValue(input: SimulationInput): number {
  return naiveProjection(input).cumulativeValue.at(-1) ?? NaN;
}
