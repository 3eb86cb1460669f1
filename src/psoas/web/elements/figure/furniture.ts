/** Things in the room as seen: rods, boxes with three faces, mats, and the floor a walker passes over. */
import { dot, onScreen, see } from "./camera.ts";
import type { Eye } from "./camera.ts";
import { painted } from "./limbs.ts";
import type { Drawn } from "./limbs.ts";
import type { Motion } from "./motion.ts";
import { extent, oval, polygon } from "./outline.ts";
import type { Ball } from "./outline.ts";
import type { Stroke } from "./palette.ts";
import { cornersOf } from "./props.ts";
import type { Box, Flat, Rod } from "./props.ts";
import type { Placed, Vec } from "./skeleton.ts";

export function rodItem(rod: Rod, index: number, eye: Eye): Drawn {
  const round = (at: Vec): Ball => ({ at, axes: [[rod.radius, 0, 0], [0, rod.radius, 0], [0, 0, rod.radius]] });
  const chain = [oval(eye, round(rod.from)), oval(eye, round(rod.to))];
  const spine = chain.map((o, i) => ({ x: o.x, y: o.y, depth: o.depth, half: extent(o, [1, 0]), at: i === 0 ? rod.from : rod.to }));
  return { item: { name: `rod${index}`, spine, neighbours: [] }, chain, strokes: () => painted(rod.tone, chain) };
}

/** A box shows the three faces that look at us, the upper one lightest. */
export function boxItem(box: Box, index: number, eye: Eye): Drawn {
  const spine = cornersOf(box).map((at) => ({ ...see(eye, at), half: 0, at }));
  const faces = [0, 1, 2].map((axis) => {
    const sign = (eye.toward[axis] ?? 0) >= 0 ? 1 : -1;
    const bare = box.front !== undefined && dot(eye.toward, box.front) < 0;
    const tone = bare ? "outline" : `${box.tone}-${["end", "top", "side"][axis]}`;
    return { tone, d: face(box, axis, sign, eye) };
  });
  return { item: { name: `box${index}`, spine, neighbours: [], box: { middle: box.middle, half: box.half } }, chain: [], strokes: () => faces };
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
  return seen([corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)], eye);
}

function seen(corners: readonly Vec[], eye: Eye): string {
  return polygon(corners.map((at) => onScreen(eye, at)));
}

export function flatStroke(flat: Flat, eye: Eye): readonly Stroke[] {
  const d = seen(flat.corners, eye);
  return [{ tone: flat.tone, d }, { tone: `${flat.tone}-line`, d }];
}

/** A walker's floor carries short marks that pass by, so that it is seen to walk on. */
export function groundOf(motion: Motion, placed: Placed, eye: Eye, rounds: number): readonly Stroke[] {
  const [dx, dz] = motion.travel;
  const stride = Math.hypot(dx, dz);
  if (stride === 0) return [];
  const [ux, uz] = [dx / stride, dz / stride];
  const pelvis = placed.origins[0] as Vec;
  const done = (pelvis[0] * ux + pelvis[2] * uz) / (stride / 2);
  const lines: string[] = [];
  for (let mark = Math.ceil(done - 2.4); mark <= done + 2.4; mark++) {
    const [x, z] = [mark * (stride / 2) * ux, mark * (stride / 2) * uz];
    lines.push(seen([[x - 0.3 * uz, 0, z + 0.3 * ux], [x + 0.3 * uz, 0, z - 0.3 * ux]], eye));
  }
  return [{ tone: "ground", d: lines.join("") }];
}

