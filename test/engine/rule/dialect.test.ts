import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sqlName, sqlString } from '../../../src/engine/rule/sql/conditionSql';
import { DIALECTS, inDialect } from '../../../src/engine/rule/sql/dialect';
import { sqlTokens } from '../../../src/engine/rule/sql/sqlTokens';

const { duckdb, spark, postgres } = DIALECTS;
const words = fc.string({
  unit: fc.constantFrom('a', '"', "'", '\\', '`', '-', '税', ' ', '（', '\n', '5', ';'),
  maxLength: 12,
});

describe('a query in the words of another database', () => {
  it('names and texts stay what they are, whatever signs they hold, and so do comments', () => {
    fc.assert(
      fc.property(words, words, (name, text) => {
        const query = `SELECT ${sqlName(name)} = ${sqlString(text)} -- "a" 'b' 5\nFROM t`;
        expect(inDialect(query, duckdb)).toBe(query);
        const said = (own: typeof spark) => `SELECT ${own.name(name)} = ${own.text(text)} -- "a" 'b' 5\nFROM t`;
        expect(inDialect(query, spark)).toBe(said(spark));
        expect(inDialect(query, postgres)).toBe(said(postgres));
        const held = sqlTokens(query).filter(({ kind }) => kind === 'name' || kind === 'text');
        expect(held.map((own) => own.text)).toEqual([name, text]);
      }),
    );
  });

  it('numbers are doubles, but where a call counts with them', () => {
    const query = `SELECT ROUND("a" / NULLIF(0.5, 0), 9) <= 1E-12 AND r12 AND line > 3, SUBSTRING(CASE WHEN (x = 5) THEN '一' END, 2), CHR(31)`;
    expect(inDialect(query, spark)).toBe(
      "SELECT ROUND(`a` / NULLIF(0.5D, 0D), 9) <= 1E-12D AND r12 AND line > 3D, SUBSTRING(CASE WHEN (x = 5D) THEN '一' END, 2), CHR(31)",
    );
    expect(inDialect('ROUND("a" + ROUND(2, 9), 9)', spark)).toBe('ROUND(`a` + ROUND(2D, 9), 9)');
    expect(inDialect('x * 0.25::DOUBLE', postgres)).toBe('x * 0.25::float8');
  });

  it('Postgres rounds half away from zero, and takes the first that is there by its order', () => {
    expect(inDialect('ROUND("税", 9)', postgres)).toBe(
      '(SIGN("税") * FLOOR(ABS("税") * 1E9::float8 + 0.5) / 1E9::float8)',
    );
    expect(inDialect('MIN_BY("a", CASE WHEN "a" IS NOT NULL THEN "序" END) AS "a"', postgres)).toBe(
      '(ARRAY_AGG("a" ORDER BY CASE WHEN "a" IS NOT NULL THEN "序" END))[1] AS "a"',
    );
  });

  it('names that Postgres would cut are told apart', () => {
    const [one, two] = ['得分', '读数'].map((end) => postgres.name(`${'单位能耗工业增加值'.repeat(3)}${end}`));
    expect(one).not.toBe(two);
    for (const name of [one, two]) expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(65);
    expect(postgres.name('税收')).toBe('"税收"');
  });
});
