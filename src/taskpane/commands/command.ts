import type { PaneCode } from '../../text/pane';
import type { PaneState } from '../state/paneState';

/** Something a person can do, shared by buttons, the keyboard and tests. `run` never rejects: failures become messages. */
export interface Command<Input = void> {
  readonly name: string;
  readonly label: PaneCode;
  readonly enabled: (state: PaneState) => boolean;
  readonly run: (input: Input) => Promise<void>;
}
