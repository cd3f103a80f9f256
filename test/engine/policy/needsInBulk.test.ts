import { describe, expect, it } from 'vitest';
import { grade } from '../../../src/engine/assess/grade';
import { judge } from '../../../src/engine/assess/judge';
import { readingsOf } from '../../../src/engine/assess/readings';
import type { PolicyPack } from '../../../src/engine/policy/pack';
import { gradeSql } from '../../../src/engine/report/grade/gradeSql';
import { verdictInWords } from '../../../src/engine/report/verdict/verdictCells';
import { verdictSql } from '../../../src/engine/report/verdict/verdictSql';
import { unresolvedText } from '../../../src/text/functions';
import { askDuckDb } from '../../support/duckDb';
import { generatedLedger } from '../../support/generatedLedger';
import { gradeDifferences, gradedSheets, gradeShown } from '../../support/gradeDifferences';
import { ledgerDifferences } from '../../support/ledgerDifferences';
import { readingRows } from '../../support/readingRows';
import { seedOf } from '../../support/seeds';
import { NEEDS_DAY, readNeeds } from './support/needs';

/** Each need's policy over 5,000 rows on its lines and beside them: what the few rows of needs.yaml may not meet. */
const ROWS = 5000;
/** Ranks by classic formulas take the square of the rows: `npm run differential` asks for all 5,000. */
const GRADED = Math.min(ROWS, Number(process.env['MUJUN_DIFFERENTIAL_ROWS'] ?? 400));
const packs = readNeeds().map(({ need, pack }) => [need, pack] as const);
const overlay = {
  ...{ values: new Map<string, number>(), outputLines: new Map<string, number>(), asOf: NEEDS_DAY },
  ...{ places: new Map<string, { row: number; column: number }>(), units: new Map<string, string>() },
};

function different(own: readonly string[], theirs: readonly unknown[]): readonly string[] {
  expect(theirs).toHaveLength(own.length);
  expect(own.length).toBeGreaterThan(0.9 * ROWS);
  return own.flatMap((said, at) => (said === theirs[at] ? [] : [`${String(at)}: ${said} / ${String(theirs[at])}`]));
}

async function byQuery(pack: PolicyPack, seed: number): Promise<readonly string[]> {
  const { ledger, context } = generatedLedger(pack, ROWS, { seed, overlay });
  const { rows, table } = readingRows({ ledger, context, readings: readingsOf(ledger, context) }, '台账');
  const wrong: string[] = [];
  for (const kind of ['tiers', 'paths'] as const) {
    const judgement = judge(ledger, context, kind);
    if (!judgement) continue;
    const query = verdictSql(judgement, { table: '台账', as: '结论', unresolved: unresolvedText });
    const own = rows.map((row) => verdictInWords(judgement, row, unresolvedText));
    wrong.push(...different(own, await askDuckDb(table, query, '结论')));
  }
  const grades = grade(ledger, context);
  if (!grades) return wrong;
  const query = gradeSql(grades, { table: '台账', order: 'row', as: '评定等级', unresolved: unresolvedText });
  const shown = `SELECT *, COALESCE(printf('%.6f', "综合得分"), '') || '|' || COALESCE(CAST("本组位次" AS VARCHAR), '') || '|' || "评定等级" AS "答案" FROM (${query}) AS asked`;
  const own = rows.map((row) => gradeShown(grades.verdicts[row] ?? { kind: 'notData' }));
  return [...wrong, ...different(own, await askDuckDb(table, shown, '答案'))];
}

describe.each(packs)('%s, in bulk', (_, pack) => {
  it('is answered by the query as by the kernel, over 5,000 rows', { timeout: 240_000 }, async () => {
    expect((await byQuery(pack, seedOf(31))).slice(0, 5)).toEqual([]);
  });

  it('is answered by classic formulas, calculated by LibreOffice, as by the kernel', { timeout: 300_000 }, () => {
    const seed = seedOf(32);
    if (pack.tiers ?? pack.paths) {
      const { differences, rows } = ledgerDifferences(pack, { rows: ROWS, seed, overlay });
      expect(rows).toBeGreaterThan(0.9 * ROWS);
      expect(differences.slice(0, 5)).toEqual([]);
    }
    if (!pack.grading) return;
    const { sheet, source, verdicts } = gradedSheets(pack, { rows: GRADED, seed, overlay });
    expect(gradeDifferences([source, sheet], verdicts).slice(0, 5)).toEqual([]);
  });
});
