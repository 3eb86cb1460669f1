/** What the body looks like: each part a chain of ellipsoids hung on the frames of the skeleton.
 *  A station is a frame, a place in it, and half sizes forward, up and sideways (metres). */
import { LOOKS } from "./builds.ts";
import type { Build } from "./builds.ts";
import { frameIndex } from "./skeleton.ts";
import type { Vec } from "./skeleton.ts";

export interface Station { readonly frame: number; readonly at: Vec; readonly half: Vec }
/** `joins` names the neighbours whose overlap hides the flat end: before the first station, after the last. */
export interface Part {
  readonly name: string;
  readonly tone: "top" | "shorts" | "skin" | "shoe" | "hair";
  readonly chain: readonly Station[];
  readonly before: string | null;
  readonly after: string | null;
}
type Row = readonly [frame: string, x: number, y: number, z: number, forward: number, up: number, sideways: number];

function part(name: string, tone: Part["tone"], before: string | null, after: string | null, rows: readonly Row[]): Part {
  return { name, tone, before, after, chain: rows.map(([frame, x, y, z, f, u, s]) => ({ frame: frameIndex(frame), at: [x, y, z], half: [f, u, s] })) };
}

const TRUNK: readonly Part[] = [
  part("pelvis", "shorts", null, "top", [
    ["pelvis", -0.012, -0.075, 0, 0.08, 0.03, 0.105],
    ["pelvis", -0.018, -0.035, 0, 0.112, 0.04, 0.15],
    ["pelvis", -0.012, 0.01, 0, 0.118, 0.04, 0.163],
    ["pelvis", -0.004, 0.06, 0, 0.108, 0.03, 0.15],
    ["L5", 0.03, 0.02, 0, 0.098, 0.02, 0.134],
    ["L4", 0.03, 0.03, 0, 0.095, 0.015, 0.129],
  ]),
  part("top", "top", "pelvis", null, [
    ["L5", 0.031, 0.018, 0, 0.102, 0.012, 0.139],
    ["L3", 0.03, 0, 0, 0.096, 0.02, 0.129],
    ["L1", 0.032, 0, 0, 0.096, 0.02, 0.127],
    ["T12", 0.034, 0.035, 0, 0.102, 0.03, 0.135],
    ["T8", 0.036, -0.015, 0, 0.11, 0.03, 0.146],
    ["T8", 0.036, 0.05, 0, 0.112, 0.03, 0.157],
    ["T4", 0.026, 0.0, 0, 0.1, 0.03, 0.15],
    ["T4", 0.014, 0.045, 0, 0.077, 0.025, 0.112],
    ["neck", -0.002, -0.012, 0, 0.056, 0.012, 0.06],
  ]),
];

/** Neighbours and frames of a limb that have no side. */
const MIDDLE: readonly (string | null)[] = ["pelvis", "top", "T4", null];
/** The limbs of the right side; the left one is their mirror. */
const LIMBS: readonly Parameters<typeof part>[] = [
  ["thigh", "shorts", "pelvis", "leg", [
    ["thigh", -0.004, 0.012, -0.004, 0.088, 0.085, 0.08],
    ["thigh", 0, -0.09, 0, 0.084, 0.05, 0.08],
    ["thigh", 0.002, -0.18, 0, 0.076, 0.03, 0.074],
    ["thigh", 0.002, -0.255, 0, 0.07, 0.008, 0.07],
  ]],
  ["leg", "skin", "thigh", "shank", [
    ["thigh", 0.002, -0.25, 0, 0.065, 0.01, 0.064],
    ["thigh", 0.003, -0.33, 0, 0.058, 0.03, 0.056],
    ["thigh", 0.002, -0.38, 0, 0.053, 0.03, 0.051],
    ["shank", 0, 0, 0, 0.051, 0.051, 0.049],
  ]],
  ["shank", "skin", "leg", "shoe", [
    ["shank", 0, 0, 0, 0.051, 0.051, 0.049],
    ["shank", -0.008, -0.075, 0, 0.05, 0.03, 0.049],
    ["shank", -0.013, -0.145, 0, 0.053, 0.03, 0.051],
    ["shank", -0.006, -0.25, 0, 0.043, 0.03, 0.042],
    ["shank", 0, -0.345, 0, 0.034, 0.02, 0.033],
  ]],
  ["shoe", "shoe", "shank", null, [
    ["shank", 0, -0.335, 0, 0.037, 0.01, 0.036],
    ["foot", -0.014, -0.012, 0, 0.045, 0.036, 0.036],
    ["foot", -0.012, -0.044, 0, 0.05, 0.036, 0.035],
    ["foot", 0.035, -0.05, 0, 0.05, 0.03, 0.037],
    ["foot", 0.1, -0.056, 0, 0.045, 0.024, 0.044],
    ["toes", 0.035, 0.001, 0, 0.036, 0.02, 0.038],
  ]],
  ["yoke", "top", "top", "sleeve", [
    ["T4", 0.014, 0.035, 0.06, 0.07, 0.045, 0.05],
    ["girdle", 0, 0.012, 0.07, 0.058, 0.05, 0.04],
    ["upper_arm", 0, 0.0, 0, 0.056, 0.056, 0.05],
  ]],
  ["sleeve", "top", "yoke", "arm", [
    ["upper_arm", 0, 0.002, 0, 0.056, 0.056, 0.05],
    ["upper_arm", 0, -0.06, 0, 0.052, 0.03, 0.047],
    ["upper_arm", 0, -0.135, 0, 0.047, 0.008, 0.045],
  ]],
  ["arm", "skin", "sleeve", "forearm", [
    ["upper_arm", 0, -0.13, 0, 0.042, 0.01, 0.039],
    ["upper_arm", 0, -0.21, 0, 0.04, 0.02, 0.037],
    ["forearm", 0, 0, 0, 0.036, 0.036, 0.034],
  ]],
  ["forearm", "skin", "arm", "hand", [
    ["forearm", 0, 0, 0, 0.036, 0.036, 0.034],
    ["forearm", 0.002, -0.065, 0, 0.038, 0.02, 0.035],
    ["forearm", 0, -0.15, 0, 0.031, 0.02, 0.028],
    ["hand", 0, 0, 0, 0.027, 0.02, 0.022],
  ]],
  ["hand", "skin", "forearm", null, [
    ["hand", 0, 0, 0, 0.027, 0.02, 0.022],
    ["hand", 0.004, -0.05, 0, 0.037, 0.02, 0.018],
    ["hand", 0.004, -0.095, -0.003, 0.039, 0.02, 0.016],
    ["hand", 0, -0.158, -0.01, 0.022, 0.018, 0.011],
  ]],
  ["thumb", "skin", "hand", null, [
    ["hand", 0.022, -0.035, -0.004, 0.017, 0.016, 0.015],
    ["hand", 0.048, -0.092, -0.018, 0.012, 0.014, 0.011],
  ]],
];

