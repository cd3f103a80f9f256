import { expect, it } from 'vitest';
import { formulaColumn } from '../../../../src/engine/rule/compileNumbers';
import { indicatorFormula, plainReading } from '../../../../src/engine/rule/formula/conditionFormula';
import { cell } from '../../../../src/engine/rule/formula/formulaTree';
import { writeFormula } from '../../../../src/engine/rule/formula/writeFormula';
import { parseFormula } from '../../../../src/engine/rule/parseRule';
import { seededRandom } from '../../../support/sample/seededRandom';
import { calculatedSheets } from '../../../support/openSheets';
import { seedOf } from '../../../support/seeds';

const NAMES = ['税收', '增加值', '用地面积'];
const FORMULAS = [
  '0.5*税收/用地面积 + 0.3*增加值/用地面积',
  '-(税收 - 增加值) × 2',
  '税收/(用地面积 - 3) - 增加值/税收',
];

it(
  'an official’s own indicator is the same as a classic formula, blank where a figure or a divisor is',
  { timeout: 120_000 },
  () => {
    const draw = seededRandom(seedOf(4));
    const rows = Array.from({ length: 300 }, () => NAMES.map(() => (draw() < 0.1 ? NaN : Math.floor(draw() * 8))));
    const missing = new Uint32Array(rows.length);
    const readings = new Map(
      NAMES.map((name, at) => [name, { values: Float64Array.from(rows, (row) => row[at] ?? NaN), missing }]),
    );
    const trees = FORMULAS.map((text) =>
      parseFormula(text, { fields: new Map(NAMES.map((name) => [name, {}])), values: new Set() }),
    );
    const cells = { reading: (name: string) => plainReading(name, name), value: cell };
    const formulas = rows.map((_, row) =>
      trees.map(
        (tree) =>
          `=${writeFormula(indicatorFormula(tree, cells), (name) => 'ABC'.charAt(NAMES.indexOf(name)) + String(row + 1))}`,
      ),
    );
    const blank = formulas.map((line) => line.map(() => ''));
    const values = rows.map((row) => row.map((value) => (Number.isNaN(value) ? '' : value)));
    const sheet = {
      name: '表',
      freezeRows: 0,
      blocks: [
        { row: 0, column: 0, values },
        { row: 0, column: 3, values: blank, formulas },
      ],
    };
    const grid = calculatedSheets([sheet]).get('表') ?? [];
    trees.forEach((tree, at) => {
      const own = formulaColumn(tree, { rows: rows.length, readings, values: new Map() });
      own.forEach((value, row) => {
        const theirs = grid[row]?.[3 + at] ?? '';
        if (Number.isNaN(value)) expect(theirs).toBe('');
        else expect(Number(theirs)).toBeCloseTo(value, 12);
      });
    });
  },
);
