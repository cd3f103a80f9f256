import { describe, expect, it } from 'vitest';
import { loadPack } from '../../../src/engine/policy/loadPack';
import { PackError } from '../../../src/engine/policy/packError';
import { packErrorText } from '../../../src/text/packErrors';

const WHOLE = `id: here-2026
title: 本地办法
short: 本地2026
place: 本地
aliases: [本地]
status: issued
published: 2026-01-01
from: 2026-02-01
until: 2028-01-01
source: ""
conventions:
  以下以上含本数: { value: true, assumption: 本地自定 }
fields:
  税收: { field: taxPaid, whenBlank: unknown }
  面积: { field: landArea, whenBlank: unknown }
  营业收入: { field: revenue, whenBlank: unknown }
  等级: { field: grade, whenBlank: 无, assumption: 未评的不定级 }
  集聚区: { field: cluster, whenBlank: unknown }
  开工日: { field: plannedStart, whenBlank: 2020-06-30, assumption: 本地自定 }
  研发: { field: rdSpending, whenBlank: "0", assumption: 空白为没有 }
values:
  红线:
    unit: 万元/亩
    dated:
      - { from: 2026-02-01, until: 2027-01-01, value: 6, citation: { place: 第三条, quote: 亩均税收6万元以下 } }
      - { from: 2027-01-01, value: 7, assumption: 次年提高 }
  黄线: { unit: 万元/亩, dated: [{ from: 2026-02-01, value: 2 * 红线, assumption: 取两倍 }] }
tiers:
  bands:
    field: 集聚区
    floor: 本组下限
    ceiling: 本组上限
    groups:
      一组: { members: [甲园], floor: 红线, ceiling: 黄线 }
  rules:
    - { tier: 低, when: 亩均税收 <= 红线, citation: { place: 第三条, quote: 亩均税收6万元以下 } }
    - { tier: 高, when: 其余, assumption: 其余 }
paths:
  hit: first
  rules:
    - { path: 提升, when: 等级 = D or 开工日 < 2020-01-01, citation: { place: 第五条, quote: 末档的 } }
    - { path: 保留, when: 其余, assumption: 其余 }
grading:
  floor: 20
  indicators:
    亩税: { formula: 税收 / 面积, benchmark: 本组平均, times: 2, cap: 1.5, assumption: 自定 }
    研发占比: { formula: 研发 / 营业收入, benchmark: 红线, cap: 1.5, assumption: 自定 }
  cohorts:
    全部:
      when: 面积 > 0
      method: ratio
      weights: { 亩税: 60, 研发占比: 40 }
      quotas: [{ grade: A, share: 0.2 }, { grade: D, share: 0.8 }]
      assumption: 自定
  outright:
    - { when: 面积 < 1, grade: 不参评, assumption: 自定 }
`;

