import { numberAt } from '../engine/column/index';
import { ledgerOfPairs, type Cell, type Finding } from '../engine/ledger/index';
import { functionText } from '../text/functions';
import type { Argument } from './arguments';
import { laidOut, sameSize } from './broadcast';
import { invalid, notAvailable } from './failure';
import type { CustomFunction } from './customFunction';
import { TAX, AREA, ONE_NUMBER } from './parameters';

/**
 * MUJUN_AVG: Σ税收/Σ面积 in 万元/亩 over the cells where both stand and the area is above 0, unrounded; never a mean of ratios.
 * A tax of 0 may be a blank cell and is left out; so are headers and signatures of a whole column. #VALUE! names text that is
 * no number beside one that is; #N/A where no pair is left.
 */
export const mujunAvg = {
  name: 'MUJUN_AVG',
  help: {
    zh: '平均亩均税收：Σ税收÷Σ面积（万元/亩），只算两者都有的行',
    en: 'Average tax per mu: total tax over total area, of rows with both',
  },
  shape: ONE_NUMBER,
  parameters: [TAX, AREA],
  answer(tax: Argument, area: Argument): number[][] {
    const { cells, width } = laidOut(sameSize({ tax, area }));
    const ledger = ledgerOfPairs(cells.map(([paid, mu]): [Cell, Cell, Cell] => [paid, mu, undefined]));
    const known = (field: string, row: number) => !Number.isNaN(numberAt(ledger, field, row));
    const unreadable = ledger.findings.find(
      ({ code, row }) => code === 'unreadable' && (known('taxPaid', row) || known('landArea', row)),
    );
    if (unreadable) throw refusal(unreadable, width);
    let [taxSum, areaSum] = [0, 0];
    for (let row = 0; row < ledger.rows; row++) {
      if (!known('taxPaid', row) || !known('landArea', row)) continue;
      taxSum += numberAt(ledger, 'taxPaid', row);
      areaSum += numberAt(ledger, 'landArea', row);
    }
    if (areaSum === 0) throw notAvailable(functionText('nothingToAverage', {}));
    return [[taxSum / areaSum]];
  },
} satisfies CustomFunction;

function refusal({ field, row, text }: Finding, width: number): Error {
  const name = field === 'taxPaid' ? '税收' : '面积';
  return invalid(functionText('unreadableAt', { name, row: String(Math.floor(row / width) + 1), text }));
}
