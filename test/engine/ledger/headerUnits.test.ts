import { describe, expect, it } from 'vitest';
import { readLedger, withoutUnitNotes, type Cell } from '../../../src/engine/ledger/index';
import { unitsInNote } from '../../../src/engine/ledger/sheet/unitNotes';
import { headersOf } from '../../../src/functions/headersArgument';
import { matchHeaders } from '../../../src/engine/ledger/matchHeaders';
import { withMapping } from '../../../src/engine/ledger/withMapping';
import { parseUnit } from '../../../src/engine/quantity/unit';

/** How many of the field's unit one of each is, by definition. */
const MONEY = { 元: 1e-4, 万元: 1, 亿元: 1e4 };
const COAL = { 吨标煤: 1, 吨标准煤: 1, tce: 1, 吨: 1, 万吨标煤: 1e4, 千克标煤: 1e-3, 公斤标准煤: 1e-3, kgce: 1e-3 };
const PEOPLE = { 人: 1, 万人: 1e4 };
const MASS = { 吨: 1, 千克: 1e-3, kg: 1e-3, 万吨: 1e4 };

type Scale = Readonly<Record<string, number>>;

const over = (upper: Scale, lower: Scale): Scale =>
  Object.fromEntries(
    Object.entries(upper).flatMap(([one, many]) =>
      Object.entries(lower).map(([per, parts]) => [`${one}/${per}`, many / parts]),
    ),
  );

const YEARLY = ({ ...units }: Scale): Scale =>
  Object.fromEntries(Object.entries(units).map(([unit, factor]) => [`${unit}/年`, factor]));

const FIELDS: readonly (readonly [id: string, name: string, units: Scale])[] = [
  ['energy', '综合能耗', { ...COAL, ...YEARLY(COAL) }],
  ['valueAddedPerTce', '单位能耗增加值', over(MONEY, COAL)],
  ['labourProductivity', '全员劳动生产率', { ...over(MONEY, PEOPLE), '万元/人·年': 1, '元/人·年': 1e-4 }],
  ['valueAddedPerEmission', '单位排放增加值', over(MONEY, MASS)],
  ['staff', '平均职工人数', PEOPLE],
];
const WAYS: readonly ((name: string, unit: string) => Cell[][])[] = [
  (name, unit) => [[`${name}（${unit}）`]],
  (name, unit) => [[`${name}(单位：${unit})`]],
  (name, unit) => [[`${name}/${unit}`]],
  (name, unit) => [[name], [`（${unit}）`]],
  (name, unit) => [[`2024年${name}（${unit}）`]],
];

function readIn(headers: readonly Cell[][], id: string): number | undefined {
  const given = headers.map((row, at) => [at === 0 ? '企业名称' : '', '税收（万元）', ...row]);
  const column = readLedger(headersOf(given, [id]), [['甲有限公司', 1, 12]], {
    fields: [id],
    zeroIsBlank: true,
  }).columns.get(id);
  return column?.kind === 'number' ? column.values[0] : undefined;
}

describe('figures in the unit that their header names', () => {
  const cases = FIELDS.flatMap(([id, name, units]) =>
    Object.entries(units).map(([unit, factor]) => [id, name, unit, factor] as const),
  );
  it.each(cases)('%s: %s in %s are times %d', (id, name, unit, factor) => {
    for (const way of WAYS) {
      const headers = way(name, unit);
      const read = readIn(headers, id);
      expect([headers, read === undefined ? read : Number(read.toPrecision(12))]).toEqual([
        headers,
        Number((12 * factor).toPrecision(12)),
      ]);
    }
  });

  it.each([
    ['energy', '综合能耗（千瓦时）'],
    ['energy', '综合能耗（万元）'],
    ['valueAddedPerTce', '单位能耗增加值（吨标煤/万元）'],
    ['staff', '平均职工人数（户）'],
  ])('%s is not read under %s, which counts something else', (id, header) => {
    const headers = matchHeaders([['企业名称', header]]);
    expect(headers.byField.has(id)).toBe(false);
  });

  it('a column chosen by hand is brought to the unit as well', () => {
    const headers = withMapping(
      matchHeaders([['企业名称', '能源用了多少(千克标煤)']]),
      new Map([[1, { field: 'energy' }]]),
    );
    const column = readLedger(headers, [['甲有限公司', 500]], { fields: ['energy'], zeroIsBlank: false }).columns.get(
      'energy',
    );
    expect(column?.kind === 'number' && column.values[0]).toBe(0.5);
  });
});

describe('单位 at the head of a name', () => {
  const NAMES = [
    ...[
      '单位能耗增加值（万元/吨标煤）',
      '单位用地税收（万元/亩）',
      '单位面积税收（元/平方米）',
      '单位能耗增加值/万元/吨标煤',
    ],
    ...[
      '单位排放增加值（万元/吨）',
      '单位实缴税收（元）',
      '单位用地面积（平方米）',
      '单位万元产值能耗（吨标煤）',
      '单位亩均税收',
    ],
  ];
  it.each(NAMES)('%s is a column, and no line of units', (name) => {
    expect(withoutUnitNotes([name])).toEqual([name]);
    expect(unitsInNote([name])).toEqual([]);
  });

  const NOTES: readonly (readonly [string, readonly string[]])[] = [
    ...(['单位：亩、万元', '（单位：亩，万元）', '单位 亩、万元', '计量单位（亩、万元）'] as const).map(
      (text) => [text, ['亩', '万元']] as const,
    ),
    ['面积单位：亩 金额单位：元', ['亩', '元']],
    ['单位均为万元', ['万元']],
    ['金额单位统一为元', ['元']],
    ['本表面积以亩为单位', ['亩']],
    ['单位：面积平方米，税收人民币万元', ['平方米', '万元']],
    ['单位万元和亩', ['万元', '亩']],
  ];
  it.each(NOTES)('%s is one', (text, units) => {
    expect(unitsInNote([text])).toEqual(units);
    expect(withoutUnitNotes([text])).toEqual(['']);
  });
});

it.each(['次', '项', '日', '台', '名'])('%s alone is a word, not a unit', (text) => {
  expect(parseUnit(text)).toBeUndefined();
});
