import { parseDay } from '../../engine/quantity/index';
import { standingOf } from '../../engine/policy/index';
import { applyPolicy, type AppliedPolicy } from '../../engine/assess/index';
import { decisionSheet, parameterSheet, POLICY_NAMES, type NamedSheet } from '../../engine/report/index';
import { STANDINGS } from '../../text/why';
import { freeSheetName } from '../../workbook/sheetName';
import { comparisonOf } from '../model/policy/compare';
import type { FormulaDoubt } from '../model/policy/formulaUnits';
import { doubtsNow } from './enteredFormulas';
import type { LocatedCell } from '../model/policy/policyTables';
import { knownPolicy } from '../state/ownPolicies';
import { appliedPolicy, withEdits, withPolicyWork, type PaneState } from '../state/paneState';
import { planSheets } from '../plans/planSheets';
import type { Command } from './command';
import { defineCommand, message, tell, type PaneContext } from './context';
import { inSlices } from './inSlices';
import { nameTables } from './nameTables';
import { ownPolicyCommands, type OwnPolicyCommands } from './ownPolicyCommands';
import { ACCEPTED_KEY } from './policyRanges';
import { acceptReview, readBack } from './readPolicyBack';
import { understand } from './understand';
import { carryOut } from './writeCommands';

export interface PolicyCommands extends OwnPolicyCommands {
  /** Writes 政策参数 and 判定表; a second time only on purpose, for formulas then follow the new ones. */
  readonly writePolicySheets: Command;
  readonly rewritePolicySheets: Command;
  readonly readPolicySheets: Command;
  readonly acceptEdits: Command;
  readonly dropEdits: Command;
  readonly goToCell: Command<LocatedCell>;
  readonly comparePolicy: Command<{ readonly id: string; readonly asOf: string }>;
  readonly closeComparison: Command;
  readonly setMargin: Command<number>;
  readonly checkFormulas: Command;
  /** Writes the formula that was proposed in place of the one that stands there. */
  readonly correctFormula: Command<FormulaDoubt>;
}

export function policyCommands(context: PaneContext): PolicyCommands {
  return { ...ownPolicyCommands(context), ...sheetCommands(context), ...lookCommands(context) };
}

type SheetCommands = Pick<
  PolicyCommands,
  'writePolicySheets' | 'rewritePolicySheets' | 'readPolicySheets' | 'acceptEdits' | 'dropEdits'
>;

function sheetCommands(context: PaneContext): SheetCommands {
  const chosen = ({ policyId }: PaneState) => policyId !== undefined;
  const write = { label: 'writePolicySheets', enabled: chosen, during: 'writing' } as const;
  return {
    writePolicySheets: defineCommand(context, {
      ...write,
      name: 'writePolicySheets',
      run: () => writePolicySheets(context, false),
    }),
    rewritePolicySheets: defineCommand(context, {
      ...write,
      name: 'rewritePolicySheets',
      label: 'rewritePolicySheets',
      run: () => writePolicySheets(context, true),
    }),
    readPolicySheets: defineCommand(context, {
      name: 'readPolicySheets',
      label: 'readPolicySheets',
      enabled: chosen,
      during: 'reading',
      run: () => readBack(context),
    }),
    acceptEdits: defineCommand(context, {
      name: 'acceptEdits',
      label: 'acceptEdits',
      enabled: ({ policyWork }) => policyWork.review?.kind === 'changes',
      during: 'reading',
      run: () => acceptReview(context),
    }),
    dropEdits: defineCommand(context, {
      name: 'dropEdits',
      label: 'dropEdits',
      enabled: ({ policyWork }) => policyWork.accepted !== undefined,
      during: 'reading',
      run: async () => {
        if (!(await understand(context, (state) => withEdits(state, undefined)))) return;
        await context.port.saveSetting(ACCEPTED_KEY, undefined);
        tell(context, message('success', 'editsDropped'));
      },
    }),
  };
}

