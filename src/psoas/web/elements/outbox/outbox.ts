/** The outbox: entries wait on this device until the server has said that it has them.
 *
 *    keep(parcel)     store or replace; it is sent when its time has come
 *    flush()          send what is due, one at a time, one tab at a time (Web Lock)
 *    waiting()        what still lies here
 *
 *  Every parcel has a key, and the server stores a key once, so sending twice does no harm.
 *  Kept after 403, 408, 425, 429, 5xx and a broken connection; after any other refusal marked and shown.
 *  Out: bubbling-free events on `outbox`: "sent", "refused", "changed", each with the parcel as detail. */

export interface Parcel {
  readonly key: string;
  readonly url: string;
  /** What it is to the diary: a session adds to the day, a log corrects it. */
  readonly kind: "session" | "log" | "check";
  readonly body: unknown;
  /** Not sent before this moment: a session waits a while for its last answer. */
  readonly due: number;
  readonly made: number;
  /** What the server said when it would not take it; null while there is hope. */
  readonly refused: string | null;
}

export interface Flushed {
  readonly sent: readonly string[];
  readonly refused: readonly string[];
  readonly kept: readonly string[];
}

const DATABASE = "psoas";
const STORE = "outbox";
const LOCK = "psoas-outbox";
const TOKEN_URL = "/api/session-log/";
const PATIENCE_MS = 15_000;
const RETRY = new Set([403, 408, 425, 429]);

export const outbox = new EventTarget();

/** 32 hexadecimal digits. `crypto.randomUUID` is missing on plain http, `getRandomValues` is not. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export async function keep(parcel: Parcel): Promise<void> {
  await inStore("readwrite", (store) => store.put(parcel));
  tell("changed", parcel);
}

export async function drop(key: string): Promise<void> {
  await inStore("readwrite", (store) => store.delete(key));
}

/** Oldest first. */
export async function waiting(): Promise<Parcel[]> {
  const parcels = await inStore<Parcel[]>("readonly", (store) => store.getAll() as IDBRequest<Parcel[]>);
  return parcels.sort((one, other) => one.made - other.made);
}

export async function empty(): Promise<void> {
  await inStore("readwrite", (store) => store.clear());
}

/** Send what is due. Two tabs take turns; the second finds nothing left. */
export async function flush(now: number = Date.now()): Promise<Flushed> {
  if (!("locks" in navigator)) return sendAll(now);
  return navigator.locks.request(LOCK, () => sendAll(now));
}

async function sendAll(now: number): Promise<Flushed> {
  const flushed = { sent: [] as string[], refused: [] as string[], kept: [] as string[] };
  for (const parcel of await waiting()) {
    if (parcel.refused !== null || parcel.due > now) continue;
    const outcome = await send(parcel);
    flushed[outcome].push(parcel.key);
  }
  return flushed;
}

async function send(parcel: Parcel): Promise<keyof Flushed> {
  const answer = await post(parcel);
  if (!answer || RETRY.has(answer.status) || answer.status >= 500 || answer.redirected) return "kept";
  if (answer.ok) {
    await drop(parcel.key);
    tell("sent", parcel);
    return "sent";
  }
  const refused = { ...parcel, refused: (await words(answer)) || String(answer.status) };
  await keep(refused);
  tell("refused", refused);
  return "refused";
}

/** One post; after a 403 once more with a fresh token, since the old one may have been forgotten. */
async function post(parcel: Parcel): Promise<Response | null> {
  try {
    const answer = await tryPost(parcel);
    if (answer.status !== 403) return answer;
    await fetch(TOKEN_URL, { credentials: "same-origin", cache: "no-store" });
    return await tryPost(parcel);
  } catch {
    return null;
  }
}

function tryPost({ key, url, kind, body }: Parcel): Promise<Response> {
  const headers = { "Content-Type": "application/json", "X-CSRFToken": token() };
  const content = JSON.stringify({ key, kind, entry: body });
  return fetch(url, { method: "POST", credentials: "same-origin", headers, body: content, cache: "no-store", signal: patience() });
}

/** A server that hangs is a server that is not there. */
const patience = (): AbortSignal => AbortSignal.timeout(PATIENCE_MS);

function token(): string {
  return /(?:^|; )csrftoken=([^;]*)/.exec(document.cookie)?.[1] ?? "";
}

async function words(answer: Response): Promise<string> {
  try {
    return String(((await answer.json()) as { error?: string }).error ?? "");
  } catch {
    return "";
  }
}

function tell(name: string, parcel: Parcel): void {
  outbox.dispatchEvent(new CustomEvent<Parcel>(name, { detail: parcel }));
}

async function inStore<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode, { durability: "strict" });
      const request = ask(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error("the outbox could not be written"));
    });
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "key" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the outbox could not be opened"));
  });
}
