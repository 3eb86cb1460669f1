/** The outbox's drawer in this browser (IndexedDB). It may be closed, full or broken: then every call rejects, within seconds. */

const DATABASE = "psoas";
const STORE = "outbox";
/** A browser that neither opens nor refuses is as good as closed. */
const PATIENCE_MS = 4_000;

export async function inStore<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await inTime(open());
  try {
    return await inTime(transact(database, mode, ask));
  } finally {
    database.close();
  }
}

function transact<T>(database: IDBDatabase, mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const transaction = database.transaction(STORE, mode, { durability: "strict" });
    transaction.onabort = () => reject(transaction.error ?? new Error("the outbox could not be written"));
    transaction.onerror = () => reject(transaction.error ?? new Error("the outbox could not be written"));
    const request = ask(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(request.result);
  });
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "key" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the outbox could not be opened"));
    request.onblocked = () => reject(new Error("another tab holds the outbox"));
  });
}

function inTime<T>(work: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) => setTimeout(reject, PATIENCE_MS, new Error("the outbox does not answer")));
  return Promise.race([work, late]);
}
