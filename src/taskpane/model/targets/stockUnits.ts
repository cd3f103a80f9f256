import { leadOf, type Assessment } from '../verdict/assessment';

/**
 * Whose answer a row of the stock has, and the rows that bring no land of their own. Rows brought together share one
 * answer; a repeat, a tenant without land, and land that several enterprises of one parcel all name count once.
 */
export interface StockUnits {
  readonly judged: (row: number) => number;
  readonly withoutLand: ReadonlySet<number>;
}

/** How a person's rules bring the rows of the stock together. */
export function stockUnits(assessment: Assessment): StockUnits {
  const { groups, notAdded } = assessment.units.grouping;
  const shared = groups.flatMap(({ rows }) => (rows.length > 1 ? repeatedLand(assessment, rows) : []));
  return {
    judged: (row) => leadOf(assessment, row) ?? row,
    withoutLand: new Set([...notAdded.repeats, ...notAdded.tenants, ...shared]),
  };
}

/** Rows of one unit that name a piece of land again, as `entity/onceOrSum` counts it. */
function repeatedLand({ units }: Assessment, rows: readonly number[]): readonly number[] {
  const parcels = new Map<string, number[]>();
  for (const row of rows) {
    const parcel = units.grouping.landOf(row);
    if (parcel !== undefined) parcels.set(parcel, [...(parcels.get(parcel) ?? []), row]);
  }
  return [...parcels.values()].flatMap(([first = 0, ...others]) => {
    const land = (row: number) => units.grouping.area[row];
    return others.every((row) => land(row) === land(first)) ? others : [];
  });
}
