import type { Cell } from '../engine/ledger/index';
import { readSavedResults, savedResult, type ResultAnswer, type SavedResults } from '../engine/assess/index';
import { functionText } from '../text/functions';
import { RESULT_PARTS } from '../text/checks';
import { matrixOf, type Argument } from './arguments';
import { cellByCell, type CellAnswer } from './broadcast';
import { invalid, notAvailable } from './failure';
import { optional, required, type CustomFunction } from './customFunction';

/**
 * MUJUN_SCENARIO: numbers saved by a projection, by scenario, year, measure, statistic (the mean where left out) and township (the
 * whole city where left out), in the shape of what is asked. #N/A says what the table has instead; #VALUE! where it has two
 * different numbers.
 */
export const mujunScenario = {
  name: 'MUJUN_SCENARIO',
  help: {
    zh: '从保存的推演结果表里取一个数：方案、年份、指标、统计',
    en: 'A number from the table of saved projections',
  },
  shape: { zh: '与所问同样大小', en: 'the size of what is asked' },
  parameters: [
    required(
      'results',
      '保存的推演结果表，表头有 方案、年份、指标、统计、数值、单位',
      'the saved results, with headers 方案 年份 指标 统计 数值 单位',
    ),
    required('name', '方案名称，如 "基准"', 'name of the scenario, such as "基准"'),
    required('year', '年份，如 2027', 'year, such as 2027'),
    required('measure', '指标名称，与表中一致', 'measure, as the table writes it'),
    optional(
      'statistic',
      '均值（不填）、P5、P25、P50、P75、P95 或 达标把握',
      '均值 (mean, if left out), P5, P25, P50, P75, P95 or 达标把握',
    ),
    optional('township', '区镇；不填为全市', 'township; the whole city if left out'),
  ],
  answer(
    results: Argument,
    name: Argument,
    year: Argument,
    measure: Argument,
    statistic?: Argument,
    township?: Argument,
  ): CellAnswer[][] {
    const saved = readSavedResults(matrixOf(results, 'results'));
    if ('missing' in saved) throw invalid(functionText('noResults', { missing: saved.missing.join('、') }));
    const given = {
      statistic: matrixOf(statistic, 'statistic').length > 0,
      township: matrixOf(township, 'township').length > 0,
    };
    const asked = {
      name,
      year,
      measure,
      ...(given.statistic ? { statistic } : {}),
      ...(given.township ? { township } : {}),
    };
    return cellByCell(asked, (cells) => found(saved, cells, given));
  },
} satisfies CustomFunction;

function found(
  saved: SavedResults,
  [name, year, measure, ...more]: readonly Cell[],
  given: { readonly statistic: boolean; readonly township: boolean },
): CellAnswer {
  const years = Number.parseInt(textOf(year), 10);
  const missing = [name, measure].some((cell) => textOf(cell) === '') || Number.isNaN(years);
  if (missing) return notAvailable(functionText('incompleteQuestion', {}));
  const statistic = given.statistic ? textOf(more[0]) : '';
  const township = given.township ? textOf(more[given.statistic ? 1 : 0]) : '';
  const question = { scenario: textOf(name), year: years, measure: textOf(measure), township };
  const answer = savedResult(saved, { ...question, ...(statistic === '' ? {} : { statistic }) });
  return answer.kind === 'value' ? answer.value : refusal(answer, { ...question, statistic });
}

function textOf(cell: Cell): string {
  return cell === null || cell === undefined || cell === 0 ? '' : String(cell).trim();
}

function refusal(
  answer: Exclude<ResultAnswer, { kind: 'value' }>,
  asked: Readonly<Record<'scenario' | 'measure' | 'statistic' | 'township', string>> & { readonly year: number },
): CellAnswer {
  if (answer.kind === 'twice') return invalid(functionText('resultTwice', { count: String(answer.count) }));
  if (answer.kind === 'notANumber') return notAvailable(functionText('resultNotANumber', { text: answer.text }));
  const { part, known } = answer;
  const name = part === 'statistic' && asked.statistic === '' ? '均值' : String(asked[part]);
  return notAvailable(functionText('noResult', { part: RESULT_PARTS[part], name, known: known.join('、') }));
}
