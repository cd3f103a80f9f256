import { describe, expect, it } from 'vitest';
import { applyPolicy } from '../../../src/engine/assess/applyPolicy';
import { judge, verdictAt } from '../../../src/engine/assess/judge';
import { fieldsRead } from '../../../src/engine/assess/readings';
import { matchHeaders } from '../../../src/engine/ledger/matchHeaders';
import { readLedger } from '../../../src/engine/ledger/readLedger';
import { loadPack } from '../../../src/engine/policy/loadPack';
import { PackError } from '../../../src/engine/policy/packError';
import { packErrorText } from '../../../src/text/packErrors';

const PACK = (when: string) => `id: here-2026
title: 本地办法
short: 本地2026
place: 本地
aliases: []
status: issued
published: 2026-01-01
source: ""
conventions: {}
columns:
  实际强度: { kind: number, unit: 万元/亩 }
  单价: { kind: number, unit: 元/千瓦时 }
  取水量: { kind: number, unit: 吨 }
fields:
  税收: { field: taxPaid, whenBlank: unknown }
  面积: { field: landArea, whenBlank: unknown }
  投资强度: { field: investmentIntensity, whenBlank: unknown }
  综合能耗: { field: energy, whenBlank: unknown }
  建筑面积: { field: floorArea, whenBlank: unknown }
  实际强度: { field: 实际强度, whenBlank: unknown }
  单价: { field: 单价, whenBlank: unknown }
  取水量: { field: 取水量, whenBlank: unknown }
values: {}
paths:
  hit: first
  rules:
    - { path: 成立, when: "${when}", assumption: 本地自定 }
    - { path: 不成立, when: 其余, assumption: 本地自定 }
`;

const HEADERS = [
  ...['企业名称', '税收（万元）', '用地面积（单位：亩）', '投资强度（万元/亩）', '综合能耗（千克标煤）'],
  ...['实际强度（元/亩）', '单价（元/度）', '取水量（立方米）', '建筑面积（平方米）'],
];
const ROW = ['甲有限公司', 100, 10, 300, 500_000, 3_000_000, 0.6, 2000, 2000];

function answerOf(when: string): string {
  const pack = loadPack(PACK(when));
  const ledger = readLedger(matchHeaders([HEADERS]), [ROW], { fields: fieldsRead(pack), zeroIsBlank: false });
  const judgement = judge(ledger, { policy: applyPolicy(pack) }, 'paths');
  const verdict = judgement && verdictAt(judgement, 0);
  return verdict?.kind === 'answer' ? verdict.answer : JSON.stringify(verdict);
}

describe('numbers with units in conditions', () => {
  it.each([
    ['综合能耗 = 500', '成立'],
    ['综合能耗 >= 500 吨标煤', '成立'],
    ['综合能耗 >= 500001 千克标煤', '不成立'],
    ['综合能耗 < 0.051 万吨标准煤', '成立'],
    ['实际强度 / 投资强度 >= 100%', '成立'],
    ['实际强度 >= 300 万元/亩', '成立'],
    ['实际强度 > 3000000 元/亩', '不成立'],
    ['单价 <= 0.6 元/度', '成立'],
    ['单价 > 0.59 元/千瓦时', '成立'],
    ['取水量 = 2000 吨', '成立'],
    ['税收 / 面积 < 投资强度', '成立'],
    ['税收 / 面积 - 1 < 投资强度 * 80%', '成立'],
    ['税收 * 0.5 + 税收 < 200', '成立'],
    ['取水量 * 2 + 单价 * 3 > 100', '成立'],
    ['建筑面积 / 666.67 + 面积 > 12', '成立'],
    ['取大(税收 / 面积, 实际强度) > 200', '成立'],
  ])('%s: %s', (when, answer) => {
    expect(answerOf(when)).toBe(answer);
  });

  it.each([
    ['综合能耗 >= 500 千瓦时', '“500 千瓦时”的单位与这里要的不合（第 9 个字），可写：吨标煤'],
    ['投资强度 >= 20%', '“20%”的单位与这里要的不合（第 9 个字），可写：万元/亩'],
    ['税收 + 面积 > 100', '“面积”的单位与这里要的不合（第 6 个字），可写：万元'],
    ['面积 + 建筑面积 > 100', '“建筑面积”的单位与这里要的不合（第 6 个字），可写：亩'],
    ['单价 + 税收 > 1', '“税收”的单位与这里要的不合（第 6 个字），可写：元/千瓦时'],
    ['税收 > 投资强度', '“投资强度”的单位与这里要的不合（第 6 个字），可写：万元'],
    ['取小(税收, 面积) > 1', '“面积”的单位与这里要的不合（第 8 个字），可写：万元'],
    ['税收 / 面积 < 单价', '“单价”的单位与这里要的不合（第 11 个字），可写：万元/亩'],
    ['单价 > 3 元/吨', '“3 元/吨”的单位与这里要的不合（第 6 个字），可写：元/千瓦时'],
  ])('%s is refused, with the unit to write', (when, said) => {
    const refused = () => loadPack(PACK(when));
    expect(refused).toThrow(PackError);
    try {
      refused();
    } catch (error) {
      expect(packErrorText(error as PackError)).toContain(said);
    }
  });
});
