/** What shell, worker and service worker say to each other. */

import type { Languages } from "./words.ts";

/** One request of a page, as the service worker saw it. `address` is path and query. */
export interface PageRequest {
  readonly kind: "page";
  readonly method: string;
  readonly address: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: ArrayBuffer | null;
}

export interface PageAnswer {
  readonly kind: "answer";
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Python is not up yet, and this page has a copy that needs none. */
export interface NotYet {
  readonly kind: "not-yet";
}

/** Where this release's pieces lie, relative to the site. */
export interface Release {
  /** What the shell itself says, in every complete language. */
  readonly words: Languages;
  readonly python: string;
  readonly archives: readonly string[];
  /** Python's own library, and pydantic's compiled core with the place where Python looks for it. */
  readonly library: string;
  readonly core: string;
  readonly corePath: string;
  readonly highs: string;
  readonly highsWasm: string;
  readonly worker: string;
  /** How to put it on the home screen, by device. */
  readonly pictures: { readonly ios: string; readonly android: string };
  /** What Python needs to start, with its bytes, for an honest bar. */
  readonly bytes: Readonly<Record<string, number>>;
}

export interface Open {
  /** The language the shell speaks. */
  readonly language: string;
  readonly kind: "open";
  /** Where the pages lie, and, for a guest, where the site does. */
  readonly base: string;
  readonly home?: string;
  /** A hand-over, for a guest: it is shown from memory, and nothing of it is kept. */
  readonly handed?: string;
  readonly host: string;
  readonly secure: boolean;
  readonly release: Release;
}

export type ToWorker = Open | PageRequest | { readonly kind: "close" } | { readonly kind: "begin-anew" };

export type Trouble = "no-storage" | "damaged" | "newer" | "broken" | "not-handed";

export type FromWorker =
  | { readonly kind: "step"; readonly part: number; readonly says: string }
  | { readonly kind: "ready"; readonly store: string; readonly heap: number; readonly bytes: number; readonly marks: Readonly<Record<string, number>> }
  | { readonly kind: "closed" }
  | { readonly kind: "trouble"; readonly what: Trouble; readonly says: string };
