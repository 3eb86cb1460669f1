/** Outlines: a limb is a chain of ellipsoids; its silhouette is two smooth sides and two ends.
 *  An ellipsoid seen from afar is an ellipse, here a 2-by-2 matrix M: its extent along n is sqrt(n'Mn), touched at Mn / extent. */
import { clamp } from "./clamp.ts";
import { dot, see } from "./camera.ts";
import type { Eye } from "./camera.ts";
import type { Vec } from "./skeleton.ts";

/** An ellipsoid in the room: its middle and three half axes. */
export interface Ball { readonly at: Vec; readonly axes: readonly [Vec, Vec, Vec] }
/** The same on the screen. */
export interface Oval { readonly x: number; readonly y: number; readonly depth: number; readonly xx: number; readonly xy: number; readonly yy: number }
export interface Ends { readonly startFlat: boolean; readonly endFlat: boolean }
const ROUND: Ends = { startFlat: false, endFlat: false };
export type Point = readonly [number, number];

export function oval(eye: Eye, ball: Ball): Oval {
  const { x, y, depth } = see(eye, ball.at);
  const scale = eye.camera.scale;
  let [xx, xy, yy] = [0, 0, 0];
  for (const axis of ball.axes) {
    const [u, v] = [scale * dot(eye.right, axis), -scale * dot(eye.up, axis)];
    [xx, xy, yy] = [xx + u * u, xy + u * v, yy + v * v];
  }
  return { x, y, depth, xx, xy, yy };
}

export function extent(o: Oval, n: Point): number {
  return Math.sqrt(Math.max(o.xx * n[0] * n[0] + 2 * o.xy * n[0] * n[1] + o.yy * n[1] * n[1], 1e-6));
}

function touch(o: Oval, n: Point): Point {
  const e = extent(o, n);
  return [o.x + (o.xx * n[0] + o.xy * n[1]) / e, o.y + (o.xy * n[0] + o.yy * n[1]) / e];
}

/** A smaller oval moved towards the light: the lit part of the same limb. */
export function lit(o: Oval, light: Point): Oval {
  const [x, y] = touch(o, light);
  return { ...o, x: o.x + 0.3 * (x - o.x), y: o.y + 0.3 * (y - o.y), xx: o.xx * SHRINK, xy: o.xy * SHRINK, yy: o.yy * SHRINK };
}
const SHRINK = 0.64 ** 2;

/** The sides of a chain of ovals, where its outline touches each of them, and its caps: round the last one, round the first one. */
function sides(chain: readonly Oval[]): { left: Point[]; right: Point[]; last: string; first: string } {
  const spans = chain.slice(1).map((after, index) => span(chain[index]!, after));
  const left: Point[] = [];
  const right: Point[] = [];
  chain.forEach((o, index) => {
    const [before, after] = [spans[index - 1] ?? spans[index]!, spans[index] ?? spans[index - 1]!];
    left.push(touch(o, unit([before.left[0] + after.left[0], before.left[1] + after.left[1]])));
    right.push(touch(o, unit([before.right[0] + after.right[0], before.right[1] + after.right[1]])));
  });
  const [[x, y], [fromX, fromY]] = [spans.at(-1)!.along, spans[0]!.along];
  return { left, right, last: cap(chain.at(-1)!, left.at(-1)!, right.at(-1)!, [x, y]), first: cap(chain[0]!, right[0]!, left[0]!, [-fromX, -fromY]) };
}

/** The two common tangents of neighbours, as outward directions. */
function span(one: Oval, other: Oval): { left: Point; right: Point; along: Point } {
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const length = Math.hypot(dx, dy) || 1e-6;
  const t: Point = [dx / length, dy / length];
  const n: Point = [t[1], -t[0]];
  const lean = clamp((extent(one, n) - extent(other, n)) / length, -0.95, 0.95);
  const c = Math.sqrt(1 - lean * lean);
  return { left: [c * n[0] + lean * t[0], c * n[1] + lean * t[1]], right: [-c * n[0] + lean * t[0], -c * n[1] + lean * t[1]], along: t };
}

export function unit(v: Point): Point {
  const length = Math.hypot(v[0], v[1]) || 1e-6;
  return [v[0] / length, v[1] / length];
}

