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
  z.string().check(z.refine((value) => toDay(value) !== undefined, { error: '应为日期，如 2026-03-01' })),
  z.transform((value) => value as Day),
);

const citation = z.strictObject({
  place: text,
  quote: reason,
  /** The document that says it, where it is not the policy's own. */
  document: z.optional(text),
});
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
  { error: '要写明依据：citation（原文）、assumption（推定的理由）或 reported（转引）' },
);

/** A line that no number reaches is infinite: a group without an upper line. */
const line = z.union([z.number(), z.literal(Infinity)]);
const datedValue = z
  .strictObject({ value: z.union([line, text]), from: day, until: z.optional(day), ...basis })
  .check(grounded);
/** The entry of the document that a value or a rule comes from: SZ-05. */
const rule = z.optional(z.string());
const tierRule = z.strictObject({ tier: text, when: text, rule, ...basis }).check(grounded);
const pathRule = z.strictObject({ path: text, when: text, rule, ...basis }).check(grounded);

interface BlankReading {
  readonly whenBlank: string;
  readonly assumption?: string | undefined;
}

/** A word, a day or a number; whoever writes 0 means "0". */
const blankReading = z.pipe(z.union([z.string(), z.number()]), z.transform(String));

const field = z
  .strictObject({
    field: z.string(),
    whenBlank: blankReading,
    /** What the ledgers of its place call the column, besides the names that are known anyhow. */
    synonyms: z.optional(z.array(text).check(z.minLength(1))),
    /** The words of a field of free text, each with what ledgers write for it: 规上: [是, 规上企业]. */
    words: z.optional(z.record(z.string(), z.array(z.string()))),
    derive: z.optional(z.enum(['ageOfBuilding', 'idleRule', 'outputLevel', 'isBlank'])),
    assumption: z.optional(z.string()),
  })
  .check(
    z.refine<BlankReading>(
      (entry) => ['unknown', 'blank'].includes(entry.whenBlank) || entry.assumption !== undefined,
      { error: '空白按什么读是假设，要在 assumption 里写明理由' },
    ),
  );

const column = z.strictObject({
  kind: z.enum(['text', 'yesNo', 'area', 'floor', 'money', 'number', 'percent', 'year', 'date']),
  /** What ledgers call it besides its name. */
  synonyms: z._default(z.array(text), []),
  /** Of a number that is no land and no money. */
  unit: z.optional(text),
});

const bandGroup = z.strictObject({
  members: z.array(z.string()).check(z.minLength(1)),
  floor: z.string(),
  /** Left out, the group has a floor alone. */
  ceiling: z.optional(z.string()),
});
const bands = z.strictObject({
  field: z.string(),
  floor: z.string(),
  ceiling: z.optional(z.string()),
  groups: z.record(z.string(), bandGroup),
});
const tiers = z.strictObject({
  note: z.optional(z.string()),
  bands: z.optional(bands),
  rules: z.array(tierRule).check(z.minLength(1)),
});
const paths = z.strictObject({ hit: z.literal('first'), rules: z.array(pathRule).check(z.minLength(1)) });
const value = z.strictObject({ unit: z.string(), rule, dated: z.array(datedValue).check(z.minLength(1)) });

const weight = z.number().check(z.nonnegative());
const quotas = z
  .array(z.strictObject({ grade: text, share: weight, bound: z.optional(z.enum(['atMost', 'atLeast'])) }))
  .check(z.minLength(1));
const cohort = z
  .strictObject({
    when: text,
    method: z.enum(['ratio', 'minMax']),
    weights: z.record(z.string(), weight),
    quotas,
    /** Ranked within each word of this column, one by one. */
    each: z.optional(text),
    /** How a share of the cohort that is no whole number is counted. */
    rounding: z.optional(z.enum(['down', 'nearest', 'up'])),
    /** The quotas of a cohort of fewer than so many. */
    leastCohort: z.optional(z.strictObject({ under: z.int().check(z.positive()), quotas })),
    /** What the weights come to, where the rest is given elsewhere. */
    outOf: z.optional(z.number().check(z.positive())),
    ...basis,
  })
  .check(grounded);
