/** The numbers behind <share-picture>, as the server writes them, and how to read them between two bends. */

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
}

export interface Side {
  readonly version: string;
  readonly bends: readonly Bend[];
}

export interface ShareData {
  readonly names: Readonly<Record<string, string>>;
  readonly sides: readonly Side[];
}

/** The bend at this inclination, between its two neighbours; null beyond the largest that this version reaches. */
export function bendAt(side: Side, trunk: number): Bend | null {
  const upper = side.bends.findIndex((bend) => bend.trunk >= trunk);
  const above = side.bends[upper];
  if (above === undefined) return null;
  const below = side.bends[Math.max(upper - 1, 0)] ?? above;
  const part = above.trunk === below.trunk ? 0 : (trunk - below.trunk) / (above.trunk - below.trunk);
  const levels = Object.entries(above.levels).map(([name, range]) => [name, between(below.levels[name] ?? range, range, part)]);
  return {
    trunk,
    hip: between(below.hip, above.hip, part),
    lumbar: between(below.lumbar, above.lumbar, part),
    lumbar_share: between(below.lumbar_share, above.lumbar_share, part),
    levels: Object.fromEntries(levels) as Record<string, Range>,
  };
}

function between(from: Range, to: Range, part: number): Range {
  const mix = (a: number, b: number): number => a + part * (b - a);
  return { mean: mix(from.mean, to.mean), low: mix(from.low, to.low), high: mix(from.high, to.high) };
}
