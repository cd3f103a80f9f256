/** What this browser keeps for the edition: the ledger that is open, the steps written to it, and the files opened lately. */
export const STORES = { ledger: 'ledger', steps: 'steps', recent: 'recent' } as const;

/** The edition's own database in this browser; rejects where the browser keeps nothing. */
export function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open('mujun-standalone', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(STORES.ledger);
    request.result.createObjectStore(STORES.steps, { autoIncrement: true });
    request.result.createObjectStore(STORES.recent);
  };
  return answerTo(request);
}

/** What a request of the database comes to. */
export function answerTo<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
}
