/** A movement's document: the poses of one round, packed as columns, and its beat.
 *  A column is one whole number where nothing changes, else one for each pose: mm, 1/2000 of a quaternion, 1/10 degree. */
import { clamp } from "./clamp.ts";
import type { MotionDocument } from "./packed.ts";
import type { Pose, Vec } from "./skeleton.ts";

/** From where to where a place of the body goes, and the path where it goes round (metres). */
export interface Way { readonly from: Vec; readonly to: Vec; readonly path: readonly Vec[] }
/** What is stressed of a movement, as `measure.ts` found it: how far it is seen to go on a phone, and where a close-up stands. */
export interface Stress { readonly px: number; readonly arrows: boolean; readonly ways: readonly Way[]; readonly corner?: readonly [number, number] }

/** A figure's file, with what `measure.ts` added to it. A beat is a key and seconds; the same key again is a hold. `keeps`: its hold
 *  is the bout itself; `travel`: how far one round carries the body along x and z; `ground`: the height of what it is on. */
export interface Motion extends MotionDocument { readonly stress?: Stress }

/** Where a motion is: a place on its chain of poses (whole numbers are poses) and the rounds done. */
export interface Moment { readonly place: number; readonly rounds: number; readonly key: number; readonly holds: boolean }

export function poseCount(motion: Motion): number {
  return (motion.keys.length - 1) * motion.stride + 1;
}

/** The pose at a place on the chain: neighbours joined by a Catmull-Rom curve, so that nothing jerks. */
export function poseAt(motion: Motion, place: number, rounds = 0): Pose {
  const last = poseCount(motion) - 1;
  const index = clamp(Math.floor(place), 0, Math.max(last - 1, 0));
  const share = clamp(place - index, 0, 1);
  const numbers = motion.columns.map((column) => (typeof column === "number" ? column : between(column, index, share)));
  const [x, y, z, qw, qx, qy, qz, ...angles] = numbers as [number, number, number, number, number, number, number, ...number[]];
  return {
    at: [x / 1000 + rounds * motion.travel[0], y / 1000, z / 1000 + rounds * motion.travel[1]],
    turn: [qw, qx, qy, qz],
    angles: angles.map((angle) => angle / 10),
  };
}

/** On a Catmull-Rom curve through these numbers, between one and the next. */
export function between(column: readonly number[], index: number, t: number): number {
  const p1 = column[index] ?? 0;
  const p2 = column[index + 1] ?? p1;
  const p0 = column[index - 1] ?? p1;
  const p3 = column[index + 2] ?? p2;
  return p1 + 0.5 * t * (p2 - p0 + t * (2 * p0 - 5 * p1 + 4 * p2 - p3 + t * (3 * (p1 - p2) + p3 - p0)));
}

/** The key poses worth showing in a row: not the other leg's half of a stride, nor its closing pose. */
export function tellingKeys(motion: Motion): readonly number[] {
  return motion.keys.flatMap((name, index) => (name.endsWith("-other") || name === "again" ? [] : [index]));
}

/** Seconds of one round. */
export function roundSeconds(motion: Motion): number {
  return motion.beats.reduce((sum, [, seconds]) => sum + seconds, 0);
}

/** Where the figure is after so many seconds. A round starts where the last beat left it. */
export function momentAt(motion: Motion, seconds: number): Moment {
  const round = roundSeconds(motion);
  const rounds = Math.floor(seconds / round);
  let left = seconds - rounds * round;
  let from = startKey(motion);
  for (const [key, length] of motion.beats) {
    if (left < length) return { place: motion.stride * (from + (key - from) * ease(left / length, motion)), rounds, key, holds: key === from };
    left -= length;
    from = key;
  }
  return { place: motion.stride * from, rounds, key: from, holds: true };
}

export function startKey(motion: Motion): number {
  return walks(motion) ? 0 : (motion.beats.at(-1)?.[0] ?? 0);
}

/** Does a round go on into the next without turning back: walking, cycling, circles? Its last key closes it. */
export function walks(motion: Motion): boolean {
  return motion.keys.at(-1) === "again";
}

function ease(t: number, motion: Motion): number {
  return walks(motion) ? t : smooth(t);
}

/** From 0 to 1, slow at both ends. */
export function smooth(t: number): number {
  return t * t * (3 - 2 * t);
}
