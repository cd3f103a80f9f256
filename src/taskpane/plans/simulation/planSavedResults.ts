import type { SheetFormat, SheetPrint } from '../../../sheet/sheet';
import { ASSUMPTION_IDS, assumptionOf, type Metric, type Spread } from '../../../engine/simulate/index';
import { assumptionLabel, assumptionUnitText, scaled, shownFactor } from '../../../text/assumptions';
import { groundText } from '../../../text/years';
import type { DrawnRun } from '../../../worker/drawProtocol';
import type { CellBlock, CellValue, SheetPlan, WritePlan } from '../../../workbook/port';
import type { Source } from '../../model/reading/source';
import { groundOf } from '../../model/pastYears/grounds';
import { leverRows } from '../../model/simulation/leverRows';
import type { Projection, SavedScenario, Scenario } from '../../state/simulationState';
import { ledgerTitle } from '../../model/reading/whereCellsStand';
import { known } from '../../../sheet/known';

/** The sheets of saved results: one tidy table of numbers, one of what they rest on. */
export const RESULTS_SHEET = { results: '方案结果', grounds: '方案依据' } as const;

const HEADERS = ['方案', '年份', '区镇', '指标', '统计', '数值', '单位'] as const;
const GROUND_HEADERS = ['方案', '项目', '内容'] as const;
/** Narrow enough for a page standing up. */
const WIDTHS: Readonly<Partial<Record<string, number>>> = { 方案: 90, 指标: 100, 项目: 130, 内容: 300 };
const AMOUNT: SheetFormat = { numberFormat: '#,##0.00' };
const PRINT: SheetPrint = {
  landscape: false,
  titleRows: { first: 0, last: 0 },
  margins: { top: 2, bottom: 2, left: 1.8, right: 1.5 },
  footer: '第 &P 页 共 &N 页',
};
const HEAD: SheetFormat = { bold: true, horizontal: 'Center', fill: '#E7E6E6', fontColor: '#000000' };

/** The sheets as they stand, if they do, with their first free rows. */
export interface SavedSheets {
  readonly results?: { readonly id: string; readonly nextRow: number } | undefined;
  readonly grounds?: { readonly id: string; readonly nextRow: number } | undefined;
}

interface Given {
  readonly projection: Projection;
  readonly saved: SavedScenario;
  readonly source: Source;
}

/** Adds a scenario's results below those that are there, and what they rest on; nothing that stands is touched. */
export function planSavedResults(given: Given, sheets: SavedSheets): WritePlan {
  const { drawn } = given.projection;
  const results = drawn ? resultRows(given.saved.name, given.projection, drawn) : [];
  return {
    title: '保存方案',
    ...tableOf(RESULTS_SHEET.results, HEADERS, results, sheets.results),
    more: [tableOf(RESULTS_SHEET.grounds, GROUND_HEADERS, groundRows(given), sheets.grounds)],
  };
}

function tableOf(
  newName: string,
  headers: readonly string[],
  rows: readonly (readonly CellValue[])[],
  held: { readonly id: string; readonly nextRow: number } | undefined,
): SheetPlan {
  const top = held?.nextRow ?? 1;
  const bodies = headers.map((header, column): CellBlock => {
    const format = header === '数值' ? { format: AMOUNT } : {};
    return {
      area: { row: top, column, rows: rows.length, columns: 1 },
      values: rows.map((row) => [row[column] ?? '']),
      ...format,
    };
  });
  if (held) return { sheet: { id: held.id }, blocks: bodies };
  const heads = headers.map((header, column): CellBlock => {
    const format = { ...HEAD, columnWidth: WIDTHS[header] ?? 70 };
    return { area: { row: 0, column, rows: 1, columns: 1 }, values: [[header]], format };
  });
  return { sheet: { newName }, blocks: [...heads, ...bodies], freezeRows: 1, print: PRINT };
}

const MEASURES: readonly { readonly metric: Metric; readonly name: string; readonly unit: string }[] = [
  { metric: 'taxPerMu', name: '亩均税收', unit: '万元/亩' },
  { metric: 'tax', name: '税收', unit: '万元' },
  { metric: 'landArea', name: '在用土地', unit: '亩' },
  { metric: 'disposedArea', name: '处置面积', unit: '亩' },
  { metric: 'floorAreaAdded', name: '新增建筑', unit: '平方米' },
  { metric: 'landPriceWaived', name: '免收地价', unit: '万元' },
  { metric: 'netFiscal', name: '财政净额', unit: '万元' },
  { metric: 'cumulativeValue', name: '财政累计净现值', unit: '万元' },
  { metric: 'surcharge', name: '差别化加价', unit: '万元' },
];

