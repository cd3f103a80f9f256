import { describe, expect, it } from 'vitest';
import { lintPack, type LintFinding } from '../../../../src/engine/policy/lint/lintPack';
import { loadPack } from '../../../../src/engine/policy/loadPack';
import { builtInPacks, findPack, gradingPacks } from '../../../../src/engine/policy/packs';
import { parseDay } from '../../../../src/engine/quantity/day';
import shengzhou from '../../../../src/engine/policy/packs/shengzhou-2021/pack.yaml';
import template from '../../../../src/engine/policy/packs/grading-template/pack.yaml';

const HEAD = `id: here-2026
title: 本地办法
short: 本地2026
place: 本地
aliases: []
status: issued
published: 2026-01-01
source: ""
conventions: {}
fields:
  税收: { field: taxPaid, whenBlank: unknown }
  面积: { field: landArea, whenBlank: unknown }
  等级: { field: grade, whenBlank: 无, assumption: 未评的不算 }
values:
  线: { unit: 万元/亩, dated: [{ from: 2026-01-01, value: 5, assumption: 本地自定 }] }
tiers:
  rules:
`;
const line = (tier: string, when: string) => `    - { tier: ${tier}, when: ${when}, assumption: 本地自定 }\n`;
const lintLines = (...lines: readonly (readonly [string, string])[]): LintFinding[] =>
  lintPack(loadPack(HEAD + lines.map(([tier, when]) => line(tier, when)).join('')));

describe('lint of a decision table', () => {
  it('finds the gap between two lines, with a row that falls into it', () => {
    const [gap, ...more] = lintLines(['低', '亩均税收 < 5'], ['高', '亩均税收 > 5']);
    expect(gap).toMatchObject({ code: 'gap', place: { at: 'table', table: 'tiers' }, example: [['亩均税收', 5]] });
    expect(more).toEqual([]);
  });

  it('finds a line that never fires below a wider one', () => {
    const found = lintLines(['甲', '亩均税收 <= 15'], ['乙', '亩均税收 <= 10'], ['丙', '其余']);
    expect(found).toEqual([{ code: 'neverFires', place: { at: 'tiers', line: 1 } }]);
  });

  it('finds lines that cut across each other, not ladders', () => {
    const across = lintLines(
      ['甲', '亩均税收 >= 5 and 亩均税收 <= 15'],
      ['乙', '亩均税收 >= 10 and 亩均税收 <= 20'],
      ['丙', '其余'],
    );
    expect(across).toMatchObject([{ code: 'overlap', place: { at: 'tiers', line: 1 }, otherLine: 0 }]);
    expect(lintLines(['甲', '亩均税收 <= 5'], ['乙', '亩均税收 <= 10'], ['丙', '其余'])).toEqual([]);
  });

  it('finds a line whose clause rests on a number that is assumed, unless it says so', () => {
    const cited = (more: string) =>
      `    - { tier: 低, when: 亩均税收 <= 线, citation: { place: 第三条, quote: 亩均税收低的企业 }${more} }\n`;
    const found = (more: string) => lintPack(loadPack(HEAD + cited(more) + line('高', '其余')));
    expect(found('')).toEqual([{ code: 'unsaid', place: { at: 'tiers', line: 0 }, found: '线' }]);
    expect(found(', assumption: 原文没有给数，取5万元')).toEqual([]);
  });

  it('finds a line in another unit than the reading it is held against', () => {
    const text = (HEAD + line('低', '亩均税收 <= 线') + line('高', '其余')).replace('unit: 万元/亩', 'unit: 万元');
    expect(lintPack(loadPack(text))).toMatchObject([
      { code: 'unitMismatch', place: { at: 'tiers', line: 0 }, found: '万元', expected: '万元/亩' },
    ]);
  });
});

describe('lint of a document', () => {
  it('says that it has expired on a day, and not on a day of its period', () => {
    const pack = findPack('太仓2023');
    const on = (text: string) => {
      const asOf = parseDay(text);
      return pack ? lintPack(pack, asOf === undefined ? {} : { asOf }).map(({ code }) => code) : [];
    };
    expect([on('2024-01-01'), on('2025-04-01')]).toEqual([[], ['expired']]);
  });

  it('says that quotas and weights do not sum', () => {
    const text = template.replace('share: 0.4', 'share: 0.45').replace('亩均税收: 45', '亩均税收: 40');
    expect(lintPack(loadPack(text))).toMatchObject([
      { code: 'quotaSum', place: { at: 'grading', name: '承租户', value: '承租户·A比例' }, expected: 1 },
      {
        code: 'quotaSum',
        place: { at: 'grading', name: '规上', value: '规上·亩均税收权重' },
        found: 95,
        expected: 100,
      },
    ]);
  });

  it('says that an entry has lost its clause', () => {
    const pack = loadPack(shengzhou);
    const tiers = pack.tiers?.map((rule, at) =>
      at === 0 ? { ...rule, basis: { kind: 'assumed' as const, assumption: ' ' } } : rule,
    );
    expect(lintPack({ ...pack, ...(tiers ? { tiers } : {}) })).toEqual([
      { code: 'missingClause', place: { at: 'tiers', line: 0 } },
    ]);
  });

  it('a line that counts days from 基准日 fires on some day', () => {
    const pack = loadPack(
      HEAD.replace(
        /fields:[\s\S]*/,
        `columns:
  投产日期: { kind: date, synonyms: [] }
fields:
  投产日期: { field: 投产日期, whenBlank: unknown }
values: {}
paths:
  hit: first
  rules:
    - { path: 暂缓, when: 投产日期 不满 3 年, citation: { place: 一, quote: 投产未满三年的 } }
    - { path: 保留, when: 其余, assumption: 其余不动 }
`,
      ),
    );
    expect(pack.paths).toHaveLength(2);
    expect(lintPack(pack)).toEqual([]);
  });

  it.each([...builtInPacks(), ...gradingPacks()].map((pack) => [pack.id, pack] as const))('%s is clean', (_, pack) => {
    expect(lintPack(pack)).toEqual([]);
  });
});
