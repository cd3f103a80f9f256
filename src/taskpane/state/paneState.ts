import type { Day } from '../../engine/quantity/index';
import type { Steps } from '../../engine/column/index';
import {
  type ColumnChoice,
  type Fix,
  proposedFixesSteps,
  withoutFields,
  ownUnitDoubts,
  withOwnColumns,
} from '../../engine/ledger/index';
import { EVERY_ROW_ITSELF, type EntityRules } from '../../engine/entity/index';
import { applyPolicy, type AppliedPolicy } from '../../engine/assess/index';
import type { PaneCode, PaneValues } from '../../text/pane';
import type { SheetRef, WriteReceipt } from '../../workbook/port';
import { askedFields, assessSteps, wantedFields, type Assessment } from '../model/verdict/assessment';
import { barsOf, gradeBars, missingBars, type Bar, type BarSize, type RowFilter } from '../model/verdict/bars';
import type { CleanLedger } from '../model/verdict/concluded';
import { columnLines, type ColumnLine } from '../model/reading/columns';
import type { FindingGroup } from '../model/findings/findingGroup';
import { withoutDoubtful } from '../model/findings/doubtfulCells';
import { findingGroupsSteps } from '../model/findings/findings';
import { mappingOf, type Choices, type Mapping } from '../model/reading/mapping';
import { heldBack, questionsOf, type Question } from '../model/reading/questions';
import type { Busy } from './busy';
import { knownPolicy } from './ownPolicies';
import { initialPolicyWork, type AcceptedEdits, type PolicyWork } from './policyWork';
import { initialShare, type ShareState } from './shareState';
import { initialSimulation, type SimulationState } from './simulationState';
import { piecesRead } from '../model/reading/places';
import type { Source } from '../model/reading/source';
import { initialTargets, type TargetState } from './targetState';

export type Screen = 'ledger' | 'verdict' | 'simulation' | 'targets' | 'policy' | 'share' | 'about';
export type WriteAs = 'values' | 'formulas';

/** What a person is told after a command. */
export interface Message {
  readonly intent: 'success' | 'info' | 'warning' | 'error';
  readonly code: PaneCode;
  readonly values: PaneValues;
}

/** What the pane makes of the ledger: everything here follows from the source, the choices and the policy. */
export interface Understanding {
  readonly mapping: Mapping;
  readonly questions: readonly Question[];
  readonly columns: readonly ColumnLine[];
  readonly assessment: Assessment;
  readonly findings: readonly FindingGroup[];
  /** Cells that could be tidied on a person's word. */
  readonly fixes: readonly Fix[];
  readonly tierBars: readonly Bar[];
  readonly pathBars: readonly Bar[];
  readonly gradeBars: readonly Bar[];
  readonly missingBars: readonly Bar[];
}

/** A write that can be taken back, and where it went. */
export interface Written {
  readonly receipt: WriteReceipt;
  readonly place: string;
  /** What was written along with it, to be taken back with it. */
  readonly also?: readonly WriteReceipt[];
  /** It changed cells of the ledger: after it is taken back the ledger is read again. */
  readonly changesSource?: boolean;
  /** For results: what they were made of, so that the same is not written twice. */
  readonly of?: { readonly assessment: Assessment; readonly writeAs: WriteAs };
  /** Names of the workbook that came with it, and the formula each stood for before. */
  readonly names?: readonly { readonly name: string; readonly before?: string }[];
}

export interface PaneState {
  readonly screen: Screen;
  /** Where 返回 leads from a screen that has no tab. */
  readonly returnTo?: Screen;
  readonly customFunctions: boolean;
  readonly busy?: Busy;
  readonly message?: Message;
  readonly sheets: readonly SheetRef[];
  readonly source?: Source;
  /** People's decisions on the ledger stand there. */
  readonly cleanLedger?: CleanLedger;
  readonly choices: Choices;
  /** How rows become the units that are judged. */
  readonly rules: EntityRules;
  readonly policyId?: string;
  readonly asOf?: Day;
  readonly understanding?: Understanding;
  /** Cells of the ledger were changed after they were read. */
  readonly stale: boolean;
  readonly selectedRow?: number;
  readonly measure: BarSize;
  readonly filter?: RowFilter;
  /** How many of its rows are selected on the sheet. */
  readonly filterSelected?: number;
  readonly writeAs: WriteAs;
  /** Results of an earlier time under the same names are brought up to date, unless a person wants new columns. */
  readonly writeTo: 'update' | 'beside';
  readonly written?: Written;
  readonly simulation: SimulationState;
  readonly targets: TargetState;
  readonly policyWork: PolicyWork;
  readonly share: ShareState;
}

