import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfSerial } from '../../../src/engine/quantity/day';
import { ConditionCompiler } from '../../../src/engine/rule/compileCondition';
import { NEVER } from '../../../src/engine/rule/daysBefore';
import { decide } from '../../../src/engine/rule/decide';
import { conditionText } from '../../../src/engine/rule/conditionText';
import { conditionLacks, holds, mayHold, plainReading } from '../../../src/engine/rule/formula/conditionFormula';
import { decisionFormulas } from '../../../src/engine/rule/formula/decisionFormulas';
import { formulaAnswer, type FormulaCells } from '../../../src/engine/rule/formula/formulaAnswer';
import { number, type FormulaTree, type FormulaValue } from '../../../src/engine/rule/formula/formulaTree';
import { writeFormula } from '../../../src/engine/rule/formula/writeFormula';
import { truthIn } from '../../../src/engine/rule/packedTruth';
import { conditionSql, sqlName, type RuleSql } from '../../../src/engine/rule/sql/conditionSql';
import { decisionSql } from '../../../src/engine/rule/sql/decisionSql';
import { parseRule } from '../../../src/engine/rule/parseRule';
import { RuleError, type ConditionTree, type Vocabulary } from '../../../src/engine/rule/tree';
import { FALSE, TRUE } from '../../../src/engine/rule/truth';
import { calculate } from '../../../src/formula/calculate/calculate';
import { treeOfFormula } from '../../../src/formula/calculate/parse';
import { decidePlainly } from '../../oracles/decidePlainly';
import { evaluate } from '../../oracles/evaluate';
import { askDuckDb, type Table } from '../../support/duckDb';
import {
  anyConditionTree,
  anyRuleRow,
  READINGS,
  ruleTable,
  VALUES,
  WORDS,
  type RuleRow,
} from '../../support/ruleTrees';
import { seedOf } from '../../support/seeds';

const anyRows = fc.array(anyRuleRow, { minLength: 1, maxLength: 20 });

/** A reading as a sheet holds it: blank where it is missing, and a word that looks like a number as one. */
function held(row: RuleRow, name: string): FormulaValue {
  const own = row[name as keyof RuleRow];
  if (typeof own === 'number') return Number.isNaN(own) ? '' : own;
  return /^\d+$/.test(own) ? Number(own) : own;
}

const CELLS = {
  reading: (name: string) => plainReading(name, name),
  value: (name: string): FormulaTree => number(VALUES.get(name) ?? NaN),
};

const cellsOf = (row: RuleRow): FormulaCells => ({ cell: (name) => held(row, name), range: () => [] });

/** What a spreadsheet makes of a formula's text, its readings in row 1 in their order. */
function calculated(tree: FormulaTree, row: RuleRow): unknown {
  const written = writeFormula(tree, (name) => `${'ABCDEFG'.charAt(READINGS.indexOf(name as never))}1`);
  const parsed = treeOfFormula(written);
  if (!parsed) throw new Error(`not read: ${written}`);
  const name = (column: number) => READINGS[column] ?? '';
  return calculate(parsed, {
    row: 0,
    column: READINGS.length,
    valueAt: (_, __, column) => held(row, name(column)),
    inUse: () => ({ row: 0, column: 0, rows: 1, columns: READINGS.length }),
    spend: () => undefined,
  });
}

const SQL: RuleSql = {
  reading: (name) => ({ value: sqlName(name), lacks: [{ label: name, when: `${sqlName(name)} IS NULL` }] }),
  value: (name) => VALUES.get(name) ?? NaN,
};

function sqlTable(rows: readonly RuleRow[]): Table {
  const typeOf = (name: string) => (/交地|开工/.test(name) ? 'DATE' : /等级|类别/.test(name) ? 'VARCHAR' : 'DOUBLE');
  const cellOf = (name: string, own: number | string) => {
    if (own === '' || Number.isNaN(own)) return null;
    return typeOf(name) === 'DATE' ? (dayOfSerial(own as number) ?? NEVER) : own;
  };
  return {
    name: '地块',
    columns: READINGS.map((name) => ({ name, type: typeOf(name) })),
    rows: rows.map((row) => READINGS.map((name) => cellOf(name, row[name]))),
  };
}

const VOCABULARY: Vocabulary = {
  fields: new Map<string, { words?: readonly string[]; day?: boolean }>([
    ...READINGS.map((name) => [name, {}] as const),
    ...['交地', '开工', '基准日'].map((name) => [name, { day: true }] as const),
    ...Object.entries(WORDS).map(([name, words]) => [name, { words }] as const),
  ]),
  values: new Set(['低线', '期限']),
};

function readBack(text: string): ConditionTree | 'notFinite' {
  try {
    return parseRule(text, VOCABULARY);
  } catch (error) {
    if (error instanceof RuleError && error.code === 'notFinite') return error.code;
    throw error;
  }
}

const namesOf = (bits: number) => READINGS.filter((_, at) => (bits & (1 << at)) !== 0);

