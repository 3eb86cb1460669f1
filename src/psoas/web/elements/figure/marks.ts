/** What is drawn on the body: working and stretching muscles, the moving joint, the lumbar spine with fused levels, the hair. */
import { dot, onScreen, see } from "./camera.ts";
import { clamp } from "./clamp.ts";
import type { Eye } from "./camera.ts";
import { holders, inside } from "./inside.ts";
import { ACROSS, MUSCLES } from "./muscles.ts";
import type { Mark, Muscle } from "./muscles.ts";
import { between } from "./motion.ts";
import { ellipse, line, oval, polygon, shape } from "./outline.ts";
import type { Oval, Point } from "./outline.ts";
import { SKULL } from "./parts.ts";
import { add, apply, frameIndex, within } from "./skeleton.ts";
import type { Placed, Turn, Vec } from "./skeleton.ts";
import type { Stroke } from "./palette.ts";

/** The outline of a part of the body, as seen now. */
export type OutlineOf = (part: string) => readonly Oval[];

/** Words: muscle, `work` or `stretch`, and a side (none: both). A muscle on the far side shows faintly. */
export function bandsOf(words: readonly string[], placed: Placed, eye: Eye, outlineOf: OutlineOf): readonly Stroke[] {
  return words.flatMap((line) => {
    const [name = "", how = "work", side] = line.split(" ");
    const sides = ACROSS.includes(name) || side ? [side ?? "r"] : ["r", "l"];
    return sides.flatMap((s) => (MUSCLES[name] ?? []).flatMap((muscle) => band(muscle, how, s, { placed, eye, outlineOf })));
  });
}

interface Seen { readonly placed: Placed; readonly eye: Eye; readonly outlineOf: OutlineOf }

function band(muscle: Muscle, how: string, side: string, { placed, eye, outlineOf }: Seen): readonly Stroke[] {
  const places = muscle.path.map((mark) => markAt(mark, side, placed));
  const body = [...new Set(muscle.path.flatMap(([frame]) => holders(onSide(frame, side))))].flatMap(outlineOf);
  const path = dense(places);
  const chain = path.map((at, index) => {
    const share = index / (path.length - 1);
    const width = muscle.width * (0.3 + 0.7 * Math.sin(Math.PI * clamp(share, 0.02, 0.98)));
    return inside(oval(eye, { at, axes: [[width, 0, 0], [0, width, 0], [0, 0, width]] }), body);
  });
  const far = hidden(muscle, side, placed, eye) ? "-far" : "";
  const d = shape(chain);
  const strokes: Stroke[] = [
    { tone: `muscle-rim${far}`, d },
    { tone: `muscle${far}`, d },
  ];
  if (how === "stretch") strokes.push({ tone: `muscle-line${far}`, d: line(chain.map((o) => [o.x, o.y] as const)) });
  return strokes;
}

/** Landmarks are told of the right side. */
function onSide(frame: string, side: string): string {
  return frame.replace("R_", `${side}_`);
}

function markAt([frame, x, y, z]: Mark, side: string, placed: Placed): Vec {
  const k = side === "l" ? -1 : 1;
  return within(placed, frameIndex(onSide(frame, side)), [x, y, k * z]);
}

/** Is most of the band on the side of the body that looks away? */
function hidden(muscle: Muscle, side: string, placed: Placed, eye: Eye): boolean {
  const k = side === "l" ? -1 : 1;
  const facing = muscle.path.map(([frame, x, , z]) => {
    const turn = placed.turns[frameIndex(onSide(frame, side))] as Turn;
    const trunk = !frame.startsWith("R_");
    return dot(eye.toward, apply(turn, [x - (trunk ? 0.02 : 0), 0, k * z]));
  });
  return facing.reduce((sum, each) => sum + each, 0) / facing.length < -0.03;
}

function dense(points: readonly Vec[]): readonly Vec[] {
  const found: Vec[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    for (const t of [0, 1 / 3, 2 / 3])
      found.push([0, 1, 2].map((a) => between(points.map((at) => at[a]!), i, t)) as unknown as Vec);
  }
  return [...found, points.at(-1)!];
}

/** A ring around the joint that moves most: navy for a hip, teal for the lumbar spine. */
export function jointOf(joint: string, placed: Placed, eye: Eye): readonly Stroke[] {
  const index = frameIndex(joint);
  if (index < 0) return [];
  const { x, y } = see(eye, placed.origins[index] as Vec);
  const r = 0.036 * eye.camera.scale;
  const round: Oval = { x, y, depth: 0, xx: r * r, xy: 0, yy: r * r };
  const hip = joint.endsWith("thigh");
  return [{ tone: "ring-rim", d: ellipse(round) }, { tone: hip ? "ring-hip" : joint.startsWith("L") ? "ring-spine" : "ring", d: ellipse(round) }];
}

