import type { Spread } from '../../engine/simulate/index';
import { plainTable, PLAIN_HEAD } from '../../engine/report/index';
import { sheetsToFile } from '../../package/sheetsToFile';
import type { NewSheet, SheetCell } from '../../sheet/sheet';
import type { CountyOutcome } from './projectCounty';
import { PROJECTED_FIGURES, type ProjectedFigure } from './figures';
import type { Projected, Whole } from './whole';
import { known } from '../../sheet/known';

/** What a projection's workbook is made of. */
export interface BookGiven {
  readonly title: string;
  /** What it rests on, under every title. */
  readonly line: string;
  /** The measures: name and value. */
  readonly levers: readonly (readonly [string, string])[];
  readonly whole: Whole;
  readonly counties: readonly CountyOutcome[];
}

const RANGE = [
  { head: '期望值', of: (own: Line) => own.expected },
  { head: '中间值', of: ({ spread }: Line) => spread.p50 },
  { head: '九成范围下限', of: ({ spread }: Line) => spread.p5 },
  { head: '九成范围上限', of: ({ spread }: Line) => spread.p95 },
  { head: '不采取措施', of: ({ baseline }: Line) => baseline },
] as const;

/** One figure of one year. */
interface Line {
  readonly figure: ProjectedFigure;
  readonly year: number;
  readonly expected: number;
  readonly baseline: number;
  readonly spread: Spread;
}

/** Every figure by year; those that no measure brings about are left out. */
export function figureLines(of: Pick<Projected, 'years' | 'expected' | 'baseline' | 'spreads'>): Line[] {
  return PROJECTED_FIGURES.flatMap((figure) =>
    of.years.map((year, at) => ({
      ...{ figure, year },
      expected: of.expected[figure.metric][at] ?? NaN,
      baseline: of.baseline[figure.metric][at] ?? NaN,
      spread: of.spreads[figure.metric][at] ?? NOTHING,
    })),
  ).filter(({ spread }) => !Number.isNaN(spread.p50));
}

const NOTHING: Spread = { mean: NaN, p5: NaN, p25: NaN, p50: NaN, p75: NaN, p95: NaN };

/** 全部、各县、各县逐年、措施、说明, ready to be printed. */
export function projectionBook(given: BookGiven): Uint8Array {
  const projected = given.counties.filter((own) => own.kind === 'projected');
  return sheetsToFile([
    wholeSheet(given),
    countySheet(given, projected),
    yearSheet(given, projected),
    plainTable({
      ...headOf(given, '措施'),
      columns: [
        { head: '项目', width: 140 },
        { head: '取值', width: 420 },
      ],
      rows: given.levers.map((row) => [...row]),
    }),
    noteSheet(given),
  ]);
}

function headOf({ title, line }: BookGiven, name: string): { name: string; title: string; line: string } {
  return { name, title: `${title}：${name}`, line };
}

/** Everything of the whole, by figure and year, with the yearly tax per mu as a chart. */
function wholeSheet(given: BookGiven): NewSheet {
  const lines = figureLines(given.whole);
  const rows = lines.map((own): SheetCell[] => [own.figure.label, own.year, ...RANGE.map(({ of }) => known(of(own)))]);
  const years = given.whole.years.length;
  const first = PLAIN_HEAD + 1;
  const column = (at: number) => ({ row: first, column: at, rows: years, columns: 1 });
  return plainTable({
    ...headOf(given, '全部'),
    columns: [
      { head: '指标', width: 150 },
      { head: '年份', width: 46 },
      ...RANGE.map(({ head }) => ({ head, width: 84, format: '#,##0.00' })),
    ],
    rows,
    charts: [
      {
        kind: 'line',
        title: PROJECTED_FIGURES[0]?.label ?? '',
        place: { row: first + rows.length + 1, column: 0, rows: 18, columns: 2 + RANGE.length },
        categories: column(1),
        series: RANGE.flatMap(({ head }, at) => (at === 0 ? [] : [{ name: head, values: column(2 + at) }])),
      },
    ],
  });
}

