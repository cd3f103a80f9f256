import type { Lines } from '../../../engine/ledger/index';

/** Enterprises of several lines, and the one of them that counts. */
export interface LineChoice {
  readonly lines: Lines;
  /** The line's name, or the sign for all of them added up. */
  readonly chosen: string;
  /** Nobody has said yet, and neither the words nor the sums say it. */
  readonly open: boolean;
}

/** How land or tax that is merged over several enterprises falls to them: to none of them, to the first, or by their floors. */
export const SHARES = ['none', 'first', 'byFloor'] as const;
export type Share = (typeof SHARES)[number];

/** The ways that the ledger allows, and the one that counts meanwhile or for good. */
export interface SharedChoice {
  readonly ways: readonly Share[];
  readonly chosen: Share;
  /** Nobody has said yet. */
  readonly open: boolean;
}
