import { expect } from 'vitest';
import type { Judgement } from './judge';

/** Right, or the right question with nothing firm meanwhile, and everything said that must be said. */
export function isReadWell({ outcome, early, untold }: Judgement): boolean {
  return (outcome === 'right' || outcome === 'asked') && !early && untold.length === 0;
}

/** Something must be read well unless it is listed as not read well yet, and then must not: such a list only gets shorter. */
export function expectRead(name: string, judgements: readonly Judgement[], notYet: readonly string[]): void {
  const badly = judgements.filter((judgement) => !isReadWell(judgement));
  if (notYet.includes(name)) expect(badly, `${name} is read well now: take it off the list`).not.toEqual([]);
  else expect(badly).toEqual([]);
}
