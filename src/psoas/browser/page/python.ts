/** Python, brought up: from the beginning, or from the memory of an earlier start.
 *
 *  pydantic's compiled core is linked before Python begins, each time in the same place: its code then lies where the kept memory
 *  expects it. The files are mounted both times, for they are the browser's and no part of Python's memory. */

import type { loadPyodide, PyodideAPI } from "pyodide";
import { mount } from "./tree.ts";

export interface Pieces {
  /** The whole address of Pyodide's own folder. */
  readonly folder: string;
  /** Python's library, an archive that Python itself opens. */
  readonly library: string;
  /** The compiled core, and where Python looks for it. */
  readonly core: string;
  readonly corePath: string;
  /** Packages and rooms. */
  readonly archives: readonly Uint8Array[];
}
export const FOLDER = "/psoas";

interface Module {
  readonly HEAP8: Int8Array;
  growMemory(size: number): number | undefined;
}
interface Settings {
  dynamicLibraries?: string[];
  locateFile?: (name: string) => string;
}
type Create = (settings: Settings) => Promise<Module>;
const PAGE = 65_536;

export async function bringUp(pieces: Pieces, memory: Uint8Array<ArrayBuffer> | null): Promise<PyodideAPI> {
  const { loadPyodide: load } = (await import(`${pieces.folder}pyodide.mjs`)) as { loadPyodide: typeof loadPyodide };
  const { default: create } = (await import(`${pieces.folder}pyodide.asm.mjs`)) as { default: Create };
  const made = async (settings: Settings): Promise<Module> => {
    settings.dynamicLibraries = [pieces.corePath];
    settings.locateFile = (name) => (name === pieces.corePath ? pieces.core : pieces.folder + name);
    const module = await create(settings);
    if (memory && memory.length > module.HEAP8.length) module.growMemory(Math.ceil(memory.length / PAGE) * PAGE);
    return module;
  };
  const how = memory ? { _loadSnapshot: memory } : { _makeSnapshot: true };
  const python = await load({ indexURL: pieces.folder, stdLibURL: pieces.library, createPyodideModule: made as never, ...how });
  for (const archive of pieces.archives) mount(python.FS as never, FOLDER, archive);
  python.FS.mkdirTree("/data");
  return python;
}

/** Everything imported, nothing read yet; null where this browser cannot hold it. */
export function memoryOf(python: PyodideAPI): Uint8Array<ArrayBuffer> | null {
  try {
    return (python as unknown as { makeMemorySnapshot(): Uint8Array<ArrayBuffer> }).makeMemorySnapshot();
  } catch {
    return null;
  }
}