export function initialState(customFunctions: boolean): PaneState {
  return {
    screen: 'ledger',
    customFunctions,
    sheets: [],
    choices: new Map(),
    rules: EVERY_ROW_ITSELF,
    stale: false,
    measure: 'count',
    writeAs: 'values',
    writeTo: 'update',
    simulation: initialSimulation(),
    targets: initialTargets(),
    policyWork: initialPolicyWork(),
    share: initialShare(),
  };
}

/** A state without some of its optional parts. */
export function without<Key extends keyof PaneState>(state: PaneState, ...keys: readonly Key[]): Omit<PaneState, Key> {
  const left = { ...state };
  for (const key of keys) Reflect.deleteProperty(left, key);
  return left;
}

/** The policy chosen, with its values of the base date, and the workbook's own edits of it where they were accepted. */
export function appliedPolicy(
  given: Pick<PaneState, 'policyId' | 'asOf'> & {
    readonly policyWork?: Pick<PolicyWork, 'accepted'> & Partial<Pick<PolicyWork, 'own'>>;
  },
): AppliedPolicy | undefined {
  const { policyId, asOf, policyWork } = given;
  const pack = policyId === undefined ? undefined : knownPolicy(policyWork?.own ?? [], policyId);
  const accepted = policyWork?.accepted;
  const day = asOf === undefined ? {} : { asOf };
  if (!pack || accepted?.packId !== pack.id) return pack && applyPolicy(pack, day);
  const { edits } = accepted;
  const edited = accepted.differences.length > 0;
  return { ...applyPolicy(edits.pack, { ...day, overlay: edits.overlay }), edited };
}

/** The workbook's own policy put in force, or taken out of it. */
export function withEdits(state: PaneState, accepted: AcceptedEdits | undefined): PaneState {
  const cleared = withPolicyWork(state, {}, 'accepted', 'review', 'comparison');
  return accepted ? withPolicyWork(cleared, { accepted }) : cleared;
}

/** The work on policies with some parts replaced and others left out. */
export function withPolicyWork(
  state: PaneState,
  parts: Partial<PolicyWork>,
  ...left: readonly (keyof PolicyWork)[]
): PaneState {
  const policyWork = { ...state.policyWork, ...parts };
  for (const key of left) Reflect.deleteProperty(policyWork, key);
  return { ...state, policyWork };
}

/** A newly read ledger: what was found, filtered or selected in an older one is forgotten. */
export function withSource(
  state: PaneState,
  source: Source,
  { choices, cleanLedger }: { readonly choices: Choices; readonly cleanLedger?: CleanLedger | undefined },
): PaneState {
  const fresh = without(state, 'understanding', 'selectedRow', 'filter', 'cleanLedger');
  // Results of an earlier session that are formulas are brought up to date as formulas, until a person says otherwise.
  const isLive = state.customFunctions && !state.source?.results && source.resultFormulas === true;
  const writeAs = isLive ? 'formulas' : state.writeAs;
  return { ...fresh, source, choices, writeAs, stale: false, ...(cleanLedger ? { cleanLedger } : {}) };
}

/** The sheet read holds no ledger, or could not be read. */
export function withoutSource(state: PaneState): PaneState {
  const fresh = without(state, 'source', 'understanding', 'selectedRow', 'filter', 'cleanLedger');
  return { ...fresh, choices: new Map(), stale: false };
}

/** The sheets of the workbook as they are now; of a ledger that lost some of its sheets the rest must be read again. */
export function withSheets(state: PaneState, sheets: readonly SheetRef[]): PaneState {
  const isHere = (id: string) => sheets.some((sheet) => sheet.id === id);
  const own = (state.source ? piecesRead(state.source) : []).map(({ contents }) => isHere(contents.sheet.id));
  if (own.length === 0 || own.every(Boolean)) return { ...state, sheets };
  return { ...(own.some(Boolean) ? { ...state, stale: true } : withoutSource(state)), sheets };
}

