/** The database in this browser's own storage: two files in turn, so that one whole file is always there.
 *
 *    frame     8 bytes magic, 8 counter, 8 length, 32 SHA-256 of the content, then the content
 *    save      the older file is overwritten and flushed; a write that was cut short fails its checksum, and the other counts
 *    load      of the whole files the one with the higher counter; nothing whole but something there is damage, never "empty"
 *    copy      a third file: the database as it was before a new release changes its tables
 *
 *  In: bytes. Out: bytes that the disk has. Errors: `Damaged`; whatever the browser throws when it cannot write. */

const MAGIC = new TextEncoder().encode("psoasdb1");
const HEAD = 56;
export const COPY = 2;

/** Files by number. A write has reached the disk when its promise is kept. */
export interface Slots {
  readonly kind: string;
  read(slot: number): Promise<Uint8Array>;
  write(slot: number, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  close(): void;
}

export class Damaged extends Error {}

export class Store {
  readonly slots: Slots;
  #counter = 0n;
  #newest = 1;

  constructor(slots: Slots) {
    this.slots = slots;
  }

  /** The newest whole content; null where nothing was ever kept. */
  async load(): Promise<Uint8Array<ArrayBuffer> | null> {
    const files = [await this.slots.read(0), await this.slots.read(1)];
    const framed = await Promise.all(files.map(unframe));
    const whole = framed.flatMap((frame, slot) => (frame ? [{ ...frame, slot }] : []));
    if (whole.length === 0) {
      if (files.some((file) => file.length > 0)) throw new Damaged("no whole file");
      return null;
    }
    const newest = whole.reduce((one, other) => (other.counter > one.counter ? other : one));
    this.#counter = newest.counter;
    this.#newest = newest.slot;
    return newest.content;
  }

  /** Kept when the promise is. */
  async save(content: Uint8Array): Promise<void> {
    const slot = 1 - this.#newest;
    const counter = this.#counter + 1n;
    await this.slots.write(slot, await frame(content, counter));
    this.#counter = counter;
    this.#newest = slot;
  }

  async copy(content: Uint8Array): Promise<void> {
    await this.slots.write(COPY, await frame(content, this.#counter));
  }

  /** Nothing older than this content is left in any file. */
  async replaceAll(content: Uint8Array): Promise<void> {
    await this.save(content);
    await this.save(content);
    await this.slots.write(COPY, new Uint8Array(0));
  }

  close(): void {
    this.slots.close();
  }
}

export async function frame(content: Uint8Array, counter: bigint): Promise<Uint8Array<ArrayBuffer>> {
  const framed = new Uint8Array(HEAD + content.length);
  const view = new DataView(framed.buffer);
  framed.set(MAGIC);
  view.setBigUint64(8, counter);
  view.setBigUint64(16, BigInt(content.length));
  framed.set(content, HEAD);
  framed.set(await digest(framed), 24);
  return framed;
}

async function unframe(file: Uint8Array): Promise<{ counter: bigint; content: Uint8Array<ArrayBuffer> } | null> {
  if (file.length < HEAD || MAGIC.some((byte, at) => file[at] !== byte)) return null;
  const view = new DataView(file.buffer, file.byteOffset);
  if (view.getBigUint64(16) !== BigInt(file.length - HEAD)) return null;
  const sum = await digest(file);
  return sum.every((byte, at) => file[24 + at] === byte)
    ? { counter: view.getBigUint64(8), content: new Uint8Array(file.subarray(HEAD)) }
    : null;
}

/** Of counter, length and content: a counter that was changed is damage too. */
async function digest(framed: Uint8Array): Promise<Uint8Array> {
  const summed = new Uint8Array(framed.length - 32);
  summed.set(framed.subarray(0, 24));
  summed.set(framed.subarray(HEAD), 24);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", summed));
}

/** For a guest: gone with the worker. */
export function inMemory(): Slots {
  const files = new Map<number, Uint8Array<ArrayBuffer>>();
  return {
    kind: "memory",
    read: async (slot) => files.get(slot) ?? new Uint8Array(0),
    write: async (slot, bytes) => void files.set(slot, bytes),
    close: () => files.clear(),
  };
}

/** How long a tab that is ending may still hold the files. */
const PATIENCE_MS = 5_000;
const AGAIN_MS = 100;

/** The origin's private files where the browser has them, else its database. Throws where it allows neither.
 *
 *  Files that are there but held elsewhere are waited for, and never stood in for: the database would seem empty, and what is
 *  entered into it be gone at the next start. */
export async function openSlots(name: string, patience = PATIENCE_MS): Promise<Slots> {
  for (let waited = 0; ; waited += AGAIN_MS) {
    try {
      return await privateFiles(name);
    } catch (error) {
      if (!isHeld(error)) return await indexed(name);
      if (waited >= patience) throw error;
      await new Promise((go) => setTimeout(go, AGAIN_MS));
    }
  }
}

/** Another tab has the files open: nothing is wrong with them. */
export const isHeld = (error: unknown): boolean => error instanceof DOMException && error.name === "NoModificationAllowedError";

async function privateFiles(name: string): Promise<Slots> {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
  const open = async (file: string): Promise<FileSystemSyncAccessHandle> =>
    (await folder.getFileHandle(file, { create: true })).createSyncAccessHandle();
  const handles: FileSystemSyncAccessHandle[] = [];
  try {
    for (const file of ["one", "two", "before"]) handles.push(await open(file));
  } catch (error) {
    for (const handle of handles) handle.close();
    throw error;
  }
  const at = (slot: number): FileSystemSyncAccessHandle => handles[slot] as FileSystemSyncAccessHandle;
  return {
    kind: "files",
    read: async (slot) => {
      const bytes = new Uint8Array(at(slot).getSize());
      at(slot).read(bytes, { at: 0 });
      return bytes;
    },
    write: async (slot, bytes) => {
      if (at(slot).write(bytes, { at: 0 }) !== bytes.length) throw new DOMException("not all was written", "QuotaExceededError");
      at(slot).truncate(bytes.length);
      at(slot).flush();
    },
    close: () => handles.forEach((handle) => handle.close()),
  };
}

async function indexed(name: string): Promise<Slots> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(`${name}-store`, 1);
    request.onupgradeneeded = () => request.result.createObjectStore("files");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("no storage"));
  });
  const run = <T>(mode: IDBTransactionMode, ask: (files: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction("files", mode, { durability: "strict" });
      const request = ask(transaction.objectStore("files"));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error("not written"));
    });
  return {
    kind: "database",
    read: async (slot) => (await run("readonly", (files) => files.get(slot) as IDBRequest<Uint8Array | undefined>)) ?? new Uint8Array(0),
    write: async (slot, bytes) => void (await run("readwrite", (files) => files.put(bytes, slot))),
    close: () => database.close(),
  };
}
