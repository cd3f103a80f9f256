import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInPacks, findPack } from '../../../src/engine/policy/packs';
import { loadPack } from '../../../src/engine/policy/loadPack';
import { standingOf, valueOn } from '../../../src/engine/policy/standing';
import type { Citation, PolicyPack } from '../../../src/engine/policy/pack';
import { parseDay } from '../../../src/engine/quantity/day';
import { waiverBases } from '../../../src/engine/simulate/waiverBases';
import shengzhou from '../../../src/engine/policy/packs/shengzhou-2021/pack.yaml';

const SEEDS = new URL('../../../../shared/seeds/', import.meta.url);

function citationsOf(pack: PolicyPack): Citation[] {
  const dated = [...pack.values.values()].flatMap((value) => value.dated);
  const rules = [...(pack.tiers ?? []), ...(pack.paths ?? []), ...dated].map(({ basis }) => basis);
  const bases = pack.waiver ? [...rules, pack.waiver] : rules;
  return bases.flatMap((basis) => (basis.kind === 'cited' ? [basis.citation] : []));
}

describe.each(builtInPacks().map((pack) => [pack.id, pack] as const))('%s', (_, pack) => {
  it('quotes its document to the letter', () => {
    const source = new URL(pack.source, SEEDS);
    if (!existsSync(source)) {
      console.warn(`quotes of ${pack.id} not checked: the source texts are not beside this checkout`);
      expect(citationsOf(pack).length).toBeGreaterThan(0);
      return;
    }
    // The 许昌 text comes from a document site that put its page numbers (18、) at line starts inside sentences.
    const text = readFileSync(source, 'utf8').replace(/\n\d+、/g, '');
    expect(citationsOf(pack).filter(({ quote }) => !text.includes(quote))).toEqual([]);
    expect(citationsOf(pack).length).toBeGreaterThan(0);
  });
});

describe('finding a pack', () => {
  it.each([
    ['shengzhou-2021', 'shengzhou-2021'],
    ['嵊州2021', 'shengzhou-2021'],
    ['嵊州市2021', 'shengzhou-2021'],
    ['嵊州', 'shengzhou-2021'],
    ['嵊州市', 'shengzhou-2021'],
    [' 太仓２０２３ ', 'taicang-2023'],
    ['太仓', 'taicang-2023'],
    ['苏州', undefined],
    ['', undefined],
  ])('%s', (name, id) => {
    expect(findPack(name)?.id).toBe(id);
  });
});

describe('standing and dated values', () => {
  const day = (text: string) => {
    const found = parseDay(text);
    if (!found) throw new Error(text);
    return found;
  };

  it('taicang-2023 is in force from 2023-04-01 to 2025-03-31', () => {
    const pack = findPack('太仓2023');
    if (!pack) throw new Error('no pack');
    const on = ['2023-03-31', '2023-04-01', '2025-03-31', '2025-04-01'].map((text) => standingOf(pack, day(text)));
    expect(on).toEqual(['notYet', 'inForce', 'inForce', 'expired']);
    expect(standingOf(pack, undefined)).toBe('noDay');
  });

  it('a value changes on its day and not before', () => {
    const basis = { kind: 'assumed', assumption: '测试' } as const;
    const value = {
      name: '线',
      unit: '万元/亩',
      dated: [
        { value: 5, from: day('2021-01-01'), until: day('2023-01-01'), basis },
        { value: 6, from: day('2023-01-01'), basis },
      ],
    };
    const on = ['2020-06-01', '2022-12-31', '2023-01-01'].map((text) => valueOn(value, day(text)));
    expect([...on, valueOn(value, undefined)]).toEqual([5, 5, 6, 6]);
  });
});

describe('a pack that must not load', () => {
  it.each([
    ['a rule that stands on nothing', (text: string) => text.replace('assumption: 不在“四个一批”之列', 'note: x')],
    [
      'a value without a basis',
      (text: string) => text.replace(/ {8}citation: \{ place: 二\(一\)1, quote: "对亩均税收5万元.*\n/, ''),
    ],
    ['a word that is not in the list', (text: string) => text.replace('建筑质量 = 差', '建筑质量 = 糟')],
    ['a field nobody knows', (text: string) => text.replace('field: obsoleteCapacity', 'field: oldStuff')],
    ['a name the pack has not', (text: string) => text.replace('亩均税收 <= 重点检查线', '亩均税收 <= 重点检察线')],
    [
      'a blank that is read without a reason',
      (text: string) => text.replace(', assumption: 只勾不符合的，空白为符合', ''),
    ],
    ['a key out of place', (text: string) => `${text}\nextra: 1\n`],
    ['a day that is none', (text: string) => text.replace('published: 2021-10-25', 'published: 2021-13-25')],
  ])('%s', (_, change) => {
    const changed = change(shengzhou);
    expect(changed).not.toBe(shengzhou);
    expect(() => loadPack(changed)).toThrow();
  });
});

describe('what a waiver may rest on', () => {
  it('太仓: its own clause in its period, then the national rule', () => {
    const pack = findPack('太仓2023');
    const bases = pack ? waiverBases(pack) : [];
    expect(bases.map(({ packId, clause, status }) => [packId, clause, status])).toEqual([
      ['taicang-2023', '三(五)', 'issued'],
      ['national-land-use', '', 'reported'],
    ]);
    expect(bases[0]).toMatchObject({ from: '2023-04-01', until: '2025-04-01' });
  });

  it('elsewhere: the national rule alone', () => {
    const pack = findPack('嵊州2021');
    expect((pack ? waiverBases(pack) : []).map(({ packId }) => packId)).toEqual(['national-land-use']);
  });
});