/** The last year of every county: what is in the middle, and nine in ten. */
function countySheet(given: BookGiven, counties: readonly Projected[]): NewSheet {
  const { whole } = given;
  const last = whole.years.length - 1;
  const shown = PROJECTED_FIGURES.slice(0, 6);
  const cells = (name: string, { spreads, counted }: Pick<Projected, 'spreads' | 'counted'>): SheetCell[] => [
    name,
    counted,
    ...shown.flatMap(({ metric }) => {
      const { p50, p5, p95 } = spreads[metric][last] ?? NOTHING;
      return [p50, p5, p95].map(known);
    }),
  ];
  return plainTable({
    ...headOf(given, '各县'),
    line: `${String(whole.years[last])} 年。${given.line}`,
    columns: [
      { head: '县（文件）', width: 110 },
      { head: '参加推演（户）', width: 50, format: '#,##0' },
      ...shown.flatMap(({ label, format }) =>
        ['中间值', '九成下限', '九成上限'].map((word) => ({ head: `${label}${word}`, width: 62, format })),
      ),
    ],
    rows: [cells('合计', whole), ...counties.map((own) => cells(own.name, own))],
    totals: 1,
  });
}

/** Every figure of every county and year, to be filtered. */
function yearSheet(given: BookGiven, counties: readonly Projected[]): NewSheet {
  return plainTable({
    ...headOf(given, '各县逐年'),
    columns: [
      { head: '县（文件）', width: 110 },
      { head: '指标', width: 150 },
      { head: '年份', width: 46 },
      ...RANGE.map(({ head }) => ({ head, width: 84, format: '#,##0.00' })),
    ],
    rows: counties.flatMap((county) =>
      figureLines(county).map((own): SheetCell[] => [
        county.name,
        own.figure.label,
        own.year,
        ...RANGE.map(({ of }) => known(of(own))),
      ]),
    ),
  });
}

function noteSheet(given: BookGiven): NewSheet {
  const rows = given.counties.flatMap((own): SheetCell[][] => [
    ...(own.kind === 'left' ? [[own.name, own.rows, '没有推演', own.why]] : []),
    ...own.notes.map((note) => [own.name, own.rows, '', note]),
  ]);
  return plainTable({
    ...headOf(given, '要注意的'),
    columns: [
      { head: '县（文件）', width: 110 },
      { head: '户数', width: 50, format: '#,##0' },
      { head: '结果', width: 60 },
      { head: '说明', width: 380 },
    ],
    rows,
  });
}

/** The columns of the table of rows: a county ('' for the whole), a figure, a year, and what it comes to. */
export function projectionRows(given: Pick<BookGiven, 'whole' | 'counties'>) {
  const all = [
    { name: '全部', lines: figureLines(given.whole) },
    ...given.counties.flatMap((own) => (own.kind === 'projected' ? [{ name: own.name, lines: figureLines(own) }] : [])),
  ].flatMap(({ name, lines }) => lines.map((line) => ({ name, line })));
  const words = [
    { name: '县', at: (row: number) => all[row]?.name ?? null },
    { name: '指标', at: (row: number) => all[row]?.line.figure.label ?? null },
  ].map((own) => ({ ...own, type: 'VARCHAR' as const }));
  const year = { name: '年份', type: 'INTEGER' as const, at: (row: number) => all[row]?.line.year ?? null };
  const numbers = RANGE.map(({ head, of }) => ({
    ...{ name: head, type: 'DOUBLE' as const },
    at: (row: number) => {
      const line = all[row]?.line;
      const value = line ? of(line) : NaN;
      return Number.isNaN(value) ? null : value;
    },
  }));
  return { rows: all.length, columns: [...words, year, ...numbers] };
}
