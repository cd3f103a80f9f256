import { describe, expect, it } from 'vitest';
import { applyPolicy } from '../../../src/engine/assess/applyPolicy';
import { groupNamed } from '../../../src/engine/assess/bands';
import { explainAt } from '../../../src/engine/assess/explain';
import { judge, verdictAt } from '../../../src/engine/assess/judge';
import { fieldsRead } from '../../../src/engine/assess/readings';
import type { Cell } from '../../../src/engine/ledger/cell';
import { FIELDS } from '../../../src/engine/ledger/fields';
import { matchHeaders } from '../../../src/engine/ledger/matchHeaders';
import { readLedger } from '../../../src/engine/ledger/readLedger';
import { loadPack } from '../../../src/engine/policy/loadPack';
import { findPack } from '../../../src/engine/policy/packs';
import { readPolicyEdits } from '../../../src/engine/policy/table/policyEdits';
import type { PackBands } from '../../../src/engine/policy/pack';
import { entryOn } from '../../../src/engine/policy/standing';
import type { Day } from '../../../src/engine/quantity/day';
import { mujunClause } from '../../../src/functions/mujunClause';
import { mujunGrade } from '../../../src/functions/mujunGrade';
import { mujunRenewalWhy } from '../../../src/functions/mujunRenewalWhy';
import { mujunTierWhy } from '../../../src/functions/mujunTierWhy';
import { problemText } from '../../../src/text/policyTable';
import { standingOn } from '../../../src/text/why';

const clauseOf = (policy: string, row: Readonly<Record<string, Cell>>): string =>
  String(mujunRenewalWhy.answer([Object.keys(row)], [Object.values(row)], policy)[0]?.[2]);

describe('what an answer stands on', () => {
  const shengzhou = { 企业名称: '甲', '税收(万元)': 40, '面积(亩)': 10, 符合规划: '是', 建筑质量: '差', 等级: 'B' };
  const taicang = {
    载体名称: '甲',
    '税收(万元)': 400,
    '面积(亩)': 10,
    城镇开发边界: '内',
    工业保障线: '内',
    符合产业方向: '是',
    等级: 'A',
  };

  it.each<[string, string, Readonly<Record<string, Cell>>, readonly string[]]>([
    ['a low yield', '嵊州2021', shengzhou, ['亩均效益低线：', '取重点排查的5万元线', '原文“亩均效益低”未给数']],
    ['grade D alone', '嵊州2021', { ...shengzhou, '税收(万元)': 200, 等级: 'D' }, ['等级D的视为亩均效益低']],
    ['grade C, both facts blank', '嵊州2021', { ...shengzhou, '税收(万元)': 200, 等级: 'C' }, ['两项都未填的不排除']],
    ['the plan alone', '嵊州2021', { ...shengzhou, 符合规划: '否' }, ['规划不符合一项即列入']],
    ['the direction alone', '太仓2023', { ...taicang, 符合产业方向: '否' }, ['取“或”']],
    ['output alone', '太仓2023', { ...taicang, 等级: 'D' }, []],
    ['what is left', '太仓2023', taicang, ['整治、更新以外的均按提质']],
    ['104', '嘉定2017', { 企业名称: '甲', 地块类别: '104', 低效: '是' }, ['104对应哪一种原文未明']],
  ])('%s: %s says what is assumed', (_, policy, row, said) => {
    const clause = clauseOf(policy, row);
    expect(clause).toContain('推定');
    for (const words of said) expect(clause).toContain(words);
  });

  it('a value that the answer did not use is not among its grounds, nor is one that the workbook changed', () => {
    expect(clauseOf('嵊州2021', { ...shengzhou, '税收(万元)': 200, 等级: 'D' })).not.toContain('亩均效益低线：');
    const [row] = mujunRenewalWhy.answer(
      [Object.keys(shengzhou)],
      [Object.values(shengzhou)],
      [
        ['名称', '值'],
        ['政策', '嵊州2021'],
        ['亩均效益低线', 4.5],
      ],
    );
    expect(String(row?.[2])).not.toContain('取重点排查的5万元线');
  });

  it('an issued text known only in parts never says the draft’s words as its own', () => {
    const row = { 企业名称: '甲', '面积(亩)': 10, 存量类型: '低效' };
    const clause = clauseOf('许昌2021', row);
    expect(clause).toMatch(/^据《[^》]*征求意见稿\)》/);
    expect(clauseOf('xuchang-2021-draft', row)).not.toContain('据《');
    expect(standingOn(clause)).toMatch(/^依据《[^据]*征求意见稿\)》/);
    expect(standingOn(clauseOf('xuchang-2021-draft', row))).toMatch(/^依据《/);
    const rows = mujunClause.answer('许昌2021');
    const quoting = rows.filter(([place]) => !String(place).includes('转引') && place !== '推定');
    expect(quoting.length).toBeGreaterThan(0);
    for (const [place] of quoting) expect(String(place)).toContain('据《');
  });
});

