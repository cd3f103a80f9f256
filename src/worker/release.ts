import { releaseProxy, type ProxyMethods } from 'comlink';

/** Closes the channel of a listener that lives on the page; one of this thread has none. */
export function release(listener: (((progress: never) => void) & Partial<ProxyMethods>) | undefined): void {
  const close: (() => void) | undefined = listener?.[releaseProxy];
  close?.();
}
