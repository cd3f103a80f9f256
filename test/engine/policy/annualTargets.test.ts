import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { annualTargets } from '../../../src/engine/policy/targets/annualTargets';
import { builtInPacks } from '../../../src/engine/policy/packs';

const SEEDS = new URL('../../../../shared/seeds/', import.meta.url);

describe('targets of the policies', () => {
  it('are what the documents set', () => {
    const of = (id: string) => annualTargets(id).map(({ kind, value, by }) => [kind, value, by]);
    expect(of('shengzhou-2021')).toEqual([
      ['area', 3000, '2023-12-31'],
      ['taxPerMu', 30, '2023-12-31'],
    ]);
    const xuchang = [
      ['share', 0.6, '2021-12-31'],
      ['area', 13_700, '2022-12-31'],
    ];
    expect(of('xuchang-2021-draft')).toEqual(xuchang);
    expect(of('xuchang-2021')).toEqual(xuchang);
    expect(of('taicang-2023')).toEqual([]);
  });

  it.each(builtInPacks().map((pack) => [pack.id, pack] as const))('%s is quoted to the letter', (id, { source }) => {
    const quotes = annualTargets(id).flatMap(({ basis }) => (basis.kind === 'cited' ? [basis.citation.quote] : []));
    const file = new URL(source, SEEDS);
    if (!existsSync(file)) {
      console.warn(`quotes of ${id} not checked: the source texts are not beside this checkout`);
      expect(quotes.filter((quote) => quote.length < 4)).toEqual([]);
      return;
    }
    const text = readFileSync(file, 'utf8').replace(/\n\d+、/g, '');
    expect(quotes.filter((quote) => !text.includes(quote))).toEqual([]);
  });
});
