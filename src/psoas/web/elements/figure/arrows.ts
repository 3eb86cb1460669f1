/** Where a movement is too small to be seen, an arrow says where it goes: from the place that tells it, the way it moves; with two
 *  heads where it goes to and fro without a stop, and round where it goes round. */
import { HEIGHT, see, WIDTH } from "./camera.ts";
import type { Eye, Seen } from "./camera.ts";
import type { Motion, Way } from "./motion.ts";
import { curve, pair } from "./outline.ts";
import type { Stroke } from "./palette.ts";

const [SHORTEST, HEAD, GAP] = [0.11 * WIDTH, 0.028 * WIDTH, 0.012 * WIDTH];
/** Straight towards the eye there is no arrow. */
const FLAT = 6;
/** Room for a head at the edge of the picture. */
const EDGE = 0.03 * WIDTH;

export function arrowsOf(motion: Motion, ways: readonly Way[], eye: Eye): readonly Stroke[] {
  const both = motion.beats.every(([key], index) => key !== motion.beats.at(index - 1)?.[0]);
  return ways.flatMap((way) => {
    const d = way.path.length > 0 ? round(way.path.map((at) => see(eye, at))) : straight(see(eye, way.from), see(eye, way.to), both);
    return d === "" ? [] : [{ tone: "arrow-rim", d }, { tone: "arrow", d }];
  });
}

/** A shaft with an open head, long enough to be seen. */
function straight(from: Seen, to: Seen, both: boolean): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < FLAT) return "";
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const reach = Math.max(length, SHORTEST);
  const first = both ? (length - reach) / 2 : GAP;
  const at = (along: number): Seen => ({ x: from.x + along * ux, y: from.y + along * uy, depth: 0 });
  const [start, end] = kept(at(first), at(first + reach));
  return `M${pair([start.x, start.y])}L${pair([end.x, end.y])}${head(end, ux, uy)}${both ? head(start, -ux, -uy) : ""}`;
}

/** Moved back into the picture where it would reach out of it. */
function kept(one: Seen, other: Seen): [Seen, Seen] {
  const push = (a: number, b: number, most: number): number => Math.max(0, EDGE - Math.min(a, b)) - Math.max(0, Math.max(a, b) - most + EDGE);
  const [dx, dy] = [push(one.x, other.x, WIDTH), push(one.y, other.y, HEIGHT)];
  return [{ ...one, x: one.x + dx, y: one.y + dy }, { ...other, x: other.x + dx, y: other.y + dy }];
}

function head({ x, y }: Seen, ux: number, uy: number): string {
  const wing = (aside: number): string => pair([x - HEAD * ux - aside * uy, y - HEAD * uy + aside * ux]);
  return `M${wing(HEAD * 0.8)}L${pair([x, y])}L${wing(-HEAD * 0.8)}`;
}

/** Round the way that the place goes, its head where most of the round is done. */
function round(seen: readonly Seen[]): string {
  const points = seen.slice(0, Math.ceil(seen.length * 0.88)).map(({ x, y }) => [x, y] as const);
  const [before, end] = [points.at(-2), points.at(-1)];
  if (!before || !end) return "";
  const length = Math.hypot(end[0] - before[0], end[1] - before[1]) || 1;
  return `M${pair(points[0]!)}${curve(points)}${head({ x: end[0], y: end[1], depth: 0 }, (end[0] - before[0]) / length, (end[1] - before[1]) / length)}`;
}
