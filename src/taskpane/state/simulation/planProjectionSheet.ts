import { ASSUMPTION_IDS, assumptionOf, type YearSeries } from '../../../engine/index';
import { assumptionLabel, assumptionOriginText, assumptionUnitText } from '../../../text/assumptions';
import { noticeText, notModelledText } from '../../../text/simulate';
import type { CellBlock, CellFormat, CellValue, WritePlan } from '../../../workbook/port';
import type { Assessment } from '../assessment';
import type { Source } from '../source';
import { noteOf } from '../write/planResults';
import { leverRows } from './leverRows';
import type { Projection } from './simulationState';

const LANGUAGE = 'zh-CN';
const HEAD: CellFormat = { bold: true, wrap: true, horizontal: 'Center', fill: '#E7E6E6', fontColor: '#000000' };
const SECTION: CellFormat = { bold: true };

interface Given {
  readonly source: Source;
  readonly assessment: Assessment;
  readonly projection: Projection;
  /** The headline sentence, as the pane shows it. */
  readonly headline: string;
}

/** The sheet 推演结果: what was asked, what came out year by year, what must be known, and every assumption with its source. */
export function planProjectionSheet(given: Given): WritePlan {
  const page = new Page();
  const { source, assessment, projection, headline } = given;
  page.line([`${source.located.titleText ?? source.contents.sheet.name} 推演结果`], { ...SECTION, columnWidth: 130 });
  page.line([noteOf(assessment)]);
  page.line([headline]);
  page.section('措施');
  page.table(['项目', '取值'], leverRows(assessment, projection));
  yearTables(page, projection);
  townshipTable(page, projection);
  page.section('要注意的');
  for (const notice of projection.result.notices) page.line([noticeText(notice, LANGUAGE)]);
  page.line([`没有计入：${notModelledText(LANGUAGE).join('、')}`]);
  page.section('假设与来源');
  page.table(['假设', '取值', '单位', '是否改动', '来源或假设'], assumptionRows(projection));
  return { title: '写入推演结果', sheet: { newName: '推演结果' }, blocks: page.blocks, activate: true };
}

interface SeriesColumn {
  readonly header: string;
  readonly of: (series: YearSeries) => Float64Array;
  readonly format: string;
}

const AREA = '#,##0.0';
const MONEY = '#,##0';

const SERIES: readonly SeriesColumn[] = [
  { header: '在用土地（亩）', of: (s) => s.landArea, format: AREA },
  { header: '税收（万元）', of: (s) => s.tax, format: MONEY },
  { header: '亩均税收（万元/亩）', of: (s) => s.taxPerMu, format: '#,##0.00' },
  { header: '处置面积（亩）', of: (s) => s.disposedArea, format: AREA },
  { header: '处置率', of: (s) => s.disposalRate, format: '0.0%' },
  { header: '新增建筑（平方米）', of: (s) => s.floorAreaAdded, format: MONEY },
  { header: '应收增容地价（万元）', of: (s) => s.landPriceCollected, format: MONEY },
  { header: '免收增容地价（万元）', of: (s) => s.landPriceWaived, format: MONEY },
  { header: '收储支出（万元）', of: (s) => s.disposalCost, format: MONEY },
  { header: '再出让收入（万元）', of: (s) => s.resaleIncome, format: MONEY },
  { header: '当年财政净额（万元）', of: (s) => s.netFiscal, format: MONEY },
  { header: '财政累计净现值（万元）', of: (s) => s.cumulativeValue, format: MONEY },
];

function yearTables(page: Page, { result }: Projection): void {
  for (const [title, series] of [
    ['本方案', result.scenario],
    ['不采取措施', result.baseline],
  ] as const) {
    page.section(`逐年数据：${title}`);
    const tiers = result.tiers.map((tier, index) => ({
      header: `${tier}（户）`,
      values: series.parcelsByTier[index],
      format: MONEY,
    }));
    const columns = [...SERIES.map(({ header, of, format }) => ({ header, values: of(series), format })), ...tiers];
    const rows = result.years.map((year, index) => [year, ...columns.map(({ values }) => number(values?.[index]))]);
    page.table(['年份', ...columns.map(({ header }) => header)], rows, ['0', ...columns.map(({ format }) => format)]);
  }
}

function townshipTable(page: Page, { result, townships }: Projection): void {
  const outcomes = result.groups.township ?? [];
  if (outcomes.length < 2) return;
  page.section(`分镇街：${String(result.years.at(-1) ?? '')} 年`);
  const rows = outcomes.map(({ code, scenario, baseline }) => [
    townships[code] === '' ? '未填镇街' : (townships[code] ?? ''),
    number(scenario.landArea),
    number(scenario.tax),
    number(scenario.taxPerMu),
    number(baseline.taxPerMu),
  ]);
  const headers = ['镇街', '在用土地（亩）', '税收（万元）', '亩均税收（万元/亩）', '不采取措施时亩均税收（万元/亩）'];
  page.table(headers, rows, ['General', AREA, MONEY, '#,##0.00', '#,##0.00']);
}

function assumptionRows({ result }: Projection): CellValue[][] {
  const changed = new Set(result.changedAssumptions);
  return ASSUMPTION_IDS.map((id) => {
    const { unit, origin } = assumptionOf(id);
    return [
      assumptionLabel(id, LANGUAGE),
      number(result.assumptions[id]),
      assumptionUnitText(unit, LANGUAGE),
      changed.has(id) ? '已改' : '',
      assumptionOriginText(id, origin, LANGUAGE),
    ];
  });
}

/** A number that is not known is a blank cell, never 0. */
function number(value: number | undefined): CellValue {
  return value === undefined || !Number.isFinite(value) ? '' : value;
}

/** Blocks from top to bottom of a new sheet. */
class Page {
  readonly blocks: CellBlock[] = [];
  private row = 0;

  line(values: readonly CellValue[], format?: CellFormat): void {
    this.put([values], format);
  }

  section(title: string): void {
    this.row++;
    this.line([title], SECTION);
  }

  table(headers: readonly string[], rows: readonly (readonly CellValue[])[], formats?: readonly string[]): void {
    this.put([headers], HEAD);
    if (rows.length === 0) return;
    if (!formats) {
      this.put(rows);
      return;
    }
    const top = this.row;
    formats.forEach((numberFormat, column) => {
      const area = { row: top, column, rows: rows.length, columns: 1 };
      this.blocks.push({ area, values: rows.map((row) => [row[column] ?? '']), format: { numberFormat } });
    });
    this.row += rows.length;
  }

  private put(values: readonly (readonly CellValue[])[], format?: CellFormat): void {
    const area = { row: this.row, column: 0, rows: values.length, columns: values[0]?.length ?? 0 };
    this.blocks.push({ area, values, ...(format ? { format } : {}) });
    this.row += values.length;
  }
}
