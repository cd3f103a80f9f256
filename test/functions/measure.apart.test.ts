import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import type { Cell } from '../../src/engine/ledger/index';
import { mujunGrade } from '../../src/functions/mujunGrade';
import { mujunMeasure } from '../../src/functions/mujunMeasure';
import { renewalPath } from '../../src/functions/renewalPath';
import { refusal } from './refusal';

vi.mock('#policies', async (original) => {
  const { default: built } = await original<{ default: object }>();
  const { readFolder } = await import('../../src/engine/policy/readFolder');
  const file = new URL('../fixtures/policies/linxian-2026/pack.yaml', import.meta.url);
  return { default: { ...built, 'linxian-2026': readFolder({ pack: readFileSync(file, 'utf8') }) } };
});

const HEADERS = [
  ...['企业名称', '税收(万元)', '上年税收', '用地面积(亩)', '容积率', '行业', '规模', '企业状态', '成立日期'],
  ...['2024年等级', '2023年等级', '营业收入', 'COD排放量', '区镇'],
];
const row = (name: string, tax: Cell, more: Partial<Record<string, Cell>> = {}): Cell[] => {
  const own: Partial<Record<string, Cell>> = {
    ...{ 企业名称: name, '税收(万元)': tax, 上年税收: 100, '用地面积(亩)': 10, 容积率: 1.2, 行业: '纺织业' },
    ...{ 规模: '是', 成立日期: '2010-01-01', '2024年等级': 'A', '2023年等级': 'A', 营业收入: 1000, COD排放量: 1 },
    ...more,
  };
  return HEADERS.map((head) => own[head] ?? '');
};
const ROWS = [
  ...Array.from({ length: 18 }, (_, at) => row(`企业${String(at)}`, 140 - at)),
  row('末位', 20, { 上年税收: 10, 营业收入: 1 }),
  row('连年末位', 10, { 上年税收: 10, 营业收入: 0.5, '2024年等级': 'D', '2023年等级': 'D' }),
  row('初创', 120, { 企业状态: '初创期' }),
  row('缺数', ''),
];
const ask = (item?: string, rows = ROWS) => mujunMeasure.answer([HEADERS], rows, '林县2026', '2026-06-30', item);
const one = (name: string, item: string) => ask(item)[ROWS.findIndex(([own]) => own === name)]?.[0];

describe('MUJUN_MEASURE', () => {
  it('gives the amount, the words, 无 or 待核实 that the first line says', () => {
    expect(mujunGrade.answer([HEADERS], ROWS, '林县2026', '2026-06-30').flat().slice(-4)).toEqual([
      ...['D', 'D', '不定等级', '待核实：缺 税收'],
    ]);
    expect(one('企业0', '电价加价')).toBe('无');
    expect(one('末位', '电价加价')).toBe(0.3);
    expect(one('连年末位', '电价加价')).toBe(0.5);
    expect(one('初创', '电价加价')).toBe('参照B类管理');
    expect(one('缺数', '电价加价')).toBe('待核实：缺 税收');
  });

  it('by path, the amount calculated from the row; nothing where no line holds', () => {
    expect(renewalPath.answer([HEADERS], ROWS, '林县2026', '2026-06-30').flat()[18]).toBe('保留');
    expect(one('连年末位', '土地价款比例')).toBe(1);
    expect(one('企业0', '土地价款')).toBe('无');
    const low = row('低', 10, { 上年税收: 10, 容积率: 1.1 });
    expect(ask('土地价款比例', [low])).toEqual([[0.7]]);
  });

  it.each<[string, Cell]>([
    ['0', 0],
    ['null', null],
    ["''", ''],
  ])('without an item a column for each, in the policy’s order; blanks delivered as %s', (_, blank) => {
    const rows = [...ROWS, HEADERS.map(() => '')].map((line) => line.map((cell) => (cell === '' ? blank : cell)));
    const all = ask(undefined, rows);
    expect(all[0]).toEqual(['无', '无']);
    expect(all[18]).toEqual([0.3, '无']);
    expect(all.every((line) => line.length === 2)).toBe(true);
  });

  it('says what there is, and invents no standard that the document leaves out', () => {
    expect(refusal(() => ask('气价'))).toBe(
      'notAvailable: “林县2026”没有名为“气价”的差别化政策。有：电价加价、土地价款比例',
    );
    expect(refusal(() => mujunMeasure.answer([HEADERS], ROWS, '太仓2023'))).toContain('没有差别化政策');
    expect(refusal(() => mujunMeasure.answer([HEADERS], ROWS, undefined))).toContain('请指定政策');
    expect(mujunMeasure.answer([HEADERS], ROWS, '嵊州2021', undefined, '用电')[0]).toEqual(['差别化，标准未写']);
    expect(mujunMeasure.answer([HEADERS], ROWS, '嵊州2021')[0]).toHaveLength(8);
  });
});