/** A person's word on some columns, laid over what was said before. */
export function withChoices(state: PaneState, choices: ReadonlyMap<number, ColumnChoice>): PaneState {
  const merged = new Map(state.choices);
  for (const [column, choice] of choices) merged.set(column, { ...merged.get(column), ...choice });
  return { ...state, choices: merged };
}

/** A person's word on how rows become units. */
export function withRules(state: PaneState, rules: EntityRules): PaneState {
  return { ...without(state, 'filter'), rules };
}

export function withPolicy(
  state: PaneState,
  policy: { readonly id?: string | undefined; readonly asOf?: Day | undefined },
): PaneState {
  const { id, asOf } = policy;
  return {
    ...without(state, 'policyId', 'asOf', 'filter'),
    ...(id === undefined ? {} : { policyId: id }),
    ...(asOf === undefined ? {} : { asOf }),
  };
}

/** Cells of a sheet were changed by somebody: what was computed from them is marked. */
export function withChangedCells(
  state: PaneState,
  change: { readonly sheetId: string; readonly touches: (source: Source) => boolean },
): PaneState {
  const ownPolicy = state.policyWork.sheetIds.includes(change.sheetId);
  const now = ownPolicy ? withPolicyWork(state, { edited: true }) : state;
  const { source, cleanLedger } = now;
  if (!source || now.stale) return now;
  const ofLedger = change.touches(source);
  // What people decide there is part of the results.
  return ofLedger || cleanLedger?.sheet.id === change.sheetId ? { ...now, stale: true } : now;
}

/** Everything that follows from source, choices, policy and rules, computed anew in steps; undefined without a ledger. */
export function* understandingSteps(state: PaneState): Steps<Understanding | undefined> {
  const { source, choices, rules, cleanLedger } = state;
  if (!source) return undefined;
  const policy = appliedPolicy(state);
  const wanted = wantedFields(policy);
  const understood = mappingOf(source, choices);
  const setAside = (column: number) => choices.get(column)?.field === null;
  const headers = withOwnColumns(understood.headers, [...wanted], setAside);
  const ofPolicy = ownUnitDoubts(headers, source.rows).filter(({ match }) => wanted.has(match.field.id));
  const mapping = { ...understood, headers, guesses: [...understood.guesses, ...ofPolicy] };
  yield;
  const questions = questionsOf(source, mapping, askedFields(policy), rules);
  const firm = withoutFields(mapping.headers, heldBack(questions));
  const assessment = yield* assessSteps(source, firm, { policy, rules, cleanLedger });
  const findings = yield* findingGroupsSteps(
    source,
    assessment,
    mapping.hidden,
    new Set(questions.map(({ about }) => about)),
  );
  const proposed = yield* proposedFixesSteps(assessment.read, source.rows);
  const fixes = withoutDoubtful(source, proposed, findings);
  const tierBars = barsOf(assessment, 'tier');
  yield;
  const pathBars = barsOf(assessment, 'path');
  yield;
  return {
    ...{ mapping, questions, assessment, findings, fixes, tierBars, pathBars },
    gradeBars: gradeBars(assessment),
    columns: columnLines(source, mapping, { wanted, questions }),
    missingBars: policy ? missingBars(assessment) : [],
  };
}

/** Whether two states ask for the same understanding. */
export function sameInputs(a: PaneState, b: PaneState): boolean {
  const inputs = ['source', 'cleanLedger', 'choices', 'rules', 'policyId', 'asOf'] as const;
  return (
    inputs.every((input) => a[input] === b[input]) &&
    a.policyWork.accepted === b.policyWork.accepted &&
    a.policyWork.own === b.policyWork.own
  );
}

/** A state with what was understood of its ledger. */
export function withUnderstanding(state: PaneState, understanding: Understanding | undefined): PaneState {
  // A comparison is about an assessment that is gone.
  const now = withPolicyWork(state, {}, 'comparison');
  return understanding ? { ...now, understanding } : without(now, 'understanding');
}

const NO_ROWS: readonly number[] = [];

/** The rows a filter lets through; none without one. The same rows are the same array, so that nothing renders twice. */
export function filteredRows({ understanding, filter }: PaneState): readonly number[] {
  if (!understanding || !filter) return NO_ROWS;
  const { tierBars, pathBars, gradeBars: graded, missingBars: missing } = understanding;
  const bars = { tier: tierBars, path: pathBars, grade: graded, missing }[filter.kind];
  return bars.find((bar) => bar.filter.key === filter.key)?.rows ?? NO_ROWS;
}
