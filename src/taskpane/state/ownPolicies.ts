import { findPack, type PolicyTexts, type PolicyPack } from '../../engine/policy/index';
import type { Rows } from '../../engine/ledger/index';

/** The XML part in which a workbook keeps the policies that were loaded into it. */
export const POLICIES_NAMESPACE = 'urn:mujun:policies';

/** What a workbook keeps of a policy that does not ship: the texts of its files, or the cells of the sheet it was read from. */
export type KeptPolicy = { readonly folder: PolicyTexts } | { readonly cells: Rows };

/** A policy of the workbook's own, as it was loaded. */
export interface OwnPolicy {
  readonly pack: PolicyPack;
  readonly kept: KeptPolicy;
}

/** The policy of an id or name in a workbook: one that ships, else one of its own. */
export function knownPolicy(own: readonly OwnPolicy[], name: string): PolicyPack | undefined {
  return own.find(({ pack }) => pack.id === name)?.pack ?? findPack(name);
}

/** With one more, in place of an earlier one of the same id. */
export function withOwnPolicy(own: readonly OwnPolicy[], added: OwnPolicy): readonly OwnPolicy[] {
  return [...own.filter(({ pack }) => pack.id !== added.pack.id), added];
}
