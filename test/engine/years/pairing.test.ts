import { describe, expect, it } from 'vitest';
import { firmsOf } from '../../../src/engine/years/firms';
import { pairFirms } from '../../../src/engine/years/pairFirms';
import { seedOf } from '../../support/seeds';
import { chanceOf } from '../../support/years/chance';
import { truthFrom } from '../../support/years/countyTruth';
import { wholeCode } from '../../support/years/identity';
import { ledgerOf, madeCounty } from '../../support/years/madeCounty';

/** How the pairs of a made-up county's years compare with the truth. */
function judged(seed: number) {
  const truth = truthFrom(chanceOf(seed));
  const county = madeCounty({ seed, firms: 400, years: 2, truth, brokenCodes: 0.05, renamed: 0.03, divided: 0.05 });
  const firms = county.ledgers.map(({ ledger }) => firmsOf(ledger));
  const idOf = (year: number, at: number) => county.idOfRow[year]?.[firms[year]?.[at]?.rows[0] ?? -1];
  const pairing = pairFirms(firms[0] ?? [], firms[1] ?? []);
  const after = new Set(county.firms[1]?.map(({ id }) => id));
  const both = (county.firms[0] ?? []).filter(({ id }) => after.has(id));
  const wrong = pairing.pairs.filter((pair) => idOf(0, pair.before) !== idOf(1, pair.after)).length;
  const told = new Set(pairing.open.flatMap(({ before }) => before.map((at) => idOf(0, at))));
  const right = new Set(
    pairing.pairs.filter((pair) => idOf(0, pair.before) === idOf(1, pair.after)).map((pair) => idOf(0, pair.before)),
  );
  const silent = both.filter(({ id }) => !right.has(id) && !told.has(id)).length;
  return {
    ...{ both: both.length, right: right.size, wrong, silent, pairing, firms },
    renamed: pairing.pairs.filter((pair) => pair.renamed).length,
    byBroken: pairing.pairs.filter(({ by }) => by === 'brokenCode').length,
  };
}

