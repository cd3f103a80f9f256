import { rankReadingsAsked, type RankReading } from '../policy/rankReadings';
import type { Indicator, PolicyPack } from '../policy/pack';
import { roundReading } from '../quantity/roundReading';
import type { RuleReading, RuleTable } from '../rule/truth';
import type { Rank } from './gradeRows';
import { groupMean, type Ranked, type Scores } from './scores';

/** A group with the place of each of its rows; rank 0 where a row has no score. */
export interface RankedGroup {
  readonly group: Ranked;
  readonly rankAt: (row: number) => Rank;
}

/** A table with what ranking gives its rows, as far as the policy's corrections ask for it. */
export function withRankReadings(
  table: RuleTable,
  {
    pack,
    groups,
    scores,
  }: { readonly pack: PolicyPack; readonly groups: readonly RankedGroup[]; readonly scores: Scores },
): RuleTable {
  const asked = rankReadingsAsked(pack);
  if (asked.size === 0) return table;
  const missing = new Uint32Array(table.rows);
  const indicatorOf = (wanted: string) => pack.grading?.indicators.find(({ name }) => name === wanted);
  const own = [...asked].map(([name, reading]): readonly [string, RuleReading] => {
    const values = new Float64Array(table.rows).fill(NaN);
    for (const ranked of groups) {
      const valueAt = readerOf(reading, { ranked, scores, table, indicatorOf });
      for (const row of ranked.group.rows) values[row] = roundReading(valueAt(row));
    }
    return [name, { values, missing }];
  });
  return { ...table, readings: new Map([...table.readings, ...own]) };
}

interface Given {
  readonly ranked: RankedGroup;
  readonly scores: Scores;
  readonly table: RuleTable;
  readonly indicatorOf: (name: string) => Indicator | undefined;
}

function readerOf(reading: RankReading, { ranked, scores, table, indicatorOf }: Given): (row: number) => number {
  const { group, rankAt } = ranked;
  switch (reading.kind) {
    case 'score':
      return (row) => scores.scores[row] ?? NaN;
    case 'rank':
      return (row) => rankAt(row).rank || NaN;
    case 'members':
      return (row) => rankAt(row).of;
    case 'meanScore': {
      const there = group.rows.map((row) => scores.scores[row] ?? NaN).filter((score) => !Number.isNaN(score));
      const mean = there.reduce((sum, score) => sum + score, 0) / there.length;
      return () => mean;
    }
    case 'reading':
      return (row) => scores.parts.get(reading.indicator)?.values[row] ?? NaN;
    case 'mean': {
      const indicator = indicatorOf(reading.indicator);
      const mean = indicator ? groupMean(indicator, group, { table, parts: scores.parts }) : NaN;
      return () => mean;
    }
  }
}
