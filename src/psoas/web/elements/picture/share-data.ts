/** The numbers behind <share-picture>, as the server writes them, and how to read them at one bend. */

import type { Bend, Picture, Side } from "./handed.ts";

/** The picture, and what its versions are called. */
export type ShareData = Picture & { readonly names: Readonly<Record<string, string>> };

/** The bend at this notch of the slider, as the model gave it; null where this version does not reach it. Nothing is guessed in between. */
export function bendAt(side: Side, trunk: number): Bend | null {
  return side.bends.find((bend) => bend.trunk === trunk) ?? null;
}
