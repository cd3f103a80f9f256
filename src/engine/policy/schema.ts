import * as z from 'zod/mini';
import { dayOf, type Day } from '../quantity/day';

// Zod's compiled checkers use new Function, which the page's content security policy forbids.
z.config({ jitless: true });

function toDay(text: string): Day | undefined {
  const [year, month, date] = text.split('-').map(Number);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayOf(year ?? 0, month ?? 0, date ?? 0) : undefined;
}

const text = z.string().check(z.minLength(1));
const reason = z.string().check(z.minLength(2));
/** An ISO day. */
export const day = z.pipe(
  z.string().check(z.refine((value) => toDay(value) !== undefined, { error: 'not a day' })),
  z.transform((value) => value as Day),
);

const citation = z.strictObject({ place: text, quote: reason });
const reported = z.strictObject({ source: text, seen: text, note: z.string() });
/** The three things that an entry may stand on. */
export const basis = { citation: z.optional(citation), assumption: z.optional(reason), reported: z.optional(reported) };

interface Grounds {
  readonly citation?: unknown;
  readonly assumption?: unknown;
  readonly reported?: unknown;
}

/** No value and no rule without a citation, an assumption or a report. */
export const grounded = z.refine<Grounds>(
  (entry) => entry.citation !== undefined || entry.assumption !== undefined || entry.reported !== undefined,
  { error: 'needs a citation, an assumption or a report' },
);

/** A line that no number reaches is infinite: a group without an upper line. */
const line = z.union([z.number(), z.literal(Infinity)]);
const datedValue = z.strictObject({ value: line, from: day, until: z.optional(day), ...basis }).check(grounded);
const tierRule = z.strictObject({ tier: z.string(), when: z.string(), ...basis }).check(grounded);
const pathRule = z.strictObject({ path: z.string(), when: z.string(), ...basis }).check(grounded);

interface BlankReading {
  readonly whenBlank: string;
  readonly assumption?: string | undefined;
}

const field = z
  .strictObject({
    field: z.string(),
    whenBlank: z.string(),
    derive: z.optional(z.enum(['ageOfBuilding', 'idleRule', 'outputLevel'])),
    assumption: z.optional(z.string()),
  })
  .check(
    z.refine<BlankReading>(
      (entry) => ['unknown', 'blank'].includes(entry.whenBlank) || entry.assumption !== undefined,
      { error: 'a word for a blank cell is an assumption and needs its reason' },
    ),
  );

const bandGroup = z.strictObject({
  members: z.array(z.string()).check(z.minLength(1)),
  floor: z.string(),
  ceiling: z.string(),
});
const bands = z.strictObject({
  field: z.string(),
  floor: z.string(),
  ceiling: z.string(),
  groups: z.record(z.string(), bandGroup),
});
const tiers = z.strictObject({
  note: z.optional(z.string()),
  bands: z.optional(bands),
  rules: z.array(tierRule).check(z.minLength(1)),
});
const paths = z.strictObject({ hit: z.literal('first'), rules: z.array(pathRule).check(z.minLength(1)) });
const value = z.strictObject({ unit: z.string(), dated: z.array(datedValue).check(z.minLength(1)) });

/** The shape of a pack's YAML; whatever it does not name is refused. */
export const packSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  title: z.string(),
  short: z.string(),
  place: z.string(),
  aliases: z.array(z.string()),
  status: z.enum(['issued', 'draft']),
  published: day,
  from: z.optional(day),
  until: z.optional(day),
  period: z.optional(citation),
  source: z.string(),
  conventions: z.record(z.string(), z.strictObject({ value: z.boolean(), assumption: z.string() })),
  fields: z.record(z.string(), field),
  values: z.record(z.string(), value),
  /** What a waiver of the extra land price rests on, where the document has such a clause. */
  waiver: z.optional(z.strictObject(basis).check(grounded)),
  tiers: z.optional(tiers),
  paths: z.optional(paths),
});

export type PackFile = z.infer<typeof packSchema>;
