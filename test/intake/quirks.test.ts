import { describe, it } from 'vitest';
import { expectRead } from '../support/intake/expectRead';
import { judge } from '../support/intake/judge';
import { paneReader } from '../support/intake/paneReader';
import { composeLedger } from '../support/ledgers/composeLedger';
import { QUIRKS } from '../support/ledgers/quirks/index';

/** Quirks that are not read well even alone on a plain ledger. One that is, must leave this list: it can only get shorter. */
const NOT_YET: readonly string[] = [];
/** Ledgers of a quirk. */
const SEEDS = [11, 12, 13];

describe('a quirk alone on a plain ledger is read well', () => {
  it.each(QUIRKS.map(({ name }) => name))('%s', async (name) => {
    const judgements = [];
    for (const seed of SEEDS) {
      const { file, truth } = composeLedger(seed, { only: [name] });
      judgements.push(await judge(paneReader, file, truth));
    }
    expectRead(name, judgements, NOT_YET);
  });
});
