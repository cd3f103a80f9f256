import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { functionTable } from '../../scripts/docs/functionTable';
import { functionMetadata } from '../../src/functions/metadata';
import { FUNCTIONS } from '../../src/functions/all';

interface Metadata {
  functions: { id: string; name: string; description: string; parameters: { name: string; description: string }[] }[];
}

describe('the table of functions', () => {
  it('is the one in docs/functions.md', () => {
    const doc = readFileSync(new URL('../../docs/functions.md', import.meta.url), 'utf8');
    expect(doc).toContain(functionTable());
  });

  it('has each name once, and names Excel accepts', () => {
    expect(new Set(FUNCTIONS.map(({ name }) => name)).size).toBe(FUNCTIONS.length);
    for (const { name } of FUNCTIONS) expect(name).toMatch(/^[A-Z][A-Z0-9_]{2,}$/);
  });

  it('keeps the frozen signatures', () => {
    const signatures = FUNCTIONS.map(({ name, parameters }) => {
      return `${name}(${parameters.map((one) => (one.optional ? `[${one.name}]` : one.name)).join(', ')})`;
    });
    expect(signatures).toEqual([
      'MUJUN_TIER(tax, area, [policy], [group], [asOf])',
      'RENEWAL_PATH(headers, rows, [policy], [asOf], [cohort])',
      'MUJUN_TIER_WHY(tax, area, [policy], [group], [asOf])',
      'MUJUN_RENEWAL_WHY(headers, rows, [policy], [asOf], [cohort])',
      'MUJUN_AVG(tax, area)',
      'MUJUN_TO_MU(area, unit)',
      'MUJUN_DISPOSAL_RATE(headers, rows, [asOf], [class])',
      'MUJUN_FAR_GAIN(area, far, target, [limit])',
      'MUJUN_WAIVER_OK(headers, rows, [policy], [asOf])',
      'MUJUN_PRICE_WAIVED(area, far, target, limit, landPrice, [share])',
      'MUJUN_CLAUSE([policy], [place])',
      'MUJUN_USCC_CHECK(code)',
      'MUJUN_GRADE(headers, cohort, [policy], [asOf])',
      'MUJUN_SCORE(headers, cohort, [policy], [asOf])',
      'MUJUN_TARGET([policy], [name], [asOf])',
      'MUJUN_AREA_BALANCE(area, ratio, floor, [park], [precinct])',
      'MUJUN_MIX_CHECK(industrial, total, least)',
      'MUJUN_QUOTA_REWARD(base, supplyTask, supplyDone, idleTask, idleDone, [reward], [cut], [cutWhen])',
      'MUJUN_TAX_SHARE(rise, [from], [to], [district])',
      'MUJUN_STD_CHECK(promised, actual, [direction], [partly])',
      'MUJUN_SCENARIO(results, name, year, measure, [statistic], [township])',
      'MUJUN_MEASURE(headers, rows, [policy], [asOf], [item])',
    ]);
  });

  it('says the same in two languages: the functions by the same names, arguments in the words of each', () => {
    const zh = functionMetadata('zh-CN') as Metadata;
    const en = functionMetadata('en') as Metadata;
    const names = ({ functions }: Metadata) =>
      functions.map(({ id, name, parameters }) => [id, name, parameters.length]);
    expect(names(zh)).toEqual(names(en));
    expect(JSON.stringify(en.functions.map(({ parameters }) => parameters.map(({ name }) => name)))).toMatch(
      /^[\x20-\x7e]*$/,
    );
    for (const { id, parameters } of zh.functions) {
      const own = parameters.map(({ name }) => name);
      expect([id, new Set(own).size]).toEqual([id, own.length]);
      for (const name of own) expect(name).toMatch(/^[\u4e00-\u9fff]{2,7}$/);
    }
    const help = zh.functions.flatMap(({ description, parameters }) => [
      description,
      ...parameters.map((one) => one.description),
    ]);
    for (const text of help) expect(text).toMatch(/[\u4e00-\u9fff]/);
  });
});
