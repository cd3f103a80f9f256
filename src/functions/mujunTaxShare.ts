import { DEFAULT_TAX_SHARES, makesWhole, taxShare } from '../engine/assess/index';
import { functionText } from '../text/functions';
import { matrixOf, type Argument } from './arguments';
import { rowByRow, type CellAnswer } from './broadcast';
import { FunctionFailure, invalid } from './failure';
import { numberCell, shareCell } from './numberCell';
import { optional, required, type CustomFunction } from './customFunction';

/**
 * MUJUN_TAX_SHARE: a rise in tax (万元) shared between the township left, the township entered and the district. Shares left out
 * are 0.5, 0.5 and 0 (assumed: the document gives none); #VALUE! where they do not make 1.
 */
export const mujunTaxShare = {
  name: 'MUJUN_TAX_SHARE',
  help: {
    zh: '跨镇统筹项目的增量税收分成（万元），分成比例合计须为 1',
    en: 'Shares of a rise in tax between townships and district, in wan yuan',
  },
  shape: { zh: '每项 3 列：迁出镇、迁入镇、区级', en: 'n x 3: township left, township entered, district' },
  parameters: [
    required('rise', '增量税收，单位万元', 'rise in tax in wan yuan'),
    optional('from', '迁出镇比例，不填为 0.5（假设）', 'share of the township left; 0.5 if left out (assumed)'),
    optional('to', '迁入镇比例，不填为 0.5（假设）', 'share of the township entered; 0.5 if left out (assumed)'),
    optional('district', '区级比例，不填为 0（假设）', 'share of the district; 0 if left out (assumed)'),
  ],
  answer(rise: Argument, from?: Argument, to?: Argument, district?: Argument): CellAnswer[][] {
    const shares = {
      from: shareGiven(from, 'from', DEFAULT_TAX_SHARES.from),
      to: shareGiven(to, 'to', DEFAULT_TAX_SHARES.to),
      district: shareGiven(district, 'district', DEFAULT_TAX_SHARES.district),
    };
    if (!makesWhole(shares)) {
      const sum = String(Math.round((shares.from + shares.to + shares.district) * 1e9) / 1e9);
      throw invalid(functionText('sharesDoNotSum', { sum }));
    }
    return rowByRow({ rise }, 3, ([cell]) => {
      const amount = numberCell(cell, '增量税收');
      if (amount instanceof FunctionFailure) return [amount, amount, amount];
      const parts = taxShare(amount, shares);
      return [parts.from, parts.to, parts.district];
    });
  },
} satisfies CustomFunction;

/** Left out, a share is the assumed one; a cell with 0 or nothing in it is a share of 0. */
function shareGiven(argument: Argument, name: string, otherwise: number): number {
  const matrix = matrixOf(argument, name);
  const [cell] = matrix[0] ?? [];
  if (matrix.length === 0) return otherwise;
  if (matrix.length > 1 || (matrix[0]?.length ?? 0) > 1) throw invalid(functionText('notOneCell', { name }));
  if (cell === 0 || cell === '' || cell === null || cell === undefined) return 0;
  const share = shareCell(cell, '分成比例');
  if (share instanceof FunctionFailure) throw share;
  return share;
}
