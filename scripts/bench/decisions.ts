import { compile } from 'mathjs';
import { decide } from '../../src/engine/rule/decide';
import { formulaColumn } from '../../src/engine/rule/compileNumbers';
import { parseFormula } from '../../src/engine/rule/parseRule';
import { parseWithMathjs } from '../../src/engine/rule/read/mathParser';
import type { RuleReading, RuleTable } from '../../src/engine/rule/truth';
import { findPack } from '../../src/engine/policy/packs';
import { TAX_PER_MU, wordsOfField } from '../../src/engine/policy/fieldWords';
import { valuesOn } from '../../src/engine/policy/valuesOn';
import { seededRandom } from '../../test/support/sample/seededRandom';
import { bestOf, sideBySide } from './time';

/** The eight lines of 嵊州's paths, as an official may edit them, over a million rows against mathjs's compiled expression. */
export function benchDecisions(rows = 1_000_000): string {
  const pack = findPack('shengzhou-2021');
  if (!pack?.paths) throw new Error('no paths in shengzhou-2021');
  const draw = seededRandom(3);
  const readings = new Map<string, RuleReading>();
  const missing = new Uint32Array(rows);
  for (const field of pack.fields) {
    const words = wordsOfField(field);
    if (!words) continue;
    const known = field.whenBlank === 'blank' ? [...words, ''] : words;
    // Nine rows in ten have nothing the matter; one cell in two hundred is missing.
    const usual = Math.max(1, known.indexOf(field.whenBlank === 'blank' ? '' : '是') + 1);
    const codes = Uint16Array.from({ length: rows }, () => {
      const lot = draw();
      if (lot < 0.005) return 0;
      return lot < 0.9 ? usual : 1 + Math.floor(draw() * known.length);
    });
    readings.set(field.name, { values: codes, words: known, missing });
  }
  const perMu = Float64Array.from({ length: rows }, () => Math.round(draw() * 3000) / 100);
  readings.set(TAX_PER_MU, { values: perMu, missing });
  const table: RuleTable = { rows, readings, values: valuesOn(pack, undefined) };
  const answers = [...new Set(pack.paths.map(({ answer }) => answer))];
  const rules = pack.paths.map(({ condition, answer }) => ({ condition, outcome: answers.indexOf(answer) }));
  const ours = bestOf(7, () => decide(rules, table));

  const peerRows = 100_000;
  const expression = compile(
    'o == 1 ? 0 : r == 2 ? 0 : p == 2 ? 1 : k == 2 ? 1 : d == 2 ? 2 : ((x <= 5 or g == 4) and q == 3) ? 3 : ((x <= 15 or g == 3 or g == 4) and not (f == 2 and m == 2)) ? 4 : 5',
  );
  const column = (name: string) => readings.get(name)?.values ?? [];
  const names = {
    o: '落后产能',
    r: '整治可达标',
    p: '符合规划',
    k: '保留工业用地',
    d: '符合产业导向',
    g: '等级',
    q: '建筑质量',
    f: '设施老旧',
    m: '管理粗放',
  };
  const columns = Object.entries(names).map(([letter, name]) => [letter, column(name)] as const);
  const peer = bestOf(2, () => {
    for (let row = 0; row < peerRows; row++) {
      const scope: Record<string, number> = { x: perMu[row] ?? NaN };
      for (const [letter, values] of columns) scope[letter] = values[row] ?? 0;
      expression.evaluate(scope);
    }
  });
  return sideBySide(
    `a decision table of ${String(rules.length)} lines over ${rows.toLocaleString('en-US')} rows`,
    rows,
    ours,
    {
      name: 'mathjs compiled (two-valued)',
      ms: peer,
      rows: peerRows,
    },
  );
}

/** An official's own indicator of eight operations against mathjs's compiled expression, row by row, on the same numbers. */
export function benchFormula(rows = 1_000_000): string {
  const draw = seededRandom(2);
  const column = () => Float64Array.from({ length: rows }, () => 1 + Math.round(draw() * 10_000) / 100);
  const [tax, added, area, staff] = [column(), column(), column(), column()];
  const missing = new Uint32Array(rows);
  const names = ['税收', '增加值', '用地面积', '职工人数'] as const;
  const columns = [tax, added, area, staff];
  const readings = new Map(names.map((name, at) => [name, { values: columns[at] ?? tax, missing }] as const));
  const formula = '0.5 * 税收 / 用地面积 + 0.3 * 增加值 / 用地面积 + 0.2 * 增加值 / 职工人数';
  parseWithMathjs();
  const tree = parseFormula(formula, { fields: new Map(names.map((name) => [name, {}])), values: new Set() });
  const table = { rows, readings, values: new Map<string, number>() };
  let answers = new Float64Array();
  const ours = bestOf(7, () => (answers = formulaColumn(tree, table) as Float64Array<ArrayBuffer>));

  const peerRows = 200_000;
  const expression = compile('0.5 * t / a + 0.3 * v / a + 0.2 * v / s');
  const theirs = new Float64Array(peerRows);
  const peer = bestOf(3, () => {
    for (let row = 0; row < peerRows; row++) {
      theirs[row] = expression.evaluate({ t: tax[row], v: added[row], a: area[row], s: staff[row] }) as number;
    }
  });
  const differ = theirs.findIndex((value, row) => value !== answers[row]);
  if (differ >= 0)
    throw new Error(`row ${String(differ)}: ours ${String(answers[differ])}, mathjs ${String(theirs[differ])}`);
  return sideBySide(`a user formula of 8 operations over ${rows.toLocaleString('en-US')} rows`, rows, ours, {
    ...{ name: 'mathjs compiled', ms: peer, rows: peerRows },
  });
}
