/** One picture: a motion, a moment and a camera become an ordered list of shapes. The page, the stills and the tests draw this list. */
import { arrowsOf } from "./arrows.ts";
import { LOOKS } from "./builds.ts";
import type { Build } from "./builds.ts";
import { eyeOf, fit, see } from "./camera.ts";
import type { Camera, Eye } from "./camera.ts";
import { boxItem, flatStroke, groundOf, rodItem } from "./furniture.ts";
import { dense } from "./inside.ts";
import { frameOf, lensOf } from "./lens.ts";
import type { Lens } from "./lens.ts";
import { ghostOf, limb, shadowOf } from "./limbs.ts";
import { bandsOf, hairOf, jointOf, spineOf } from "./marks.ts";
import { poseAt, poseCount, startKey, walks } from "./motion.ts";
import type { Motion } from "./motion.ts";
import { order } from "./order.ts";
import type { Stroke } from "./palette.ts";
import { partsOf } from "./parts.ts";
import { cornersOf, thingsOf } from "./props.ts";
import { frameIndex, place, within } from "./skeleton.ts";
import type { Vec } from "./skeleton.ts";
import { swellAt, swollen } from "./swell.ts";

export interface View {
  readonly around: number;
  readonly above: number;
  readonly mirrored: boolean;
  readonly marks: boolean;
  readonly fused: readonly string[];
  readonly spine: boolean;
  readonly build: Build;
  /** The key whose ghost is shown; without one the telling pose. */
  readonly ghost?: number;
}
/** `lens` shows a square of these strokes larger. */
export interface Picture { readonly strokes: readonly Stroke[]; readonly lens: Lens | null }

/** Everything to draw, from the floor up. */
export const scene = (motion: Motion, at: number, rounds: number, view: View): readonly Stroke[] => picture(motion, at, rounds, view).strokes;

export function picture(motion: Motion, at: number, rounds: number, view: View): Picture {
  const placed = place(poseAt(motion, at, rounds), view.fused);
  const eye = eyeOf(cameraOf(motion, view, rounds, at));
  const share = rounds + at / (poseCount(motion) - 1);
  const things = thingsOf(motion.props, motion.spots, placed, [motion.travel[0] * share, 0, motion.travel[1] * share], Math.hypot(...motion.travel));
  const strokes = [...things.flats.flatMap((flat) => flatStroke(flat, eye)), ...groundOf(motion, placed, eye, rounds)];
  const parts = swollen(partsOf(view.build), swellAt(motion, at));
  const limbs = parts.map((part) => limb(part, placed, eye));
  const drawn = [...limbs, ...things.rods.map((rod, i) => rodItem(rod, i, eye)), ...things.boxes.map((box, i) => boxItem(box, i, eye))];
  const { stress } = motion;
  const told = view.marks && stress?.arrows;
  const ghost = told ? ghostAt(motion, view, eye) : [];
  const shadow = shadowOf(partsOf(view.build), motion, placed, eye);
  const [already, reach] = [new Set<string>(), LOOKS[view.build].hair];
  let [shaded, haunted] = [false, false];
  for (const index of order(drawn.map((each) => each.item), eye)) {
    const each = drawn[index]!;
    if (!shaded && (each.item.box === undefined || each.item.box.middle[1] > motion.ground)) {
      strokes.push(...shadow);
      shaded = true;
    }
    if (!haunted && index < limbs.length) {
      strokes.push(...ghost);
      haunted = true;
    }
    strokes.push(...each.strokes(already));
    if (each.item.name === "head" && reach !== null) strokes.push(...hairOf(placed, eye, reach));
    already.add(each.item.name);
  }
  if (view.spine || view.fused.length > 0) strokes.push(...spineOf(placed, eye, view.fused));
  const outlines = new Map(limbs.map(({ item, chain }) => [item.name, chain] as const));
  const outlineOf = (name: string) => dense(outlines.get(name) ?? []);
  if (view.marks) strokes.push(...bandsOf(motion.muscles, placed, eye, outlineOf), ...jointOf(motion.joint, placed, eye));
  const lens = told ? lensOf(stress, eye, placed.origins[0] as Vec) : null;
  if (told) strokes.push(...arrowsOf(motion, stress.ways, eye));
  if (lens) strokes.push({ tone: "lens", d: frameOf(lens) });
  return { strokes, lens };
}

