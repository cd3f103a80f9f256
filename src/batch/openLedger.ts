import { answerHere, FUNCTIONS } from '../functions/all';
import { openPackage } from '../package/openPackage';
import { createCommands, type Commands } from '../taskpane/commands/commands';
import type { PaneContext } from '../taskpane/commands/context';
import { watched } from '../taskpane/commands/journal';
import { clock } from '../taskpane/clock';
import { initialState, type PaneState } from '../taskpane/state/paneState';
import { createStore } from '../taskpane/state/store';
import { VERSION } from '../taskpane/version';
import { createFilePort, type FilePort } from '../workbook/file/createFilePort';
import { createGate } from '../worker/gate';
import type { PolicyAsked } from './policyAsked';

/** A file with the pane's own commands over it, and nobody looking. */
export interface OpenedLedger {
  readonly port: FilePort;
  readonly commands: Commands;
  readonly state: () => PaneState;
}

/** Opens the bytes of a workbook and reads its ledger as the pane does. Throws PackageError for a file that cannot be opened. */
export async function openLedger(bytes: Uint8Array, policy?: PolicyAsked): Promise<OpenedLedger> {
  const names = FUNCTIONS.map(({ name }) => name);
  const port = createFilePort(openPackage(bytes, {}, names));
  const store = createStore(initialState(false));
  const commands = createCommands(contextOver(port, store, names));
  // A policy that ships is chosen first, so that the ledger is understood once; one of the person's own joins those that the workbook keeps.
  if (!policy?.files) await choose(commands, policy);
  await commands.open.run();
  if (policy?.files && store.get().source) {
    await commands.loadPolicy.run(policy.files);
    await choose(commands, policy);
  }
  return { port, commands, state: store.get };
}

async function choose(commands: Commands, policy: PolicyAsked | undefined): Promise<void> {
  if (policy) await commands.choosePolicy.run(policy.pack.id);
  if (policy?.asOf !== undefined) await commands.setAsOf.run(policy.asOf);
}

function contextOver(port: FilePort, store: PaneContext['store'], names: readonly string[]): PaneContext {
  return {
    store,
    ...watched(port),
    simulator: { simulate: notHere },
    allocator: notHere,
    draws: { draw: notHere, preview: notHere, seek: notHere },
    years: notHere,
    answers: answerHere,
    now: () => performance.now(),
    thisYear: () => new Date().getFullYear(),
    clock,
    files: { canOpen: false, version: VERSION, addinFunctions: names, language: 'zh-CN' },
    drawPicture: notHere,
    stopping: new AbortController(),
    waiting: createGate(),
  };
}

/** No command that is used here projects, allocates or draws. */
function notHere(): never {
  throw new Error('not at the command line');
}
