import { parse } from 'yaml';
import * as z from 'zod/mini';
import type { Day } from '../../quantity/day';
import { toBasis } from '../basis';
import type { Basis } from '../pack';
import { basis, day, grounded } from '../schema';
import text from './annual-targets.yaml';

/** A number that a policy sets for a year's end: 亩 to be dealt with, a part of the inefficient land, or 万元/亩. */
export interface AnnualTarget {
  readonly name: string;
  readonly kind: 'area' | 'share' | 'taxPerMu';
  readonly value: number;
  readonly by: Day;
  readonly basis: Basis;
}

const target = z
  .strictObject({
    name: z.string(),
    kind: z.enum(['area', 'share', 'taxPerMu']),
    value: z.number(),
    by: day,
    ...basis,
  })
  .check(grounded);
const fileSchema = z.record(z.string(), z.array(target));
let loaded: z.infer<typeof fileSchema> | undefined;

/** The targets that a policy sets in numbers, in its own order; none where it speaks of 年度目标任务 without a number. */
export function annualTargets(packId: string): AnnualTarget[] {
  loaded ??= fileSchema.parse(parse(text));
  return (loaded[packId] ?? []).map((entry) => {
    const { name, kind, value, by } = entry;
    return { name, kind, value, by, basis: toBasis(entry) };
  });
}
