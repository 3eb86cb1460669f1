/** Where a movement is too small to be seen, an arrow says where it goes: from the place that moves most, the way it moves.
 *  A squeeze, a breath or a brace moves no joint; their arrows are told in `figure/data/shows.json` (frame, from, to; metres),
 *  and so is that a movement needs none, because it is a rest or a press that its words tell. */
import shows from "../../../figure/data/shows.json" with { type: "json" };
import { see, WIDTH } from "./camera.ts";
import type { Eye, Seen } from "./camera.ts";
import { poseAt, startKey, walks } from "./motion.ts";
import type { Motion } from "./motion.ts";
import { pair } from "./outline.ts";
import type { Stroke } from "./palette.ts";
import { frameIndex, place, within } from "./skeleton.ts";
import type { Vec } from "./skeleton.ts";

interface Way { readonly from: Vec; readonly to: Vec }
type Told = readonly [frame: string, ...numbers: number[]];
const TOLD = shows as unknown as Readonly<Record<string, readonly Told[]>>;

/** A movement of less than this is not seen on a phone: 30 px of a picture 390 px wide, in units of the view box. */
export const SEEN_FROM = (30 / 390) * WIDTH;
const [SHORTEST, HEAD, GAP] = [0.11 * WIDTH, 0.028 * WIDTH, 0.012 * WIDTH];
/** Below this nothing moves (metres). */
const STILL = 0.004;
/** What reaches beyond the last joints. */
const ENDS: readonly (readonly [string, number, number, number])[] = ["r_", "l_"].flatMap((s) => [[`${s}hand`, 0, -0.16, 0], [`${s}toes`, 0.065, 0, 0], [`${s}foot`, -0.05, -0.08, 0]] as [string, number, number, number][]);

const FOLLOWERS = new Set(["neck", "head", ...["r_", "l_"].flatMap((s) => ["girdle", "upper_arm", "forearm", "hand"].map((name) => s + name))].map(frameIndex));

export function arrowsOf(motion: Motion, eye: Eye): readonly Stroke[] {
  return waysOf(motion).flatMap((way) => arrow(see(eye, way.from), see(eye, way.to)));
}

/** How far the movement is seen to go from here, in units of the view box. */
export function amplitude(motion: Motion, eye: Eye): number {
  const way = largest(motion);
  return way ? apart(see(eye, way.from), see(eye, way.to)) : 0;
}

const known = new WeakMap<Motion, readonly Way[]>();
/** The arrows of a movement in the room; none where it is large enough to be seen by itself. */
function waysOf(motion: Motion): readonly Way[] {
  const found = known.get(motion) ?? (TOLD[motion.id]?.map((told) => toldWay(motion, told)) ?? ownWay(motion));
  known.set(motion, found);
  return found;
}

function ownWay(motion: Motion): readonly Way[] {
  const way = walks(motion) || motion.fused ? null : largest(motion);
  return way && small(way) ? [way] : [];
}

/** Judged in the room, so that turning the figure never makes the arrow come and go: 0.25 m fill about 30 px. */
const small = (way: Way): boolean => length(way) < 0.25;

const length = ({ from, to }: Way): number => Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2]);

function toldWay(motion: Motion, [frame, ...n]: Told): Way {
  const placed = place(poseAt(motion, motion.stride * startKey(motion)));
  const at = (from: number): Vec => within(placed, frameIndex(frame), [n[from] ?? 0, n[from + 1] ?? 0, n[from + 2] ?? 0]);
  return { from: at(0), to: at(3) };
}

/** The place that goes furthest from where a round begins. Head, hands and toes follow: they count only where they go much
 *  further than hips, spine and legs. */
function largest(motion: Motion): Way | null {
  const first = placesAt(motion, startKey(motion));
  const ways = motion.keys.flatMap((_, key) =>
    placesAt(motion, key).map((to, index) => ({ way: { from: first[index] as Vec, to }, follows: FOLLOWERS.has(index) || index >= first.length - ENDS.length })),
  );
  const best = (all: typeof ways): Way | null => all.reduce<Way | null>((far, { way }) => (length(way) > (far ? length(far) : STILL) ? way : far), null);
  const [own, other] = [best(ways.filter(({ follows }) => !follows)), best(ways.filter(({ follows }) => follows))];
  return own && other && length(other) > 2 * length(own) ? other : (own ?? other);
}

function placesAt(motion: Motion, key: number): readonly Vec[] {
  const placed = place(poseAt(motion, motion.stride * key));
  return [...placed.origins, ...ENDS.map(([frame, ...at]) => within(placed, frameIndex(frame), at))];
}

const apart = (one: Seen, other: Seen): number => Math.hypot(other.x - one.x, other.y - one.y);

/** A shaft with an open head, long enough to be seen; nothing where the movement goes straight towards the eye. */
function arrow(from: Seen, to: Seen): readonly Stroke[] {
  const length = apart(from, to);
  if (length < 8) return [];
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const reach = GAP + Math.max(length, SHORTEST);
  const at = (along: number, aside: number): string => pair([from.x + along * ux - aside * uy, from.y + along * uy + aside * ux]);
  const d = `M${at(GAP, 0)}L${at(reach, 0)}M${at(reach - HEAD, HEAD * 0.8)}L${at(reach, 0)}L${at(reach - HEAD, -HEAD * 0.8)}`;
  return [{ tone: "arrow-rim", d }, { tone: "arrow", d }];
}
