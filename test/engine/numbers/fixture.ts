import { readFileSync } from 'node:fs';
import type { Day } from '../../../src/engine/quantity/day';
import type { Levers } from '../../../src/engine/simulate/levers/all';
import type { ParcelColumns } from '../../../src/engine/simulate/parcels';
import type { SimulationInput } from '../../../src/engine/simulate/scenario';

/** A case of test/fixtures/numbers as it stands. */
export function caseOf(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../fixtures/numbers/${name}.json`, import.meta.url), 'utf8'));
}

/** A projection as a case describes it: columns as plain lists. */
export interface CaseInput {
  readonly parcels: Readonly<Record<string, readonly number[]>>;
  readonly levers: Levers;
  readonly firstDay?: string;
  readonly assumptions?: SimulationInput['assumptions'];
}

const CODES = new Set(['township', 'park', 'industry', 'path', 'tier']);

/** The columns of a case as the engine has them. */
export function columnsOf(parcels: CaseInput['parcels']): ParcelColumns {
  const columns = Object.entries(parcels).map(([name, values]) => [
    name,
    CODES.has(name) ? Uint16Array.from(values) : Float64Array.from(values),
  ]);
  return Object.fromEntries(columns) as ParcelColumns;
}

/** The input of a case. */
export function inputOf({ parcels, levers, firstDay = '2025-01-01', assumptions }: CaseInput): SimulationInput {
  return { parcels: columnsOf(parcels), levers, firstDay: firstDay as Day, ...(assumptions ? { assumptions } : {}) };
}
