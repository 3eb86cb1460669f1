/** The close-up: the place that tells a very small movement, larger, in the corner of the picture that is emptiest. */
import { see, WIDTH } from "./camera.ts";
import type { Eye } from "./camera.ts";
import { clamp } from "./clamp.ts";
import { polygon } from "./outline.ts";
import type { Stroke } from "./palette.ts";
import type { Stress } from "./motion.ts";
import type { Vec } from "./skeleton.ts";

/** A window of the picture: where it stands (a square), and which square it shows. */
export interface Lens { readonly x: number; readonly y: number; readonly size: number; readonly from: readonly [number, number]; readonly span: number }
export const SIZE = 1180;
/** As much larger as the movement needs to be seen to go a tenth of the window, within what still shows where one is. */
const [LEAST, MOST, GOES] = [1.8, 3.6, 0.12];
/** The window looks a little towards the hips, where there is more to see than beyond a heel. */
const INWARDS = 0.22;
/** Drawn beside the body, over the very place, or in lines that would be too thick here. */
const OUTSIDE = new Set(["shadow", ...["arrow", "ring", "muscle"].flatMap((name) => [name, `${name}-rim`]), "ring-hip", "ring-spine", "muscle-line", "muscle-far", "muscle-rim-far", "muscle-line-far"]);

/** Of the first way, in the corner that was found empty (the other one in a mirror). */
export function lensOf({ ways, corner }: Stress, eye: Eye, hips: Vec): Lens | null {
  const [first] = ways;
  if (!first || !corner) return null;
  const [one, other, middle] = [see(eye, first.from), see(eye, first.to), see(eye, hips)];
  const zoom = clamp((GOES * SIZE) / Math.hypot(other.x - one.x, other.y - one.y), LEAST, MOST);
  const span = SIZE / zoom;
  const [mx, my] = [(one.x + other.x) / 2, (one.y + other.y) / 2];
  const share = Math.min(1, (INWARDS * span) / (Math.hypot(middle.x - mx, middle.y - my) || 1));
  const x = eye.camera.mirrored ? WIDTH - SIZE - corner[0] : corner[0];
  return { x, y: corner[1], size: SIZE, from: [mx + share * (middle.x - mx) - span / 2, my + share * (middle.y - my) - span / 2], span };
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
  return polygon([[x, y], [x + size, y], [x + size, y + size], [x, y + size]]);
}