/** How many decimals points are rounded to, half away from 0; left out, they are not. */
const decimals = z.optional(z.int().check(z.gte(0), z.lte(6)));
const indicator = z
  .strictObject({
    formula: text,
    /** What a ratio is taken to: 本组平均, 本组最高, 本组最低, a value of the pack; 直接计分: the reading is the points. */
    benchmark: z.string(),
    times: z.optional(z.number().check(z.positive())),
    /** The most that a ratio counts for; left out, nothing limits it. */
    cap: z.optional(z.number().check(z.positive())),
    better: z.optional(z.enum(['higher', 'lower'])),
    /** What a missing reading gets: 本组平均, or so many points. */
    whenMissing: z.optional(z.union([z.literal('本组平均'), z.number()])),
    /** 各项得分保留两位小数: its points are rounded to so many before they are added up. */
    decimals,
    ...basis,
  })
  .check(grounded);
const outright = z
  .strictObject({
    when: text,
    grade: text,
    /** 本组平均: not ranked, and in its cohort's mean, highest and lowest all the same. */
    counts: z.optional(z.literal('本组平均')),
    ...basis,
  })
  .check(grounded);
const total = z
  .strictObject({
    least: z.optional(z.number()),
    most: z.optional(z.number()),
    /** 总分保留两位小数再排: rounded to so many before it is ranked. */
    decimals,
    ...basis,
  })
  .check(grounded);
const correction = z
  .strictObject({ when: text, from: z.optional(z.array(text).check(z.minLength(1))), to: text, ...basis })
  .check(grounded);
const grading = z.strictObject({
  indicators: z.record(z.string(), indicator),
  cohorts: z.record(z.string(), cohort),
  /** The points of the lowest in the min-max method. */
  floor: z.number(),
  bonus: z.optional(text),
  penalty: z.optional(text),
  /** What the total, bonus and penalty included, is multiplied by: 弄虚作假的总分乘 0.9. */
  factor: z.optional(text),
  /** Graded without being ranked, the first that holds: exemptions, then vetoes. */
  outright: z.array(outright),
  /** The least and the most that a total comes to, bonus and penalty included. */
  total: z.optional(total),
  /** After ranking, the first that holds: the grade that stands in place of the rank's. */
  after: z.optional(z.array(correction)),
  /** What equal scores are told apart by, one after the other; more comes first, and what is missing last. */
  ties: z.optional(z.array(text).check(z.minLength(1), z.maxLength(4))),
  /** Rows of one word are one unit: these numbers are added up, anything else is the whole's in each row. */
  together: z.optional(z.strictObject({ by: text, add: z.array(text).check(z.minLength(1)) })),
});

const measure = z.strictObject({
  unit: z.string(),
  lines: z
    .array(
      z
        .strictObject({
          when: text,
          amount: z.optional(z.union([z.number(), text])),
          /** Where the document sets no number. */
          words: z.optional(text),
          ...basis,
        })
        .check(grounded),
    )
    .check(z.minLength(1)),
});

/** The shape of a pack's YAML; whatever it does not name is refused. */
export const packSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  /** The pack that it stands on where it says nothing itself. */
  extends: z.optional(z.string()),
  /** Its place where policies are listed; without one it comes last. */
  order: z.optional(z.int().check(z.positive())),
  title: z.string(),
  short: z.string(),
  place: z.string(),
  aliases: z.array(z.string()),
  status: z.enum(['issued', 'draft']),
  published: day,
  from: z.optional(day),
  until: z.optional(day),
  period: z.optional(citation),
  /** Why the period is read so, where the document does not say it. */
  periodAssumption: z.optional(reason),
  source: z.string(),
  conventions: z.record(z.string(), z.strictObject({ value: z.boolean(), assumption: z.string() })),
  /** Columns that the ledgers of its place have and the table of fields lacks. */
  columns: z.optional(z.record(z.string(), column)),
  fields: z.record(z.string(), field),
  values: z.record(z.string(), value),
  /** What a waiver of the extra land price rests on, where the document has such a clause. */
  waiver: z.optional(z.strictObject(basis).check(grounded)),
  tiers: z.optional(tiers),
  paths: z.optional(paths),
  grading: z.optional(grading),
  /** Names for formulas and conditions that several rules have in common. */
  formulas: z.optional(z.record(z.string(), text)),
  conditions: z.optional(z.record(z.string(), text)),
  /** What is set by grade, tier or path: prices, shares. */
  measures: z.optional(z.record(z.string(), measure)),
  /** How this file is written; left out, as today. */
  format: z.optional(
    z.number().check(z.refine((number) => number === 1, { error: '本版本只认识格式 1，请用较新的版本打开' })),
  ),
});

export type PackFile = z.infer<typeof packSchema>;
