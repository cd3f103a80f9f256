import type { EntityRules } from '../../../engine/entity/index';
import {
  ALL_LINES,
  areOfOneCode,
  fieldOf,
  firmAnswers,
  NAMELESS_ANSWERS,
  type Cell,
  type HeaderMatch,
} from '../../../engine/ledger/index';
import { openFirms } from './firmRows';
import type { OfferedAnswer, Question } from './question';
import { openNameless } from './nameless';
import type { SharedChoice } from './rowChoices';
import { lettersOf, sheetPrefix, sheetRow } from './places';
import type { Source } from './source';

/** Enterprises of several lines: which of them counts, or all added up. */
export function linesQuestion({ pieces }: Source): Question[] {
  const words = pieces.find((piece) => piece.lines?.open === true)?.lines?.lines.words;
  if (!words) return [];
  const one = words.map((text): OfferedAnswer => ({ kind: 'line', text, choices: new Map(), reading: { line: text } }));
  const all: OfferedAnswer = { kind: 'allLines', text: '', choices: new Map(), reading: { line: ALL_LINES } };
  const header = words.join('、');
  return [{ id: 'lines', about: 'taxPaid', code: 'lines', field: fieldOf('taxPaid'), header, answers: [...one, all] }];
}

/** Land or tax that stands once for several enterprises: how it falls to them. */
export function sharedQuestions({ shared, sharedTax }: Source): Question[] {
  return [...sharedQuestion('shared', 'landArea', shared), ...sharedQuestion('sharedTax', 'taxPaid', sharedTax)];
}

function sharedQuestion(
  code: 'shared' | 'sharedTax',
  about: 'landArea' | 'taxPaid',
  choice: SharedChoice | undefined,
): Question[] {
  if (choice?.open !== true) return [];
  const answers = choice.ways.map((kind): OfferedAnswer => ({
    kind,
    text: '',
    choices: new Map(),
    reading: { [code]: kind },
  }));
  return [{ id: code, about, code, field: fieldOf(about), header: '', answers }];
}

/** Rows that seem to be one enterprise's: parcels or phases of it, lines that repeat its land, the same again, or a row each. */
export function firmsQuestion(source: Source, headers: HeaderMatch, { mergeEnterprises }: EntityRules): Question[] {
  const open = openFirms(source, headers);
  // Rows of one code are one enterprise by a rule already.
  const groups = mergeEnterprises ? open.filter((group) => !areOfOneCode(source.rows, headers, group)) : open;
  if (groups.length === 0) return [];
  const [name, code] = ['enterprise', 'creditCode'].map((id) => headers.byField.get(id)?.column);
  const shown = (row: readonly Cell[]) => String(row[name ?? -1] ?? row[code ?? -1] ?? '').trim();
  const names = groups.map(([row = 0]) => shown(source.rows[row] ?? []));
  const header = names.slice(0, 3).join('、') + (names.length > 3 ? `等 ${names.length} 家` : '');
  const answers = firmAnswers(source.rows, headers, groups).map((kind): OfferedAnswer => ({
    kind,
    text: '',
    choices: new Map(),
    reading: { firms: kind },
  }));
  return [{ id: 'firms', about: 'rows', code: 'firms', field: fieldOf('enterprise'), header, answers }];
}

/** Rows with figures and without a name: more of the enterprise above, or nobody's. */
export function namelessQuestion(source: Source, headers: HeaderMatch): Question[] {
  const rows = openNameless(source, headers).flatMap(([, ...below]) => below);
  if (rows.length === 0) return [];
  const shown = rows.slice(0, 5).map((row) => `${sheetPrefix(source, row)}${String(sheetRow(source, row))}`);
  const header = shown.join('、') + (rows.length > shown.length ? ` 等 ${String(rows.length)}` : '');
  const answers = NAMELESS_ANSWERS.map((kind): OfferedAnswer => ({
    kind,
    text: '',
    choices: new Map(),
    reading: { nameless: kind },
  }));
  return [{ id: 'nameless', about: 'rows', code: 'nameless', field: fieldOf('enterprise'), header, answers }];
}

/** Columns of the same name are told apart by their letters. */
export function toldApart(source: Source, question: Question): Question {
  const isTwice = ({ kind, text }: OfferedAnswer) =>
    kind === 'column' && question.answers.filter((other) => other.text === text).length > 1;
  if (!question.answers.some(isTwice)) return question;
  const letters = ({ choices }: OfferedAnswer) => {
    const own = [...choices].find(([, { field }]) => typeof field === 'string')?.[0];
    return own === undefined ? '' : lettersOf(source, own);
  };
  const answers = question.answers.map((answer) =>
    isTwice(answer) && letters(answer) !== '' ? { ...answer, text: `${answer.text}（${letters(answer)}列）` } : answer,
  );
  return { ...question, answers };
}
