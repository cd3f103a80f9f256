import { compile } from 'mathjs';
import { decide } from '../../src/engine/rule/decide';
import { findPack } from '../../src/engine/policy/packs';
import { TAX_PER_MU } from '../../src/engine/policy/fieldWords';
import { valueOn } from '../../src/engine/policy/standing';
import { roundReadings } from '../../src/engine/quantity/roundReading';
import { divideByPositive } from '../../src/engine/column/divide';
import { seededRandom } from '../../test/support/sample/seededRandom';
import { bestOf, sideBySide } from './time';

const TIERS = ['重点排查', '重点检查', '重点指导', '不纳入'];

/** Tiering a million rows by shengzhou-2021 against mathjs's compiled expression, row by row, on the same numbers. */
export function benchTiers(rows = 1_000_000): string {
  const draw = seededRandom(1);
  const tax = Float64Array.from({ length: rows }, () => Math.round(draw() * 100_000) / 100);
  const area = Float64Array.from({ length: rows }, () => 1 + Math.round(draw() * 10_000) / 100);
  const pack = findPack('shengzhou-2021');
  if (!pack?.tiers) throw new Error('no tiers in shengzhou-2021');
  const rules = pack.tiers.map(({ condition }, outcome) => ({ condition, outcome }));
  const values = new Map([...pack.values].map(([name, value]) => [name, valueOn(value, undefined)]));
  const missing = new Uint32Array(rows);

  let outcome = new Int16Array();
  const ours = bestOf(5, () => {
    const reading = { values: roundReadings(divideByPositive(tax, area)), missing };
    outcome = decide(rules, { rows, readings: new Map([[TAX_PER_MU, reading]]), values })
      .outcome as Int16Array<ArrayBuffer>;
  });

  const peerRows = Math.min(rows, 200_000);
  const expression = compile('x <= 5 ? 0 : x <= 10 ? 1 : x <= 15 ? 2 : 3');
  const peerOutcome = new Int16Array(peerRows);
  const peer = bestOf(3, () => {
    for (let row = 0; row < peerRows; row++) {
      const x = Math.round(((tax[row] ?? 0) / (area[row] ?? 1)) * 1e9) / 1e9;
      peerOutcome[row] = expression.evaluate({ x }) as number;
    }
  });
  const differ = peerOutcome.findIndex((tier, row) => tier !== outcome[row]);
  if (differ >= 0)
    throw new Error(`row ${differ}: ours ${TIERS[outcome[differ] ?? 9]}, mathjs ${TIERS[peerOutcome[differ] ?? 9]}`);
  return sideBySide(`tiering ${rows.toLocaleString('en-US')} rows`, rows, ours, {
    name: 'mathjs compiled',
    ms: peer,
    rows: peerRows,
  });
}