const STATISTICS: readonly (readonly [string, keyof Spread])[] = [
  ['均值', 'mean'],
  ['P5', 'p5'],
  ['P25', 'p25'],
  ['P50', 'p50'],
  ['P75', 'p75'],
  ['P95', 'p95'],
];

const WHOLE = '全市';

/** One row a number: 方案, 年份, 区镇, 指标, 统计, 数值, 单位. */
function resultRows(name: string, { townships }: Projection, { result }: DrawnRun): CellValue[][] {
  const rows: CellValue[][] = [];
  const add = (place: string, measure: string, unit: string, spreads: readonly Spread[]) =>
    result.years.forEach((year, index) => {
      for (const [statistic, key] of STATISTICS)
        rows.push([name, year, place, measure, statistic, known(spreads[index]?.[key]), unit]);
    });
  for (const { metric, name: measure, unit } of MEASURES)
    if (metric !== 'surcharge' || isAsked(result.metrics[metric])) add(WHOLE, measure, unit, result.metrics[metric]);
  for (const { code, disposedArea, taxPerMu } of result.groups) {
    const place = townships[code] === undefined || townships[code] === '' ? '未填镇街' : townships[code];
    add(place, '处置面积', '亩', disposedArea);
    add(place, '亩均税收', '万元/亩', taxPerMu);
  }
  return [...rows, ...chanceRows(name, result)];
}

/** Add-on prices are rows of their own only where a lever asks for them. */
function isAsked(spreads: readonly Spread[]): boolean {
  return spreads.some(({ p5, p95 }) => p5 !== 0 || p95 !== 0);
}

const TARGET_MEASURES = { disposedArea: '处置面积', disposalRate: '处置率', taxPerMu: '亩均税收' } as const;

/** The chance of meeting each of the policy's targets by the end of each year. */
function chanceRows(name: string, { targets, years }: DrawnRun['result']): CellValue[][] {
  return targets.flatMap(({ target, byYear }) => {
    const measure = TARGET_MEASURES[target.metric as keyof typeof TARGET_MEASURES];
    return years.map((year, index) => [name, year, WHOLE, measure, '达标把握', known(byYear[index]), '比例']);
  });
}

/** Assumptions that come from the county's own ledgers, each with its years and its number of cases. */
function learntRows(scenario: Scenario): [string, CellValue][] {
  return ASSUMPTION_IDS.flatMap((id) => {
    const ground = groundOf(scenario, id);
    if (!ground) return [];
    const { unit } = assumptionOf(id);
    const value = String(Number(scaled(ground.value, shownFactor(unit)).toPrecision(4)));
    const label = assumptionLabel(id, 'zh-CN');
    return [[label, `${value} ${assumptionUnitText(unit, 'zh-CN')}；${groundText(ground, 'zh-CN')}`]];
  });
}

/** What a scenario rests on: ledger, policy, levers, seed; and that the ledger's cells are as they were. */
function groundRows({ projection, saved, source }: Given): CellValue[][] {
  const { assessment, drawn } = projection;
  const extent = drawn?.extent === 'partial' ? '中途停止，只有一部分' : '完成';
  const rows: readonly (readonly [string, CellValue])[] = [
    ['结论', saved.headline],
    ['台账', ledgerTitle(source)],
    ['政策', `${assessment.policy?.pack.short ?? ''}${saved.asOf === undefined ? '' : `，基准日 ${saved.asOf}`}`],
    ['台账单元格', saved.ledgerHashAfter === saved.ledgerHash ? '推演前后一致，没有改动' : '已变更'],
    ['模拟次数', `${String(saved.draws)} 次（${extent}）`],
    ['保存时间', saved.savedAt ?? ''],
    ...leverRows(assessment, projection).map(([item = '', value = '']) => [String(item), value] as const),
    ...learntRows(projection.scenario),
    ['以下供复算、核对用', ''],
    ['核对码（政策）', saved.policyHash ?? ''],
    ['核对码（台账，推演时）', saved.ledgerHash],
    ['核对码（台账，保存时）', saved.ledgerHashAfter ?? ''],
    ['复算编号', String(saved.seed)],
    ['软件版本', saved.version ?? ''],
  ];
  return rows.map(([item, value]) => [saved.name, item, value]);
}
