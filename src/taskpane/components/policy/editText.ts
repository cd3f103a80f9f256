import { TABLES, type PolicyDifference, type WholeDifference } from '../../../engine/policy/index';
import { packProblemText } from '../../../text/packErrors';
import type { PaneText } from '../../../text/pane';
import { problemText } from '../../../text/policyTable';
import { numberText } from '../../../text/why';
import type { LocatedProblem } from '../../state/policyWork';

/** How a workbook's policy differs at one place: built-in → edited. */
export function differenceText(difference: PolicyDifference | WholeDifference, t: PaneText): string {
  const shown = (text: string) => (text === '' ? t('diffBlank') : `“${text}”`);
  switch (difference.kind) {
    case 'value': {
      const { name, unit, before, after } = difference;
      return t('diffValue', { name, unit, before: numberText(before), after: numberText(after) });
    }
    case 'head': {
      const { name, before, after } = difference;
      return t('diffValue', { name, unit: '', before: shown(before), after: shown(after) }).trim();
    }
    case 'convention': {
      const { name, before, after } = difference;
      return t('diffValue', { name, unit: '', before: before ? '是' : '否', after: after ? '是' : '否' }).trim();
    }
    case 'cell': {
      const { header, before, after } = difference;
      return t('diffCell', { ...numbered(difference), header, before: shown(before), after: shown(after) });
    }
    case 'added':
      return t('diffAdded', { table: TABLES[difference.table], answer: difference.answer });
    case 'removed':
      return t('diffRemoved', { ...numbered(difference), answer: difference.answer });
    case 'whole': {
      const { section, row, header, before, after } = difference;
      return t('diffWhole', { section, row, header, before: shown(before), after: shown(after) });
    }
    case 'moved':
      return t('diffMoved', numbered(difference));
  }
}

function numbered({ table, number }: { readonly table: keyof typeof TABLES; readonly number: number }) {
  return { table: TABLES[table], number: String(number) };
}

/** What is wrong with a cell, without its place, which stands before it. */
export function problemLineText(problem: LocatedProblem['problem']): string {
  if (problem.in === 'whole') return packProblemText(problem.problem);
  return problemText(problem)
    .replace(/^判定表第 \d+ 行/, '')
    .replace(/^政策参数第 \d+ 行/, '');
}
