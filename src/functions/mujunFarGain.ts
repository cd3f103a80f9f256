import { addedFloorArea, assumptionValues } from '../engine/simulate/index';
import { matrixOf, type Argument } from './arguments';
import { cellByCell, withNumbers, type CellAnswer } from './broadcast';
import { parcelNumbers } from './parcelNumbers';
import { optional, type CustomFunction } from './customFunction';
import { LAND, FAR, TARGET, LIKE_AREA } from './parameters';

/**
 * MUJUN_FAR_GAIN: floor area in ㎡ that a target plot ratio adds to 亩 of land, no further than the planned limit
 * (model.md equation 1); without `limit` nothing caps it. #N/A names what is missing, cell by cell.
 */
export const mujunFarGain = {
  name: 'MUJUN_FAR_GAIN',
  help: {
    zh: '容积率提到目标可增加的建筑面积（㎡），以规划容积率为限',
    en: 'Floor area in m2 that the target plot ratio adds, capped by the plan',
  },
  shape: LIKE_AREA,
  parameters: [LAND, FAR, TARGET, optional('limit', '规划容积率上限；不填不设上限', 'planned limit; none if left out')],
  answer(area: Argument, far: Argument, target: Argument, limit?: Argument): CellAnswer[][] {
    const capped = matrixOf(limit, 'limit').length > 0;
    const values = assumptionValues();
    return cellByCell({ area, far, target, ...(capped ? { limit } : {}) }, (cells) =>
      withNumbers(parcelNumbers(cells, capped), ([landArea = NaN, current = NaN, wanted = NaN, planned = Infinity]) =>
        addedFloorArea(landArea, { current, target: wanted, planned }, values),
      ),
    );
  },
} satisfies CustomFunction;
