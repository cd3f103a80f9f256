import type { PaneState } from './paneState';
import { consequencesOf } from '../model/share/consequencesOf';
import type { Collected, ShareState } from './shareState';

/** A state with something of the 共享 screen changed. */
export function withShare(state: PaneState, change: Partial<ShareState>): PaneState {
  return { ...state, share: { ...state.share, ...change } };
}

/** Compared files with what the changes accepted so far would do to tiers, paths and sums. */
export function withCollected(state: PaneState, collected: Omit<Collected, 'consequences' | 'shifts'>): PaneState {
  const { source, understanding } = state;
  if (!source || !understanding) return state;
  return withShare(state, {
    collected: { ...collected, ...consequencesOf(source, understanding.assessment, collected) },
  });
}

/** The comparison is done with, or dropped. */
export function withoutCollected(state: PaneState): PaneState {
  const { collected: _collected, ...share } = state.share;
  return { ...state, share };
}
