import * as z from 'zod/mini';
import type { Day } from '../../quantity/day';
import { definedOnly } from '../../column/definedOnly';
import { toBasis } from '../basis';
import type { Basis } from '../pack';
import { basis, day, grounded } from '../schema';
import { readPart } from '../readPart';
import { folderOf, type FolderOf } from '../standsOn';

/** A number that a policy sets for a year's end: 亩 to be dealt with, a part of the inefficient land, or 万元/亩. */
export interface AnnualTarget {
  readonly name: string;
  readonly kind: 'area' | 'share' | 'taxPerMu';
  readonly value: number;
  readonly by: Day;
  /** Whose figure it is, where that is not the whole ledger's: 规上. */
  readonly scope?: string;
  /** Found by its whole name, or by a part that no other target has. */
  readonly wholeName?: boolean;
  readonly basis: Basis;
}

/** A number that a policy sets, in its unit; `other` where no ledger of land can show it (园区 20 个). */
export type PolicyTarget =
  AnnualTarget | (Omit<AnnualTarget, 'kind'> & { readonly kind: 'other'; readonly unit: string });

interface Measured {
  readonly kind: PolicyTarget['kind'];
  readonly unit?: string | undefined;
}

const target = z
  .strictObject({
    name: z.string(),
    kind: z.enum(['area', 'share', 'taxPerMu', 'other']),
    value: z.number(),
    unit: z.optional(z.string().check(z.minLength(1))),
    by: day,
    scope: z.optional(z.string()),
    wholeName: z.optional(z.boolean()),
    ...basis,
  })
  .check(grounded)
  .check(
    z.refine<Measured>(({ kind, unit }) => (kind === 'other') === (unit !== undefined), {
      error: 'kind 写 other 的要写 unit（单位），其余的不写',
    }),
  );
const fileSchema = z.array(target);

/** The targets that a policy sets in numbers, in its own order; none where it speaks of 年度目标任务 without a number. */
export function policyTargets(pack: FolderOf): PolicyTarget[] {
  const text = folderOf(pack)?.targets;
  if (text === undefined) return [];
  return readPart(text, 'targets.yaml', fileSchema).map((entry): PolicyTarget => {
    const { name, kind, value, by, scope, wholeName, unit = '' } = entry;
    const own = { name, value, by, ...definedOnly({ scope, wholeName }), basis: toBasis(entry) };
    return kind === 'other' ? { ...own, kind, unit } : { ...own, kind };
  });
}

/** Those that a ledger of land can show, which can be split over townships and followed. */
export function annualTargets(pack: FolderOf): AnnualTarget[] {
  return policyTargets(pack).filter((own): own is AnnualTarget => own.kind !== 'other');
}
