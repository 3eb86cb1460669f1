/** The numbers behind <share-picture>, as the server writes them, and how to read them at one bend. */

export interface Range {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface Bend {
  readonly trunk: number;
  readonly hip: Range;
  readonly lumbar: Range;
  readonly lumbar_share: Range;
  readonly levels: Readonly<Record<string, Range>>;
  readonly other_lumbar?: number | null;
  readonly validation: string;
  readonly says: string;
}

export interface Side {
  readonly version: string;
  readonly bends: readonly Bend[];
}

export interface ShareData {
  readonly names: Readonly<Record<string, string>>;
  readonly sides: readonly Side[];
}

/** The bend at this notch of the slider, as the model gave it; null where this version does not reach it. Nothing is guessed in between. */
export function bendAt(side: Side, trunk: number): Bend | null {
  return side.bends.find((bend) => bend.trunk === trunk) ?? null;
}
