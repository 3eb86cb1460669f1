/** Where a movement is too small to be seen, an arrow says where it goes: from the place that tells it, the way it moves; with two
 *  heads where it goes to and fro without a stop, and round where it goes round. */
import { HEIGHT, see, WIDTH } from "./camera.ts";
import type { Eye, Seen } from "./camera.ts";
import type { Motion, Way } from "./motion.ts";
import { line, pair, unit } from "./outline.ts";
import type { Point } from "./outline.ts";
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
  const [ux, uy] = unit([to.x - from.x, to.y - from.y]);
  const reach = Math.max(length, SHORTEST);
  const first = both ? (length - reach) / 2 : GAP;
  const at = (along: number): Point => [from.x + along * ux, from.y + along * uy];
  const [start, end] = kept(at(first), at(first + reach));
  return line([start, end]) + head(end, [ux, uy]) + (both ? head(start, [-ux, -uy]) : "");
}

/** Moved back into the picture where it would reach out of it. */
function kept(one: Point, other: Point): [Point, Point] {
  const push = (a: number, b: number, most: number): number => Math.max(0, EDGE - Math.min(a, b)) - Math.max(0, Math.max(a, b) - most + EDGE);
  const [dx, dy] = [push(one[0], other[0], WIDTH), push(one[1], other[1], HEIGHT)];
  return [[one[0] + dx, one[1] + dy], [other[0] + dx, other[1] + dy]];
}

function head([x, y]: Point, [ux, uy]: Point): string {
  const wing = (aside: number): string => pair([x - HEAD * ux - aside * uy, y - HEAD * uy + aside * ux]);
  return `M${wing(HEAD * 0.8)}L${pair([x, y])}L${wing(-HEAD * 0.8)}`;
}

/** Round the way that the place goes, its head where most of the round is done. */
function round(seen: readonly Seen[]): string {
  const points = seen.slice(0, Math.ceil(seen.length * 0.88)).map(({ x, y }) => [x, y] as const);
  const [before, end] = [points.at(-2), points.at(-1)];
  if (!before || !end) return "";
  return line(points) + head(end, unit([end[0] - before[0], end[1] - before[1]]));
}
