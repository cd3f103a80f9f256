import { isBlankArgument } from '../engine/ledger/index';
import { addedFloorArea, assumptionValues, landPriceDue } from '../engine/simulate/index';
import { functionText } from '../text/functions';
import { matrixOf, type Argument } from './arguments';
import { cellByCell, withNumbers, type CellAnswer } from './broadcast';
import { invalid } from './failure';
import { numberCell } from './numberCell';
import { parcelNumbers, positive } from './parcelNumbers';
import { optional, required, type CustomFunction } from './customFunction';
import { LAND, FAR, TARGET, LIKE_AREA } from './parameters';

/**
 * MUJUN_PRICE_WAIVED: 万元 of land price that is not charged for the added floor area: its area by the floor price (the land
 * price in 万元/亩 stands for a plot ratio of 1.0, an assumption), by the share waived (model.md equation 2).
 * It does not ask whether a waiver is allowed; MUJUN_WAIVER_OK does.
 */
export const mujunPriceWaived = {
  name: 'MUJUN_PRICE_WAIVED',
  help: {
    zh: '不再增收的土地价款（万元）；可否免收另用 MUJUN_WAIVER_OK',
    en: 'Land price not charged, in wan yuan; MUJUN_WAIVER_OK says whether it may be',
  },
  shape: LIKE_AREA,
  parameters: [
    LAND,
    FAR,
    TARGET,
    required('limit', '规划容积率上限', 'planned limit of the plot ratio'),
    required(
      'landPrice',
      '工业地价，单位万元/亩，按容积率 1.0',
      'industrial land price in wan yuan per mu, at a plot ratio of 1.0',
    ),
    optional('share', '免收比例，0 至 1；不填为 1', 'share waived, 0 to 1; 1 if left out'),
  ],
  answer(
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
  },
} satisfies CustomFunction;

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
