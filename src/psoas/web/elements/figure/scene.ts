/** One picture: a motion, a moment and a camera become an ordered list of shapes. The page, the stills and the tests draw this list. */
import { arrowsOf } from "./arrows.ts";
import { dot, eyeOf, fit, see } from "./camera.ts";
import type { Camera, Eye } from "./camera.ts";
import { poseAt, poseCount } from "./motion.ts";
import type { Motion } from "./motion.ts";
import { bandsOf, hairOf, jointOf, spineOf } from "./marks.ts";
import { order } from "./order.ts";
import type { Item } from "./order.ts";
import { extent, lit, whole, oval, rim, shape } from "./outline.ts";
import type { Ball, Ends, Oval } from "./outline.ts";
import type { Stroke } from "./palette.ts";
import { PARTS } from "./parts.ts";
import type { Station } from "./parts.ts";
import { thingsOf } from "./props.ts";
import type { Box, Flat, Rod } from "./props.ts";
import { apply, frameIndex, place, within } from "./skeleton.ts";
import type { Placed, Turn, Vec } from "./skeleton.ts";

export interface View {
  readonly around: number;
  readonly above: number;
  readonly mirrored: boolean;
  readonly marks: boolean;
  readonly fused: readonly string[];
  readonly spine: boolean;
}
const LIGHT = [-0.45, -0.89] as const;

/** Everything to draw, from the floor up. */
export function scene(motion: Motion, at: number, rounds: number, view: View): readonly Stroke[] {
  const placed = place(poseAt(motion, at, rounds), view.fused);
  const eye = eyeOf(cameraOf(motion, view, rounds, at));
  const things = thingsOf(motion.props, motion.spots, placed);
  const strokes = [...things.flats.flatMap((flat) => flatStroke(flat, eye)), ...groundOf(motion, placed, eye, rounds)];
  const drawn = [...PARTS.map((part) => limb(part, placed, eye)), ...things.rods.map((rod, i) => rodItem(rod, i, eye)), ...things.boxes.map((box, i) => boxItem(box, i, eye))];
  const sequence = order(drawn.map((each) => each.item), eye);
  const shadow = shadowOf(motion, placed, eye);
  let shaded = false;
  const already = new Set<string>();
  for (const index of sequence) {
    const each = drawn[index]!;
    if (!shaded && (each.item.box === undefined || each.item.box.middle[1] > motion.ground)) {
      strokes.push(...shadow);
      shaded = true;
    }
    strokes.push(...each.strokes(already));
    if (each.item.name === "head") strokes.push(...hairOf(placed, eye));
    already.add(each.item.name);
  }
  if (view.spine || view.fused.length > 0) strokes.push(...spineOf(placed, eye, view.fused));
  if (view.marks) strokes.push(...bandsOf(motion.muscles, placed, eye), ...jointOf(motion.joint, placed, eye), ...arrowsOf(motion, eye));
  return strokes;
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
function roomOf(motion: Motion): readonly Vec[] {
  const places: Vec[] = [];
  const count = motion.travel[0] || motion.travel[1] ? 1 : poseCount(motion);
  for (let i = 0; i < count; i++) {
    const placed = place(poseAt(motion, i));
    for (const [x, y, z] of [...placed.origins, ...FAR.map(([frame, ...at]) => within(placed, frameIndex(frame), at))])
      places.push([x + 0.07, Math.max(y - 0.07, 0), z + 0.07], [x - 0.07, y + 0.07, z - 0.07], [x + 0.07, y, z - 0.07], [x - 0.07, y, z + 0.07]);
    if (i > 0) continue;
    const things = thingsOf(motion.props, motion.spots, placed);
    for (const { middle: m, half: h } of things.boxes)
      for (const sx of [-1, 1]) for (const sy of [-1, 1]) for (const sz of [-1, 1]) places.push([m[0] + sx * h[0], m[1] + sy * h[1], m[2] + sz * h[2]]);
    for (const flat of things.flats) places.push(...flat.corners);
    for (const rod of things.rods) places.push(rod.from, rod.to);
  }
  return places;
}

export function ball(placed: Placed, station: Station): Ball {
  const turn = placed.turns[station.frame] as Turn;
  const [f, u, s] = station.half;
  return { at: within(placed, station.frame, station.at), axes: [apply(turn, [f, 0, 0]), apply(turn, [0, u, 0]), apply(turn, [0, 0, s])] };
}

interface Drawn { readonly item: Item; readonly strokes: (already: ReadonlySet<string>) => readonly Stroke[] }

/** A part of the body: rim, shade and light. Of two neighbours, the one drawn later ends flat where they meet. */
function limb(part: (typeof PARTS)[number], placed: Placed, eye: Eye): Drawn {
  const balls = part.chain.map((station) => ball(placed, station));
  const chain = balls.map((each) => oval(eye, each));
  const spine = chain.map((o, index) => ({ x: o.x, y: o.y, depth: o.depth, half: Math.sqrt((o.xx + o.yy) / 2), at: balls[index]!.at }));
  const neighbours = [part.before, part.after].filter((name) => name !== null);
  return {
    item: { name: part.name, spine, neighbours },
    strokes: (already) => {
      const ends: Ends = { startFlat: part.before !== null && already.has(part.before), endFlat: part.after !== null && already.has(part.after) };
      return painted(part.tone, chain, ends, !PLAIN.includes(part.name));
    },
  };
}

/** Parts that grow out of their neighbour without a rim. */
const PLAIN = ["nose", "r_ear", "l_ear", "r_yoke", "l_yoke"];

function painted(tone: string, chain: readonly Oval[], ends: Ends, rimmed = true): readonly Stroke[] {
  return [
    ...(rimmed ? [{ tone: "rim", d: rim(chain, ends) }] : []),
    { tone, d: shape(chain, ends) },
    { tone: `${tone}-lit`, d: shape(seamless(chain, ends).map((o) => lit(o, LIGHT)), ends) },
  ];
}

/** Light runs a hair over a flat end, so that no dark line shows where two parts meet. */
function seamless(chain: readonly Oval[], ends: Ends): readonly Oval[] {
  const over = (o: Oval, from: Oval): Oval => {
    const share = (OVER * Math.sqrt((o.xx + o.yy) / 2)) / (Math.hypot(o.x - from.x, o.y - from.y) || 1);
    return { ...o, x: o.x + share * (o.x - from.x), y: o.y + share * (o.y - from.y) };
  };
  return chain.map((o, index) => {
    if (index === 0 && ends.startFlat) return over(o, chain[1]!);
    return index === chain.length - 1 && ends.endFlat ? over(o, chain[index - 1]!) : o;
  });
}
const OVER = 0.38;

function rodItem(rod: Rod, index: number, eye: Eye): Drawn {
  const round = (at: Vec): Ball => ({ at, axes: [[rod.radius, 0, 0], [0, rod.radius, 0], [0, 0, rod.radius]] });
  const chain = [oval(eye, round(rod.from)), oval(eye, round(rod.to))];
  const spine = chain.map((o, i) => ({ x: o.x, y: o.y, depth: o.depth, half: extent(o, [1, 0]), at: i === 0 ? rod.from : rod.to }));
  return { item: { name: `rod${index}`, spine, neighbours: [] }, strokes: () => painted(rod.tone, chain, { startFlat: false, endFlat: false }) };
}

/** A box shows the three faces that look at us, the upper one lightest. */
function boxItem(box: Box, index: number, eye: Eye): Drawn {
  const [hx, hy, hz] = box.half;
  const corners: Vec[] = [];
  for (const x of [-hx, hx]) for (const y of [-hy, hy]) for (const z of [-hz, hz]) corners.push([box.middle[0] + x, box.middle[1] + y, box.middle[2] + z]);
  const spine = corners.map((at) => ({ ...see(eye, at), half: 0, at }));
  const faces = [0, 1, 2].map((axis) => {
    const sign = (eye.toward[axis] ?? 0) >= 0 ? 1 : -1;
    const bare = box.front !== undefined && dot(eye.toward, box.front) < 0;
    const tone = bare ? "outline" : axis === 1 ? `${box.tone}-top` : axis === 0 ? `${box.tone}-end` : `${box.tone}-side`;
    return { tone, d: face(box, axis, sign, eye) };
  });
  return { item: { name: `box${index}`, spine, neighbours: [], box: { middle: box.middle, half: box.half } }, strokes: () => faces };
}

function face(box: Box, axis: number, sign: number, eye: Eye): string {
  const [u, v] = [(axis + 1) % 3, (axis + 2) % 3];
  const corner = (a: number, b: number): Vec => {
    const at = [...box.middle] as [number, number, number];
    at[axis]! += sign * (box.half[axis] ?? 0);
    at[u]! += a * (box.half[u] ?? 0);
    at[v]! += b * (box.half[v] ?? 0);
    return at;
  };
  return polygon([corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)], eye);
}

