import type { PackField, PolicyPack } from './pack';

/** How a rule asks whether a cell has nothing in it, and the word of the reading that answers. */
export const BLANK_WORDS = { 为空: '是', 不为空: '否' } as const;

/** The reading that tells whether a column of a policy is blank. */
export function blankName(column: string): string {
  return `${column}为空`;
}

/** The readings of blanks that a policy's rules ask for (`asked`) and that its file does not name itself. */
export function blanksAsked({ fields }: Pick<PolicyPack, 'fields'>, asked: ReadonlySet<string>): PackField[] {
  const known = new Set(fields.map(({ name }) => name));
  return fields
    .filter(({ name }) => asked.has(blankName(name)) && !known.has(blankName(name)))
    .map(({ name, field }) => ({ name: blankName(name), field, whenBlank: 'unknown', derive: 'isBlank' }));
}
