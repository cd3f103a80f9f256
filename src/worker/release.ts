import { releaseProxy, type ProxyMethods } from 'comlink';

/** Closes the channel of a listener that lives on the page; one of this thread has none. */
export function release(listener: ((progress: never) => void) | undefined): void {
  (listener as Partial<ProxyMethods> | undefined)?.[releaseProxy]?.();
}