const ghosts = new WeakMap<Motion, { readonly of: string; readonly strokes: readonly Stroke[] }>();
/** It stands still while the figure moves: drawn once for each view. */
function ghostAt(motion: Motion, view: View, eye: Eye): readonly Stroke[] {
  const of = [view.around, view.above, view.mirrored, view.build, view.ghost, view.fused].join("/");
  const known = ghosts.get(motion);
  if (known?.of === of) return known.strokes;
  const strokes = ghostDrawn(motion, view, eye);
  ghosts.set(motion, { of, strokes });
  return strokes;
}

function ghostDrawn(motion: Motion, view: View, eye: Eye): readonly Stroke[] {
  const [start, goal] = [startKey(motion), view.ghost ?? goalOf(motion)].map((key) => key * motion.stride) as [number, number];
  const body = (pose: number) => ({ parts: swollen(partsOf(view.build), swellAt(motion, pose)), placed: place(poseAt(motion, pose), view.fused) });
  const [from, to] = [body(goal === start ? goalOf(motion) * motion.stride : start), body(goal)];
  return ghostOf(from.parts, from.placed, to.parts, to.placed, eye);
}

/** Where a round goes: its telling pose, or the far end where that is the start: half of a closed round. */
function goalOf(motion: Motion): number {
  const start = startKey(motion);
  return motion.peak !== start ? motion.peak : start !== 0 ? 0 : walks(motion) ? motion.keys.length >> 1 : motion.keys.length - 1;
}

const fits = new WeakMap<Motion, Map<string, Camera>>();
/** The camera that shows the whole round from here; it walks along with a walker. */
export function cameraOf(motion: Motion, view: View, rounds: number, at: number): Camera {
  const known = fits.get(motion) ?? new Map<string, Camera>();
  fits.set(motion, known);
  const name = `${view.around}/${view.above}/${view.mirrored}`;
  const camera = known.get(name) ?? fit(view.around, view.above, view.mirrored, roomOf(motion));
  if (known.size > 60) known.clear();
  known.set(name, camera);
  if (motion.travel[0] === 0 && motion.travel[1] === 0) return camera;
  const share = rounds + at / (poseCount(motion) - 1);
  const eye = eyeOf({ ...camera, middle: [0, 0] });
  const gone = see(eye, [motion.travel[0] * share, 0, motion.travel[1] * share]);
  return { ...camera, middle: [camera.middle[0] - gone.x, camera.middle[1] - gone.y] };
}

/** What sticks out beyond the last joints: forehead and back of the head, fingertips, toes, heels. */
const FAR: readonly (readonly [string, number, number, number])[] = [["head", 0.1, 0.11, 0], ["head", -0.09, 0.15, 0],
  ...["r_", "l_"].flatMap((s) => [[`${s}hand`, 0, -0.16, 0], [`${s}toes`, 0.065, 0, 0], [`${s}foot`, -0.05, -0.08, 0]] as [string, number, number, number][])];
/** Places that must be in the picture: every joint of every pose with some flesh around it, and the furniture. */
export function roomOf(motion: Motion): readonly Vec[] {
  const places: Vec[] = [];
  const count = motion.travel[0] || motion.travel[1] ? 1 : poseCount(motion);
  for (let i = 0; i < count; i++) {
    const placed = place(poseAt(motion, i));
    for (const [x, y, z] of [...placed.origins, ...FAR.map(([frame, ...at]) => within(placed, frameIndex(frame), at))])
      places.push([x + 0.07, Math.max(y - 0.07, 0), z + 0.07], [x - 0.07, y + 0.07, z - 0.07], [x + 0.07, y, z - 0.07], [x - 0.07, y, z + 0.07]);
    if (i > 0) continue;
    const things = thingsOf(motion.props, motion.spots, placed);
    for (const box of things.boxes.filter(({ runsOn }) => !runsOn)) places.push(...cornersOf(box));
    for (const flat of things.flats) places.push(...flat.corners);
    for (const rod of things.rods) places.push(rod.from, rod.to);
  }
  return places;
}
