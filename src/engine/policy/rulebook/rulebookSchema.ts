import * as z from 'zod/mini';
import { day } from '../schema';

const text = z.string().check(z.minLength(1));
const texts = z.array(text).check(z.minLength(1));
const target = z.strictObject({
  name: text,
  measure: z.enum(['taxPerMu', 'area', 'share', 'count', 'amount', 'growth']),
  op: z.enum(['>=', '<=']),
  value: z.number(),
  unit: text,
  by: z.optional(day),
  scope: z.optional(text),
});
const check = z.strictObject({
  name: text,
  op: z.enum(['>=', '<=', '=']),
  line: z.number(),
  unit: text,
  field: z.optional(text),
});

interface Use {
  readonly gives?: readonly string[] | undefined;
  readonly unused?: string | undefined;
}

const entry = z
  .strictObject({
    id: z.string().check(z.regex(/^[A-Z]{2}-T?\d{2}$/)),
    title: text,
    place: text,
    /** The document's own words on when the quotes hold. */
    precondition: z.optional(text),
    quotes: texts,
    gives: z.optional(texts),
    unused: z.optional(text),
    departments: z.optional(texts),
    /** Those that the document names beside them: 实施单位, 责任主体. */
    also: z.optional(z.strictObject({ role: text, names: texts })),
    due: z.optional(z.array(day)),
    task: z.optional(z.int()),
    targets: z.optional(z.array(target)),
    checks: z.optional(z.array(check)),
    assumptions: z.optional(z.array(z.strictObject({ about: text, reading: text, reason: z.optional(text) }))),
  })
  .check(
    z.refine<Use>(({ gives, unused }) => (gives === undefined) !== (unused === undefined), {
      error: 'either gives something or says why a sheet cannot use it',
    }),
  );

/** The shape of a document's entries. */
export const rulebookSchema = z.strictObject({
  pack: text,
  /** What the departments of entries are in the document's own words, and whether it says that the first of them leads. */
  departmentsAre: z.optional(
    z.strictObject({ role: text, place: text, quote: text, firstLeads: z.optional(z.boolean()) }),
  ),
  corrections: z.optional(z.array(z.strictObject({ as: text, reads: text, why: text }))),
  entries: z.array(entry).check(z.minLength(1)),
});

/** Everything a document says, entry by entry: its words, what a sheet takes from them or why it cannot, how silence is read. */
export type Rulebook = z.infer<typeof rulebookSchema>;
