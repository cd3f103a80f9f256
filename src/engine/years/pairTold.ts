import { textAt } from '../column/verbs';
import type { Firm } from './firms';
import type { TroubleFound } from './guards';
import type { PairReport } from './learn';
import type { FirmPairing, PairedBy } from './pairFirms';
import { stayersOf, type LedgerYear } from './yearPair';

/** An enterprise by its name and its taxes in both years, 万元. */
export interface FirmTold {
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

/** What was made of two years: how enterprises were found again, what became of the others, and what is left out of growth. */
export interface PairTold {
  readonly before: number;
  readonly after: number;
  readonly troubles: readonly TroubleFound[];
  /** Enterprises that are in both, by what says so. */
  readonly by: Readonly<Record<PairedBy, number>>;
  readonly renamed: number;
  /** Enterprises of the first year that became fewer, and those that became more. */
  readonly merged: number;
  readonly divided: number;
  readonly gone: number;
  readonly added: number;
  /** Enterprises of which it stays open what became of them. */
  readonly open: number;
  /** Left out of the growth of tax: not known in both years, and none or given back in one. */
  readonly unknown: number;
  readonly notPositive: number;
  /** Left out as far beyond all others; the largest first, so many at most. */
  readonly beyond: readonly FirmTold[];
  readonly beyondCount: number;
  /** One enterprise that pays so much of all tax that the others' growth hardly counts beside its own. */
  readonly giant?: FirmTold & { readonly share: number };
}

const MOST_NAMED = 3;

/** The share of all tax from which one enterprise's growth is the county's. */
const GIANT = 0.2;

/** Counts and names of a pair of years, without the ledgers behind them. */
export function pairTold({ pair, troubles, tax }: PairReport): PairTold {
  const { before, after, pairing } = pair;
  const cases = tax?.cases;
  const named = (stayer: { readonly before: Firm; readonly after: Firm }): FirmTold => ({
    name: nameOf(before, stayer.before),
    before: stayer.before.tax,
    after: stayer.after.tax,
  });
  const beyond = (cases?.beyond ?? []).map(named).sort((a, b) => moved(b) - moved(a));
  const giant = giantOf(stayersOf(pair).map(named));
  return {
    before: before.year,
    after: after.year,
    troubles,
    ...countsOf(pairing),
    unknown: cases?.unknown ?? 0,
    notPositive: cases?.notPositive ?? 0,
    beyond: beyond.slice(0, MOST_NAMED),
    beyondCount: beyond.length,
    ...(giant ? { giant } : {}),
  };
}

/** The name of an enterprise as its ledger writes it, else its code. */
export function nameOf({ ledger }: Pick<LedgerYear, 'ledger'>, { rows, codes }: Firm): string {
  return textAt(ledger, 'enterprise', rows[0] ?? -1) ?? codes[0] ?? '';
}

function countsOf({ pairs, regrouped, gone, added, open }: FirmPairing) {
  const by = (of: PairedBy) => pairs.filter((pair) => pair.by === of).length;
  const count = (list: readonly { readonly before: readonly number[] }[]) =>
    list.reduce((sum, one) => sum + one.before.length, 0);
  return {
    by: { code: by('code'), brokenCode: by('brokenCode'), name: by('name') },
    renamed: pairs.filter((pair) => pair.renamed).length,
    merged: count(regrouped.filter((one) => one.before.length > one.after.length)),
    divided: count(regrouped.filter((one) => one.before.length <= one.after.length)),
    gone: gone.length,
    added: added.length,
    open: count(open),
  };
}

const moved = ({ before, after }: FirmTold) => Math.abs(after - before);

function giantOf(firms: readonly FirmTold[]): PairTold['giant'] {
  const known = firms.filter(({ before }) => before > 0);
  const whole = known.reduce((sum, { before }) => sum + before, 0);
  const [largest] = known.toSorted((a, b) => b.before - a.before);
  return largest && known.length > 1 && largest.before > GIANT * whole
    ? { ...largest, share: largest.before / whole }
    : undefined;
}
