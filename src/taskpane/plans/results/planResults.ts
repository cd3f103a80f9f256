import { findPack } from '../../../engine/policy/index';
import { POLICY_NAMES } from '../../../engine/report/index';
import type { WritePlan } from '../../../workbook/port';
import { STANDINGS } from '../../../text/why';
import { paneText } from '../../../text/pane';
import { isByUnits, type Assessment } from '../../model/verdict/assessment';
import { tallyText } from '../../model/verdict/tally';
import type { PaneState } from '../../state/paneState';
import { PATH_HEADER, TIER_HEADER, WHY_HEADERS } from '../../model/reading/resultHeaders';
import { PRELIMINARY } from '../../model/reading/ownSheet';
import { piecesRead } from '../../model/reading/places';
import type { WrittenGrounds } from '../../model/verdict/resultRows';
import type { Source } from '../../model/reading/source';
import { sheetsNamed } from '../../model/reading/whereCellsStand';
import type { FormulaArgument } from './formulaArguments';
import { planFormulas, type FormulaPlan, type FunctionAnswers } from './formulas';
import { earlierPlace, placesOf, type Place } from './place';
import { planFormulaColumns, planValueColumns, valueHeaders } from './planColumns';
import { planResultSheet } from './planResultSheet';

/** Where results would go now, told to the person before anything is written. */
export function previewPlace(state: PaneState): Place | undefined {
  const { source, understanding, writeTo } = state;
  if (!source || !understanding?.assessment.policy) return undefined;
  const earlier = writeTo === 'update' ? updatablePlace(state) : undefined;
  if (earlier) return earlier;
  const places = placesOf(source, headersOf(state, understanding.assessment).length);
  return 'kind' in places ? places : places[0];
}

/** Where results of an earlier time can be brought up to date; undefined where there are none of the same columns. */
export function updatablePlace(state: PaneState): (Place & { kind: 'columns' }) | undefined {
  const { source, understanding } = state;
  if (!source || !understanding?.assessment.policy) return undefined;
  return earlierPlace(source, headersOf(state, understanding.assessment));
}

function headersOf(state: PaneState, assessment: Assessment): readonly string[] {
  return asValues(state) ? valueHeaders(assessment) : formulaHeaders(assessment);
}

/** A formula goes over one table's rows, each of which has its cell for every field. */
function asValues({
  source,
  understanding,
  writeAs,
}: Pick<PaneState, 'source' | 'understanding' | 'writeAs'>): boolean {
  const headers = understanding?.assessment.read.headers;
  const isSum = headers !== undefined && [...headers.byField.values()].some(({ plus }) => plus !== undefined);
  const isSeveral = (source ? piecesRead(source).length : 1) > 1 || source?.years !== undefined;
  const isNoTable = understanding !== undefined && noTable(understanding.assessment);
  return writeAs === 'values' || isNoTable || isSum || isSeveral;
}

/** Grades and measures without tiers and paths are written as values: as formulas grades stand on 标准台账. */
export function noTable({ tiers, paths }: Assessment): boolean {
  return !tiers && !paths;
}

function formulaHeaders({ tiers, paths }: Assessment): string[] {
  return [...(tiers ? [TIER_HEADER] : []), ...(paths ? [PATH_HEADER, ...WHY_HEADERS] : [])];
}

export type ResultPlan =
  | { readonly kind: 'plan'; readonly plan: WritePlan }
  /** Formulas judge row by row, and rows are counted otherwise. */
  | { readonly kind: 'byUnits' }
  /** A policy of the workbook's own that no cells say yet: a formula cannot reach it. */
  | { readonly kind: 'unwritten'; readonly policy: string }
  | (FormulaPlan & { kind: 'differ' });

/** Whether the results are written in words of their own, so that every row's grounds are needed. */
export function needsGrounds(state: PaneState): boolean {
  const { assessment } = state.understanding ?? {};
  return (assessment !== undefined && asValues(state)) || previewPlace(state)?.kind === 'newSheet';
}

/** The plan for writing the results of a judged ledger, as the person chose; `grounds` by row, where they are needed. */
export function planResults(
  state: PaneState,
  answers: FunctionAnswers,
  grounds: readonly WrittenGrounds[],
): ResultPlan | undefined {
  const { source, understanding } = state;
  const place = previewPlace(state);
  if (!source || !understanding || !place) return undefined;
  const { assessment } = understanding;
  const note = noteOf(assessment);
  if (place.kind === 'newSheet') {
    return {
      kind: 'plan',
      plan: planResultSheet(source, assessment, { note: sheetNote(source, assessment, note), grounds }),
    };
  }
  if (asValues(state)) {
    const beside = placesOf(source, valueHeaders(assessment).length);
    const places = place.isUpdate ? [place] : 'kind' in beside ? [] : beside;
    return { kind: 'plan', plan: planValueColumns(source, assessment, { places, note, grounds }) };
  }
  if (isByUnits(assessment)) return { kind: 'byUnits' };
  const { pack } = assessment.policy ?? {};
  const own = ownPolicy(state);
  if (pack && !own.policy && !findPack(pack.id)) return { kind: 'unwritten', policy: pack.short };
  const formulas = planFormulas({ source, assessment, column: place.body.column, answers, ...own });
  if (formulas.kind === 'differ') return formulas;
  return { kind: 'plan', plan: planFormulaColumns(source, formulas.columns, { place, note }) };
}

/** 系统初步研判，须经认定（嵊州2021，征求意见稿，基准日 2023-06-30）. */
export function noteOf({ policy, standing }: Assessment): string {
  if (!policy) return PRELIMINARY;
  const status = standing === undefined ? '' : `，${STANDINGS[standing]}`;
  const edited = policy.edited === true ? '，按本工作簿修改' : '';
  return `${PRELIMINARY}（${policy.pack.short}${status}${edited}${policy.asOf ? `，基准日 ${policy.asOf}` : ''}）`;
}

function sheetNote(source: Source, assessment: Assessment, note: string): string {
  return `${note}。原表：${sheetsNamed(source)}，${tallyText(assessment, paneText('zh-CN'))}`;
}

/** Formulas that are to follow the workbook's own policy refer to it by its name. */
function ownPolicy({ policyWork, policyId }: PaneState): { readonly policy?: FormulaArgument } {
  const { accepted } = policyWork;
  if (!accepted || accepted.packId !== policyId) return {};
  if (accepted.differences.length === 0 && findPack(accepted.packId)) return {};
  return { policy: { text: POLICY_NAMES.parameters, cells: accepted.parameters.cells } };
}
