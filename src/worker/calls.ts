import type { WorkerFailure } from './protocol';
import { openSession, type Patience, type WorkerSession } from './session';
import type { WorkerHandle } from './workerHandle';

/** What an error says of itself. */
export const errorWords = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** A bug inside the worker arrives as a rejected call. */
export function internal(error: unknown): WorkerFailure {
  return { kind: 'failed', code: 'internal', detail: errorWords(error) };
}

/** The page is not allowed workers, or the script of one did not load. */
export function unavailable(error: unknown): WorkerFailure {
  return { kind: 'failed', code: 'workerUnavailable', detail: errorWords(error) };
}

/** Resolves when the signal fires; never without one. */
export function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }));
}

/** A call that settles when its worker dies. */
export async function guarded<P extends Promise<unknown>>(
  session: WorkerSession,
  call: () => P,
): Promise<Awaited<P> | WorkerFailure> {
  if (session.isDead()) return { kind: 'failed', code: 'workerDied' };
  const answer = call();
  session.watch(answer);
  const died = session.dead.then((): WorkerFailure => ({ kind: 'failed', code: 'workerDied' }));
  return (await Promise.race([answer.catch(internal), died])) as Awaited<P> | WorkerFailure;
}

/** Workers by number: each starts when it is first needed, and a new one in the place of a dead one. */
export interface Sessions {
  at(index: number): WorkerSession;
  /** Ends the workers; what is going on settles as failed. */
  close(): void;
}

/** No worker has started at first. */
export function createSessions(start: () => WorkerHandle, patience: Patience): Sessions {
  const sessions: (WorkerSession | undefined)[] = [];
  return {
    at(index) {
      const session = sessions[index];
      if (session && !session.isDead()) return session;
      return (sessions[index] = openSession(start(), patience));
    },
    close: () => sessions.forEach((session) => session?.close()),
  };
}

/** How long a run may take to stop by itself, in milliseconds: a person does not wait longer. */
export const CANCEL_WITHIN = 150;
