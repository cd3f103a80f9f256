import { describe, expect, it } from 'vitest';
import { judge } from '../../support/intake/judge';
import { paneReader } from '../../support/intake/paneReader';
import { composeLedger } from '../../support/ledgers/composeLedger';

describe('names of columns that stand again below, merged over two rows', () => {
  it.each([31_000_000, 31_000_001, 31_000_002])(
    'say nothing for a tax that nobody knows: it is asked about (seed %i)',
    async (seed) => {
      const { file, truth } = composeLedger(seed, { only: ['figureOfSome', 'tableBelow', 'ownAndRentedWithWhole'] });
      const { outcome, questions } = await judge(paneReader, file, truth);
      expect(outcome).toBe('asked');
      expect(questions.map(({ about }) => about)).toContain('taxPaid');
    },
  );
});
