import { z } from 'zod';
import { dayOf, type Day } from '../quantity/day';

// Zod's compiled checkers use new Function, which the page's content security policy forbids.
z.config({ jitless: true });

const day = z.string().transform((text, context): Day => {
  const [year, month, date] = text.split('-').map(Number);
  const found = /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayOf(year ?? 0, month ?? 0, date ?? 0) : undefined;
  if (found) return found;
  context.addIssue({ code: 'custom', message: `not a day: ${text}` });
  return z.NEVER;
});

const citation = z.strictObject({ place: z.string().min(1), quote: z.string().min(2) });
const reported = z.strictObject({ source: z.string().min(1), seen: z.string().min(1), note: z.string() });
const basis = {
  citation: citation.optional(),
  assumption: z.string().min(2).optional(),
  reported: reported.optional(),
};

/** No value and no rule without a citation, an assumption or a report. */
function grounded(entry: { citation?: unknown; assumption?: unknown; reported?: unknown }): boolean {
  return entry.citation !== undefined || entry.assumption !== undefined || entry.reported !== undefined;
}
const ungrounded = { error: 'needs a citation, an assumption or a report' };

/** A line that no number reaches is infinite: a group without an upper line. */
const lineValue = z.union([z.number(), z.literal(Infinity)]);
const datedValue = z
  .strictObject({ value: lineValue, from: day, until: day.optional(), ...basis })
  .refine(grounded, ungrounded);
const tierRule = z.strictObject({ tier: z.string(), when: z.string(), ...basis }).refine(grounded, ungrounded);
const pathRule = z.strictObject({ path: z.string(), when: z.string(), ...basis }).refine(grounded, ungrounded);

const field = z
  .strictObject({
    field: z.string(),
    whenBlank: z.string(),
    derive: z.enum(['ageOfBuilding', 'idleRule', 'outputLevel']).optional(),
    assumption: z.string().optional(),
  })
  .refine((entry) => ['unknown', 'blank'].includes(entry.whenBlank) || entry.assumption !== undefined, {
    error: 'a word for a blank cell is an assumption and needs its reason',
  });

const bandGroup = z.strictObject({ members: z.array(z.string()).min(1), floor: z.string(), ceiling: z.string() });
const bands = z.strictObject({
  field: z.string(),
  floor: z.string(),
  ceiling: z.string(),
  groups: z.record(z.string(), bandGroup),
});

/** The shape of a pack's YAML; whatever it does not name is refused. */
export const packSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  short: z.string(),
  place: z.string(),
  aliases: z.array(z.string()),
  status: z.enum(['issued', 'draft']),
  published: day,
  from: day.optional(),
  until: day.optional(),
  period: citation.optional(),
  source: z.string(),
  conventions: z.record(z.string(), z.strictObject({ value: z.boolean(), assumption: z.string() })),
  fields: z.record(z.string(), field),
  values: z.record(z.string(), z.strictObject({ unit: z.string(), dated: z.array(datedValue).min(1) })),
  /** What a waiver of the extra land price rests on, where the document has such a clause. */
  waiver: z.strictObject(basis).refine(grounded, ungrounded).optional(),
  tiers: z
    .strictObject({ note: z.string().optional(), bands: bands.optional(), rules: z.array(tierRule).min(1) })
    .optional(),
  paths: z.strictObject({ hit: z.literal('first'), rules: z.array(pathRule).min(1) }).optional(),
});

export type PackFile = z.infer<typeof packSchema>;