function limbs(side: "r" | "l"): readonly Part[] {
  const sided = <Name extends string | null>(name: Name): Name => (MIDDLE.includes(name) ? name : `${side}_${name}`) as Name;
  const across = side === "r" ? 1 : -1;
  return LIMBS.map(([name, tone, before, after, rows]) =>
    part(sided(name), tone, sided(before), sided(after), rows.map(([frame, x, y, z, ...half]) => [sided(frame), x, y, across * z, ...half])));
}

const HEAD: readonly Part[] = [
  part("neck", "skin", "top", "head", [
    ["neck", -0.002, -0.02, 0, 0.05, 0.01, 0.052],
    ["neck", 0.008, 0.045, 0, 0.049, 0.02, 0.048],
    ["head", 0.0, 0.03, 0, 0.052, 0.03, 0.05],
  ]),
  part("head", "skin", "neck", null, [
    ["head", 0.034, 0.03, 0, 0.052, 0.046, 0.05],
    ["head", 0.022, 0.07, 0, 0.075, 0.055, 0.066],
    ["head", 0.0, 0.108, 0, 0.092, 0.085, 0.073],
  ]),
  ...[1, -1].map((k) => part(k > 0 ? "r_ear" : "l_ear", "skin", "head", null, [
    ["head", 0.004, 0.074, 0.069 * k, 0.012, 0.014, 0.007],
    ["head", -0.004, 0.098, 0.075 * k, 0.016, 0.018, 0.008],
  ])),
  part("nose", "skin", "head", null, [
    ["head", 0.094, 0.088, 0, 0.008, 0.012, 0.008],
    ["head", 0.104, 0.064, 0, 0.011, 0.011, 0.012],
  ]),
];

const LEAN: readonly Part[] = [...TRUNK, ...limbs("r"), ...limbs("l"), ...HEAD];
/** The skull that hair and ear are drawn on. */
export const SKULL: Station = { frame: frameIndex("head"), at: [-0.002, 0.108, 0], half: [0.094, 0.088, 0.076] };
const BUN = part("bun", "hair", "head", null, [["head", -0.088, 0.165, 0, 0.026, 0.026, 0.03], ["head", -0.108, 0.172, 0, 0.036, 0.036, 0.038]]);
const BEARD = part("beard", "hair", "head", null, [["head", 0.05, 0.012, 0, 0.04, 0.022, 0.046], ["head", 0.072, 0.034, 0, 0.024, 0.024, 0.036]]);

const known = new Map<Build, readonly Part[]>();
/** The parts of one build. */
export function partsOf(build: Build): readonly Part[] {
  const found = known.get(build) ?? made(build);
  known.set(build, found);
  return found;
}

function made(build: Build): readonly Part[] {
  const { flesh, worn, bun, beard } = LOOKS[build];
  const parts = LEAN.map((one) => {
    const name = one.name.replace(/^[rl]_/, "");
    const rows = flesh[name] ?? [[0, 0, 0]];
    const chain = one.chain.map((station, index) => more(station, rows[Math.min(index, rows.length - 1)]!));
    return { ...one, tone: worn[name] ?? one.tone, chain };
  });
  return [...parts, ...(bun ? [BUN] : []), ...(beard ? [BEARD] : [])];
}

function more({ frame, at, half }: Station, [shift, deep, wide]: readonly [number, number, number]): Station {
  return { frame, at: [at[0] + shift, at[1], at[2]], half: [half[0] + deep, half[1], half[2] + wide] };
}
