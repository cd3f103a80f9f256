import type { Field, FieldKind } from './field';

/** A column that a policy brings along: what the ledgers of its place call it, and what stands in it. */
export interface OwnColumn {
  readonly name: string;
  readonly kind: FieldKind;
  readonly synonyms: readonly string[];
  /** Of a number that is no land and no money. */
  readonly unit?: string;
}

const OWN = 'own:';

/**
 * The id of a policy's own column. It says all that is known of the column, so that whoever holds the id, in a worker or a
 * workbook, needs no list beside it.
 */
export function ownFieldId({ name, kind, synonyms, unit = '' }: OwnColumn): string {
  return OWN + JSON.stringify([name, kind, unit, ...synonyms]);
}

/** Whether an id is that of a policy's own column. */
export function isOwnField(id: string): boolean {
  return id.startsWith(OWN);
}

/** The field of such an id. */
export function ownFieldOf(id: string): Field {
  const [label = '', kind = 'text', , ...synonyms] = partsOf(id);
  return { id, label, kind: kind as FieldKind, headers: [label, ...synonyms] };
}

/** The unit of a policy's own column of numbers; '' where it says none. */
export function unitOfOwnField(id: string): string {
  return partsOf(id)[2] ?? '';
}

function partsOf(id: string): readonly string[] {
  return JSON.parse(id.slice(OWN.length)) as string[];
}
