import { createContext, use, useSyncExternalStore, type ReactNode } from 'react';
import type { Language } from '../../text/language';
import type { PaneText } from '../../text/pane';
import type { Commands } from '../commands/commands';
import type { Environment } from '../model/environmentText';
import type { PaneState } from '../state/paneState';
import type { Store } from '../state/store';

/** What every component may ask for: the words, the commands, and the state. */
export interface Pane {
  readonly store: Store<PaneState>;
  readonly commands: Commands;
  readonly t: PaneText;
  readonly language: Language;
  readonly thisYear: () => number;
  /** The ways by which files can leave the pane here. */
  /** What is known of where the pane runs. */
  readonly environment: () => Promise<Environment>;
  readonly saving: { readonly download: boolean; readonly sure: boolean; readonly open: boolean };
}

const Context = createContext<Pane | undefined>(undefined);

export function PaneProvider({ pane, children }: { readonly pane: Pane; readonly children: ReactNode }) {
  return <Context value={pane}>{children}</Context>;
}

export function usePane(): Pane {
  const pane = use(Context);
  if (!pane) throw new Error('usePane outside PaneProvider');
  return pane;
}

/** A part of the state; the component renders again when that part is another one. */
export function usePaneState<Part>(select: (state: PaneState) => Part): Part {
  const { store } = usePane();
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
