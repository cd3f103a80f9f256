import { describe, expect, it } from 'vitest';
import { applyPolicy } from '../../src/engine/assess/applyPolicy';
import { builtInPacks } from '../../src/engine/policy/packs';
import type { PackRule, PolicyPack } from '../../src/engine/policy/pack';
import { wordsOfField } from '../../src/engine/policy/fieldWords';
import { decide } from '../../src/engine/rule/decide';
import { fieldsOfCondition } from '../../src/engine/rule/treeParts';
import type { RuleReading, RuleTable } from '../../src/engine/rule/truth';
import { candidates, gridOf, holds, type GridCell, type GridRow } from './grid';
import { sampleOf } from './sample';

const MOST = sampleOf(4000, 200_000);
/** Two hundred thousand rows take a while. */
const LONG = { timeout: 600_000 };

const tables = builtInPacks().flatMap((pack) =>
  (['tiers', 'paths'] as const).flatMap((name) => {
    const rules = pack[name];
    return rules ? [{ title: `${pack.id} ${name}`, pack, rules }] : [];
  }),
);

/** The rows as the kernel has them: words by code, one bit a field for what is blank. */
function tableOf(pack: PolicyPack, names: readonly string[], rows: readonly GridRow[]): RuleTable {
  const readings = names.map((name, bit): [string, RuleReading] => {
    const field = pack.fields.find((own) => own.name === name);
    const words = field && wordsOfField(field);
    const code = (cell: GridCell) => (words ? words.indexOf(String(cell)) + 1 : typeof cell === 'number' ? cell : NaN);
    const values = Float64Array.from(rows, (row) => code(row.get(name)));
    const missing = Uint32Array.from(rows, (row) => (row.get(name) === undefined ? 1 << bit : 0));
    return [name, words ? { values: Uint16Array.from(values), words, missing } : { values, missing }];
  });
  return { rows: rows.length, readings: new Map(readings), values: applyPolicy(pack).values };
}

/** What a table says of a row, read as a person reads it: the first line that holds, unless a line above it still might with another answer. */
function plainAnswer(rules: readonly PackRule[], row: GridRow, values: RuleTable['values']) {
  const lines = rules.map(({ condition }) => holds(condition, row, values));
  const fired = lines.indexOf(true);
  const above = rules.filter((_, at) => lines[at] === undefined && (fired < 0 || at < fired));
  const answer = rules[fired]?.answer;
  if (answer !== undefined && above.every((rule) => rule.answer === answer))
    return { answer, blank: new Set<string>() };
  const blank = above
    .flatMap(({ condition }) => fieldsOfCondition(condition))
    .filter((name) => row.get(name) === undefined);
  return { answer: undefined, blank: new Set(blank) };
}

describe.each(tables)('$title on and beside every line, with every word and every blank', ({ pack, rules }) => {
  const { values } = applyPolicy(pack);
  const of = candidates(
    pack,
    rules.map(({ condition }) => condition),
    values,
  );
  const names = [...of.keys()];
  const { rows, whole } = gridOf(of, MOST);
  const answers = [...new Set(rules.map(({ answer }) => answer))];
  const decided = decide(
    rules.map(({ condition, answer }) => ({ condition, outcome: answers.indexOf(answer) })),
    tableOf(pack, names, rows),
  );
  const told = (at: number) => answers[decided.outcome[at] ?? -1];

  it('the kernel says what the table says, and names no more blanks than are there', LONG, () => {
    const wrong: string[] = [];
    for (const [at, row] of rows.entries()) {
      const { answer, blank } = plainAnswer(rules, row, values);
      const bits = names.filter((_, bit) => ((decided.missing[at] ?? 0) & (1 << bit)) !== 0);
      const good = told(at) === answer && bits.every((name) => blank.has(name));
      if (!good) wrong.push(`${JSON.stringify([...row])}: ${String(told(at))} / ${String(answer)}, ${bits.join('、')}`);
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(rows.length).toBeGreaterThan(whole ? 5 : MOST / 2);
    expect(new Set(rows.map((_, at) => told(at))).size).toBeGreaterThan(Math.min(3, answers.length));
  });

  it('an answer given in spite of blanks is the answer whatever stands in them', LONG, () => {
    const key = (row: GridRow) => names.map((name) => String(row.get(name))).join('|');
    const of = new Map(rows.map((row, at) => [key(row), told(at)]));
    const wrong: string[] = [];
    for (const [at, row] of rows.entries()) {
      if (told(at) === undefined) continue;
      for (const name of names.filter((own) => row.get(own) === undefined))
        for (const cell of candidatesOf(name)) {
          const filled = of.get(key(new Map(row).set(name, cell)));
          if (filled !== undefined && filled !== told(at))
            wrong.push(`${key(row)}: ${String(told(at))}, ${name} ${String(cell)}: ${filled}`);
        }
    }
    expect(wrong.slice(0, 5)).toEqual([]);
  });
  const candidatesOf = (name: string) => of.get(name) ?? [];
});
