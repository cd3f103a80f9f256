import { ALL_LINES, fieldOf, type HeaderMatch } from '../../../engine/ledger/index';
import { openFirms } from './firmRows';
import type { Answer, Question } from './question';
import { FIRM_ANSWERS } from './rowChoices';
import { lettersOf, type Source } from './source';

/** Enterprises of several lines: which of them counts, or all added up. */
export function linesQuestion({ pieces }: Source): Question[] {
  const words = pieces.find((piece) => piece.lines?.open === true)?.lines?.lines.words;
  if (!words) return [];
  const one = words.map((text): Answer => ({ kind: 'line', text, choices: new Map(), reading: { line: text } }));
  const all: Answer = { kind: 'allLines', text: '', choices: new Map(), reading: { line: ALL_LINES } };
  const header = words.join('、');
  return [{ id: 'lines', about: 'taxPaid', code: 'lines', field: fieldOf('taxPaid'), header, answers: [...one, all] }];
}

/** Land that stands once for several enterprises: how it falls to them. */
export function sharedQuestion({ shared }: Source): Question[] {
  if (shared?.open !== true) return [];
  const answers = shared.ways.map((kind): Answer => ({
    kind,
    text: '',
    choices: new Map(),
    reading: { shared: kind },
  }));
  return [{ id: 'shared', about: 'landArea', code: 'shared', field: fieldOf('landArea'), header: '', answers }];
}

/** Rows of one name with a tax on the first alone: one enterprise, or a row each. */
export function firmsQuestion(source: Source, headers: HeaderMatch): Question[] {
  const blocks = openFirms(source, headers);
  if (blocks.length === 0) return [];
  const name = headers.byField.get('enterprise')?.column ?? 0;
  const names = blocks.map(({ row }) => String(source.rows[row]?.[name] ?? ''));
  const header = names.slice(0, 3).join('、') + (names.length > 3 ? `等 ${names.length} 家` : '');
  const answers = FIRM_ANSWERS.map((kind): Answer => ({
    kind,
    text: '',
    choices: new Map(),
    reading: { firms: kind },
  }));
  return [{ id: 'firms', about: 'rows', code: 'firms', field: fieldOf('enterprise'), header, answers }];
}

/** Columns of the same name are told apart by their letters. */
export function toldApart(source: Source, question: Question): Question {
  const isTwice = ({ kind, text }: Answer) =>
    kind === 'column' && question.answers.filter((other) => other.text === text).length > 1;
  if (!question.answers.some(isTwice)) return question;
  const letters = ({ choices }: Answer) => {
    const own = [...choices].find(([, { field }]) => typeof field === 'string')?.[0];
    return own === undefined ? '' : lettersOf(source, own);
  };
  const answers = question.answers.map((answer) =>
    isTwice(answer) && letters(answer) !== '' ? { ...answer, text: `${answer.text}（${letters(answer)}列）` } : answer,
  );
  return { ...question, answers };
}
