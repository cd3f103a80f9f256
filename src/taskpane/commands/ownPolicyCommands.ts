import { standingOf } from '../../engine/policy/index';
import { loadWholeSheet, POLICY_NAMES } from '../../engine/report/index';
import { STANDINGS } from '../../text/why';
import { freeSheetName } from '../../workbook/sheetName';
import { planSheets } from '../plans/planSheets';
import { appliedPolicy, withPolicy, type PaneState } from '../state/paneState';
import type { SizedFile } from '../state/shareState';
import type { Command } from './command';
import { defineCommand, message, tell, type PaneContext } from './context';
import { fetchOwnPolicies } from './fetchOwnPolicies';
import { nameTables } from './nameTables';
import { readBack } from './readPolicyBack';
import { understand } from './understand';
import { carryOut } from './writeCommands';

export interface OwnPolicyCommands {
  /** Loads the policy of the chosen files into this workbook. */
  readonly loadPolicy: Command<readonly SizedFile[]>;
  /** Takes the chosen policy out of the workbook. */
  readonly removePolicy: Command;
  /** Writes the policy as one sheet that says all of it; formulas follow it. */
  readonly writeWholePolicy: Command;
}

export function ownPolicyCommands(context: PaneContext): OwnPolicyCommands {
  return {
    loadPolicy: defineCommand<readonly SizedFile[]>(context, {
      name: 'loadPolicy',
      label: 'loadPolicy',
      during: 'reading',
      run: async (files) => (await fetchOwnPolicies()).loadPolicyFiles(context, files),
    }),
    removePolicy: defineCommand(context, {
      name: 'removePolicy',
      label: 'removePolicy',
      enabled: (state) => chosenOwn(state) !== undefined,
      during: 'reading',
      run: () => remove(context),
    }),
    writeWholePolicy: defineCommand(context, {
      name: 'writeWholePolicy',
      label: 'writeWholePolicy',
      enabled: ({ policyId }) => policyId !== undefined,
      during: 'writing',
      run: () => writeWhole(context),
    }),
  };
}

function chosenOwn({ policyId, policyWork }: PaneState) {
  return policyWork.own.find(({ pack }) => pack.id === policyId);
}

async function remove(context: PaneContext): Promise<void> {
  const state = context.store.get();
  const chosen = chosenOwn(state);
  if (!chosen) return;
  await understand(context, (now) => withPolicy(now, { asOf: now.asOf }));
  const { keepPolicies } = await fetchOwnPolicies();
  await keepPolicies(
    context,
    state.policyWork.own.filter((one) => one !== chosen),
  );
  tell(context, message('success', 'policyRemoved', { policy: chosen.pack.short }));
}

async function writeWhole(context: PaneContext): Promise<void> {
  const { store, port } = context;
  const policy = appliedPolicy(store.get());
  if (!policy) return;
  const { pack, asOf } = policy;
  const { edits } = store.get().policyWork.accepted ?? {};
  // Numbers of 政策参数 are no part of the pack: written whole they would be lost.
  if (edits && edits.overlay.values.size > 0) {
    tell(context, message('warning', 'policyEditedFirst'));
    return;
  }
  const taken = (await port.sheets()).map(({ name }) => name);
  const words = { policy: `${pack.short}（${STANDINGS[standingOf(pack, asOf)]}）` };
  const sheet = await loadWholeSheet(pack, words);
  const model = { ...sheet.model, name: freeSheetName(sheet.model.name, taken) };
  const isDone = await carryOut(context, planSheets('写政策全文', [model]), ({ sheet: { name } }) => ({
    place: `“${name}”`,
    message: message('success', 'wroteWholePolicy', { sheet: name }),
  }));
  if (!isDone) return;
  const told = store.get().message;
  await nameTables(context, [{ ...sheet, name: POLICY_NAMES.parameters }]);
  await readBack(context, { asWritten: true });
  if (told) tell(context, told);
}
