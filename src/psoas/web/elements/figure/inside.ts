/** A muscle band never leaves the body: whatever the pose, the view and the build, each of its circles is drawn inside the
 *  outline of the parts it belongs to, pushed inwards where its landmarks would let it stick out. */
import type { Oval } from "./outline.ts";

/** The parts whose outline holds a landmark, by the last word of its frame. */
const HOLDERS: Readonly<Record<string, readonly string[]>> = {
  pelvis: ["pelvis", "top", "thigh"], thigh: ["pelvis", "thigh", "leg"], shank: ["leg", "shank"], foot: ["shank", "shoe"],
  upper_arm: ["yoke", "sleeve", "top"],
};

/** Names of the parts that hold a landmark of this frame: `r_thigh` lies in `pelvis`, `r_thigh` and `r_leg`. */
export function holders(frame: string): readonly string[] {
  const side = /^[rl]_/.exec(frame)?.[0] ?? "";
  const found = HOLDERS[frame.slice(side.length)] ?? ["pelvis", "top"];
  return found.flatMap((name) => (name === "pelvis" || name === "top" ? [name] : side === "" ? [`r_${name}`, `l_${name}`] : [side + name]));
}

/** Between two stations of a limb its outline runs on: so many ovals in between. */
const BETWEEN = 4;
export function dense(chain: readonly Oval[]): readonly Oval[] {
  return chain.flatMap((one, index) => {
    const next = chain[index + 1];
    if (!next) return [one];
    const mix = (a: number, b: number, t: number): number => a + t * (b - a);
    return Array.from({ length: BETWEEN }, (_, step) => {
      const t = step / BETWEEN;
      return { x: mix(one.x, next.x, t), y: mix(one.y, next.y, t), depth: mix(one.depth, next.depth, t), xx: mix(one.xx, next.xx, t), xy: mix(one.xy, next.xy, t), yy: mix(one.yy, next.yy, t) };
    });
  });
}

/** The circle, moved (and, where there is no room, made smaller) until one oval of the body holds it. */
export function inside(circle: Oval, body: readonly Oval[]): Oval {
  let best: { slack: number; away: number; r: number; o: Oval } | null = null;
  for (const o of body) {
    const r = Math.min(Math.sqrt(circle.xx), narrow(o));
    const away = Math.hypot(circle.x - o.x, circle.y - o.y);
    const slack = edgeOf(o, circle.x - o.x, circle.y - o.y, away) - away - r;
    if (best === null || slack > best.slack) best = { slack, away, r, o };
  }
  if (best === null) return circle;
  const { slack, away, r, o } = best;
  const kept = slack >= 0 || away === 0 ? 1 : Math.max(0, away + slack) / away;
  return { ...circle, x: o.x + kept * (circle.x - o.x), y: o.y + kept * (circle.y - o.y), xx: r * r, yy: r * r };
}

/** The short half axis. */
function narrow(o: Oval): number {
  return Math.sqrt(Math.max((o.xx + o.yy) / 2 - Math.hypot((o.xx - o.yy) / 2, o.xy), 1));
}

/** How far the outline of an oval lies from its middle, this way. */
function edgeOf(o: Oval, dx: number, dy: number, away: number): number {
  const det = o.xx * o.yy - o.xy * o.xy;
  if (away < 1e-6 || det <= 1e-6) return narrow(o);
  return away / Math.sqrt((o.yy * dx * dx - 2 * o.xy * dx * dy + o.xx * dy * dy) / det);
}
