import type { PaneCode, PaneText } from '../../../text/pane';
import { besideValues } from './besides';
import type { OfferedAnswer, Question } from './question';

const CODES = {
  whichColumn: 'questionWhichColumn',
  meaning: 'questionMeaning',
  unitNamed: 'questionUnitNamed',
  unit: 'questionUnit',
  share: 'questionShare',
  hidden: 'questionHidden',
  noColumn: 'questionNoColumn',
  noneFound: 'questionNoneFound',
  tables: 'questionTables',
  further: 'questionFurther',
  year: 'questionYear',
  lines: 'questionLines',
  shared: 'questionShared',
  sharedTax: 'questionSharedTax',
  firms: 'questionFirms',
  nameless: 'questionNameless',
} as const;

const FIRMS: Partial<Record<OfferedAnswer['kind'], PaneCode>> = {
  together: 'firmsTogether',
  landOnce: 'firmsLandOnce',
  first: 'firmsFirst',
  apart: 'firmsApart',
};

/** A question as it is put to a person. */
export function questionText({ code, field, header, median, answers }: Question, t: PaneText): string {
  return t(CODES[code], {
    field: field.label,
    header,
    median: median === undefined ? '' : shownNumber(median),
    unit: answers[0]?.text ?? '',
  });
}

function shownNumber(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 });
}

/** An answer as it stands on its button. */
export function answerText(
  { code }: Question,
  { kind, text, count = 0, median, perMu, beside }: OfferedAnswer,
  t: PaneText,
): string {
  if (beside) return t(beside.sums ? 'tableBesideSums' : 'tableBeside', besideValues(beside));
  if (kind === 'column' && text === '') return t('columnWithoutName');
  if (kind === 'column' && median !== undefined && perMu !== undefined)
    return t('columnPerMu', { text, median: shownNumber(median), perMu: shownNumber(perMu) });
  if (kind === 'column' && median !== undefined) return t('columnMedian', { text, median: shownNumber(median) });
  if (kind === 'column' || kind === 'unit' || kind === 'field') return text;
  const firm = code === 'firms' ? FIRMS[kind] : undefined;
  if (firm !== undefined) return t(firm);
  if (kind === 'table') return t('tableOnly', { text, count });
  if (kind === 'together') return text === '' ? t('tablesTogether', { count }) : t('tablesOfThese', { text, count });
  if (kind === 'year') return t('yearOnly', { year: text });
  if (kind === 'everyYear') return t('everyYear');
  if (kind === 'line') return t('lineOnly', { line: text });
  if (kind === 'allLines') return t('allLines');
  if (kind === 'above') return t('namelessAbove');
  if (code === 'nameless') return t('namelessNone');
  if ((code === 'shared' || code === 'sharedTax') && kind === 'none') return t('sharedNone');
  if (kind === 'first') return t('sharedFirst');
  if (kind === 'byFloor') return t('sharedByFloor');
  if (code === 'further' && kind === 'none') return t('furtherNone');
  if (kind === 'none') return t(code === 'noneFound' ? 'noneHere' : 'neither');
  if (code === 'hidden') return t(kind === 'yes' ? 'use' : 'notUse');
  return t(kind === 'no' ? 'no' : 'yes');
}