describe('a condition of any kind means the same in every reading', () => {
  it('in the kernel, with what is missing, as in the reading column by column', () => {
    fc.assert(
      fc.property(anyConditionTree, anyRows, (tree, rows) => {
        const table = ruleTable(rows);
        const compiled = new ConditionCompiler(table).compile(tree);
        const words = compiled.block(0, rows.length);
        const plain = evaluate(tree, table);
        expect(rows.map((_, row) => truthIn(words, row))).toEqual([...plain.truth]);
        expect(rows.map((_, row) => compiled.missing(row))).toEqual([...plain.missing]);
      }),
      { numRuns: 300 },
    );
  });

  it('as it is written in words, which is read back, unless it divides by a 0 that is written out', () => {
    let refused = 0;
    fc.assert(
      fc.property(anyConditionTree, anyRows, (tree, rows) => {
        const back = readBack(conditionText(tree));
        if (back === 'notFinite') refused += 1;
        else expect(evaluate(back, ruleTable(rows)).truth).toEqual(evaluate(tree, ruleTable(rows)).truth);
      }),
      { numRuns: 400 },
    );
    expect(refused).toBeLessThan(20);
  });

  it('as classic formulas: that it holds, that it may, and for want of what it is open; also as they are written', () => {
    fc.assert(
      fc.property(anyConditionTree, anyRows, (tree, rows) => {
        const { truth, missing } = evaluate(tree, ruleTable(rows));
        const [sure, possible, lacks] = [holds(tree, CELLS), mayHold(tree, CELLS), conditionLacks(tree, CELLS)];
        rows.forEach((row, at) => {
          const cells = cellsOf(row);
          const expected = [truth[at] === TRUE, truth[at] !== FALSE];
          expect([formulaAnswer(sure, cells), formulaAnswer(possible, cells)]).toEqual(expected);
          expect([calculated(sure, row), calculated(possible, row)]).toEqual(expected);
          const open = lacks.filter((lack) => formulaAnswer(lack.when, cells) === true).map(({ label }) => label);
          expect(READINGS.filter((name) => open.includes(name))).toEqual(namesOf(missing[at] ?? 0));
        });
      }),
      { numRuns: 300 },
    );
  });

  it('as a query, NULL where it is open', { timeout: 60_000 }, async () => {
    const trees = fc.sample(anyConditionTree, { numRuns: 150, seed: seedOf(31) });
    const rows = fc.sample(anyRuleRow, { numRuns: 60, seed: seedOf(32) });
    const signs = trees.map((tree) => {
      const said = conditionSql(tree, SQL);
      return `CASE WHEN (${said}) IS NULL THEN '1' WHEN ${said} THEN '2' ELSE '0' END`;
    });
    const query = `SELECT "row", concat(${signs.join(',\n')}) AS "答案" FROM "地块"`;
    const theirs = await askDuckDb(sqlTable(rows), query, '答案');
    const columns = trees.map((tree) => evaluate(tree, ruleTable(rows)).truth);
    const wrong = trees.filter((_, at) =>
      rows.some((__, row) => String(theirs[row]).charAt(at) !== String(columns[at]?.[row])),
    );
    expect(wrong).toEqual([]);
  });
});

const ANSWERS = ['保留', '整治', '收储'] as const;
const anyTable = fc
  .tuple(fc.array(fc.tuple(anyConditionTree, fc.nat(2)), { minLength: 1, maxLength: 5 }), fc.boolean())
  .map(([lines, isWhole]) => {
    const always: ConditionTree = { kind: 'always' };
    const all = isWhole ? [...lines, [always, 0] as const] : lines;
    return all.map(([condition, outcome]) => ({ condition, outcome, answer: ANSWERS[outcome] ?? '' }));
  });

const LACKS = { before: '缺 ', between: '、', labels: READINGS, none: '待定' };

type Line = { readonly condition: ConditionTree; readonly outcome: number; readonly answer: string };

/** What the kernel answers, in words. */
function answersOf(lines: readonly Line[], rows: readonly RuleRow[]): string[] {
  const { outcome, missing } = decide(lines, ruleTable(rows));
  return rows.map((_, row) => {
    const answer = ANSWERS[outcome[row] ?? -1];
    if (answer !== undefined) return answer;
    const names = namesOf(missing[row] ?? 0);
    return names.length === 0 ? LACKS.none : LACKS.before + names.join(LACKS.between);
  });
}

/** What the two formulas of a table give for a row. */
function answered(lines: readonly Line[], row: RuleRow): FormulaValue | undefined {
  const formulas = decisionFormulas(lines, CELLS, { lineName: '行号', words: LACKS });
  if (!formulas) return undefined;
  const line = formulaAnswer(formulas.line, cellsOf(row));
  const cells: FormulaCells = { ...cellsOf(row), cell: (name) => (name === '行号' ? line : held(row, name)) };
  return formulaAnswer(formulas.answer, cells);
}

describe('a decision table of any conditions answers the same in every reading', () => {
  it('in the kernel as row by row', () => {
    fc.assert(
      fc.property(anyTable, anyRows, (lines, rows) => {
        expect(decide(lines, ruleTable(rows))).toEqual(decidePlainly(lines, ruleTable(rows)));
      }),
    );
  });

  it('as classic formulas, unless they are longer than a cell takes', () => {
    let said = 0;
    fc.assert(
      fc.property(anyTable, anyRows, (lines, rows) => {
        const ours = answersOf(lines, rows);
        const theirs = rows.map((row) => answered(lines, row));
        if (theirs.includes(undefined)) return;
        said += 1;
        expect(theirs).toEqual(ours);
      }),
      { numRuns: 60 },
    );
    expect(said).toBeGreaterThan(30);
  });

  it('as a query', { timeout: 60_000 }, async () => {
    const rows = fc.sample(anyRuleRow, { numRuns: 60, seed: seedOf(33) });
    for (const lines of fc.sample(anyTable, { numRuns: 20, seed: seedOf(34) })) {
      const query = decisionSql(lines, SQL, { from: '"地块"', as: '"答案"', words: LACKS });
      expect(await askDuckDb(sqlTable(rows), query, '答案')).toEqual(answersOf(lines, rows));
    }
  });
});
