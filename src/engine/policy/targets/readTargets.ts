import * as z from 'zod/mini';
import { definedOnly } from '../../column/definedOnly';
import { toBasis } from '../basis';
import type { PolicyTarget } from '../parts';
import { readPart } from '../readPart';
import { basis, day, grounded } from '../schema';

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

/** The targets of a text. Throws PackError. */
export function readTargets(text: string): PolicyTarget[] {
  return readPart(text, 'targets.yaml', fileSchema).map((entry): PolicyTarget => {
    const { name, kind, value, by, scope, wholeName, unit = '' } = entry;
    const own = { name, value, by, ...definedOnly({ scope, wholeName }), basis: toBasis(entry) };
    return kind === 'other' ? { ...own, kind, unit } : { ...own, kind };
  });
}
