import { parseDay, type Day } from '../../engine/quantity/index';
import { appliedPolicy, withPolicy } from '../state/paneState';
import type { PaneContext } from './context';
import { understand } from './understand';

const POLICY_KEY = 'mujun.policy';

/** Keeps the chosen policy and base date in the workbook. */
export async function keepPolicy({ store, port }: PaneContext): Promise<void> {
  const { policyId, asOf } = store.get();
  await port.saveSetting(POLICY_KEY, { id: policyId, ...(asOf === undefined ? {} : { asOf }) });
}

/** The policy an earlier session chose for this workbook. A policy is never chosen for a person who has not. */
export async function takePolicy(context: PaneContext): Promise<void> {
  const { port, store } = context;
  const kept = (await port.loadSetting(POLICY_KEY)) as { readonly id?: unknown; readonly asOf?: unknown } | undefined;
  const id = typeof kept?.id === 'string' ? kept.id : undefined;
  const { policyId, policyWork } = store.get();
  // One that was chosen since the pane was opened goes before.
  if (policyId !== undefined || id === undefined || !appliedPolicy({ policyId: id, policyWork })) return;
  const asOf = typeof kept?.asOf === 'string' ? dayAsTyped(kept.asOf) : undefined;
  await understand(context, (state) => withPolicy(state, { id, asOf }));
}

/** A day as it was typed; nothing where nothing was. */
export function dayAsTyped(text: string): Day | undefined {
  return text.trim() === '' ? undefined : parseDay(text);
}
