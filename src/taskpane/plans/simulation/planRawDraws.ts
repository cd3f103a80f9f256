import { METRICS, metricIndex, type Metric } from '../../../engine/simulate/index';
import { assumptionLabel } from '../../../text/assumptions';
import type { DrawnRun } from '../../../worker/drawProtocol';
import type { CellValue, WritePlan } from '../../../workbook/port';
import type { Projection } from '../../state/simulationState';

const SHOWN: readonly { readonly metric: Metric; readonly header: string }[] = [
  { metric: 'taxPerMu', header: '亩均税收（万元/亩）' },
  { metric: 'tax', header: '税收（万元）' },
  { metric: 'disposedArea', header: '处置面积（亩）' },
  { metric: 'cumulativeValue', header: '财政累计净现值（万元）' },
];

/** Rows written at most: a sheet that still opens at once. */
const MOST_ROWS = 20_000;

/** A new sheet with one row a draw: the assumptions drawn, and what came of them in the last year. */
export function planRawDraws({ result: { years } }: Projection, { result }: DrawnRun): WritePlan {
  const { raw } = result;
  const count = Math.min(raw.draws, MOST_ROWS);
  const headers = [
    '序号',
    ...raw.varying.map((id) => assumptionLabel(id, 'zh-CN')),
    ...SHOWN.map(({ header }) => `${String(years.at(-1) ?? '')} 年${header}`),
  ];
  const last = years.length - 1;
  const rows = Array.from({ length: count }, (_, draw): CellValue[] => [
    draw + 1,
    ...raw.varying.map((__, index) => raw.parameters[index * raw.draws + draw] ?? ''),
    ...SHOWN.map(
      ({ metric }) => raw.metrics[(draw * METRICS.length + metricIndex(metric)) * years.length + last] ?? '',
    ),
  ]);
  const columns = headers.length;
  return {
    title: '导出推演明细',
    sheet: { newName: '推演明细' },
    freezeRows: 1,
    blocks: [
      { area: { row: 0, column: 0, rows: 1, columns }, values: [headers], format: { bold: true, wrap: true } },
      { area: { row: 1, column: 0, rows: count, columns }, values: rows },
    ],
    activate: true,
  };
}
