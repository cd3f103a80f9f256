import { definedOnly } from '../column/definedOnly';
import type { PolicyPack } from '../policy/pack';
import { waiverPacks } from '../policy/packs';
import type { WaiverBasis } from './waiverGate';

/**
 * The texts a waiver may rest on for a ledger judged by a pack: the pack's own clause, for its own place alone, then the
 * national rule, known at second hand and marked so (domain/paths.md, Land-price waiver gate).
 */
export function waiverBases(pack: PolicyPack): WaiverBasis[] {
  return waiverPacks(pack).map((source) => ({
    packId: source.id,
    title: `《${source.title}》`,
    clause: source.waiver?.kind === 'cited' ? source.waiver.citation.place : '',
    status: source.waiver?.kind === 'reported' ? 'reported' : source.status,
    ...definedOnly({ from: source.from, until: source.until }),
  }));
}
