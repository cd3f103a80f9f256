import type { ParcelColumns } from '../engine/simulate/index';
import { guarded } from './calls';
import type { HeldQuestion, PreviewOutcome, PreviewQuestion } from './drawProtocol';
import type { Cancelled } from './protocol';
import type { WorkerSession } from './session';

/** The parcels that each worker holds for previews. */
const HELD = new WeakMap<WorkerSession, { readonly key: number; readonly parcels: ParcelColumns }>();

/** Asks for a preview; the parcels travel only where the worker holds others. */
export async function previewOn(
  session: WorkerSession,
  { input, asked }: PreviewQuestion,
): Promise<PreviewOutcome | Cancelled> {
  const { parcels, ...rest } = input;
  const { service } = session;
  const before = HELD.get(session);
  const held = before?.parcels === parcels ? before : { key: (before?.key ?? 0) + 1, parcels };
  if (held !== before) {
    await service.holdParcels(held.key, parcels);
    HELD.set(session, held);
  }
  const question = { parcels: held.key, input: rest, asked };
  const answer = await service.preview(question);
  if (held !== before) void warmUp(session, question);
  return answer;
}

/** Answers that nobody waits for: the engine compiles what is used often, and the first move of a slider is not to wait for that. */
const WARMING = 4;

async function warmUp(session: WorkerSession, question: HeldQuestion): Promise<void> {
  for (let turn = 0; turn < WARMING; turn++)
    await guarded(session, async () => {
      await session.service.preview(question);
    });
}
