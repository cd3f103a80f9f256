import { definedOnly } from '../column/definedOnly';
import type { Basis, Citation } from './pack';

/** What an entry of a file may stand on; the schema sees to it that one of them is there. */
export interface Grounds {
  readonly citation?: Citation | undefined;
  readonly assumption?: string | undefined;
  readonly reported?: { source: string; seen: string; note: string } | undefined;
}

/** What an entry of a file stands on. */
export function toBasis({ citation, assumption, reported }: Grounds): Basis {
  if (citation) return { kind: 'cited', citation, ...definedOnly({ assumption }) };
  if (reported) return { kind: 'reported', ...reported };
  if (assumption !== undefined) return { kind: 'assumed', assumption };
  throw new Error('a value without a basis'); // the schema refuses it first
}
