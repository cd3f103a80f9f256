import { textHeight } from '../../../engine/report/index';
import { assumptionOf, METRICS, metricIndex, type Metric } from '../../../engine/simulate/index';
import { assumptionLabel, assumptionUnitText, scaled, shownFactor } from '../../../text/assumptions';
import type { SheetBlock, SheetFormat } from '../../../sheet/sheet';
import type { DrawnRun } from '../../../worker/drawProtocol';
import type { CellValue, WritePlan } from '../../../workbook/port';
import type { Projection } from '../../state/simulationState';
import { planSheets } from '../planSheets';

const SHOWN: readonly { readonly metric: Metric; readonly header: string; readonly numberFormat: string }[] = [
  { metric: 'taxPerMu', header: '亩均税收（万元/亩）', numberFormat: '#,##0.00' },
  { metric: 'tax', header: '税收（万元）', numberFormat: '#,##0' },
  { metric: 'disposedArea', header: '处置面积（亩）', numberFormat: '#,##0.0' },
  { metric: 'cumulativeValue', header: '财政累计净现值（万元）', numberFormat: '#,##0' },
];
/** In points: the names of assumptions are long and stand in several lines. */
const WIDTH = 84;
const HEAD: SheetFormat = { bold: true, wrap: true, horizontal: 'Center', fill: '#E7E6E6', fontColor: '#000000' };

/** Rows written at most: a sheet that still opens at once. */
const MOST_ROWS = 20_000;

interface Column {
  readonly header: string;
  readonly at: (draw: number) => CellValue;
  readonly format: SheetFormat;
}

/** A new sheet with one row a draw: the assumptions drawn, as the pane shows them, and what came of them in the last year. */
export function planRawDraws({ result: { years } }: Projection, { result }: DrawnRun): WritePlan {
  const count = Math.min(result.raw.draws, MOST_ROWS);
  const columns = columnsOf(result.raw, years);
  const headers = columns.map(({ header }) => header);
  const rowHeight = Math.max(...headers.map((header) => textHeight(header, WIDTH)));
  const bodies = columns.map(({ at, format }, column): SheetBlock => {
    const values = Array.from({ length: count }, (_, draw) => [at(draw)]);
    return { row: 1, column, values, format: { columnWidth: WIDTH, ...format } };
  });
  const heads = { row: 0, column: 0, values: [headers], format: { ...HEAD, rowHeight } };
  return planSheets('导出推演明细', [{ name: '推演明细', freezeRows: 1, blocks: [heads, ...bodies] }]);
}

function columnsOf(
  { varying, draws, parameters, metrics }: DrawnRun['result']['raw'],
  years: readonly number[],
): Column[] {
  const last = years.length - 1;
  const assumed = varying.map((id, index): Column => {
    const { unit } = assumptionOf(id);
    const factor = shownFactor(unit);
    const words = assumptionUnitText(unit, 'zh-CN');
    return {
      header: words === '' ? assumptionLabel(id, 'zh-CN') : `${assumptionLabel(id, 'zh-CN')}（${words}）`,
      at: (draw) => scaled(parameters[index * draws + draw] ?? NaN, factor),
      format: { numberFormat: '#,##0.00' },
    };
  });
  const shown = SHOWN.map(({ metric, header, numberFormat }): Column => ({
    header: `${String(years.at(-1) ?? '')} 年${header}`,
    at: (draw) => metrics[(draw * METRICS.length + metricIndex(metric)) * years.length + last] ?? '',
    format: { numberFormat },
  }));
  const number: Column = { header: '序号', at: (draw) => draw + 1, format: { columnWidth: 48 } };
  return [number, ...assumed, ...shown];
}
