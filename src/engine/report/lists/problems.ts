import { verdictAt } from '../../assess/judge';
import { decidedOf, leadRow, lineReader } from './lineReader';
import type { ListLine, ViewInput } from './listInput';

/** The problems that departments list apart (嵊州 三1), each with the department that finds it. */
export const PROBLEMS = [
  { id: 'lowYield', word: '低效企业', department: '经信局', field: '' },
  { id: 'environment', word: '环保', department: '生态环境分局', field: 'environmentHazard' },
  { id: 'safety', word: '安全', department: '应急管理局', field: 'safetyHazard' },
  { id: 'illegal', word: '违建', department: '综合执法局', field: 'illegalArea' },
  { id: 'fire', word: '消防', department: '消防救援大队', field: 'fireHazard' },
] as const;

export type ProblemId = (typeof PROBLEMS)[number]['id'];

/** The problems that a line has by the ledger: a line of yield or the last grade, or a tick in a department's column. */
export function problemsOf(
  input: ViewInput,
  line: ListLine,
  of: readonly (typeof PROBLEMS)[number][] = PROBLEMS,
): readonly ProblemId[] {
  const read = lineReader(input);
  return of
    .filter(({ id, field }) => (id === 'lowYield' ? isLow(input, line) : read.isYes(field, line)))
    .map(({ id }) => id);
}

/**
 * 嵊州 二(一)1: at or below a line of 亩均税收, or in the last grade. Other documents have no such line: there it is what the ledger
 * itself calls 低效, or the last grade. People's word on a row goes before both.
 */
function isLow(input: ViewInput, line: ListLine): boolean {
  const read = lineReader(input);
  const own = decidedOf(input, line, 'tier');
  const { tiers } = input;
  const outside = tiers?.rules.find(({ condition }) => condition.kind === 'always')?.answer;
  if (own !== '') return own !== outside;
  const graded = read.word('grade', line).split('、').includes('D');
  if (!tiers || outside === undefined || tiers.context.policy.pack.bands) {
    return graded || read.isYes('inefficient', line) || read.word('stockType', line).includes('低效');
  }
  return graded || line.rows.some((row) => isAtLine(input, row, outside));
}

function isAtLine(input: ViewInput, row: number, outside: string): boolean {
  const verdict = input.tiers ? verdictAt(input.tiers, leadRow(input, row)) : undefined;
  return verdict?.kind === 'answer' && verdict.answer !== outside;
}

/** What is wrong, in the ledger's own figures: 重点排查；等级 D；违建 120 ㎡. */
export function lineProblems(input: ViewInput, line: ListLine): string {
  const read = lineReader(input);
  const tier = isLow(input, line) && input.tiers ? read.verdict('tiers', line) : '';
  const graded = read.word('grade', line).split('、').includes('D');
  const illegal = read.number('illegalArea', line);
  const cause = read.word('cause', line);
  const parts = [
    ...(tier === '' ? [] : [tier]),
    ...(graded ? ['等级 D'] : []),
    ...(illegal > 0 ? [`违建 ${illegal.toLocaleString('en-US')} ㎡`] : []),
    ...(cause === '' ? [] : [cause]),
  ];
  return parts.join('；');
}
