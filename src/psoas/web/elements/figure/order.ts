/** Who stands before whom: pairs that overlap on the screen are compared where they overlap, then sorted from far to near. */
import { boundsOf, dot } from "./camera.ts";
import type { Bounds, Eye } from "./camera.ts";
import { clamp } from "./clamp.ts";
import type { Vec } from "./skeleton.ts";

/** One thing to draw. A limb has a spine of screen points with half widths; a box has its corners in the room. */
export interface Item {
  readonly name: string;
  readonly spine: readonly { readonly x: number; readonly y: number; readonly depth: number; readonly half: number; readonly at: Vec }[];
  readonly neighbours: readonly string[];
  readonly box?: { readonly middle: Vec; readonly half: Vec };
}

/** The order of drawing, far to near, as indices. */
export function order(items: readonly Item[], eye: Eye): readonly number[] {
  const bounds = items.map(({ spine }) => boundsOf(spine));
  const behind: Set<number>[] = items.map(() => new Set<number>());
  for (let i = 0; i < items.length; i++)
    for (let j = i + 1; j < items.length; j++) {
      if (!overlap(bounds[i]!, bounds[j]!)) continue;
      const nearer = compare(items[i]!, items[j]!, eye);
      if (nearer > 0) behind[i]!.add(j);
      if (nearer < 0) behind[j]!.add(i);
    }
  return sort(items, behind);
}

function sort(items: readonly Item[], behind: readonly Set<number>[]): readonly number[] {
  const depth = items.map(mean);
  const left = new Set(items.keys());
  const found: number[] = [];
  while (left.size > 0) {
    const waiting = (i: number): number => [...behind[i]!].filter((j) => left.has(j)).length;
    const next = [...left].reduce((best, i) => {
      const [a, b] = [waiting(i), waiting(best)];
      return a < b || (a === b && depth[i]! < depth[best]!) ? i : best;
    });
    left.delete(next);
    found.push(next);
  }
  return found;
}

/** Positive when the first is nearer to the eye than the second, negative when behind, 0 when they never meet. */
function compare(one: Item, other: Item, eye: Eye): number {
  if (one.box) return -besideBox(other, one.box, eye);
  if (other.box) return besideBox(one, other.box, eye);
  const meeting = nearest(one, other);
  if (meeting.gap > 0) return 0;
  if (one.neighbours.includes(other.name) || other.neighbours.includes(one.name) || Math.abs(meeting.nearer) < 15) return mean(one) - mean(other);
  return meeting.nearer;
}

function mean(item: Item): number {
  return item.spine.reduce((sum, p) => sum + p.depth, 0) / item.spine.length;
}

/** Which side of a box a thing lies on decides: outside a face that looks at us, it is nearer; outside one that looks away, behind. */
function besideBox(item: Item, box: { readonly middle: Vec; readonly half: Vec }, eye: Eye): number {
  let best = { gap: -0.045, nearer: 0 };
  for (let axis = 0; axis < 3; axis++)
    for (const sign of [1, -1]) {
      const gap = Math.min(...item.spine.map((p) => sign * ((p.at[axis] ?? 0) - (box.middle[axis] ?? 0)) - (box.half[axis] ?? 0)));
      if (gap > best.gap) best = { gap, nearer: sign * (eye.toward[axis] ?? 0) };
    }
  return best.nearer !== 0 ? best.nearer : mean(item) - eye.camera.scale * dot(eye.toward, box.middle);
}

/** Where two limbs come closest on the screen, and which is nearer there. */
function nearest(one: Item, other: Item): { gap: number; nearer: number } {
  let best = { gap: Infinity, nearer: 0 };
  const a = one.spine;
  const b = other.spine;
  for (let i = 0; i + 1 < a.length; i++)
    for (let j = 0; j + 1 < b.length; j++) {
      const [s, t] = closest(a[i]!, a[i + 1]!, b[j]!, b[j + 1]!);
      const [p, q] = [blend(a[i]!, a[i + 1]!, s), blend(b[j]!, b[j + 1]!, t)];
      const gap = Math.hypot(p.x - q.x, p.y - q.y) - p.half - q.half;
      if (gap < best.gap) best = { gap, nearer: p.depth - q.depth };
    }
  return best;
}

type Place = { readonly x: number; readonly y: number; readonly depth: number; readonly half: number };
function blend(p: Place, q: Place, t: number): Place {
  return { x: p.x + t * (q.x - p.x), y: p.y + t * (q.y - p.y), depth: p.depth + t * (q.depth - p.depth), half: p.half + t * (q.half - p.half) };
}

/** Shares along two segments of the plane where they are closest. */
function closest(a: Place, b: Place, c: Place, d: Place): [number, number] {
  const [ux, uy, vx, vy, wx, wy] = [b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y, a.x - c.x, a.y - c.y];
  const [uu, uv, vv, uw, vw] = [ux * ux + uy * uy, ux * vx + uy * vy, vx * vx + vy * vy, ux * wx + uy * wy, vx * wx + vy * wy];
  const share = (x: number): number => clamp(x, 0, 1);
  const s0 = share((uv * vw - vv * uw) / Math.max(uu * vv - uv * uv, 1e-9));
  const t = share((uv * s0 + vw) / Math.max(vv, 1e-9));
  return [share((uv * t - uw) / Math.max(uu, 1e-9)), t];
}

function overlap(a: Bounds, b: Bounds): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