describe('a value over its periods', () => {
  const dated = (text: string) => `id: here
title: 本地
short: 本地2023
place: 本地
aliases: []
status: issued
published: 2022-01-01
source: ""
conventions: {}
fields:
  税收: { field: taxPaid, whenBlank: unknown }
  面积: { field: landArea, whenBlank: unknown }
values:
  线: { unit: 万元/亩, dated: [${text}] }
tiers:
  rules:
    - { tier: 低, when: 亩均税收 <= 线, assumption: 本地自定 }
    - { tier: 高, when: 其余, assumption: 本地自定 }
`;
  const pack = loadPack(
    dated(
      '{ from: 2022-01-01, until: 2023-01-01, value: 5, assumption: 自定 }, { from: 2024-01-01, value: 4, assumption: 自定 }',
    ),
  );

  it.each([
    ['2021-06-30', 5],
    ['2022-12-31', 5],
    ['2023-01-01', NaN],
    ['2023-12-31', NaN],
    ['2024-01-01', 4],
  ])('on %s it is %d', (day, value) => {
    const own = pack.values.get('线');
    expect(own && entryOn(own, day as Day).value).toBe(value);
  });

  it('where none is in force the row is open, and names the value', () => {
    const ledger = readLedger(matchHeaders([['税收', '面积']]), [[10, 2]], {
      fields: fieldsRead(pack),
      zeroIsBlank: false,
    });
    const judgement = judge(ledger, { policy: applyPolicy(pack, { asOf: '2023-06-30' as Day }) }, 'tiers');
    if (!judgement) throw new Error('no tiers');
    expect(verdictAt(judgement, 0)).toEqual({ kind: 'unresolved', missing: ['线'] });
    expect(explainAt(judgement, 0).basis).toBeUndefined();
  });
});

describe('blanks and zeros', () => {
  it('every column of numbers is read alike, however a formula’s argument delivers its blanks', () => {
    const kinds = ['area', 'floor', 'money', 'perMu', 'number', 'percent', 'year'];
    const fields = FIELDS.filter(({ kind }) => kinds.includes(kind));
    for (const field of fields) {
      const read = (blank: Cell) => {
        const rows: Cell[][] = [[7], [blank], [0.5], [blank]];
        const headers = matchHeaders([[field.headers[0] ?? '']]);
        const ledger = readLedger(headers, rows, { fields: [field.id], zeroIsBlank: true });
        const column = ledger.columns.get(field.id);
        return column?.kind === 'number' ? [...column.values] : [];
      };
      expect([field.id, read(0)]).toEqual([field.id, read('')]);
      expect([field.id, read(null)]).toEqual([field.id, read('')]);
    }
  });

  it('grades are the same on every computer', () => {
    const headers = [
      '企业名称',
      '税收(万元)',
      '用地面积(亩)',
      '规上标记',
      '营业收入(万元)',
      '工业增加值(万元)',
      '综合能耗',
      '研发经费(万元)',
      '平均职工人数',
    ];
    const rows = (blank: Cell): Cell[][] => [
      ['甲', 100, 10, '是', 2000, 500, 50, blank, 100],
      ['乙', 90, 10, '是', 2100, blank, 50, 200, 20],
      ['丙', 95, 10, '是', 1900, 500, 50, 100, 60],
      ['丁', 30, 10, '是', blank, 200, 60, 50, 90],
      ['戊', 20, 10, '是', 700, 200, 60, 300, 10],
    ];
    const grades = (blank: Cell) => mujunGrade.answer([headers], [headers, ...rows(blank)], '综合评价模板');
    expect(grades(0)).toEqual(grades(''));
    expect(grades(null)).toEqual(grades(''));
    expect(grades(0).flat().join()).toMatch(/待核实：缺 研发经费.*待核实：缺 工业增加值/);
  });

  it('a bare 0 in 政策参数 never counts: the sheet refuses it, a formula says so, and 零 is 0 in both', () => {
    const pack = findPack('嵊州2021');
    if (!pack) throw new Error('no pack');
    const table = (value: Cell): Cell[][] => [
      ['名称', '值'],
      ['政策', '嵊州2021'],
      ['重点排查线', value],
    ];
    const sheet = readPolicyEdits(pack, table(0));
    const [problem] = 'problems' in sheet ? sheet.problems : [];
    expect(problemText(problem, pack)).toMatch(/第 3 行“重点排查线”.*请写 零 或 不计/);
    const [why] = mujunTierWhy.answer(40, 10, table(0));
    expect(String(why?.[0])).toMatch(/不超过 5.*重点排查线 为 0 或空白.*请写 零 或 不计/);
    for (const word of ['零', '不计']) {
      const read = readPolicyEdits(pack, table(word));
      expect('problems' in read ? read.problems : read.overlay.values.get('重点排查线')).toBe(0);
      expect(String(mujunTierWhy.answer(40, 10, table(word))[0]?.[0])).toMatch(/超过 0、不超过 10/);
    }
  });

  it.each<[string, Cell[][], string]>([
    ['a day', [['重点排查线', 46_152]], '像是被改成了日期'],
    [
      'a name twice',
      [
        ['重点排查线', 5],
        ['重点排查线', 6],
      ],
      '前面已经写过',
    ],
  ])('%s in 政策参数 is told', (_, lines, said) => {
    const pack = findPack('嵊州2021');
    const read = pack && readPolicyEdits(pack, [['名称', '值'], ['政策', '嵊州2021'], ...lines]);
    const [problem] = read && 'problems' in read ? read.problems : [];
    expect(problemText(problem, pack)).toContain(said);
  });
});

