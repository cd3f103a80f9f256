import { parseUnit, type Unit } from '../engine/quantity/index';
import { isBlankArgument, type Cell } from '../engine/ledger/index';
import { functionText } from '../text/functions';
import { type Argument } from './arguments';
import { cellByCell, withNumbers, type CellAnswer } from './broadcast';
import { FunctionFailure, invalid, notAvailable } from './failure';
import { numberCell } from './numberCell';
import { required, type CustomFunction } from './customFunction';
import { LIKE_AREA } from './parameters';

/**
 * MUJUN_TO_MU: areas in a unit as 亩, cell by cell: the product is taken before the quotient (domain/paths.md, Numbers).
 * A cell that says its own unit ("8,000㎡") is converted by that. Blanks answer ''; #N/A where a mark stands for a missing area,
 * #VALUE! for other text and for a unit that is none of area.
 */
export const mujunToMu = {
  name: 'MUJUN_TO_MU',
  help: { zh: '把面积换算成亩；可一次换算整列', en: 'Areas in mu, element by element; spills' },
  shape: LIKE_AREA,
  parameters: [
    required('area', '要换算的面积，单元格或区域', 'areas to convert, a cell or a range'),
    required('unit', '原单位：㎡、公顷、平方公里、万㎡ 或 亩', 'their unit: ㎡, 公顷 (ha), 平方公里 (km2), 万㎡ or 亩'),
  ],
  answer(area: Argument, unit: Argument): CellAnswer[][] {
    return cellByCell({ area, unit }, ([cell, text]) => {
      const of = areaUnit(text);
      if (of instanceof FunctionFailure) return of;
      return isBlankArgument(cell) ? '' : withNumbers([numberCell(cell, '面积', of)], ([mu]) => mu ?? '');
    });
  },
} satisfies CustomFunction;

function areaUnit(text: Cell): Unit | FunctionFailure {
  if (isBlankArgument(text)) return notAvailable(functionText('noUnit', {}));
  const unit = parseUnit(String(text));
  return unit?.dimension === 'area' ? unit : invalid(functionText('unknownUnit', { name: String(text) }));
}
