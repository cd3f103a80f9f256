import type { Day } from '../../src/engine/quantity/day';
import { seededRandom } from '../support/sample/seededRandom';
import { ASSUMPTIONS, type AssumptionId, assumptionOf } from '../../src/engine/simulate/assumption';
import type { Levers } from '../../src/engine/simulate/levers/all';
import type { DisposalStep } from '../../src/engine/simulate/levers/disposal';
import type { ParcelColumns } from '../../src/engine/simulate/parcels';
import type { SimulationInput } from '../../src/engine/simulate/scenario';

/** A ledger and levers by chance: missing cells, ties, parks, classes, pools, every lever on or off, assumptions anywhere in their range. */
export function randomScenario(seed: number): SimulationInput {
  const random = seededRandom(seed * 104_729 + 7);
  const whole = (low: number, high: number) => low + Math.floor((high - low + 1) * random());
  const maybe = <T>(chance: number, make: () => T): T | undefined => (random() < chance ? make() : undefined);
  const tenths = (low: number, high: number) => Math.round(10 * (low + (high - low) * random())) / 10;
  const rows = whole(1, 24);
  const column = (of: () => number, missing = 0.05) =>
    Float64Array.from({ length: rows }, () => (random() < missing ? NaN : of()));
  const codes = (most: number) => Uint16Array.from({ length: rows }, () => whole(0, most));
  const mask = (chance: number) => {
    const own = Uint8Array.from({ length: rows }, () => Number(random() < chance));
    own[0] = 1;
    return own;
  };
  const parcels: ParcelColumns = {
    landArea: column(() => tenths(0.5, 120)),
    taxPaid: column(() => tenths(-20, 1500)),
    plotRatio: column(() => tenths(0.2, 2.2), 0.1),
    plannedPlotRatio: column(() => tenths(0.8, 3), 0.2),
    floorArea: column(() => whole(500, 60_000), 0.3),
    industrialFloorArea: column(() => whole(300, 50_000), 0.3),
    greenRatio: column(() => tenths(0, 0.4), 0.05),
    isIndustrialCarrier: column(() => Number(random() < 0.9)),
    useUnchanged: column(() => Number(random() < 0.9)),
    inefficient: column(() => Number(random() < 0.5), 0.02),
    electricity: column(() => whole(0, 1e6)),
    water: column(() => whole(0, 1e5)),
    grade: Uint8Array.from({ length: rows }, () => whole(0, 4)),
    ...{ township: codes(4), park: codes(2) },
  };
  // What a lever cannot do without is there at least once.
  for (const name of ['plotRatio', 'inefficient', 'greenRatio', 'industrialFloorArea', 'electricity', 'water'] as const)
    (parcels[name] as Float64Array)[0] = name === 'inefficient' ? 1 : name === 'greenRatio' ? 0.3 : 1;
  for (const name of ['township', 'park', 'grade'] as const) (parcels[name] as Uint16Array)[0] = 1;
  parcels.landArea[0] = tenths(1, 90);
  parcels.taxPaid[0] = tenths(1, 900);
  const horizon = whole(1, 14);
  const step = (): DisposalStep => {
    const last = whole(0, horizon);
    const rising = Array.from({ length: last + 1 }, () => random()).sort((a, b) => a - b);
    rising[last] = 1;
    const schedule = maybe(0.3, () => rising);
    return { share: random() < 0.3 ? 1 : tenths(0, 1), byYear: 2025 + last, ...(schedule ? { schedule } : {}) };
  };
  const some = <T>(name: string, value: T | undefined) => (value === undefined ? {} : { [name]: value });
  const levers: Levers = {
    ...some(
      'plotRatio',
      maybe(0.6, () => ({
        ...(random() < 0.7 ? { target: tenths(0.8, 3) } : { factor: tenths(1, 2.5) }),
        ...some(
          'eligible',
          maybe(0.3, () => mask(0.6)),
        ),
        ...some(
          'parkBalance',
          maybe(0.25, () => ({ plotRatio: tenths(0.8, 2.5), greenRatio: random() < 0.5 ? 0 : 0.2 })),
        ),
        ...some(
          'mixedShare',
          maybe(0.3, () => tenths(0, 0.6)),
        ),
      })),
    ),
    ...some(
      'waiver',
      maybe(0.5, () => ({
        share: random() < 0.5 ? 1 : tenths(0, 1),
        basis: { packId: 'x', title: '', clause: '', status: 'issued' as const },
      })),
    ),
    ...some(
      'disposal',
      maybe(0.7, () => ({
        ...step(),
        ...some(
          'classes',
          maybe(0.3, () => [
            { ...step(), eligible: mask(0.4) },
            { ...step(), eligible: mask(0.5) },
          ]),
        ),
      })),
    ),
    ...some(
      'fund',
      maybe(0.4, () => ({
        ...{ landRevenue: whole(0, 400_000), other: whole(0, 3000), rolling: random() < 0.5 },
      })),
    ),
    ...some(
      'upgrade',
      maybe(0.4, () => ({
        ...{ uplift: tenths(0, 0.8), years: whole(1, 5), response: tenths(0, 1), costPerMu: tenths(0, 5) },
        ...some(
          'eligible',
          maybe(0.4, () => mask(0.5)),
        ),
      })),
    ),
    ...some(
      'prices',
      maybe(0.3, () => ({
        electricity: [-0.1, 0, 0.1, 0.3] as const,
        water: [0, 0, 1, 2] as const,
        landUseTax: [0, 0, 2, 4] as const,
      })),
    ),
    ...some(
      'standardLand',
      maybe(0.3, () => ({ taxPerMu: tenths(10, 60), penaltyShare: tenths(0, 1) })),
    ),
    ...some(
      'incrementStock',
      maybe(0.6, () => ({
        baseQuota: whole(0, 800),
        mode: random() < 0.7 ? ('tasks' as const) : ('byDisposal' as const),
      })),
    ),
    ...some(
      'taxSharing',
      maybe(0.4, () => ({ share: tenths(0, 1), to: whole(1, 6) })),
    ),
  };
  const within = (id: AssumptionId) => {
    const { min, max, default: usual, whole: isWhole } = assumptionOf(id);
    if (id === 'horizon') return horizon;
    if (id === 'uptakePace' || id === 'disposalOnTime') return Math.max(min, random());
    const value = Math.min(
      max,
      Math.max(min, usual * (0.4 + 1.4 * random()) + (usual === 0 ? 0.2 * (random() - 0.5) * Math.min(1, max) : 0)),
    );
    return isWhole ? Math.round(value * (random() < 0.2 ? 0 : 1)) : value;
  };
  const changed = (Object.keys(ASSUMPTIONS) as AssumptionId[]).filter(
    (id) => id === 'horizon' || (id !== 'squareMetresPerMu' && random() < 0.4),
  );
  const assumptions = Object.fromEntries(changed.map((id) => [id, within(id)]));
  // Drawn last, so that a seed gives what it gave before there was this lever.
  const measures = maybe(0.3, () => ({ dues: [column(() => tenths(-30, 90), 0.1), column(() => tenths(0, 9), 0.3)] }));
  return {
    ...{ parcels, levers: { ...levers, ...some('measures', measures) }, firstDay: '2025-01-01' as Day },
    assumptions,
  };
}
