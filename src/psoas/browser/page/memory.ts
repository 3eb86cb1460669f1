/** Python's memory as it was when everything had been imported and nothing of the person had been read yet: kept on the first
 *  start, put back on the next ones, which then need not import anything again.
 *
 *    recall      for this release in this very browser; null where there is none
 *    write       where there is room, straight from Python to the disk: no copy of these 54 MB is ever held
 *    settle      makes what was written count; to be called when nobody waits any more
 *    forget      after a start from it failed
 *
 *  The file: a mark (which comes last: without it nothing counts), what Pyodide notes about the memory, the memory itself. It is
 *  a copy of what the release brought, so it holds nothing that would have to be saved, and nothing that tells of anybody. */

const FOLDER = "psoas-memory";
/** Kept only where this much stays free: an entry is worth more than a second. */
const SPARE_BYTES = 300_000_000;
const MAGIC = new TextEncoder().encode("psoasmem");
const MARK = 16;

export interface Memory {
  /** Pyodide's own notes. */
  readonly head: Uint8Array<ArrayBuffer>;
  readonly length: number;
  /** From the disk into Python's memory, with nothing between. */
  fill(heap: Int8Array): void;
  close(): void;
}
export interface Written {
  settle(): void;
}
type File = FileSystemSyncAccessHandle;

export async function recall(name: string): Promise<Memory | null> {
  try {
    const file = await (await (await folder()).getFileHandle(name)).createSyncAccessHandle();
    const memory = read(file);
    if (!memory) file.close();
    return memory;
  } catch {
    return null; // none yet, or this browser has no such files
  }
}

function read(file: File): Memory | null {
  const mark = new Uint8Array(MARK);
  file.read(mark, { at: 0 });
  const [headed, length] = sizesIn(mark);
  if (MAGIC.some((byte, at) => mark[at] !== byte) || file.getSize() !== MARK + headed + length) return null;
  const head = new Uint8Array(headed);
  file.read(head, { at: MARK });
  return {
    head,
    length,
    fill: (heap) => void file.read(heap.subarray(0, length), { at: MARK + headed }),
    close: () => file.close(),
  };
}

export async function write(name: string, head: Uint8Array<ArrayBuffer>, heap: Int8Array): Promise<Written | null> {
  try {
    if (!(await hasRoom())) return null;
    await forget();
    const file = await (await (await folder()).getFileHandle(name, { create: true })).createSyncAccessHandle();
    file.write(head, { at: MARK });
    file.write(heap as Int8Array<ArrayBuffer>, { at: MARK + head.length });
    return { settle: () => settle(file, markOf(head.length, heap.length)) };
  } catch {
    return null; // the next start then imports everything once more
  }
}

/** What lies on the disk counts from here on. */
function settle(file: File, mark: Uint8Array<ArrayBuffer>): void {
  try {
    file.flush();
    file.write(mark, { at: 0 });
    file.flush();
  } finally {
    file.close();
  }
}

export async function forget(): Promise<void> {
  await (await navigator.storage.getDirectory()).removeEntry(FOLDER, { recursive: true }).catch(() => undefined);
}

const folder = async (): Promise<FileSystemDirectoryHandle> => (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });

async function hasRoom(): Promise<boolean> {
  const { quota = 0, usage = 0 } = await navigator.storage.estimate();
  return quota - usage >= SPARE_BYTES;
}

function markOf(headed: number, length: number): Uint8Array<ArrayBuffer> {
  const mark = new Uint8Array(MARK);
  mark.set(MAGIC);
  new DataView(mark.buffer).setUint32(8, headed);
  new DataView(mark.buffer).setUint32(12, length);
  return mark;
}

function sizesIn(mark: Uint8Array<ArrayBuffer>): [number, number] {
  const view = new DataView(mark.buffer);
  return [view.getUint32(8), view.getUint32(12)];
}

/** A memory fits one release in one version of one browser. */
export async function nameOf(base: string, pieces: readonly string[]): Promise<string> {
  const words = new TextEncoder().encode([navigator.userAgent, base, ...pieces].join(" "));
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", words));
  return [...sum.subarray(0, 12)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
