import { describe, expect, it } from 'vitest';
import { matchHeaders, readLedger, type Cell } from '../../../src/engine/ledger/index';
import { findPack } from '../../../src/engine/policy/index';
import {
  applyPolicy,
  judge,
  migration,
  pathChanges,
  tierLifts,
  type Judgement,
} from '../../../src/engine/assess/index';

const FIELDS =
  'taxPaid landArea grade conformsToPlan buildingQuality obsoleteCapacity township urbanBoundary industrialLine outdatedFacilities';

function judged(
  policy: string,
  table: 'tiers' | 'paths',
  headers: string[],
  rows: readonly (readonly Cell[])[],
): Judgement {
  const pack = findPack(policy);
  if (!pack) throw new Error('no pack');
  const ledger = readLedger(matchHeaders([headers]), rows, {
    fields: [...new Set([...FIELDS.split(' '), ...pack.fields.map(({ field }) => field)])],
    zeroIsBlank: false,
  });
  const judgement = judge(ledger, { policy: applyPolicy(pack), cohort: ledger }, table);
  if (!judgement) throw new Error('no table');
  return judgement;
}

describe('what would lift an enterprise one tier', () => {
  const tiers = (tax: number, area: number) => judged('嵊州2021', 'tiers', ['面积(亩)', '税收(万元)'], [[area, tax]]);

  it('4 万元/亩 on 10 亩: more than 50 万元, or less than 8 亩, to 0.01', () => {
    expect(tierLifts(tiers(40, 10), 0)).toEqual([
      { field: 'taxPaid', name: '税收', before: 40, after: 50.01, answer: '重点检查' },
      { field: 'landArea', name: '面积', before: 10, after: 7.99, answer: '重点检查' },
    ]);
  });

  it('on the line itself the smallest step across it lifts', () => {
    expect(tierLifts(tiers(300, 20), 0).map(({ field, after }) => [field, after])).toEqual([
      ['taxPaid', 300.01],
      ['landArea', 19.99],
    ]);
  });

  it('nothing lifts the highest tier, nor a row that is 待核实', () => {
    expect(tierLifts(tiers(400, 10), 0)).toEqual([]);
    expect(tierLifts(tiers(NaN, 10), 0)).toEqual([]);
  });

  it('许昌: a floor is met at the line itself', () => {
    const rows = [['长葛市产业集聚区', 10, 190]];
    const own = judged('许昌2021', 'tiers', ['产业集聚区', '面积(亩)', '税收(万元)'], rows);
    expect(tierLifts(own, 0).map(({ field, after, answer }) => [field, after, answer])).toEqual([
      ['taxPaid', 200, '达标'],
      ['landArea', 9.5, '达标'],
    ]);
  });

  it('what is said to lift does lift, and 0.01 less does not (300 rows)', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const [area, tax] = [((seed * 37) % 900) / 10 + 0.5, ((seed * 101) % 13_000) / 10 + 0.1];
      const [now] = tierLifts(tiers(tax, area), 0);
      if (!now) continue;
      const answer = (paid: number) => {
        const own = tiers(paid, area);
        return own.rules[own.decisions.rule[0] ?? -1]?.answer;
      };
      expect(answer(Number(now.after))).toBe(now.answer);
      expect(answer(Math.round((Number(now.after) - 0.01) * 100) / 100)).not.toBe(now.answer);
    }
  });
});

describe('the smallest change of one figure that gives another path', () => {
  it('嵊州: words and numbers, each with the path it leads to', () => {
    const headers = ['面积(亩)', '税收(万元)', '符合规划', '建筑质量', '设施老旧', '管理粗放'];
    const changes = pathChanges(judged('嵊州2021', 'paths', headers, [[10, 40, '是', '差', '是', '是']]), 0);
    const told = changes.map(({ name, after, answer }) => `${name} ${String(after)}: ${answer}`);
    expect(told).toEqual([
      '落后产能 是: 关停退出',
      '整治可达标 否: 关停退出',
      '符合规划 否: 功能转型',
      '保留工业用地 否: 功能转型',
      '符合产业导向 否: 待研判',
      '建筑质量 好: 整治提升',
      '建筑质量 一般: 整治提升',
      '税收 50.01: 整治提升',
      '面积 7.99: 整治提升',
      '税收 150.01: 保留',
      '面积 2.66: 保留',
    ]);
  });

  it('太仓: a township’s mean moves with the row that is changed', () => {
    const headers = ['面积(亩)', '税收(万元)', '区镇', '城镇开发边界', '工业保障线'];
    // Means: (40 + 60) / 20 = 5. With 60.01 of its own the first pays 6.001 against (60.01 + 60) / 20 = 6.0005.
    const rows = [
      [10, 40, '甲镇', '内', '内'],
      [10, 60, '甲镇', '内', '内'],
    ];
    const changes = pathChanges(judged('太仓2023', 'paths', headers, rows), 0);
    const tax = changes.find(({ field }) => field === 'taxPaid');
    expect(tax).toBeUndefined();
    expect(changes.map(({ name }) => name)).toContain('城镇开发边界');
  });
});

describe('two policies on one ledger', () => {
  it('counts every data row once, and lists who moves', () => {
    const headers = ['产业集聚区', '面积(亩)', '税收(万元)'];
    const rows: Cell[][] = [
      ['长葛市产业集聚区', 10, 220],
      ['长葛市产业集聚区', 10, 260],
      ['鄢陵县产业集聚区', 10, 155],
      ['合计', 30, 635],
      ['', 10, 100],
    ];
    const draft = judged('许昌2021征求意见稿', 'tiers', headers, rows);
    const issued = judged('许昌2021', 'tiers', headers, rows);
    const { from, to, counts, moves } = migration(draft, issued);
    expect([from, to]).toEqual([
      ['未达标', '达标', '优秀', ''],
      ['未达标', '达标', '优秀', ''],
    ]);
    // 22: 未达标 (25) to 达标 (20); 26: 达标 to 达标; 15.5: 未达标 (16) to 达标 (15).
    expect(counts).toEqual([
      [0, 2, 0, 0],
      [0, 1, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 1],
    ]);
    expect(moves).toEqual([
      { row: 0, before: '未达标', after: '达标' },
      { row: 2, before: '未达标', after: '达标' },
    ]);
  });
});
