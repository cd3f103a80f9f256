import { checkCreditCode } from '../engine/ledger/index';
import { creditCodeText } from '../text/answers';
import type { Argument } from './arguments';
import { cellByCell, type CellAnswer } from './broadcast';

/** MUJUN_USCC_CHECK: what is to be said of each credit code, in the shape of `code` without trailing blank rows; '' for blanks. */
export function mujunUsccCheck(code: Argument): CellAnswer[][] {
  return cellByCell({ code }, ([cell]) => creditCodeText(checkCreditCode(cell)));
}
