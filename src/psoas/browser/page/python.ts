/** Python, brought up: from the beginning, or from the memory of an earlier start.
 *
 *  pydantic's compiled core is linked before Python begins, each time in the same place: its code then lies where the kept memory
 *  expects it. The files are mounted both times, for they are the browser's and no part of Python's memory. */

import type { loadPyodide, PyodideAPI } from "pyodide";
import type { Memory } from "./memory.ts";
import { mount } from "./tree.ts";

export interface Pieces {
  /** The whole address of Pyodide's own folder. */
  readonly folder: string;
  /** Python's library, an archive that Python itself opens. */
  readonly library: string;
  /** The compiled core, and where Python looks for it. */
  readonly core: string;
  readonly corePath: string;
  /** Packages and rooms, on their way: Python begins without them. */
  readonly archives: readonly Promise<Uint8Array>[];
}
export const FOLDER = "/psoas";

interface Module {
  HEAP8: Int8Array;
  growMemory(size: number): number | undefined;
}
interface Settings {
  dynamicLibraries?: string[];
  locateFile?: (name: string) => string;
  INITIAL_MEMORY?: number;
}
type Create = (settings: Settings) => Promise<Module>;
const PAGE = 65_536;

export async function bringUp(pieces: Pieces, memory: Memory | null): Promise<PyodideAPI> {
  const { loadPyodide: load } = (await import(`${pieces.folder}pyodide.mjs`)) as { loadPyodide: typeof loadPyodide };
  const { default: create } = (await import(`${pieces.folder}pyodide.asm.mjs`)) as { default: Create };
  const made = async (settings: Settings): Promise<Module> => {
    settings.dynamicLibraries = [pieces.corePath];
    settings.locateFile = (name) => (name === pieces.corePath ? pieces.core : pieces.folder + name);
    if (memory) settings.INITIAL_MEMORY = memory.length;
    const module = await create(settings);
    return memory ? refilled(module, memory) : module;
  };
  // Of a kept memory Pyodide gets its own notes alone: the rest is in place by then.
  const how = memory ? { _loadSnapshot: memory.head } : { _makeSnapshot: true };
  const python = await load({ indexURL: pieces.folder, stdLibURL: pieces.library, createPyodideModule: made as never, ...how });
  for (const archive of pieces.archives) mount(python.FS as never, FOLDER, await archive);
  python.FS.mkdirTree("/data");
  return python;
}

function refilled(module: Module, memory: Memory): Module {
  if (memory.length > module.HEAP8.length) module.growMemory(Math.ceil(memory.length / PAGE) * PAGE);
  memory.fill(module.HEAP8);
  return module;
}

/** Pyodide's notes about its memory as it is now, and that memory; null where this browser cannot hold it. */
export function memoryOf(python: PyodideAPI): { head: Uint8Array<ArrayBuffer>; heap: Int8Array } | null {
  const { _module: module, makeMemorySnapshot: take } = python as unknown as { _module: Module; makeMemorySnapshot(): Uint8Array<ArrayBuffer> };
  const heap = module.HEAP8;
  try {
    module.HEAP8 = new Int8Array(0); // what it notes comes before a copy of this, which nobody needs
    return { head: take(), heap };
  } catch {
    return null;
  } finally {
    module.HEAP8 = heap;
  }
}
