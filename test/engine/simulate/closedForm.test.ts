import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/engine/quantity/day';
import { simulate } from '../../../src/engine/simulate/simulate';
import { calculatedSheets } from '../../support/openSheets';
import { finished } from './uncertain/draws';

const YEARS = Array.from({ length: 11 }, (_, year) => year);

/** One parcel that may build, with the defaults of the model, as a person would put it in a spreadsheet (model.md, 1 to 8). */
const GIVEN: readonly (readonly [string, string])[] = [
  ['面积（亩）', '=60'],
  ['现容积率', '=0.8'],
  ['目标容积率', '=1.6'],
  ['现税收（万元）', '=480'],
  ['每亩平方米', '=2000/3'],
  ['楼面地价（元/平方米）', '=40*10000/B5'],
  ['新增建筑（平方米）', '=B1*B5*(B3-B2)'],
  ['应收地价（万元）', '=B7*B6/10000'],
  ['业主回收期（年）', '=(2000+B6)/(12*15*0.85)'],
  ['响应率', '=0.6/(1+EXP((B9-13)/2))'],
  ['税收强度', '=0.5*300+0.5*B4*10000/(B1*B5*B2)'],
  ['成熟新增税收（万元）', '=B7*B11/10000'],
];

/** Year, ramp, tax per mu, money of the year, and its present value added up: columns D to H. */
function yearFormulas(year: number): string[] {
  const row = year + 1;
  const before = year === 0 ? '0' : `H${row - 1}`;
  return [
    `=${year}`,
    `=IF(D${row}-2<1,0,IF(D${row}-2=1,0.3,IF(D${row}-2=2,0.7,1)))`,
    `=($B$4+$B$10*$B$12*E${row})/$B$1`,
    `=0.45*$B$10*$B$12*E${row}+IF(D${row}=0,$B$10*$B$8,0)`,
    `=${before}+G${row}/1.05^D${row}`,
  ];
}

describe('a single lever with fixed assumptions', () => {
  it('is what LibreOffice calculates from the equations: tax per mu, money and present value in every year', () => {
    const formulas = YEARS.map(yearFormulas);
    const blank = (lines: readonly (readonly string[])[]) => lines.map((line) => line.map(() => ''));
    const given = GIVEN.map(([, formula]) => [formula]);
    const sheet = {
      name: '算例',
      freezeRows: 0,
      blocks: [
        { row: 0, column: 0, values: GIVEN.map(([name]) => [name]) },
        { row: 0, column: 1, values: blank(given), formulas: given },
        { row: 0, column: 3, values: blank(formulas), formulas },
      ],
    };
    const cells = calculatedSheets([sheet]).get('算例') ?? [];
    const outcome = finished(
      simulate({
        parcels: {
          landArea: Float64Array.of(60),
          taxPaid: Float64Array.of(480),
          plotRatio: Float64Array.of(0.8),
          plannedPlotRatio: Float64Array.of(2),
        },
        levers: { plotRatio: { target: 1.6 } },
        firstDay: '2024-01-01' as Day,
      }),
    );
    if (outcome.kind !== 'done') throw new Error(outcome.code);
    const { taxPerMu, netFiscal, cumulativeValue } = outcome.result.scenario;
    expect(YEARS.length).toBe(taxPerMu.length);
    const columns = [taxPerMu, netFiscal, cumulativeValue].map((column) => [...column]);
    columns.forEach((column, index) =>
      column.forEach((value, year) => expect(value).toBeCloseTo(Number(cells[year]?.[5 + index]), 6)),
    );
    expect(columns[0]?.[10]).toBeGreaterThan(8);
  }, 120_000);
});