describe('enterprises of two years', () => {
  it('are found again where codes are broken, names changed and parcels divided: at least 99 of 100 right, the rest told, not one in a thousand wrong or silent', () => {
    const all = Array.from({ length: 8 }, (_, at) => judged(seedOf(900 + at)));
    const sum = (of: (one: (typeof all)[number]) => number) => all.reduce((total, one) => total + of(one), 0);
    expect(sum(({ right }) => right) / sum(({ both }) => both)).toBeGreaterThanOrEqual(0.99);
    expect(sum(({ wrong }) => wrong) / sum(({ both }) => both)).toBeLessThan(0.001);
    expect(sum(({ silent }) => silent) / sum(({ both }) => both)).toBeLessThan(0.001);
    expect(sum(({ renamed }) => renamed)).toBeGreaterThan(40);
    expect(sum(({ byBroken }) => byBroken)).toBeGreaterThan(40);
  });

  it('every enterprise of either year is in exactly one place', () => {
    const { pairing, firms } = judged(seedOf(77));
    for (const side of ['before', 'after'] as const) {
      const places = [
        ...pairing.pairs.map((pair) => pair[side]),
        ...pairing.regrouped.flatMap((one) => one[side]),
        ...pairing.open.flatMap((one) => one[side]),
        ...(side === 'before' ? pairing.gone : pairing.added),
      ];
      expect(places.toSorted((a, b) => a - b)).toEqual(firms[side === 'before' ? 0 : 1]?.map((_, at) => at));
    }
  });

  const A = wholeCode(1, chanceOf(1));
  const B = wholeCode(2, chanceOf(1));
  const C = wholeCode(3, chanceOf(1));
  type Row = readonly [name: string, code: string, parcel: string];
  const pairingOf = (...years: readonly (readonly Row[])[]) => {
    const [before, after] = years.map((rows) =>
      firmsOf(ledgerOf(rows.map(([name, code, parcel]) => [name, code, parcel, '城关镇', '规上', 10, 50, 90]))),
    );
    return pairFirms(before ?? [], after ?? []);
  };

  it('by code under another name: renamed', () => {
    const found = pairingOf([['越州恒茂机械有限公司', A, 'P1']], [['越州新茂智能科技有限公司', A, 'P1']]);
    expect(found.pairs).toEqual([{ before: 0, after: 0, by: 'code', renamed: true }]);
  });

  it('by a code with a slip, whoever is beside it in the register', () => {
    const slip = `${A.slice(0, 12)}${A[12] === '7' ? '8' : '7'}${A.slice(13)}`;
    const before: Row[] = [
      ['越州恒茂机械有限公司', A, ''],
      ['越州恒信机械有限公司', B, ''],
    ];
    const found = pairingOf(before, [
      ['越州恒信机械有限公司', B, ''],
      ['越州新茂智能科技有限公司', slip, ''],
    ]);
    expect(found.pairs).toContainEqual({ before: 0, after: 1, by: 'brokenCode', renamed: true });
    expect(found.open).toEqual([]);
  });

  it('by name in another spelling where a code is missing; with several parcels of one enterprise as one', () => {
    const before: Row[] = [['越州恒茂（浙江）有限责任公司', A, 'P1']];
    const found = pairingOf(before, [
      ['越州恒茂(浙江) 有限公司', '', 'P1'],
      ['越州恒茂(浙江) 有限公司', '', 'P2'],
    ]);
    expect(found.pairs).toEqual([{ before: 0, after: 0, by: 'name', renamed: false }]);
  });

  it('are left open, and told, where one name stands under two whole codes', () => {
    const found = pairingOf([['越州恒茂机械有限公司', A, '']], [['越州恒茂机械有限公司', B, '']]);
    expect(found).toMatchObject({
      pairs: [],
      gone: [],
      added: [],
      open: [{ reason: 'otherCode', before: [0], after: [0] }],
    });
  });

  it('are left open where the code is one slip from one enterprise and the name is that of another', () => {
    const slip = `${A.slice(0, 17)}${A.endsWith('0') ? '1' : '0'}`;
    const before: Row[] = [
      ['越州恒茂机械有限公司', A, ''],
      ['江南永信纺织有限公司', B, ''],
    ];
    const found = pairingOf(before, [
      ['江南永信纺织有限公司', slip, ''],
      ['石桥天佑电机有限公司', C, ''],
    ]);
    expect(found.pairs).toEqual([]);
    expect(found.open).toMatchObject([{ reason: 'contradiction', before: [0], after: [0] }]);
  });

  it('that became one, or one that became two, are told by their land and are neither gone nor new', () => {
    const two: Row[] = [
      ['越州恒茂机械有限公司', A, 'P1'],
      ['江南永信纺织有限公司', B, 'P2'],
    ];
    const one: Row[] = [
      ['越州恒茂机械有限公司', A, 'P1'],
      ['越州恒茂机械有限公司', A, 'P2'],
    ];
    expect(pairingOf(two, one)).toMatchObject({ pairs: [], gone: [], regrouped: [{ before: [0, 1], after: [0] }] });
    expect(pairingOf(one, two)).toMatchObject({ pairs: [], added: [], regrouped: [{ before: [0], after: [0, 1] }] });
  });

  it('on one piece of land under two whole codes are one that went and one that came; without codes nobody can tell', () => {
    const before: Row[] = [['越州恒茂机械有限公司', A, 'P1']];
    expect(pairingOf(before, [['江南永信纺织有限公司', C, 'P1']])).toMatchObject({ gone: [0], added: [0], open: [] });
    expect(pairingOf(before, [['江南永信纺织有限公司', '', 'P1']])).toMatchObject({
      ...{ gone: [], added: [] },
      open: [{ reason: 'sameLand' }],
    });
  });

  it('whose numbers are no credit codes are paired by them as they stand', () => {
    const codes = ['1001', '1002', '1003'];
    const rows = (names: string[]): Row[] => names.map((name, at) => [name, codes[at] ?? '', '']);
    const found = pairingOf(rows(['甲机械厂', '乙纺织厂', '丙轴承厂']), rows(['甲新厂', '乙纺织厂', '丙轴承厂']));
    expect(found.pairs.map(({ by }) => by)).toEqual(['code', 'code', 'code']);
  });
});
