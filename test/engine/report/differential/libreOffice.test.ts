import { describe, expect, it } from 'vitest';
import { builtInPacks } from '../../../../src/engine/policy/packs';
import { ledgerDifferences } from '../../../support/ledgerDifferences';
import { seedOf } from '../../../support/seeds';

/** Every row sits on a line of its policy, 0.01 万元 beside one, or lacks something; see generatedLedger. */
const ROWS = 5000;
/** `npm run differential` asks for 100,000 rows a policy, in as many sheets as that takes. */
const SHEETS = Math.ceil(Number(process.env.MUJUN_DIFFERENTIAL_ROWS ?? ROWS) / ROWS);
const seeds = Array.from({ length: SHEETS }, (_, at) => seedOf(11 + at));

describe.each(builtInPacks().map((pack) => [pack.id, pack] as const))('%s', (_, pack) => {
  it.each(seeds)(
    'LibreOffice answers as the kernel does on 5,000 generated rows, seed %i',
    { timeout: 300_000 },
    (seed) => {
      const { differences, rows, formulas, answers } = ledgerDifferences(pack, { rows: ROWS, seed });
      expect(differences.slice(0, 5)).toEqual([]);
      expect(rows).toBeGreaterThan(0.99 * ROWS);
      // Each tier and each path is a formula, and every answer of the tables came up.
      expect(formulas).toBe(rows * ((pack.tiers ? 1 : 0) + (pack.paths ? 1 : 0)));
      const known = [...(pack.tiers ?? []), ...(pack.paths ?? [])].map(({ answer }) => answer);
      expect(known.filter((answer) => !answers.has(answer))).toEqual([]);
    },
  );
});
