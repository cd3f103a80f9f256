import { checkCreditCode } from '../engine/ledger/index';
import { creditCodeText } from '../text/answers';
import type { Argument } from './arguments';
import { cellByCell, type CellAnswer } from './broadcast';
import { required, type CustomFunction } from './customFunction';

/** MUJUN_USCC_CHECK: what is to be said of each credit code, in the shape of `code` without trailing blank rows; '' for blanks. */
export const mujunUsccCheck = {
  name: 'MUJUN_USCC_CHECK',
  help: {
    zh: '核对统一社会信用代码的校验位，被当作数字损坏的列出可能的原代码',
    en: 'Checks credit codes; lists what a code damaged to 9.13E+17 can have been',
  },
  shape: { zh: '与代码同样大小', en: 'the size of code' },
  parameters: [required('code', '统一社会信用代码，单元格或区域', 'unified social credit codes, a cell or a range')],
  answer(code: Argument): CellAnswer[][] {
    return cellByCell({ code }, ([cell]) => creditCodeText(checkCreditCode(cell)));
  },
} satisfies CustomFunction;
