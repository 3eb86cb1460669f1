/** The body as seen: each part a chain of ovals, drawn as rim, shade and light; its shadow, and the ghost of where it goes. */
import type { Eye } from "./camera.ts";
import type { Motion } from "./motion.ts";
import type { Item } from "./order.ts";
import { lit, oval, rim, shape } from "./outline.ts";
import type { Ball, Ends, Oval } from "./outline.ts";
import type { Stroke } from "./palette.ts";
import type { Part, Station } from "./parts.ts";
import { apply, within } from "./skeleton.ts";
import type { Placed, Turn, Vec } from "./skeleton.ts";

const LIGHT = [-0.45, -0.89] as const;

export function ball(placed: Placed, station: Station): Ball {
  const turn = placed.turns[station.frame] as Turn;
  const [f, u, s] = station.half;
  return { at: within(placed, station.frame, station.at), axes: [apply(turn, [f, 0, 0]), apply(turn, [0, u, 0]), apply(turn, [0, 0, s])] };
}

/** Something to be put in order and drawn; `already` names what was drawn before it. */
export interface Drawn { readonly item: Item; readonly chain: readonly Oval[]; readonly strokes: (already: ReadonlySet<string>) => readonly Stroke[] }

/** A part of the body: rim, shade and light. Of two neighbours, the one drawn later ends flat where they meet. */
export function limb(part: Part, placed: Placed, eye: Eye): Drawn {
  const balls = part.chain.map((station) => ball(placed, station));
  const chain = balls.map((each) => oval(eye, each));
  const spine = chain.map((o, index) => ({ x: o.x, y: o.y, depth: o.depth, half: Math.sqrt((o.xx + o.yy) / 2), at: balls[index]!.at }));
  const neighbours = [part.before, part.after].filter((name) => name !== null);
  return {
    item: { name: part.name, spine, neighbours },
    chain,
    strokes: (already) => {
      const ends: Ends = { startFlat: part.before !== null && already.has(part.before), endFlat: part.after !== null && already.has(part.after) };
      return painted(part.tone, chain, ends, !PLAIN.includes(part.name));
    },
  };
}

/** Parts that grow out of their neighbour without a rim. */
const PLAIN = ["nose", "r_ear", "l_ear", "r_yoke", "l_yoke", "bun", "beard"];

export function painted(tone: string, chain: readonly Oval[], ends?: Ends, rimmed = true): readonly Stroke[] {
  return [
    ...(rimmed ? [{ tone: "rim", d: rim(chain, ends) }] : []),
    { tone, d: shape(chain, ends) },
    { tone: `${tone}-lit`, d: shape(seamless(chain, ends).map((o) => lit(o, LIGHT)), ends) },
  ];
}

/** Light runs a hair over a flat end, so that no dark line shows where two parts meet. */
function seamless(chain: readonly Oval[], ends?: Ends): readonly Oval[] {
  const over = (o: Oval, from: Oval): Oval => {
    const share = (OVER * Math.sqrt((o.xx + o.yy) / 2)) / (Math.hypot(o.x - from.x, o.y - from.y) || 1);
    return { ...o, x: o.x + share * (o.x - from.x), y: o.y + share * (o.y - from.y) };
  };
  return chain.map((o, index) => {
    if (index === 0 && ends?.startFlat) return over(o, chain[1]!);
    return index === chain.length - 1 && ends?.endFlat ? over(o, chain[index - 1]!) : o;
  });
}
const OVER = 0.38;

/** The shadow: every part pressed flat on the ground, a little to the right, with a soft edge. */
export function shadowOf(parts: readonly Part[], motion: Motion, placed: Placed, eye: Eye): readonly Stroke[] {
  const paths = parts.filter((part) => part.chain.length > 2 && part.name !== "nose").map((part) => {
    const chain = few(part.chain).map((station) => {
      const { at, axes } = ball(placed, station);
      const height = Math.max(at[1] - motion.ground, 0);
      const slide = height * 0.22;
      const flat: Vec = [at[0] + slide * eye.right[0], motion.ground, at[2] + slide * eye.right[2]];
      const pressed = axes.map(([x, , z]) => [x * 0.9, 0, z * 0.9] as Vec) as [Vec, Vec, Vec];
      return oval(eye, { at: flat, axes: pressed });
    });
    return shape(chain);
  });
  return [{ tone: "shadow", d: paths.join("") }];
}

/** A shadow needs no calves: both ends and the middle of a part. */
function few(chain: readonly Station[]): readonly Station[] {
  return chain.length > 3 ? [chain[0]!, chain[chain.length >> 1]!, chain.at(-1)!] : chain;
}

/** Flesh that goes less than this (metres) leaves no ghost. */
const MOVED = 0.006;

/** Where the parts that move will be, or were: one pale shape behind the body. */
export function ghostOf(here: readonly Part[], placed: Placed, there: readonly Part[], goal: Placed, eye: Eye): readonly Stroke[] {
  const moved = there.filter((part, index) => part.chain.some((station, at) => farFrom(front(placed, here[index]!.chain[at]!), front(goal, station)) > MOVED));
  const shapes = moved.map((part) => shape(part.chain.map((station) => oval(eye, ball(goal, station)))));
  return shapes.length > 0 ? [{ tone: "ghost", d: shapes.join("") }] : [];
}

const front = (placed: Placed, { frame, at, half }: Station): Vec => within(placed, frame, [at[0] + half[0], at[1], at[2] + half[2]]);
const farFrom = (a: Vec, b: Vec): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
