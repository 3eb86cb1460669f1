/** The close-up: the place that tells a very small movement, larger, in the corner of the picture that is emptiest. */
import { HEIGHT, see, WIDTH } from "./camera.ts";
import type { Eye, Seen } from "./camera.ts";
import type { Stroke } from "./palette.ts";
import type { Way } from "./ways.ts";

/** A window of the picture: where it stands (a square), and which square it shows. */
export interface Lens { readonly x: number; readonly y: number; readonly size: number; readonly from: readonly [number, number]; readonly span: number }
const [SIZE, EDGE] = [1180, 60];
/** As much larger as the movement needs to be seen to go a tenth of the window, within what still shows where one is. */
const [LEAST, MOST, GOES] = [1.8, 3.6, 0.12];
/** The window looks a little towards the hips, where there is more to see than beyond a heel. */
const INWARDS = 0.22;
/** Drawn beside the body, over the very place, or in lines that would be too thick here. */
const OUTSIDE = new Set(["shadow", ...["arrow", "ring", "muscle"].flatMap((name) => [name, `${name}-rim`]), "ring-hip", "ring-spine", "muscle-line", "muscle-far", "muscle-rim-far", "muscle-line-far"]);

/** `body`: where it is at any time, its hips first. */
export function lensOf(ways: readonly Way[], eye: Eye, body: readonly Seen[]): Lens | null {
  const [first] = ways;
  if (!first) return null;
  const [one, other] = [see(eye, first.from), see(eye, first.to)];
  const zoom = Math.min(MOST, Math.max(LEAST, (GOES * SIZE) / Math.hypot(other.x - one.x, other.y - one.y)));
  const span = SIZE / zoom;
  const [x, y] = emptiest(body);
  const [mx, my] = [(one.x + other.x) / 2, (one.y + other.y) / 2];
  const hips = body[0] ?? one;
  const share = Math.min(1, (INWARDS * span) / (Math.hypot(hips.x - mx, hips.y - my) || 1));
  return { x, y, size: SIZE, from: [mx + share * (hips.x - mx) - span / 2, my + share * (hips.y - my) - span / 2], span };
}

function emptiest(body: readonly Seen[]): readonly [number, number] {
  const corners = [EDGE, HEIGHT - SIZE - EDGE].flatMap((y) => [WIDTH - SIZE - EDGE, EDGE].map((x) => [x, y] as const));
  const crowd = ([x, y]: readonly [number, number]): number => body.filter((at) => at.x > x - EDGE && at.x < x + SIZE + EDGE && at.y > y - EDGE && at.y < y + SIZE + EDGE).length;
  return corners.reduce((best, one) => (crowd(one) < crowd(best) ? one : best));
}

export const magnified = (strokes: readonly Stroke[]): readonly Stroke[] => strokes.filter(({ tone }) => !OUTSIDE.has(tone));

/** The frame of the window, in its own place. */
export function frameOf({ x, y, size }: Lens): string {
  return square(x, y, size);
}

/** Where the window stands and what it shows, as attributes of an svg inside the picture. */
export function placeOf({ x, y, size, from, span }: Lens): Readonly<Record<string, string>> {
  return { x: String(x), y: String(y), width: String(size), height: String(size), viewBox: [...from, span, span].map(Math.round).join(" ") };
}

/** Paper behind what the window shows. */
export function groundOf({ from: [x, y], span }: Lens): Stroke {
  return { tone: "lens-ground", d: square(Math.round(x), Math.round(y), Math.round(span)) };
}

function square(x: number, y: number, size: number): string {
  return `M${x} ${y}L${x + size} ${y}L${x + size} ${y + size}L${x} ${y + size}Z`;
}
