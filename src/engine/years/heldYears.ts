import { textAt } from '../column/verbs';
import type { Day } from '../quantity/day';
import type { AssumptionOverrides } from '../simulate/assumption';
import type { Distributions } from '../simulate/uncertain/parameters';
import type { Firm } from './firms';
import type { LookBackInput } from './held';
import type { LuckBelief } from './luck';
import type { LedgerYear, YearPair } from './yearPair';

/** What an earlier ledger is run forward with. */
export interface HeldWith {
  readonly assumptions: AssumptionOverrides;
  readonly distributions: Distributions;
  readonly luck: LuckBelief;
  readonly seed: number;
}

/** A look back at a pair of years, and the enterprises that are not in it: disposed of, fate not known, tax or land not known. */
export interface HeldYears {
  readonly input: LookBackInput;
  /** The earlier year's enterprise behind each row. */
  readonly firmOfRow: readonly Firm[];
  readonly townships: readonly string[];
  readonly leftOut: { readonly disposed: number; readonly open: number; readonly unknown: number };
}

interface Fate {
  readonly firm: Firm;
  readonly now: number;
  readonly gone: boolean;
}

/** Draws of a look back: one block. */
const DRAWS = 500;

/**
 * An earlier year's enterprises with what became of them. The measures really taken are facts: land that was disposed of in between is out
 * on both sides. Of enterprises that came there is no projection; they are not counted against it.
 */
export function heldYears(pair: YearPair, given: HeldWith): HeldYears {
  const { before, after, pairing } = pair;
  const fates: Fate[] = [];
  for (const one of pairing.pairs) {
    const [firm, now] = [before.firms[one.before], after.firms[one.after]];
    if (firm && now) fates.push({ firm, now: now.tax, gone: false });
  }
  for (const at of pairing.gone) {
    const firm = before.firms[at];
    if (firm) fates.push({ firm, now: 0, gone: true });
  }
  const staying = fates.filter(({ firm }) => !isDisposed(before, firm, after.year));
  const known = staying.filter(({ firm, now }) => firm.area > 0 && !Number.isNaN(firm.tax) && !Number.isNaN(now));
  const words = known.map(({ firm }) => textAt(before.ledger, 'township', firm.rows[0] ?? -1) ?? '');
  const townships = [...new Set(words)];
  const codes = new Map(townships.map((word, at) => [word, at]));
  const column = (of: (fate: Fate) => number) => Float64Array.from(known, of);
  const { assumptions, distributions, luck, seed } = given;
  return {
    input: {
      asked: {
        parcels: {
          landArea: column(({ firm }) => firm.area),
          taxPaid: column(({ firm }) => firm.tax),
          township: Uint16Array.from(words, (word) => codes.get(word) ?? 0),
        },
        ...{ levers: {}, assumptions, distributions, seed, draws: DRAWS },
        firstDay: `${String(before.year)}-01-01` as Day,
      },
      years: after.year - before.year,
      taxNow: column(({ now }) => now),
      gone: Uint8Array.from(known, ({ gone }) => (gone ? 1 : 0)),
      luck,
    },
    firmOfRow: known.map(({ firm }) => firm),
    townships,
    leftOut: {
      disposed: fates.length - staying.length,
      open: before.firms.length - fates.length,
      unknown: staying.length - known.length,
    },
  };
}

/** Whether land of an enterprise was closed out by the later year. */
function isDisposed({ ledger, year }: LedgerYear, { rows }: Firm, later: number): boolean {
  return rows.some((row) => {
    const closed = textAt(ledger, 'closedOutOn', row);
    return closed !== undefined && closed > `${String(year)}-01-01` && closed <= `${String(later)}-12-31`;
  });
}