function lookCommands(context: PaneContext): Omit<PolicyCommands, keyof SheetCommands | keyof OwnPolicyCommands> {
  const { store, port } = context;
  const assessed = ({ understanding }: PaneState) => understanding?.assessment.policy !== undefined;
  return {
    goToCell: defineCommand<LocatedCell>(context, {
      name: 'goToCell',
      label: 'goToRow',
      run: ({ sheetId, area }) => port.select(sheetId, area),
    }),
    comparePolicy: defineCommand<{ readonly id: string; readonly asOf: string }>(context, {
      name: 'comparePolicy',
      label: 'comparePolicy',
      enabled: assessed,
      during: 'collecting',
      run: (other) => compare(context, other),
    }),
    closeComparison: defineCommand(context, {
      name: 'closeComparison',
      label: 'closeComparison',
      enabled: ({ policyWork }) => policyWork.comparison !== undefined,
      run: () => store.update((state) => withPolicyWork(state, {}, 'comparison')),
    }),
    setMargin: defineCommand<number>(context, {
      name: 'setMargin',
      label: 'margin',
      run: (margin) => store.update((state) => withPolicyWork(state, { margin })),
    }),
    checkFormulas: defineCommand(context, {
      name: 'checkFormulas',
      label: 'checkFormulas',
      during: 'reading',
      run: () => checkFormulas(context),
    }),
    correctFormula: defineCommand<FormulaDoubt>(context, {
      name: 'correctFormula',
      label: 'correctFormula',
      during: 'writing',
      run: (doubt) => correctFormula(context, doubt),
    }),
  };
}

async function writePolicySheets(context: PaneContext, again: boolean): Promise<void> {
  const { store, port } = context;
  const policy = appliedPolicy(store.get());
  if (!policy) return;
  const earlier = await port.namedCells(POLICY_NAMES.parameters);
  if (earlier && !again) {
    tell(context, message('warning', 'policySheetsExist'));
    return;
  }
  const [parameters, decisions] = await namedSheets(context, policy);
  const plan = planSheets('写政策参数和判定表', [parameters.model, decisions.model]);
  const isDone = await carryOut(context, plan, ({ sheet, sheets }) => ({
    place: sheets.map(({ name }) => `“${name}”`).join('、'),
    message: message('success', 'wrotePolicySheets', { sheet: sheet.name, rules: sheets[1]?.name ?? '' }),
  }));
  if (isDone) await nameTables(context, [parameters, decisions]);
}

/** The sheets' names are settled first: the formulas of one refer to the other. */
async function namedSheets({ port }: PaneContext, policy: AppliedPolicy): Promise<[NamedSheet, NamedSheet]> {
  const taken = (await port.sheets()).map(({ name }) => name);
  const { pack, asOf } = policy;
  const status = STANDINGS[standingOf(pack, asOf)];
  const words = { policy: `${pack.short}（${status}${asOf === undefined ? '' : `，基准日 ${asOf}`}）` };
  const rules = decisionSheet(policy, words);
  const decisions = { ...rules, model: { ...rules.model, name: freeSheetName(rules.model.name, taken) } };
  return [parameterSheet(policy, words, decisions), decisions];
}

async function compare(context: PaneContext, other: { readonly id: string; readonly asOf: string }): Promise<void> {
  const { store } = context;
  const { source, understanding, rules } = store.get();
  const pack = knownPolicy(store.get().policyWork.own, other.id);
  if (!source || !understanding || !pack) return;
  const asOf = other.asOf.trim() === '' ? undefined : parseDay(other.asOf);
  const { mapping, assessment } = understanding;
  const given = { source, headers: mapping.headers, rules, before: assessment };
  const steps = comparisonOf(given, applyPolicy(pack, asOf === undefined ? {} : { asOf }));
  const comparison = await inSlices(context, steps);
  if (comparison !== 'stopped') store.update((state) => withPolicyWork(state, { comparison }));
}

async function checkFormulas({ store, port }: PaneContext): Promise<void> {
  const doubts = await doubtsNow(port);
  store.update((state) => withPolicyWork(state, { doubts }));
}

async function correctFormula(context: PaneContext, { at, formula, proposed }: FormulaDoubt): Promise<void> {
  const block = { area: at.area, formulas: [[proposed]], replaces: [[formula]] };
  await carryOut(context, { title: '改正公式', sheet: { id: at.sheetId }, blocks: [block] }, () => ({
    place: `“${at.sheet}”!${at.address}`,
    message: message('success', 'correctedFormula', { sheet: at.sheet, address: at.address }),
  }));
  await checkFormulas(context);
}