/** What is written wrong, the words it stands at (the first in the broken text), and what the sentence says. */
const BROKEN: readonly (readonly [name: string, from: string, to: string, at: string, said: string])[] = [
  ['a key twice', 'short: 本地2026\n', 'short: 本地2026\nshort: 本地\n', 'short: 本地\n', '前面已经写过'],
  ['an id twice', 'title:', 'id: other\ntitle:', 'id: other', '前面已经写过'],
  ['a tab', '  税收: {', '\t税收: {', '\t税收: {', '制表符'],
  ['a bracket left open', 'aliases: [本地]', 'aliases: [本地', 'status', '括号、引号没有写完'],
  ['a colon in a text', 'title: 本地办法', 'title: 本地: 办法', '本地: 办法', '一行里只能写一个'],
  ['a title left out', 'title: 本地办法\n', '', 'id: here', '缺少“title”，应为文字'],
  ['fields left out of a value', '    unit: 万元/亩\n', '', 'dated:\n', '缺少“unit”'],
  ['a status of its own', 'status: issued', 'status: 草案', '草案', '应为issued 或 draft，不是“草案”'],
  ['no day', 'published: 2026-01-01', 'published: 2026-13-01', '2026-13-01', '应为日期'],
  ['a year for a day', 'published: 2026-01-01', 'published: 2026', '2026\nfrom', '应为文字，不是“2026”'],
  ['an unknown key', 'place: 本地', 'place: 本地\nprovince: 浙江', 'province', '没有“province”这一项，可写：id、'],
  ['an unknown schema version', 'id: here-2026', 'version: 9\nid: here-2026', 'version', '没有“version”这一项'],
  [
    'a key of a value misspelt',
    'unit: 万元/亩, dated',
    'unti: 万元/亩, dated',
    'unti: ',
    '没有“unti”这一项，可写：unit',
  ],
  [
    'a key of a rule misspelt',
    'when: 其余, assumption: 其余 }\npaths',
    'if: 其余, assumption: 其余 }\npaths',
    'if: 其余',
    '没有“if”这一项',
  ],
  ['text for a number', 'floor: 20', 'floor: 二十', '二十', '应为数字，不是“二十”'],
  ['a number for a text', 'short: 本地2026', 'short: 2026', '2026\nplace', '应为文字，不是“2026”'],
  ['text for a list', 'aliases: [本地]', 'aliases: 本地', '本地\nstatus', '应为一列'],
  [
    'an empty list',
    '    dated:\n      - { from: 2026-02-01, until: 2027-01-01, value: 6, citation: { place: 第三条, quote: 亩均税收6万元以下 } }\n      - { from: 2027-01-01, value: 7, assumption: 次年提高 }',
    '    dated: []',
    '[]',
    '至少一项',
  ],
  ['an id with capitals', 'id: here-2026', 'id: Here 2026', 'Here 2026', '小写字母'],
  ['a share below 0', 'share: 0.2', 'share: -0.2', '-0.2', '大于等于 0'],
  ['a method of its own', 'method: ratio', 'method: 排名', '排名', '应为ratio 或 minMax'],
  ['a value without a ground', ', assumption: 次年提高', '', '{ from: 2027-01-01, value: 7', '要写明依据'],
  [
    'a rule without a ground',
    'when: 其余, assumption: 其余 }\ngrading',
    'when: 其余 }\ngrading',
    '{ path: 保留',
    '要写明依据',
  ],
  [
    'a quote without its place',
    'citation: { place: 第五条, quote: 末档的 }',
    'citation: { quote: 末档的 }',
    '{ quote: 末档的',
    '缺少“place”',
  ],
  [
    'a blank read without a reason',
    '等级: { field: grade, whenBlank: 无, assumption: 未评的不定级 }',
    '等级: { field: grade, whenBlank: 无 }',
    '{ field: grade',
    '空白按什么读是假设',
  ],
  ['a blank that is no number', 'whenBlank: "0"', 'whenBlank: 无', '无, assumption: 空白', '应为 unknown 或数字'],
  ['a blank that is no day', 'whenBlank: 2020-06-30', 'whenBlank: 否', '否, assumption', '应为 unknown 或日期'],
  ['a field nobody knows', 'field: revenue', 'field: sales', 'sales', '没有“sales”'],
  ['an unknown name in a condition', 'when: 亩均税收 <= 红线', 'when: 亩均税收 <= 蓝线', '蓝线', '没有名为“蓝线”'],
  ['an unknown word in a condition', '等级 = D or', '等级 = E or', 'E or', '“E”不在可选的词里'],
  ['a condition cut short', 'when: 面积 > 0', 'when: 面积 >', '\n      method', '条件没有写完'],
  ['a sign in a condition', 'when: 面积 > 0', 'when: 面积 > 0 ^ 2', '^ 2', '不能用“^”'],
  ['a unit that does not fit', 'when: 面积 > 0', 'when: 面积 > 5万元', '5万元', '单位'],
  ['no day in a condition', '开工日 < 2020-01-01', '开工日 < 2020-02-31', '2020-02-31', '不是日期'],
  ['a function nobody knows', 'formula: 税收 / 面积', 'formula: "SQRT(税收)"', 'SQRT(', '不能这样写'],
  ['a function with too few parts', 'formula: 税收 / 面积', 'formula: "如果(税收 > 1, 2)"', '如果(', '项数不对'],
  ['a period without a length', '开工日 < 2020-01-01', '开工日 满', '满, citation', '放在这里读不懂'],
  ['a period of a number', '开工日 < 2020-01-01', '税收 满 3 年', '税收 满', '不是日期'],
  [
    'an unknown name in a formula',
    'formula: 研发 / 营业收入',
    'formula: 研发 / 收入',
    '收入, benchmark',
    '没有名为“收入”',
  ],
  ['an unknown benchmark', 'benchmark: 红线', 'benchmark: 基准', '基准', '没有名为“基准”'],
  ['an unknown name in what is graded outright', 'when: 面积 < 1', 'when: 用地 < 1', '用地 < 1', '没有名为“用地”'],
  ['a weight of an unknown indicator', '研发占比: 40', '研发: 40', '研发: 40', '没有名为“研发”的指标'],
  ['a value in terms of a field', 'value: 2 * 红线', 'value: 2 * 税收', '税收, assumption', '没有名为“税收”'],
  ['values that need each other', 'value: 6,', 'value: 黄线 / 2,', '红线:\n    unit', '成了循环'],
  ['two values of one day', 'from: 2027-01-01, value', 'from: 2026-02-01, value', '2026-02-01, value: 7', '只能有一个'],
  ['a value that ends before it begins', 'until: 2027-01-01', 'until: 2026-01-01', '2026-01-01, value: 6', '应晚于'],
  ['a policy that ends before it begins', 'until: 2028-01-01', 'until: 2026-01-15', '2026-01-15', '应晚于'],
  [
    'a column of a value’s name',
    '黄线: { unit',
    '营业收入: { unit',
    '营业收入: { unit',
    '已是另一列、数值或算式的名称',
  ],
  ['a column called as a reading', '研发: { field', '亩均税收: { field', '亩均税收: { field', '已是另一列'],
  [
    'a column that ledgers have already',
    'fields:\n  税收',
    'columns:\n  占地面积: { kind: area }\nfields:\n  税收',
    '占地面积',
    '是台账已有的列',
  ],
  [
    'two columns of one name',
    'fields:\n  税收',
    'columns:\n  甲量: { kind: number }\n  乙量: { kind: number, synonyms: [甲量] }\nfields:\n  税收',
    '甲量]',
    '已是“甲量”列的名称',
  ],
  ['a column of no kind', 'fields:\n  税收', 'columns:\n  甲量: { kind: 数字 }\nfields:\n  税收', '数字', '应为'],
  ['a cohort apart by no column', 'when: 面积 > 0', 'when: 面积 > 0\n      each: 县区', '县区', '没有“县区”'],
  ['a rounding of its own', 'when: 面积 > 0', 'when: 面积 > 0\n      rounding: 进一', '进一', '应为'],
  ['a sign in a name', '黄线: { unit', '"<b>黄</b>": { unit', '"<b>黄', '不能有 < >'],
  ['a group’s line that is no value', 'ceiling: 黄线', 'ceiling: 顶线', '顶线', '没有“顶线”'],
  ['groups by no column', 'field: 集聚区\n', 'field: 园区\n', '园区\n', '没有“园区”'],
  ['a draft that is not there', 'id: here-2026', 'extends: other\nid: here-2026', 'other', '应为已有的政策'],
  ['aliases', 'aliases: [本地]', 'aliases: &a [本地]\nx: *a', 'id:', '不用 & 和 *'],
  ['5 MB', 'source: ""', `source: "${'文'.repeat(5_000_000)}"`, 'id:', '不超过 400000 个字'],
];

