import type { PolicyPack } from '../policy/pack';
import { sha256 } from './sha256';

/** A hash of everything a policy says: its values with their dates and grounds, its rules and how it reads fields. */
export function packHash(pack: PolicyPack): string {
  return sha256(JSON.stringify(pack, (_, value: unknown) => (value instanceof Map ? [...value] : value)));
}
