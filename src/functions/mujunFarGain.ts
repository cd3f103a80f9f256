import { isBlankArgument, type Cell } from '../engine/ledger/index';
import { addedFloorArea, assumptionValues, landPriceDue } from '../engine/simulate/index';
import { functionText } from '../text/functions';
import { matrixOf, type Argument } from './arguments';
import { cellByCell, withNumbers, type CellAnswer } from './broadcast';
import { invalid, type FunctionFailure } from './failure';
import { numberCell } from './numberCell';

/**
 * MUJUN_FAR_GAIN: floor area in ㎡ that a target plot ratio adds to 亩 of land, no further than the planned limit
 * (model.md equation 1); without `limit` nothing caps it. #N/A names what is missing, cell by cell.
 */
export function mujunFarGain(area: Argument, far: Argument, target: Argument, limit?: Argument): CellAnswer[][] {
  const capped = matrixOf(limit, 'limit').length > 0;
  const values = assumptionValues();
  return cellByCell({ area, far, target, ...(capped ? { limit } : {}) }, (cells) =>
    withNumbers(parcelNumbers(cells, capped), ([landArea = NaN, current = NaN, wanted = NaN, planned = Infinity]) =>
      addedFloorArea(landArea, { current, target: wanted, planned }, values),
    ),
  );
}

/**
 * MUJUN_PRICE_WAIVED: 万元 of land price that is not charged for the added floor area: its area by the floor price (the land
 * price in 万元/亩 stands for a plot ratio of 1.0, an assumption), by the share waived (model.md equation 2).
 * It does not ask whether a waiver is allowed; MUJUN_WAIVER_OK does.
 */
export function mujunPriceWaived(
  area: Argument,
  far: Argument,
  target: Argument,
  limit: Argument,
  landPrice: Argument,
  share?: Argument,
): CellAnswer[][] {
  const waived = shareOf(share);
  return cellByCell({ area, far, target, limit, landPrice }, (cells) => {
    const readings = [...parcelNumbers(cells, true), positive(numberCell(cells[4], '地价'), '地价')];
    return withNumbers(readings, ([landArea = NaN, current = NaN, wanted = NaN, planned = NaN, price = NaN]) => {
      const values = assumptionValues({ landPrice: price });
      return waived * landPriceDue(addedFloorArea(landArea, { current, target: wanted, planned }, values), values);
    });
  });
}

const LABELS = ['面积', '现容积率', '目标容积率', '规划容积率'] as const;

function parcelNumbers(cells: readonly Cell[], capped: boolean): (number | FunctionFailure)[] {
  return LABELS.slice(0, capped ? 4 : 3).map((label, index) => positive(numberCell(cells[index], label), label));
}

function positive(reading: number | FunctionFailure, label: string): number | FunctionFailure {
  if (typeof reading !== 'number' || reading > 0) return reading;
  return invalid(functionText('notPositive', { name: label, text: String(reading) }));
}

/** Left out, all is waived; a cell with nothing in it waives nothing. */
function shareOf(argument: Argument): number {
  const [row, ...more] = matrixOf(argument, 'share');
  if (!row) return 1;
  const cell = row[0];
  const share = isBlankArgument(cell) ? 0 : numberCell(cell, '免收比例');
  if (row.length > 1 || more.length > 0) throw invalid(functionText('notOneCell', { name: 'share' }));
  if (typeof share === 'number' && share >= 0 && share <= 1) return share;
  throw invalid(functionText('share', { text: String(cell) }));
}