it('a policy of more than 32 fields names the field that is missing and no other', () => {
  const yesNo = FIELDS.filter(({ kind }) => kind === 'yesNo');
  const others = FIELDS.filter(({ kind, id }) => (kind === 'number' || kind === 'money' ? id !== 'taxPaid' : false));
  const fields = [...yesNo, ...others].slice(0, 45);
  expect(fields.length).toBeGreaterThan(34);
  const last = fields.at(-1);
  if (!last) throw new Error('no fields');
  const pack = loadPack(`id: here
title: 本地
short: 本地2026
place: 本地
aliases: []
status: issued
published: 2026-01-01
source: ""
conventions: {}
fields:
${fields.map(({ id, label }) => `  ${JSON.stringify(label)}: { field: ${id}, whenBlank: unknown }`).join('\n')}
values: {}
paths:
  hit: first
  rules:
    - { path: 甲, when: '${last.label} > 5', assumption: 自定 }
    - { path: 乙, when: 其余, assumption: 自定 }
`);
  const ledger = readLedger(matchHeaders([['企业名称']]), [['甲厂']], { fields: fieldsRead(pack), zeroIsBlank: false });
  const judgement = judge(ledger, { policy: applyPolicy(pack) }, 'paths');
  expect(judgement && verdictAt(judgement, 0)).toEqual({ kind: 'unresolved', missing: [last.label] });
});

describe('names of clusters', () => {
  const bandsOf = (groups: Readonly<Record<string, readonly string[]>>): PackBands => ({
    field: '集聚区',
    ...{ floor: '下限', ceiling: '上限' },
    groups: Object.entries(groups).map(([name, members]) => ({ name, members, floor: 'a', ceiling: 'b' })),
  });
  const bands = bandsOf({
    一组: ['石化产业集聚区', '临江工业园(东区)'],
    二组: ['高新技术产业集聚区', '新安县', '临江工业园(西区)'],
    三组: ['市区', '河东'],
  });

  it.each([
    ['洛阳高新技术产业集聚区', '二组'],
    ['洛阳市高新技术产业集聚区', '二组'],
    ['许昌高新技术产业集聚区', undefined],
    ['新安', '二组'],
    ['新安县产业集聚区', '二组'],
    ['临江工业园（东区）', '一组'],
    ['临江工业园(西区)', '二组'],
    ['临江工业园', undefined],
    ['县', undefined],
    ['区', undefined],
    ['市区', '三组'],
    ['河东区', '三组'],
    ['二组', '二组'],
    ['洛阳', undefined],
  ])('%s is of %s', (word, group) => {
    expect(groupNamed(bands, word, '洛阳')?.name).toBe(group);
  });
});