const LEVELS = ["L5", "L4", "L3", "L2", "L1"];
const VERTEBRA: Vec = [0, 0.017, 0];
const SACRUM: Vec = [-0.045, 0.075, 0];
/** The five lumbar vertebrae; fused levels are joined by a bar. */
export function spineOf(placed: Placed, eye: Eye, fused: readonly string[]): readonly Stroke[] {
  const bodies = LEVELS.map((name) => bone(placed, eye, name, 0.017));
  const sacrum = bone(placed, eye, "pelvis", 0.02, SACRUM);
  const strokes: Stroke[] = [...bodies, sacrum].flatMap((d) => [{ tone: "bone-rim", d }, { tone: "bone", d }]);
  const middles = [onScreen(eye, within(placed, frameIndex("pelvis"), SACRUM)), ...LEVELS.map((name) => onScreen(eye, within(placed, frameIndex(name), VERTEBRA)))];
  LEVELS.forEach((level, index) => {
    if (!fused.includes(level)) return;
    strokes.push({ tone: "fused", d: line([middles[index]!, middles[index + 1]!]) });
  });
  return strokes;
}

function bone(placed: Placed, eye: Eye, frame: string, half: number, at = VERTEBRA): string {
  const index = frameIndex(frame);
  const turn = placed.turns[index] as Turn;
  const corner = (x: number, y: number): Point => onScreen(eye, add(within(placed, index, at), apply(turn, [x, y, 0])));
  const [w, h] = [half * 1.5, half * 0.72];
  return polygon([corner(-w, -h), corner(w, -h), corner(w, h), corner(-w, h)]);
}

/** A close-cropped cap of hair tells where the head looks: the part of the skull within an angle of its crown, as seen. */
export function hairOf(placed: Placed, eye: Eye, reach: number): readonly Stroke[] {
  const turn = placed.turns[SKULL.frame] as Turn;
  const [f, u, s] = SKULL.half;
  const middle = within(placed, SKULL.frame, SKULL.at);
  const onSkin = (p: Vec): Vec => add(middle, apply(turn, [f * p[0], u * p[1], s * p[2]]));
  const toEye: Vec = unit([dot(eye.toward, apply(turn, [1, 0, 0])) / f, dot(eye.toward, apply(turn, [0, 1, 0])) / u, dot(eye.toward, apply(turn, [0, 0, 1])) / s]);
  const hairline = circle(CROWN, reach).map((p) => ({ p, show: dot(p, toEye) > 0 }));
  const edge = circle(toEye, Math.PI / 2).map((p) => ({ p, show: dot(p, CROWN) > Math.cos(reach) }));
  const seen = run(hairline);
  const rimmed = run(edge);
  const outline = seen.length === 0 ? rimmed : rimmed.length === 0 ? seen : joined(seen, rimmed);
  if (outline.length < 3) return [];
  return [{ tone: "hair", d: polygon(outline.map((p) => onScreen(eye, onSkin(p)))) }];
}
const CROWN: Vec = [-0.5, 0.866, 0];

function circle(pole: Vec, angle: number): readonly Vec[] {
  const side = unit(Math.abs(pole[2]) < 0.9 ? cross(pole, [0, 0, 1]) : cross(pole, [1, 0, 0]));
  const other = cross(pole, side);
  return Array.from({ length: 40 }, (_, i) => {
    const [c, s] = [Math.cos((i * Math.PI) / 20) * Math.sin(angle), Math.sin((i * Math.PI) / 20) * Math.sin(angle)];
    return [0, 1, 2].map((a) => Math.cos(angle) * pole[a]! + c * side[a]! + s * other[a]!) as unknown as Vec;
  });
}

/** The shown stretch of a closed line, from its first point on. */
function run(line: readonly { readonly p: Vec; readonly show: boolean }[]): readonly Vec[] {
  const start = line.findIndex((each, i) => each.show && !line.at(i - 1)!.show);
  const turned = start < 0 ? line : [...line.slice(start), ...line.slice(0, start)];
  return turned.filter((each) => each.show).map((each) => each.p);
}

function joined(one: readonly Vec[], other: readonly Vec[]): readonly Vec[] {
  const end = one.at(-1)!;
  return dot(end, other[0]!) >= dot(end, other.at(-1)!) ? [...one, ...other] : [...one, ...[...other].reverse()];
}

function cross(a: Vec, b: Vec): Vec {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function unit(v: Vec): Vec {
  const size = Math.hypot(...v) || 1;
  return [v[0] / size, v[1] / size, v[2] / size];
}
