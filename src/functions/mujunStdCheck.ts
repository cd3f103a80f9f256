import { judgePromise, type PromiseDirection } from '../engine/assess/index';
import { PROMISE_TEXT, TERM_TEXT } from '../text/checks';
import { functionText, unresolvedText } from '../text/functions';
import { scalarOf, type Argument } from './arguments';
import { cellByCell, type CellAnswer } from './broadcast';
import { FunctionFailure, invalid } from './failure';
import { limitOf } from './limitArgument';
import { numberCell } from './numberCell';
import { shareOf } from './shareArgument';
import { optional, required, type CustomFunction } from './customFunction';

/** The pack's value that says for how many years industrial land is granted at most. */
const LONGEST_TERM = '出让年限上限';
/** From this share on a promise is kept in part: an assumption (rule TC-14 gives no number). */
const PARTLY = 0.8;

/**
 * MUJUN_STD_CHECK: of each promise 履约, 部分履约, 未履约 or 待核实：缺 …; with 年限, whether a grant's years stay within the limit
 * (嘉兴 30, 许昌 20, by the policy named, or a number). #VALUE! for a direction it does not know.
 */
export const mujunStdCheck = {
  name: 'MUJUN_STD_CHECK',
  help: {
    zh: '“标准地”履约核对：承诺值与实际值比较；也核对弹性出让年限是否超过上限',
    en: 'Promise against performance of a standard site; also the term of a grant against its limit',
  },
  shape: { zh: '与实际值同样大小', en: 'the size of actual' },
  parameters: [
    required(
      'promised',
      '承诺值；核对年限时填年数，或规定了上限的政策（"嘉兴2024"、"许昌2021"）',
      'what was promised; for terms the years, or the policy that limits them ("嘉兴2024")',
    ),
    required('actual', '实际值；核对年限时为出让年限', 'what was done; for terms the years granted'),
    optional(
      'direction',
      '不低于（不填）、不高于，或 年限',
      '不低于 (at least, if left out), 不高于 (at most), or 年限 (term)',
    ),
    optional(
      'partly',
      '部分履约的起点，不填为 0.8（假设）',
      'share from which a promise counts as kept in part; 0.8 if left out (assumed)',
    ),
  ],
  answer(promised: Argument, actual: Argument, direction?: Argument, partly?: Argument): CellAnswer[][] {
    const word = String(scalarOf(direction, 'direction') ?? '不低于');
    if (/年限|年期/.test(word)) return termCheck(promised, actual);
    const way = directionOf(word);
    const least = shareOf(partly, { name: 'partly', label: '部分履约的起点' }, PARTLY);
    return cellByCell({ actual, promised }, ([done, wanted]) => {
      const readings = [numberCell(wanted, '承诺值'), numberCell(done, '实际值')];
      return withWords(readings, ['承诺值', '实际值'], ([promise = NaN, reached = NaN]) => {
        if (!(promise > 0)) return invalid(functionText('notPositive', { name: '承诺值', text: String(promise) }));
        return PROMISE_TEXT[judgePromise({ promised: promise, actual: reached }, way, least)];
      });
    });
  },
} satisfies CustomFunction;

function termCheck(promised: Argument, actual: Argument): CellAnswer[][] {
  const limit = limitOf(promised, { name: 'promised', label: '出让年限上限', value: LONGEST_TERM });
  return cellByCell({ actual }, ([cell]) =>
    withWords([numberCell(yearsOf(cell), '出让年限')], ['出让年限'], ([years = NaN]) => {
      if (!(years > 0)) return invalid(functionText('notPositive', { name: '出让年限', text: String(years) }));
      return years <= limit ? TERM_TEXT.within : TERM_TEXT.beyond.replace('{years}', String(limit));
    }),
  );
}

/** "50年" and "20年+有条件续期" begin with their years. */
function yearsOf(cell: Parameters<typeof numberCell>[0]): Parameters<typeof numberCell>[0] {
  return typeof cell === 'string' ? (/^\s*(\d+(?:\.\d+)?)\s*年/.exec(cell.normalize('NFKC'))?.[1] ?? cell) : cell;
}

/** An answer in words: what is missing is said in words too, what cannot be read is #VALUE!. */
function withWords(
  readings: readonly (number | FunctionFailure)[],
  labels: readonly string[],
  answer: (numbers: readonly number[]) => CellAnswer,
): CellAnswer {
  const refused = readings.find((one) => one instanceof FunctionFailure && one.code === 'invalidValue');
  if (refused !== undefined) return refused;
  const missing = labels.filter((_, index) => typeof readings[index] !== 'number');
  return missing.length > 0 ? unresolvedText(missing) : answer(readings as readonly number[]);
}

function directionOf(word: string): PromiseDirection {
  if (/^(?:不低于|不少于|>=|≥)$/.test(word)) return 'atLeast';
  if (/^(?:不高于|不超过|不多于|<=|≤)$/.test(word)) return 'atMost';
  throw invalid(functionText('unknownDirection', { name: word }));
}
