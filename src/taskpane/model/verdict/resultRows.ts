import { textAt } from '../../../engine/column/index';
import { cohortOf, explainAt, verdictAt, type Judgement } from '../../../engine/assess/index';
import { groundKind } from '../../../engine/policy/index';
import { wordsOfVerdict } from '../../../text/functions';
import { clausePlace, clauseText, GROUND_KINDS, reasonText, standingOn } from '../../../text/why';
import { leadOf, type Assessment } from './assessment';
import { sheetRow } from '../reading/places';
import type { Source } from '../reading/source';
import { gradeGrounds } from './gradeResults';
import { lackingNotes } from './lackingNotes';
import { measureBases, measureGrounds, measuresOnly } from './measureResults';

/** A verdict as a cell says it: the answer, 待核实：缺 …, or nothing for a row that is no data. */
export function verdictText(judgement: Judgement, row: number): string {
  return wordsOfVerdict(verdictAt(judgement, row));
}

/** A row's verdict as a cell says it: its own, or that of the unit it was brought into. */
export function verdictOfRow(assessment: Assessment, judgement: Judgement, row: number): string {
  return verdictText(judgement, leadOf(assessment, row) ?? row);
}

/** What is written beside a row's answers: why, the clauses by their places, and whether they are the document's own words. */
export interface WrittenGrounds {
  readonly text: string;
  readonly clauses: string;
  readonly kinds: string;
}

/** The grounds of every row, in steps: it yields how many rows are done, for 20,000 rows take seconds. */
export function* groundsOfRows(source: Source, assessment: Assessment): Generator<number, readonly WrittenGrounds[]> {
  const grounds: WrittenGrounds[] = [];
  for (let row = 0; row < assessment.whole.rows; row++) {
    const text = groundsOfRow(source, assessment, row);
    const kinds = text === '' ? '' : groundKindsOfRow(assessment, row);
    grounds.push({ text, clauses: clausesOfRow(assessment, row, text), kinds });
    if (row % 50 === 49) yield row + 1;
  }
  return grounds;
}

/** A row counted with another one says so; one that takes no part says why. */
export function groundsOfRow(source: Source, assessment: Assessment, row: number): string {
  const kind = assessment.whole.kinds[row];
  if (kind === 'leftOut') return `企业状态为“${textAt(assessment.read, 'enterpriseStatus', row) ?? ''}”，未参评。`;
  const lead = leadOf(assessment, row);
  if (kind !== 'merged' || lead === undefined) return groundsText(assessment, row);
  return `与第 ${String(sheetRow(source, lead))} 行合并判定。${groundsText(assessment, lead)}`;
}

/** The clauses that a row's grounds name, by their places; — where there are grounds without a clause, '' without grounds. */
function clausesOfRow(assessment: Assessment, row: number, grounds: string): string {
  const judged = leadOf(assessment, row) ?? row;
  const { tiers, paths, grades } = assessment;
  const graded = grades?.verdicts[judged];
  const cohort = grades && graded?.kind === 'ranked' ? cohortOf(grades.grading, graded.cohort) : undefined;
  const basis = graded?.kind === 'outright' ? graded.rule.basis : cohort?.basis;
  const places = [tiers, paths].flatMap((judgement) => {
    const verdict = judgement && verdictAt(judgement, judged);
    return verdict?.kind === 'answer' ? [clausePlace(verdict.rule.basis)] : [];
  });
  if (basis) places.push(clausePlace(basis));
  if (measuresOnly(assessment)) places.push(...measureBases(assessment, judged).map(clausePlace));
  if (places.length > 0) return [...new Set(places)].join('；');
  return grounds === '' ? '' : '—';
}

/** Whether what a row's answers stand on is the document's own words, each kind once: 原文；推定. */
function groundKindsOfRow(assessment: Assessment, row: number): string {
  const judged = leadOf(assessment, row) ?? row;
  const { tiers, paths, grades } = assessment;
  const graded = grades?.verdicts[judged];
  const ruled = graded && 'rule' in graded ? graded.rule.basis : undefined;
  const cohort = grades && graded?.kind === 'ranked' ? cohortOf(grades.grading, graded.cohort)?.basis : undefined;
  const own = [tiers, paths].map((judgement) => judgement && explainAt(judgement, judged).basis);
  const set = measuresOnly(assessment) ? measureBases(assessment, judged) : [];
  const kinds = [...own, ruled ?? cohort, ...set].flatMap((basis) => (basis ? [GROUND_KINDS[groundKind(basis)]] : []));
  return [...new Set(kinds)].join('；');
}

/** The reason and the clause behind a row's tier and path, in one text. */
function groundsText(assessment: Assessment, row: number): string {
  if (measuresOnly(assessment)) return measureGrounds(assessment, row);
  const { tiers, paths } = assessment;
  const parts = [
    { name: '档位', judgement: tiers },
    { name: '路径', judgement: paths },
  ];
  const texts = parts.map(({ name, judgement }) =>
    judgement ? labelled(name, groundsIn(judgement, row, judgement === tiers ? tierNotes(judgement) : [])) : '',
  );
  return [...texts, gradeGrounds(assessment, row)].filter((text) => text !== '').join('');
}

/** What a reader of a tier must know: whose target the line is. */
export function tierNotes({ context }: Judgement): string[] {
  const { tierNote } = context.policy.pack;
  return tierNote === undefined ? [] : [tierNote];
}

function groundsIn(judgement: Judgement, row: number, notes: readonly string[]): string {
  const explanation = explainAt(judgement, row);
  const reason = reasonText(explanation, [...notes, ...lackingNotes(judgement, row)]);
  if (reason === '') return '';
  const clause = clauseText(judgement.context.policy.pack, explanation.basis);
  return clause === '' ? reason : `${reason}${standingOn(clause)}。`;
}

function labelled(name: string, text: string): string {
  return text === '' ? '' : `${name}：${text}`;
}
