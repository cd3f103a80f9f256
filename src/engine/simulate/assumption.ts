/** The unit of an assumption; its words are in src/text. */
export type AssumptionUnit =
  | 'squareMetresPerMu'
  | 'ratio'
  | 'share'
  | 'wanYuanPerMu'
  | 'yuanPerSquareMetre'
  | 'yuanPerSquareMetreMonth'
  | 'yuanPerSquareMetreYear'
  | 'years';

/** Where a default comes from: a definition, a document (named in Chinese), or an assumption of ours that must be shown as 假设. */
export type AssumptionOrigin =
  | { readonly kind: 'definition' }
  | { readonly kind: 'source'; readonly source: string }
  | { readonly kind: 'assumption'; readonly source?: string };

/** One parameter of the model with its default and the range in which it may be changed (both ends included). */
export interface Assumption {
  readonly unit: AssumptionUnit;
  readonly default: number;
  readonly min: number;
  readonly max: number;
  /** Only whole numbers make sense (years). */
  readonly whole?: true;
  readonly origin: AssumptionOrigin;
}

const assumed = { kind: 'assumption' } as const;

/**
 * Every parameter of the model with its default (domain/model.md section 1). Money per floor area is in yuan,
 * money per land area in wanYuan per mu. Labels and reasons for a person are in src/text/simulate.ts, by the same id.
 */
export const ASSUMPTIONS = {
  squareMetresPerMu: {
    unit: 'squareMetresPerMu',
    default: 2000 / 3,
    min: 2000 / 3,
    max: 2000 / 3,
    origin: { kind: 'definition' },
  },
  plannedPlotRatioDefault: {
    unit: 'ratio',
    default: 2,
    min: 0.1,
    max: 10,
    origin: { kind: 'assumption', source: '慈溪：鼓励不低于 2.0；海盐：可探索 2.0' },
  },
  landPrice: { unit: 'wanYuanPerMu', default: 40, min: 0, max: 1000, origin: assumed },
  landPricePlotRatio: { unit: 'ratio', default: 1, min: 0.1, max: 10, origin: assumed },
  buildingCost: {
    unit: 'yuanPerSquareMetre',
    default: 2000,
    min: 0,
    max: 20_000,
    origin: { kind: 'source', source: '新昌：1 亿元建 5 万平方米' },
  },
  buildingSubsidy: {
    unit: 'yuanPerSquareMetre',
    default: 0,
    min: 0,
    max: 5000,
    origin: { kind: 'source', source: '开化：三层以上每平方米补助 50 元' },
  },
  monthlyRent: { unit: 'yuanPerSquareMetreMonth', default: 15, min: 0.1, max: 500, origin: assumed },
  occupancy: { unit: 'share', default: 0.85, min: 0.01, max: 1, origin: assumed },
  uptakeCeiling: { unit: 'share', default: 0.6, min: 0, max: 1, origin: assumed },
  uptakeMidpoint: { unit: 'years', default: 13, min: 0, max: 100, origin: assumed },
  uptakeSpread: { unit: 'years', default: 2, min: 0.1, max: 50, origin: assumed },
  uptakePace: { unit: 'share', default: 1, min: 0.05, max: 1, origin: assumed },
  constructionLag: {
    unit: 'years',
    default: 2,
    min: 0,
    max: 10,
    whole: true,
    origin: { kind: 'source', source: '海盐：建设期不超过 18 个月' },
  },
  rampYear1: { unit: 'share', default: 0.3, min: 0, max: 1, origin: assumed },
  rampYear2: { unit: 'share', default: 0.7, min: 0, max: 1, origin: assumed },
  rampYear3: { unit: 'share', default: 1, min: 0, max: 1, origin: assumed },
  newTaxPerSquareMetre: {
    unit: 'yuanPerSquareMetreYear',
    default: 300,
    min: 0,
    max: 5000,
    origin: {
      kind: 'assumption',
      source: '由嵊州 30 万元/亩、容积率 1.5 推算为 300；厦门 45 万元/亩、容积率 2.0 推算为 337.5',
    },
  },
  newTaxWeight: { unit: 'share', default: 0.5, min: 0, max: 1, origin: assumed },
  retainedTaxShare: { unit: 'share', default: 0.45, min: 0, max: 1, origin: assumed },
  discountRate: { unit: 'share', default: 0.05, min: 0, max: 1, origin: assumed },
  horizon: { unit: 'years', default: 10, min: 1, max: 40, whole: true, origin: assumed },
  ownTaxGrowth: { unit: 'share', default: 0, min: -0.2, max: 0.2, origin: assumed },
  disposalOnTime: { unit: 'share', default: 0.85, min: 0.05, max: 1, origin: assumed },
  acquisitionPrice: { unit: 'wanYuanPerMu', default: 45, min: 0, max: 1000, origin: assumed },
  buildingCompensation: { unit: 'yuanPerSquareMetre', default: 600, min: 0, max: 20_000, origin: assumed },
  demolitionCost: { unit: 'wanYuanPerMu', default: 3, min: 0, max: 1000, origin: assumed },
  netSupplyShare: { unit: 'share', default: 0.85, min: 0, max: 1, origin: assumed },
  resalePrice: { unit: 'wanYuanPerMu', default: 40, min: 0, max: 1000, origin: assumed },
  resupplyDelay: { unit: 'years', default: 2, min: 0, max: 10, whole: true, origin: assumed },
  newProjectTaxPerMu: {
    unit: 'wanYuanPerMu',
    default: 30,
    min: 0,
    max: 1000,
    origin: { kind: 'assumption', source: '嵊州 2023 年目标 30 万元/亩' },
  },
  subsidyReference: {
    unit: 'wanYuanPerMu',
    default: 50,
    min: 0,
    max: 1000,
    origin: { kind: 'source', source: '余杭 2024：盘活工业用地补助最高 50 万元/亩' },
  },
} as const satisfies Record<string, Assumption>;

/** The name of one parameter. */
export type AssumptionId = keyof typeof ASSUMPTIONS;

/** A value for every parameter. */
export type AssumptionValues = Readonly<Record<AssumptionId, number>>;

/** The parameters a person has changed. */
export type AssumptionOverrides = Readonly<Partial<Record<AssumptionId, number>>>;

/** The ids in the order in which the pane lists them. */
export const ASSUMPTION_IDS = Object.keys(ASSUMPTIONS) as readonly AssumptionId[];

/** The record of one parameter. */
export function assumptionOf(id: AssumptionId): Assumption {
  return ASSUMPTIONS[id];
}

/** Whether a value may stand for a parameter: a finite number in its range, whole where years are counted. */
export function isAllowed(id: AssumptionId, value: number): boolean {
  const { min, max, whole } = assumptionOf(id);
  return Number.isFinite(value) && value >= min && value <= max && (!whole || Number.isInteger(value));
}

/** A value brought into the range of a parameter, whole where years are counted: what the model would take it for. */
export function nearestAllowed(id: AssumptionId, value: number): number {
  const { min, max, whole } = assumptionOf(id);
  const kept = Math.min(max, Math.max(min, value));
  return whole ? Math.round(kept) : kept;
}

/** The defaults with the overrides laid over them. The overrides must be allowed (see `isAllowed`); unknown ids are ignored. */
export function assumptionValues(overrides: AssumptionOverrides = {}): AssumptionValues {
  const values = ASSUMPTION_IDS.map((id) => [id, overrides[id] ?? assumptionOf(id).default]);
  return Object.fromEntries(values) as AssumptionValues;
}
