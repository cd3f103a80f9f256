/** A gate that a person shuts and opens while a run is going on. */
export interface Gate {
  isShut(): boolean;
  /** Shuts or opens it. */
  set(shut: boolean): void;
  /** Tells of every change; the answer ends that. */
  listen(listener: (shut: boolean) => void): () => void;
}

/** A gate that stands open. */
export function createGate(): Gate {
  let shut = false;
  const listeners = new Set<(shut: boolean) => void>();
  return {
    isShut: () => shut,
    set(next) {
      if (next === shut) return;
      shut = next;
      for (const listener of [...listeners]) listener(shut);
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
