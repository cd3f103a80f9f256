import { mixShare } from '../engine/assess/index';
import { functionText, unresolvedText } from '../text/functions';
import { MIX_TEXT } from '../text/checks';
import type { Argument } from './arguments';
import { rowByRow, type CellAnswer } from './broadcast';
import { FunctionFailure, invalid } from './failure';
import { limitOf } from './limitArgument';
import { numberCell } from './numberCell';
import { required, type CustomFunction } from './customFunction';

/** The pack's value that says how much must be industrial. */
const LEAST = '工业建筑面积占比下限';

/**
 * MUJUN_MIX_CHECK: of each building 达标, 未达标 or 待核实：缺 …, and the ㎡ of other floor area that may still be added (negative:
 * must go). `least` is a number or the policy that sets it.
 */
export const mujunMixCheck = {
  name: 'MUJUN_MIX_CHECK',
  help: {
    zh: '混合产业用地的工业建筑面积占比是否达到下限，还可增加多少配套面积',
    en: 'Whether enough of the floor area is industrial, and the room left for other uses',
  },
  shape: { zh: '每项 2 列：结论、可增配套面积（㎡）', en: 'n x 2: verdict, room for other floor area in m2' },
  parameters: [
    required('industrial', '工业建筑面积（㎡）', 'industrial floor area in m2'),
    required('total', '总建筑面积（㎡），计容', 'total counted floor area in m2'),
    required(
      'least',
      '占比下限：数（0.51、51%），或规定了下限的政策（"嘉兴2024"、亩均政策）',
      'least share: a number (0.51, 51%), or the policy that sets it ("嘉兴2024")',
    ),
  ],
  answer(industrial: Argument, total: Argument, least: Argument): CellAnswer[][] {
    const limit = limitOf(least, { name: 'least', label: '占比下限', value: LEAST });
    if (!(limit > 0 && limit <= 1)) throw invalid(functionText('notAShare', { name: '占比下限', text: String(limit) }));
    return rowByRow({ industrial, total }, 2, ([own, all]) => {
      const readings = [numberCell(own, '工业建筑面积'), numberCell(all, '总建筑面积')];
      const refused = readings.find((one) => one instanceof FunctionFailure && one.code === 'invalidValue');
      if (refused !== undefined) return [refused, ''];
      const missing = ['工业建筑面积', '总建筑面积'].filter((_, index) => typeof readings[index] !== 'number');
      if (missing.length > 0) return [unresolvedText(missing), ''];
      const [part, whole] = readings as number[];
      return judged(part ?? NaN, whole ?? NaN, limit);
    });
  },
} satisfies CustomFunction;

function judged(part: number, whole: number, limit: number): CellAnswer[] {
  if (!(whole > 0)) return [invalid(functionText('notPositive', { name: '总建筑面积', text: String(whole) })), ''];
  if (part > whole) return [invalid(functionText('partOfWhole', { part: String(part), whole: String(whole) })), ''];
  const { met, room } = mixShare(part, whole, limit);
  return [met ? MIX_TEXT.met : MIX_TEXT.missed, room];
}
