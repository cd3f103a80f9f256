import { definedOnly } from '../column/definedOnly';
import type { Basis } from './pack';

/** What an entry of a file may stand on; the schema sees to it that one of them is there. */
export interface Grounds {
  readonly citation?: { place: string; quote: string; document?: string | undefined } | undefined;
  readonly assumption?: string | undefined;
  readonly reported?: { source: string; seen: string; note: string } | undefined;
}

/** What an entry of a file stands on; `document` is the title of the one that says it, where that is another than the policy's. */
export function toBasis({ citation, assumption, reported }: Grounds, document?: string): Basis {
  if (citation) {
    const { place, quote, document: said = document } = citation;
    return {
      kind: 'cited',
      citation: { place, quote, ...definedOnly({ document: said }) },
      ...definedOnly({ assumption }),
    };
  }
  if (reported) return { kind: 'reported', ...reported };
  if (assumption !== undefined) return { kind: 'assumed', assumption };
  throw new Error('a value without a basis'); // the schema refuses it first
}

/**
 * Whether the document says it, it was only read so, or it is known at second hand. Words of a draft are known at second hand
 * where the issued text is the policy's; what an assumption was needed for is assumed, whatever else is quoted.
 */
export function groundKind(basis: Basis): Basis['kind'] {
  if (basis.kind !== 'cited') return basis.kind;
  if (basis.assumption !== undefined) return 'assumed';
  return basis.citation.document === undefined ? 'cited' : 'reported';
}