function polygon(corners: readonly Vec[], eye: Eye): string {
  return `M${corners.map((at) => { const p = see(eye, at); return `${whole(p.x)} ${whole(p.y)}`; }).join("L")}Z`;
}

function flatStroke(flat: Flat, eye: Eye): readonly Stroke[] {
  const d = polygon(flat.corners, eye);
  return [{ tone: flat.tone, d }, { tone: `${flat.tone}-line`, d }];
}

/** A walker's floor carries short marks that pass by, so that it is seen to walk on. */
function groundOf(motion: Motion, placed: Placed, eye: Eye, rounds: number): readonly Stroke[] {
  const [dx, dz] = motion.travel;
  const stride = Math.hypot(dx, dz);
  if (stride === 0) return [];
  const [ux, uz] = [dx / stride, dz / stride];
  const pelvis = placed.origins[0] as Vec;
  const done = (pelvis[0] * ux + pelvis[2] * uz) / (stride / 2);
  const lines: string[] = [];
  for (let mark = Math.ceil(done - 2.4); mark <= done + 2.4; mark++) {
    const [x, z] = [mark * (stride / 2) * ux, mark * (stride / 2) * uz];
    lines.push(polygon([[x - 0.3 * uz, 0, z + 0.3 * ux], [x + 0.3 * uz, 0, z - 0.3 * ux]], eye));
  }
  return [{ tone: "ground", d: lines.join("") }];
}

/** The shadow: every part pressed flat on the ground, a little to the right, with a soft edge. */
function shadowOf(motion: Motion, placed: Placed, eye: Eye): readonly Stroke[] {
  const paths = PARTS.filter((part) => part.chain.length > 2 && part.name !== "nose").map((part) => {
    const chain = few(part.chain).map((station) => {
      const { at, axes } = ball(placed, station);
      const height = Math.max(at[1] - motion.ground, 0);
      const slide = height * 0.22;
      const flat: Vec = [at[0] + slide * eye.right[0], motion.ground, at[2] + slide * eye.right[2]];
      const pressed = axes.map(([x, , z]) => [x * 0.9, 0, z * 0.9] as Vec) as [Vec, Vec, Vec];
      return oval(eye, { at: flat, axes: pressed });
    });
    return shape(chain, { startFlat: false, endFlat: false });
  });
  return [{ tone: "shadow", d: paths.join("") }];
}

/** A shadow needs no calves: both ends and the middle of a part. */
function few(chain: readonly Station[]): readonly Station[] {
  return chain.length > 3 ? [chain[0]!, chain[chain.length >> 1]!, chain.at(-1)!] : chain;
}
