import type { EditProblem, PolicyPack, TableProblem } from '../engine/policy/index';
import { functionText } from './functions';

/** What is wrong with a 政策参数 or a 判定表, in a cell of a formula: rows count from 1 in the range given. */
export function problemText(problem: EditProblem | undefined, pack?: PolicyPack): string {
  if (problem === undefined) return '';
  if (problem.in === 'decisions') return lineProblemText(problem.problem, `第 ${problem.problem.place.row + 1} 行`);
  const own = problem.problem;
  if ('row' in own) return functionText(own.code, { row: String(own.row), name: own.name });
  const { name, unit, expected } = own;
  if (own.code === 'unitMismatch') return functionText('unitMismatch', { name, unit, expected });
  return functionText('unknownParameter', { name, policy: pack?.short ?? '' });
}

const TROUBLES: Readonly<Record<TableProblem['code'], string>> = {
  notACondition: '不是条件，可写 <=5、5-15、是、C;D，或留空',
  looksLikeDate: '像是被改成了日期，请把单元格设为文本，重新填写（如 5-15）',
  unknownWord: '“{part}”不在可选的词里，可写：{expected}',
  unknownName: '没有名为“{part}”的数值，可写数字，或：{expected}',
  syntax: '写法不能识别：{part}',
  notANumber: '“{part}”不是数字',
  notADay: '“{part}”不是日期，可写 <2020-06-30、不晚于2020年6月30日',
  unsupported: '“{part}”不能这样写',
  unknownKind: '类别应为：{expected}',
  noAnswer: '没有写结论',
  noLines: '判定表没有任何一行，请从“判定表”重新复制',
  unknownColumn: '列名“{part}”不能识别，可用：{expected}',
};

/** What is wrong with a line of a decision table; `where` is the cell or the row, as the reader can find it. */
export function lineProblemText({ code, text, part, expected }: TableProblem, where: string): string {
  const trouble = TROUBLES[code].replace('{part}', part).replace('{expected}', expected.join('、'));
  return `判定表${where}${text === '' ? '' : `“${text}”`}：${trouble}`;
}
