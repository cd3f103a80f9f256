import { parseUnit, type Unit } from '../engine/quantity/index';
import { isBlankArgument, type Cell } from '../engine/ledger/index';
import { functionText } from '../text/functions';
import { type Argument } from './arguments';
import { cellByCell, withNumbers, type CellAnswer } from './broadcast';
import { FunctionFailure, invalid, notAvailable } from './failure';
import { numberCell } from './numberCell';

/**
 * MUJUN_TO_MU: areas in a unit as 亩, cell by cell: the product is taken before the quotient (domain/paths.md, Numbers).
 * A cell that says its own unit ("8,000㎡") is converted by that. Blanks answer ''; #N/A where a mark stands for a missing area,
 * #VALUE! for other text and for a unit that is none of area.
 */
export function mujunToMu(area: Argument, unit: Argument): CellAnswer[][] {
  return cellByCell({ area, unit }, ([cell, text]) => {
    const of = areaUnit(text);
    if (of instanceof FunctionFailure) return of;
    return isBlankArgument(cell) ? '' : withNumbers([numberCell(cell, '面积', of)], ([mu]) => mu ?? '');
  });
}

function areaUnit(text: Cell): Unit | FunctionFailure {
  if (isBlankArgument(text)) return notAvailable(functionText('noUnit', {}));
  const unit = parseUnit(String(text));
  return unit?.dimension === 'area' ? unit : invalid(functionText('unknownUnit', { name: String(text) }));
}
