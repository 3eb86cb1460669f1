/** The player's memory of one session on this device, so that a reload goes on where it stood.
 *  Written at once (localStorage), because a page can be gone the next moment. */

import type { Script } from "./handed.ts";
import type { State } from "./script.ts";

export interface Remembered {
  readonly state: State;
  /** The key of its diary entry: the same after a reload, so that it arrives once. */
  readonly key: string;
  readonly on: string;
  readonly before: number | null;
  /** A draft of it lies, or lay, in the outbox. */
  readonly laid: boolean;
  readonly at: number;
  readonly script: string;
}

const MEMORY_PREFIX = "psoas-player:";
const FORGET_AFTER_MS = 12 * 3_600_000;

/** A short name of a script's content: another script under the same address is another session. */
export function nameOf(script: Script): string {
  let hash = 2166136261;
  for (const letter of JSON.stringify(script)) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619);
  return (hash >>> 0).toString(36);
}

/** What was remembered of this very session, at most half a day ago. */
export function recall(name: string, script: Script, now: number): Remembered | null {
  try {
    const text = localStorage.getItem(MEMORY_PREFIX + name);
    const found = text === null ? null : (JSON.parse(text) as Remembered);
    return found && found.script === nameOf(script) && now - found.at < FORGET_AFTER_MS ? found : null;
  } catch {
    return null; // storage is closed or its content is not ours: begin anew
  }
}

export function remember(name: string, what: Remembered): void {
  try {
    localStorage.setItem(MEMORY_PREFIX + name, JSON.stringify(what));
  } catch {
    // storage is full or closed: the session goes on without its memory
  }
}

/** Throw away what is too old to go on with; what was done of it lies in the outbox. */
export function sweep(now: number): void {
  try {
    for (const key of Object.keys(localStorage).filter((name) => name.startsWith(MEMORY_PREFIX))) {
      const { at } = JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<Remembered>;
      if (at === undefined || now - at >= FORGET_AFTER_MS) localStorage.removeItem(key);
    }
  } catch {
    // storage is closed or holds something that is not ours
  }
}

export function forgetSession(name: string): void {
  try {
    localStorage.removeItem(MEMORY_PREFIX + name);
  } catch {
    // nothing was stored
  }
}
