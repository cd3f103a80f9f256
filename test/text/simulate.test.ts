import { describe, expect, it } from 'vitest';
import type { GateField, GateReason, InputProblem, RunNotice, NoticeCode } from '../../src/engine/simulate/index';
import { ASSUMPTION_IDS, assumptionOf } from '../../src/engine/simulate/assumption';
import { assumptionLabel, assumptionOriginText, assumptionUnitText } from '../../src/text/assumptions';
import { cancelledText, notModelledText, noticeText, phaseText, simulationFailureText } from '../../src/text/simulate';
import { inputProblemText } from '../../src/taskpane/levers/all';

const figures = {
  target: 1500,
  area: 1480.5,
  targetShare: 0.5,
  share: 0.4935,
  fund: 5000,
  greatest: 8120.4,
  exit: 0.341,
};
const notice = (code: NoticeCode, of: Partial<RunNotice> = {}): RunNotice => ({
  code,
  count: 5,
  rows: [11, 12, 13, 14, 15],
  figures,
  ...of,
});

const plain: NoticeCode[] = [
  'landAreaMissing',
  'landAreaNotPositive',
  'taxPaidMissing',
  'negativeTax',
  'plotRatioMissing',
  'plotRatioNotPositive',
  'plotRatioFromFloorArea',
  'plannedPlotRatioAssumed',
  'plotRatioClipped',
  'atTargetAlready',
  'disposedNotDensified',
  'subsidyAboveReference',
  'inefficientUnknown',
  'noInefficientLand',
  'disposalShortOfTarget',
  'disposalCostWithoutBuildings',
  'disposalFundExceeded',
  'exitLiftsTaxPerMu',
  'waiverCounterfactual',
];
const reasons: GateReason[] = [
  'notIndustrial',
  'useChanged',
  'exceedsPlan',
  'nothingRises',
  'noBasis',
  'basisIsDraft',
  'basisNotInForce',
  'inputUnknown',
];
const fields: GateField[] = [
  'isIndustrialCarrier',
  'useUnchanged',
  'plotRatio',
  'proposedPlotRatio',
  'plannedPlotRatio',
  'undergroundAreaAdded',
];
const problems: InputProblem['code'][] = [
  'columnLength',
  'tooManyRows',
  'groupCode',
  'assumptionOutOfRange',
  'firstDay',
  'plotRatioTarget',
  'waivedShare',
  'disposalShare',
  'disposalYear',
  'disposalSchedule',
  'disposalFund',
  'tierLines',
];
const codes = [
  ...plain,
  ...reasons.map((reason) => `waiverRefused.${reason}` as const),
  ...fields.map((field) => `waiverUnknown.${field}` as const),
];

/** Everything that is said in a language. */
function everySentence(language: 'zh-CN' | 'en'): string[] {
  return [
    ...codes.map((code) => noticeText(notice(code), language)),
    ...problems.map((code) => inputProblemText({ code }, language)),
    ...(['badInput', 'noUsableParcels', 'workerDied', 'workerUnavailable', 'internal'] as const).map((code) =>
      simulationFailureText(code, language),
    ),
    ...(['reading', 'planning', 'baseline', 'scenario', 'drawing', 'summing'] as const).map((phase) =>
      phaseText(phase, language),
    ),
    ...notModelledText(language),
    cancelledText(language),
    ...ASSUMPTION_IDS.flatMap((id) => [
      assumptionLabel(id, language),
      language === 'zh-CN' ? assumptionUnitText(assumptionOf(id).unit, language) : '.',
      assumptionOriginText(id, assumptionOf(id).origin, language),
    ]),
  ];
}

describe('sentences of the simulation', () => {
  it('are Chinese without a foreign word', () => {
    for (const sentence of everySentence('zh-CN'))
      expect(sentence).toMatch(/^(?:[^A-Za-z]*[\u4e00-\u9fff][^A-Za-z]*|%)$/);
  });

  it('are English but for the names of Chinese documents', () => {
    for (const sentence of everySentence('en')) expect(sentence).not.toMatch(/undefined|NaN|^$/);
  });

  it('say what happened, where, and what to do', () => {
    expect(noticeText(notice('landAreaMissing'), 'zh-CN')).toBe(
      '5 宗（第 11、12、13 行等）没有用地面积，没有参加推演。补填后按“更新”。',
    );
    expect(noticeText(notice('landAreaMissing', { count: 1, rows: [128] }), 'en')).toBe(
      '1 parcel (row 128): no land area, left out. Fill it in, then press Update.',
    );
  });

  it('quote the rule where a waiver is refused', () => {
    expect(noticeText(notice('waiverRefused.useChanged', { count: 1, rows: [7] }), 'zh-CN')).toBe(
      '1 宗（第 7 行）不予免收地价：改变了用途。禁止以土地换项目、先征后返、补贴、奖励等形式变相减免土地出让价款。',
    );
    expect(noticeText(notice('waiverUnknown.plannedPlotRatio', { count: 2, rows: [7, 9] }), 'zh-CN')).toBe(
      '2 宗（第 7、9 行）缺“规划容积率上限”，地价免收资格待核实。补填后按“更新”。',
    );
  });

  it('write mu with one decimal, money whole, both with separators', () => {
    expect(noticeText(notice('disposalShortOfTarget'), 'zh-CN')).toContain(
      '可处置 1,480.5 亩（49.4%），目标为 1,500.0 亩（50.0%）',
    );
    expect(noticeText(notice('disposalFundExceeded', { rows: [], count: 3 }), 'zh-CN')).toBe(
      '有 3 个年度的收储费用超过资金池：最高的一年 8,120 万元，资金池每年 5,000 万元。请放慢进度或增加资金。',
    );
  });

  it('show each default with its source or as an assumption', () => {
    const origin = (id: 'buildingCost' | 'landPrice') => assumptionOriginText(id, assumptionOf(id).origin, 'zh-CN');
    expect(origin('landPrice')).toBe('假设：须改填当地基准地价');
    expect(origin('buildingCost')).toMatch(/^来源：新昌：1 亿元建 5 万平方米；/);
  });
});
