import { describe, expect, it } from 'vitest';
import { priorAlone, posteriorOf } from '../../src/engine/years/belief';
import { FIGURES, PRIORS } from '../../src/engine/years/figures';
import type { LearntFigure, YearTrouble } from '../../src/engine/years/index';
import {
  causeText,
  figureText,
  learntText,
  oneYearText,
  rankShort,
  rankText,
  spreadText,
  yearTroubleText,
} from '../../src/text/years';

const TROUBLES: readonly YearTrouble[] = [
  ...(['gap', 'noCommonKey', 'fewPairs', 'sameLedger', 'unchanged', 'areaUnits', 'taxUnits'] as const),
  ...(['definition', 'halfFilled'] as const),
];

describe('what years tell, in words', () => {
  it('a figure has its interval, its source, n and the weight of the ledgers', () => {
    const found = posteriorOf(PRIORS.taxGrowth, { kind: 'measured', value: 0.06, error: 0.02 });
    const learnt: LearntFigure = { figure: 'taxGrowth', state: 'learnt', n: 412, observed: 0.06, ...found };
    expect(learntText(learnt, [2022, 2023], 'zh-CN')).toBe(
      '留存企业税收年增长 5.8%，九成把握在 2.5% 至 9.0%。来源：本县 2022–2023 年台账，n = 412，台账占 96%，其余取默认值。',
    );
    const far = posteriorOf(PRIORS.landPrice, { kind: 'measured', value: 120, error: 5 });
    const price: LearntFigure = { figure: 'landPrice', state: 'learnt', n: 30, observed: 120, ...far };
    expect(learntText(price, [2022, 2023], 'zh-CN')).toContain('单看台账是 120.0 万元/亩，和默认值相差很大');
  });

  it('a default that stays says why, of every figure', () => {
    for (const figure of FIGURES)
      for (const state of ['few', 'none', 'trouble'] as const) {
        const learnt: LearntFigure = { figure, state, n: 3, observed: NaN, ...priorAlone(PRIORS[figure]) };
        const text = learntText(learnt, [2022, 2023], 'zh-CN');
        expect(text.startsWith(figureText(figure, 'zh-CN'))).toBe(true);
        expect(text).toMatch(/仍用默认值 [\d.]+( 年|%| 万元\/亩)。$/);
        expect(learntText(learnt, [2022, 2023], 'en')).toMatch(/default stays/);
      }
  });

  it('a trouble of two years names them and what to do; nothing is left to fill in', () => {
    for (const trouble of TROUBLES) {
      const years = { before: 2022, after: 2023 };
      const text = yearTroubleText({ trouble, measure: 0.42 }, years, 'zh-CN');
      expect(text, trouble).toMatch(/2023年/);
      expect(text, trouble).toMatch(/请/);
      for (const language of ['zh-CN', 'en'] as const)
        expect(yearTroubleText({ trouble, measure: 666.7 }, years, language), trouble).not.toMatch(/[{}]|NaN/);
    }
    expect(oneYearText('zh-CN')).toContain('往年');
  });

  it('what happened, against what was projected', () => {
    const short = (actual: number) => rankShort({ actual, p5: 10, p95: 20 }, 'zh-CN');
    expect([short(9), short(10), short(20), short(21)]).toEqual(['偏低', '范围内', '范围内', '偏高']);
    const at = (actual: number) => rankText({ actual, p5: 10, p95: 20 }, 'zh-CN');
    expect([at(9), at(10), at(20), at(21)]).toEqual([
      '比九成范围偏低',
      '在九成范围内',
      '在九成范围内',
      '比九成范围偏高',
    ]);
    const names = { enterprise: '越州恒茂机械有限公司', township: '城关镇' };
    expect(causeText({ kind: 'growth', apart: 3, assumed: 0, happened: 0.081 }, names, 'zh-CN')).toBe(
      '增长没有估准：推演时按每年 0%，实际约 8.1%。',
    );
    expect(causeText({ kind: 'exits', apart: 3, assumed: 0.03, happened: 0.4, township: 1 }, names, 'zh-CN')).toBe(
      '退出没有估准：推演时按每年 3% 的企业退出，城关镇实际退出 40%，比较集中。',
    );
    expect(causeText({ kind: 'exits', apart: 3, assumed: 0.03, happened: 0.1 }, names, 'zh-CN')).not.toContain(
      '城关镇',
    );
    expect(causeText({ kind: 'one', apart: 3, row: 4, before: 12_000, now: 3000 }, names, 'zh-CN')).toBe(
      '一户企业影响大：越州恒茂机械有限公司的税收由 12,000 万元变为 3,000 万元。',
    );
    expect(spreadText({ factor: 1.42, n: 12, inside: 7 }, 'zh-CN')).toBe(
      '回看 12 个数，有 7 个落在九成范围内。按这 12 个数，九成范围应放宽到 1.42 倍。',
    );
    expect(spreadText({ factor: 0.8, n: 12, inside: 12 }, 'zh-CN')).toBe('回看 12 个数，有 12 个落在九成范围内。');
  });
});
