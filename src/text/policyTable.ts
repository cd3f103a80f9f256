import type { EditProblem, PolicyPack, TableProblem } from '../engine/policy/index';
import type { RuleTrouble } from '../engine/rule/index';
import { functionText } from './functions';
import { ruleTroubleText, shown } from './ruleTroubles';

/** What is wrong with a 政策参数 or a 判定表, in a cell of a formula: rows count from 1 in the range given. */
export function problemText(problem: EditProblem | undefined, pack?: PolicyPack): string {
  if (problem === undefined) return '';
  if (problem.in === 'decisions') return lineProblemText(problem.problem, `第 ${problem.problem.place.row + 1} 行`);
  const own = problem.problem;
  if ('row' in own) return functionText(own.code, { row: String(own.row), name: own.name });
  const { name, unit, expected } = own;
  if (own.code === 'bareZero') return functionText('bareZero', { row: String(own.place.row + 1), name });
  if (own.code === 'unitMismatch') return functionText('unitMismatch', { name, unit, expected });
  return functionText('unknownParameter', { name, policy: pack?.short ?? '' });
}

const TROUBLES: Readonly<Partial<Record<TableProblem['code'], string>>> = {
  notACondition: '不是条件，可写 <=5、5-15、是、C;D，或留空',
  looksLikeDate: '像是被改成了日期，请把单元格设为文本，重新填写（如 5-15）',
  unknownName: '没有名为“{part}”的数值，可写数字，或：{expected}',
  unknownKind: '类别应为：{expected}',
  noAnswer: '没有写结论',
  belowTable: '这一行写在判定表的末行之下，不会算进去。请移到表内的空行，或在表内插入一行再写',
  noLines: '判定表没有任何一行，请从“判定表”重新复制',
  unknownColumn: '列名“{part}”不能识别，可用：{expected}',
};

/** What is wrong with a line of a decision table; `where` is the cell or the row, as the reader can find it. */
export function lineProblemText(problem: TableProblem, where: string): string {
  const { text } = problem;
  return `判定表${where}${text === '' ? '' : `“${shown(text)}”`}：${troubleText(problem)}`;
}

/** What cells alone can have is said here; of a condition in words the place is told as well. */
function troubleText({ code, part, at, expected }: TableProblem): string {
  const words = at === undefined ? TROUBLES[code] : undefined;
  if (words !== undefined)
    return words.replace('{part}', () => shown(part)).replace('{expected}', () => expected.join('、'));
  return ruleTroubleText({ code: code as RuleTrouble, part, expected, at }, 'zh-CN');
}
