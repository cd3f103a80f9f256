import { OUTCOMES, type Judgement, type Outcome } from './judge';

/** How a ledger with some quirks was read. */
export interface Tallied {
  readonly quirks: readonly string[];
  readonly judgement: Judgement;
}

/** How often a quirk led where. */
export interface QuirkCount {
  readonly name: string;
  readonly ledgers: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Firm answers while a question waited. */
  readonly early: number;
  /** Sentences that were due and missing. */
  readonly untold: number;
}

/** Counts by quirk, in the order given, and over all under 全部. */
export function tally(names: readonly string[], all: readonly Tallied[]): QuirkCount[] {
  const counts = names.map((name) =>
    count(
      name,
      all.filter(({ quirks }) => quirks.includes(name)),
    ),
  );
  return [...counts.filter(({ ledgers }) => ledgers > 0), count('全部', all)];
}

function count(name: string, of: readonly Tallied[]): QuirkCount {
  const judgements = of.map(({ judgement }) => judgement);
  const outcomes = Object.fromEntries(
    OUTCOMES.map((outcome) => [outcome, judgements.filter((one) => one.outcome === outcome).length]),
  ) as Record<Outcome, number>;
  const early = judgements.filter((one) => one.early).length;
  return {
    name,
    ledgers: of.length,
    outcomes,
    early,
    untold: judgements.filter(({ untold }) => untold.length > 0).length,
  };
}

/** The counts as lines of a table. */
export function tallyText(counts: readonly QuirkCount[]): string {
  const cells = (name: string, numbers: readonly (string | number)[]) =>
    name.padEnd(28) + numbers.map((one) => String(one).padStart(9)).join('');
  const head = cells('quirk', ['ledgers', ...OUTCOMES, 'early', 'untold']);
  const lines = counts.map(({ name, ledgers, outcomes, early, untold }) =>
    cells(name, [ledgers, ...OUTCOMES.map((outcome) => outcomes[outcome]), early, untold]),
  );
  return [head, ...lines].join('\n');
}

/** How many of the ledgers that a careful official could decide were right unasked, how many of the others asked rightly. */
export function decidedText(all: readonly Tallied[]): string {
  const of = (due: boolean) => all.filter(({ judgement }) => judgement.due === due).map(({ judgement }) => judgement);
  const share = (judgements: readonly Judgement[], fits: (one: Judgement) => boolean) => {
    const count = judgements.filter(fits).length;
    return `${count} (${((100 * count) / Math.max(1, judgements.length)).toFixed(1)} %)`;
  };
  const [decidable, open] = [of(false), of(true)];
  const isNeedless = ({ outcome }: Judgement) => outcome === 'needless';
  return [
    `decidable ${decidable.length}: right unasked ${share(decidable, ({ outcome }) => outcome === 'right')}`,
    `of these asked needlessly ${share(decidable, isNeedless)}`,
    `not decidable ${open.length}: asked with the right answer ${share(open, ({ outcome }) => outcome === 'asked')}`,
  ].join('; ');
}
