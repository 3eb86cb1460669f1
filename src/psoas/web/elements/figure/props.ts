/** Things in the room, from the same words and sizes as `psoas.figure.props`. */
import kinds from "../../../figure/data/props.json" with { type: "json" };
import { within } from "./skeleton.ts";
import type { Motion } from "./motion.ts";
import type { Placed, Vec } from "./skeleton.ts";

/** A wall has a front; seen from behind it would hide the body, so it is drawn as a bare outline. What runs on need not be in the picture whole. */
export interface Box { readonly middle: Vec; readonly half: Vec; readonly tone: string; readonly front?: Vec; readonly runsOn?: boolean }
/** The eight corners. */
export function cornersOf({ middle: m, half: h }: Box): readonly Vec[] {
  return [-1, 1].flatMap((x) => [-1, 1].flatMap((y) => [-1, 1].map((z): Vec => [m[0] + x * h[0], m[1] + y * h[1], m[2] + z * h[2]])));
}
export interface Rod { readonly tone: string; readonly from: Vec; readonly to: Vec; readonly radius: number }
export interface Flat { readonly corners: readonly Vec[]; readonly tone: string }
export interface Things { readonly boxes: readonly Box[]; readonly rods: readonly Rod[]; readonly flats: readonly Flat[] }
type Spots = Motion["spots"];
type Kind = { boxes?: number[][]; decor?: number[][]; flat?: number[]; round?: number[]; rods?: (number | string)[][]; hidden?: boolean; wheels?: number[][]; endless?: boolean };
const table = kinds as unknown as Record<string, Kind>;

/** What is around the body at this moment: held things move with it. */
export function thingsOf(words: readonly string[], spots: Spots, placed: Placed, gone: Vec = [0, 0, 0], stride = 0): Things {
  const boxes: Box[] = [];
  const rods: Rod[] = [];
  const flats: Flat[] = [];
  for (const line of words) {
    const [kind = "", ...rest] = line.split(" ");
    const shape = table[kind];
    if (shape) {
      const [x = 0, z = 0, turn = 0] = rest.map(Number);
      const [dx, , dz] = passed(gone, shape.endless ? 0 : stride * COMES_AGAIN);
      standing(kind, shape, [x + dx, z + dz, turn], { boxes, rods, flats });
    }
    else rods.push(...held(kind, rest.map((word) => spot(word, spots, placed))));
  }
  return { boxes, rods, flats };
}

/** What a walker passes comes again after so many rounds. */
const COMES_AGAIN = 4;
/** How far things have moved on with a walker: what is endless always, the others a whole period at a time. */
function passed(gone: Vec, period: number): Vec {
  const far = Math.hypot(gone[0], gone[2]);
  const share = far === 0 ? 0 : period === 0 ? 1 : (period * Math.round(far / period)) / far;
  return [gone[0] * share, 0, gone[2] * share];
}

function standing(kind: string, shape: Kind, [x = 0, z = 0, turn = 0]: number[], into: { boxes: Box[]; rods: Rod[]; flats: Flat[] }): void {
  const at = (v: Vec): Vec => moved(v, x, z, turn);
  for (const box of [...(shape.hidden ? [] : shape.boxes ?? []), ...(shape.decor ?? [])]) {
    const [cx = 0, cy = 0, cz = 0, hx = 0, hy = 0, hz = 0] = box;
    const half = moved([hx, hy, hz], 0, 0, turn);
    into.boxes.push({ middle: at([cx, cy, cz]), half: [Math.abs(half[0]), hy, Math.abs(half[2])], tone: SOFT.includes(kind) ? "soft" : "wood", ...(kind === "wall" ? { front: moved([1, 0, 0], 0, 0, turn) } : {}), ...(kind === "wall" || shape.endless ? { runsOn: true } : {}) });
  }
  if (shape.flat) {
    const [hx = 0, hz = 0] = shape.flat;
    into.flats.push({ tone: "mat", corners: [at([-hx, 0, -hz]), at([hx, 0, -hz]), at([hx, 0, hz]), at([-hx, 0, hz])] });
  }
  if (shape.round) into.rods.push({ tone: "foam", from: at([0, 0.075, -(shape.round[1] ?? 0)]), to: at([0, 0.075, shape.round[1] ?? 0]), radius: shape.round[0] ?? 0 });
  for (const [wx = 0, wy = 0, radius = 0, half = 0] of shape.wheels ?? []) into.rods.push({ tone: "foam", from: at([wx, wy, -half]), to: at([wx, wy, half]), radius });
  for (const row of shape.rods ?? []) {
    const [ax = 0, ay = 0, az = 0, bx = 0, by = 0, bz = 0, radius = 0] = row.map(Number);
    into.rods.push({ tone: typeof row[7] === "string" ? row[7] : "metal", from: at([ax, ay, az]), to: at([bx, by, bz]), radius });
  }
}
const SOFT = ["bed", "blanket", "pad", "ottoman", "pillow", "bedpillow", "calfrest"];

/** What goes from spot to spot: its tone and radius, and how far it reaches beyond the last one. */
const HELD: Readonly<Record<string, readonly [tone: string, radius: number, beyond?: number]>> = {
  band: ["band", 0.008], strap: ["strap", 0.009], phone: ["metal", 0.022], stick: ["strap", 0.014, 0.12], ball: ["foam", 0.045],
  cushion: ["soft", 0.06, -0.06],
};

/** A weight lies across one hand, and a crank turns two pedals; what hangs on one spot alone is round. */
function held(kind: string, spots: readonly Vec[]): Rod[] {
  const [first = [0, 0, 0], second = first, axle = first] = spots;
  const metal = (radius: number, from: Vec, to: Vec): Rod => ({ tone: "metal", radius, from, to });
  const pedal = ([x, y]: Vec, side: number): Rod[] => [metal(0.014, [axle[0], axle[1], side], [x, y - 0.012, side]), metal(0.014, [x, y - 0.016, side], [x, y - 0.016, (side * 8) / 3])];
  if (kind === "crank") return [...pedal(first, 0.06), ...pedal(second, -0.06)];
  if (kind === "weight") return [metal(0.035, [first[0] - 0.05, first[1], first[2]], [first[0] + 0.05, first[1], first[2]])];
  const [tone = "", radius = 0, beyond = 0] = HELD[kind] ?? [];
  const ends = spots.length > 1 ? spots.slice(1) : [first];
  return tone ? ends.map((to, index) => ({ tone, radius, from: further(to, spots[index]!, beyond), to: further(spots[index]!, to, beyond) })) : [];
}

function further(from: Vec, to: Vec, by: number): Vec {
  const [dx, dy, dz] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
  const share = by / (Math.hypot(dx, dy, dz) || 1);
  return [to[0] + share * dx, to[1] + share * dy, to[2] + share * dz];
}

function spot(word: string, spots: Spots, placed: Placed): Vec {
  const hung = spots[word];
  if (hung) return within(placed, hung[0], [hung[1], hung[2], hung[3]]);
  const [x = 0, y = 0, z = 0] = word.split(",").map(Number);
  return [x, y, z];
}

function moved(v: Vec, x: number, z: number, turn: number): Vec {
  const [c, s] = [Math.round(Math.cos((turn * Math.PI) / 180)), Math.round(Math.sin((turn * Math.PI) / 180))];
  return [c * v[0] + s * v[2] + x, v[1], -s * v[0] + c * v[2] + z];
}