/** The filled shape of a chain. A flat end is left to the neighbour that overlaps it. */
export function shape(chain: readonly Oval[], ends = ROUND): string {
  if (chain.length === 1) return ellipse(chain[0]!);
  const { left, right, last, first } = sides(chain);
  const path = line(left) + (ends.endFlat ? `L${pair(right.at(-1)!)}` : last) + curve([...right].reverse()) + (ends.startFlat ? "" : first);
  return `${path}Z${foreshortened(chain, ends)}`;
}

/** The paper-coloured rim that parts a limb from what lies behind it: sides and free ends only; at a flat end the sides
 *  begin one station further on, so that a joint shows no cut. */
export function rim(chain: readonly Oval[], ends = ROUND): string {
  if (chain.length === 1) return ellipse(chain[0]!);
  const { left, right, last, first } = sides(chain);
  const [from, to] = [ends.startFlat ? 1 : 0, chain.length - (ends.endFlat ? 1 : 0)];
  const [l, r] = [left.slice(from, to), right.slice(from, to).reverse()];
  if (l.length === 0) return "";
  const start = ends.startFlat ? `M${pair(l[0]!)}` : `M${pair(right[0]!)}${first}`;
  return start + curve(l) + (ends.endFlat ? `M${pair(r[0]!)}` : last) + curve(r);
}

/** Looked at end on, the sides say little: the ovals themselves fill in. */
function foreshortened(chain: readonly Oval[], ends: Ends): string {
  return chain
    .map((o, index) => {
      const [from, to] = [chain[Math.max(index - 2, 0)]!, chain[Math.min(index + 2, chain.length - 1)]!];
      const near = Math.hypot(to.x - from.x, to.y - from.y) < 0.7 * Math.sqrt(o.xx + o.yy);
      const flat = (index === 0 && ends.startFlat) || (index === chain.length - 1 && ends.endFlat);
      return near && !flat ? ellipse(o) : "";
    })
    .join("");
}

/** Along the edge of an oval to a point on it, as SVG wants it: half axes and angle, the long way round or the short one. */
function arc(o: Oval, to: Point, far: boolean): string {
  const { a, b, angle } = axes(o);
  return `A${whole(a)} ${whole(b)} ${whole((angle * 180) / Math.PI)} ${far ? 1 : 0} 1 ${pair(to)}`;
}

/** Half axes of an oval, and the angle of the longer one (radians). */
function axes(o: Oval): { a: number; b: number; angle: number } {
  const mean = (o.xx + o.yy) / 2;
  const spread = Math.hypot((o.xx - o.yy) / 2, o.xy);
  return { a: Math.sqrt(mean + spread), b: Math.sqrt(Math.max(mean - spread, 0.01)), angle: Math.atan2(o.xy, (o.xx - o.yy) / 2) / 2 };
}

export function ellipse(o: Oval): string {
  const { a, angle } = axes(o);
  const [ux, uy] = [a * Math.cos(angle), a * Math.sin(angle)];
  const [from, to]: [Point, Point] = [[o.x - ux, o.y - uy], [o.x + ux, o.y + uy]];
  return `M${pair(from)}${arc(o, to, true)}${arc(o, from, true)}Z`;
}

function cap(o: Oval, from: Point, to: Point, outward: Point): string {
  const chord = ((from[0] + to[0]) / 2 - o.x) * outward[0] + ((from[1] + to[1]) / 2 - o.y) * outward[1];
  return arc(o, to, chord < 0);
}

/** A smooth line through points. */
export function line(points: readonly Point[]): string {
  return `M${pair(points[0]!)}${curve(points)}`;
}

/** The same, from the first (already there) on. */
export function curve(points: readonly Point[]): string {
  if (points.length < 2) return "";
  if (points.length === 2) return `L${pair(points[1]!)}`;
  let path = "";
  for (let i = 0; i + 1 < points.length; i++) {
    const [p0, p1, p2, p3] = [points[i - 1] ?? points[i]!, points[i]!, points[i + 1]!, points[i + 2] ?? points[i + 1]!];
    path += `C${pair([p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6])} ${pair([p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6])} ${pair(p2)}`;
  }
  return path;
}

/** Straight from corner to corner, and closed. */
export function polygon(corners: readonly Point[]): string {
  return `M${corners.map(pair).join("L")}Z`;
}

export function pair(p: Point): string {
  return `${whole(p[0])} ${whole(p[1])}`;
}

export function whole(value: number): string {
  return String(Math.round(value));
}
