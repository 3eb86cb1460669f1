/** Where a movement goes, and how much of that is seen: the measure by which arrow, ghost and close-up are chosen.
 *
 *    seen on a phone (390 px)    is drawn
 *    less than 14 px             a close-up, and the two below
 *    less than 60 px             an arrow, and a ghost where the movement ends
 *    more                        nothing: it shows by itself
 *
 *  It is measured at the movement's own view, so turning the figure changes nothing. What moves most is what the movement tells:
 *  a swelling, else the places its author names, else the place that goes furthest. */
import { eyeOf, see, WIDTH } from "./camera.ts";
import type { Camera, Eye, Seen } from "./camera.ts";
import { poseAt, startKey, walks } from "./motion.ts";
import type { Motion } from "./motion.ts";
import { add, apply, frameIndex, place, within } from "./skeleton.ts";
import type { Turn, Vec } from "./skeleton.ts";
import { PLACES } from "./swell.ts";

export interface Way { readonly from: Vec; readonly to: Vec; readonly path: readonly Vec[] }
/** A phone's picture is as wide as this (px); a card's as that. */
export const [PHONE_PX, CARD_PX] = [390, 112];
const [CLOSE_UP_BELOW, ARROW_BELOW] = [14, 60];
/** Below this nothing moves (metres). */
const STILL = 0.004;
/** What reaches beyond the last joints. */
const ENDS: readonly (readonly [string, number, number, number])[] = ["r_", "l_"].flatMap((s) => [[`${s}hand`, 0, -0.16, 0], [`${s}toes`, 0.065, 0, 0], [`${s}foot`, -0.05, -0.08, 0]] as [string, number, number, number][]);
const FOLLOWERS = new Set(["neck", "head", ...["r_", "l_"].flatMap((s) => ["girdle", "upper_arm", "forearm", "hand"].map((name) => s + name))].map(frameIndex));

export interface Emphasis { readonly ways: readonly Way[]; readonly arrows: boolean; readonly closeUp: boolean; readonly px: number }
const known = new WeakMap<Motion, Emphasis>();

/** What is to be stressed of a movement; `own` is the camera of its own view. */
export function emphasisOf(motion: Motion, own: () => Camera): Emphasis {
  const found = known.get(motion) ?? measured(motion, own());
  known.set(motion, found);
  return found;
}

function measured(motion: Motion, own: Camera): Emphasis {
  if (motion.travel[0] !== 0 || motion.travel[1] !== 0 || motion.id.startsWith("scene-")) return { ways: [], arrows: false, closeUp: false, px: 0 };
  const told = toldWays(motion);
  const all = told.length > 0 ? told : everyWay(motion).map(({ way }) => way);
  const ways = told.length > 0 ? told : [largest(motion)].filter((way) => way !== null);
  const px = (PHONE_PX / WIDTH) * Math.max(0, ...all.map((way) => spanOf(way, eyeOf(own))));
  const tells = px > 0 && (px < ARROW_BELOW || (walks(motion) && (motion.tells ?? []).length > 0));
  return { ways, arrows: tells, closeUp: tells && px < CLOSE_UP_BELOW, px };
}

/** How far apart on the screen the furthest points of a way are. */
export function spanOf(way: Way, eye: Eye): number {
  const seen = [way.from, way.to, ...way.path].map((at) => see(eye, at));
  return Math.max(...seen.flatMap((one) => seen.map((other) => apart(one, other))));
}

export const apart = (one: Seen, other: Seen): number => Math.hypot(other.x - one.x, other.y - one.y);

const toldWays = (motion: Motion): readonly Way[] => [...swellWays(motion), ...(motion.tells ?? []).flatMap((spot) => toldWay(motion, spot))];

function swellWays(motion: Motion): readonly Way[] {
  const placed = place(poseAt(motion, motion.stride * startKey(motion)));
  return Object.entries(motion.swell ?? {}).flatMap(([name, keys]) => {
    const start = keys[startKey(motion)] ?? 0;
    const by = keys.map((key) => (key - start) / 1000).reduce((far, one) => (Math.abs(one) > Math.abs(far) ? one : far), 0);
    return (PLACES[name]?.skin ?? []).map(({ frame, at, out }) => {
      const from = within(placed, frameIndex(frame), at);
      const turned = apply(placed.turns[frameIndex(frame)] as Turn, out);
      return { from, to: add(from, [by * turned[0], by * turned[1], by * turned[2]]), path: [] };
    });
  });
}

/** The way of one place of the body, from where a round begins to the key where it is furthest; a closed round draws its path. */
function toldWay(motion: Motion, [frame, ...at]: readonly [number, number, number, number]): readonly Way[] {
  const spot = (pose: number): Vec => within(place(poseAt(motion, pose)), frame, at);
  const from = spot(motion.stride * startKey(motion));
  const to = motion.keys.map((_, key) => spot(motion.stride * key)).reduce((far, one) => (gap(from, one) > gap(from, far) ? one : far), from);
  const path = walks(motion) ? Array.from({ length: (motion.keys.length - 1) * motion.stride + 1 }, (_, pose) => spot(pose)) : [];
  return gap(from, to) > STILL ? [{ from, to, path }] : [];
}

const gap = (a: Vec, b: Vec): number => Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2]);

/** The place that goes furthest from where a round begins. Head, hands and toes follow: they count only where they go much
 *  further than hips, spine and legs. */
function largest(motion: Motion): Way | null {
  const ways = everyWay(motion);
  const best = (all: typeof ways): Way | null => all.reduce<Way | null>((far, { way }) => (gap(way.from, way.to) > (far ? gap(far.from, far.to) : STILL) ? way : far), null);
  const [own, other] = [best(ways.filter(({ follows }) => !follows)), best(ways.filter(({ follows }) => follows))];
  return own && other && gap(other.from, other.to) > 2 * gap(own.from, own.to) ? other : (own ?? other);
}

/** Every place at every key, from where a round begins. */
function everyWay(motion: Motion): readonly { readonly way: Way; readonly follows: boolean }[] {
  const first = placesAt(motion, startKey(motion));
  return motion.keys.flatMap((_, key) =>
    placesAt(motion, key).map((to, index) => ({ way: { from: first[index] as Vec, to, path: [] }, follows: FOLLOWERS.has(index) || index >= first.length - ENDS.length })),
  );
}

function placesAt(motion: Motion, key: number): readonly Vec[] {
  const placed = place(poseAt(motion, motion.stride * key));
  return [...placed.origins, ...ENDS.map(([frame, ...at]) => within(placed, frameIndex(frame), at))];
}