function failureOf(text: string): PackError {
  try {
    loadPack(text, new Map([['here-2020', WHOLE]]), '本地/pack.yaml');
  } catch (error) {
    if (error instanceof PackError) return error;
    throw error;
  }
  throw new Error('the pack loads');
}

describe('a broken policy is refused with its file, line, column and what was expected, in words', () => {
  it('whole, it is read', () => {
    expect(loadPack(WHOLE).tiers).toHaveLength(2);
    expect(BROKEN.length).toBeGreaterThanOrEqual(42);
  });

  it('several faults of a kind are told at once, each with its place', () => {
    const text = WHOLE.replace('field: revenue', 'field: turnover')
      .replace('field: cluster', 'field: parks')
      .replace('field: rdSpending', 'field: research');
    const sentence = packErrorText(failureOf(text));
    expect(sentence).toMatch(
      /^本地\/pack\.yaml 第 16 行.*“turnover”.*。另有 2 处：第 18 行.*“parks”.*；第 20 行.*“research”/,
    );
    const many = WHOLE.replaceAll('assumption: 自定', 'assumptions: 自定');
    expect(packErrorText(failureOf(many))).toMatch(/这里没有“assumptions”这一项.*。另有 \d+ 处.*第 \d+ 行/);
  });

  it.each(BROKEN)('%s', (_, from, to, at, said) => {
    expect(WHOLE).toContain(from);
    const text = WHOLE.replace(from, () => to);
    const start = text.indexOf(at);
    const line = text.slice(0, start).split('\n').length;
    const error = failureOf(text);
    const sentence = packErrorText(error);
    expect(sentence).toContain(said);
    expect(sentence).toContain('本地/pack.yaml 第');
    expect(sentence).not.toMatch(/Invalid|expected|syntax|unknown[A-Z]/);
    expect([error.place.line, error.place.column]).toEqual([line, start - text.lastIndexOf('\n', start - 1)]);
  });
});
