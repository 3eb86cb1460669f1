/** Where a movement goes and how much of that is seen, measured once when the figures are built (`node measure.ts FOLDER` writes it
 *  into each motion of the folder): the measure by which arrow, ghost and close-up are chosen.
 *
 *    seen on a phone (390 px)    is drawn
 *    less than 14 px             a close-up, and the two below
 *    less than 60 px             an arrow, and a ghost where the movement ends
 *    more                        nothing: it shows by itself
 *
 *  It is measured at the movement's own view, so turning the figure changes nothing. What moves most is what the movement tells:
 *  a swelling, else the places its author names, else the place that goes furthest. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { eyeOf, fit, HEIGHT, see, WIDTH } from "./camera.ts";
import type { Camera, Eye, Seen } from "./camera.ts";
import { SIZE } from "./lens.ts";
import { poseAt, startKey, walks } from "./motion.ts";
import type { Motion, Stress, Way } from "./motion.ts";
import { roomOf } from "./scene.ts";
import { add, apply, frameIndex, place, within } from "./skeleton.ts";
import type { Turn, Vec } from "./skeleton.ts";
import { motionsIn } from "./stills.ts";

/** A phone's picture is as wide as this (px); a card's as that. */
export const [PHONE_PX, CARD_PX] = [390, 112];
const [CLOSE_UP_BELOW, ARROW_BELOW] = [14, 60];
/** Below this nothing moves (metres). */
const STILL = 0.004;
/** What reaches beyond the last joints. */
const ENDS: readonly (readonly [string, number, number, number])[] = ["r_", "l_"].flatMap((s) => [[`${s}hand`, 0, -0.16, 0], [`${s}toes`, 0.065, 0, 0], [`${s}foot`, -0.05, -0.08, 0]] as [string, number, number, number][]);
const FOLLOWERS = new Set(["neck", "head", ...["r_", "l_"].flatMap((s) => ["girdle", "upper_arm", "forearm", "hand"].map((name) => s + name))].map(frameIndex));

/** Where the skin is that swells, and which way. */
const SKIN: Readonly<Record<string, readonly { readonly frame: string; readonly at: Vec; readonly out: Vec }[]>> = {
  belly: [{ frame: "L3", at: [0.126, 0, 0], out: [1, 0, 0] }],
  ribs: [{ frame: "T8", at: [0.148, 0.02, 0], out: [1, 0, 0] }],
  seat: [1, -1].map((k) => ({ frame: "pelvis", at: [-0.05, -0.03, 0.15 * k], out: [0, 0, k] })),
};

/** What is to be stressed of a movement; nothing of a walk or of a picture that explains. */
export function measured(motion: Motion): Stress {
  if (motion.travel[0] !== 0 || motion.travel[1] !== 0 || motion.id.startsWith("scene-")) return { px: 0, arrows: false, ways: [] };
  const own = fit(motion.view[0], motion.view[1], false, roomOf(motion));
  const told = toldWays(motion);
  const all = told.length > 0 ? told : everyWay(motion).map(({ way }) => way);
  const ways = told.length > 0 ? told : [largest(motion)].filter((way) => way !== null);
  const px = (PHONE_PX / WIDTH) * Math.max(0, ...all.map((way) => spanOf(way, eyeOf(own))));
  const arrows = px > 0 && (px < ARROW_BELOW || (walks(motion) && (motion.tells ?? []).length > 0));
  return { px: Math.round(px), arrows, ways: arrows ? ways.map(rounded) : [], ...(arrows && px < CLOSE_UP_BELOW ? { corner: emptiest(motion, own) } : {}) };
}

/** The corner of the picture where the body never is: left and top of the close-up. */
function emptiest(motion: Motion, own: Camera): readonly [number, number] {
  const eye = eyeOf(own);
  const body = motion.keys.flatMap((_, key) => placesAt(motion, key)).map((at) => see(eye, at));
  const corners = [EDGE, HEIGHT - SIZE - EDGE].flatMap((y) => [WIDTH - SIZE - EDGE, EDGE].map((x) => [x, y] as const));
  const crowd = ([x, y]: readonly [number, number]): number => body.filter((at) => at.x > x - EDGE && at.x < x + SIZE + EDGE && at.y > y - EDGE && at.y < y + SIZE + EDGE).length;
  return corners.reduce((best, one) => (crowd(one) < crowd(best) ? one : best));
}
const EDGE = 60;

const rounded = ({ from, to, path }: Way): Way => {
  const mm = (at: Vec): Vec => [Math.round(at[0] * 1000) / 1000, Math.round(at[1] * 1000) / 1000, Math.round(at[2] * 1000) / 1000];
  return { from: mm(from), to: mm(to), path: path.map(mm) };
};

/** How far apart on the screen the furthest points of a way are. */
export function spanOf(way: Way, eye: Eye): number {
  const seen = [way.from, way.to, ...way.path].map((at) => see(eye, at));
  return Math.max(...seen.flatMap((one) => seen.map((other) => apart(one, other))));
}

const apart = (one: Seen, other: Seen): number => Math.hypot(other.x - one.x, other.y - one.y);

const toldWays = (motion: Motion): readonly Way[] => [...swellWays(motion), ...(motion.tells ?? []).flatMap((spot) => toldWay(motion, spot))];

function swellWays(motion: Motion): readonly Way[] {
  const placed = place(poseAt(motion, motion.stride * startKey(motion)));
  return Object.entries(motion.swell ?? {}).flatMap(([name, keys]) => {
    const start = keys[startKey(motion)] ?? 0;
    const by = keys.map((key) => (key - start) / 1000).reduce((far, one) => (Math.abs(one) > Math.abs(far) ? one : far), 0);
    return (SKIN[name] ?? []).map(({ frame, at, out }) => {
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

const [folder] = process.argv.slice(2);
if (folder && process.argv[1] === fileURLToPath(import.meta.url))
  for (const motion of motionsIn(folder)) writeFileSync(join(folder, `${motion.id}.json`), JSON.stringify({ ...motion, stress: measured(motion) }));
