/** The camera: parallel light on a turning stage. Screen x to the right, y down, depth towards the eye; units of the view box. */
import type { Vec } from "./skeleton.ts";

export interface Camera {
  /** Degrees around: 0 sees the figure's right side, looking to the right; -90 its face. */
  readonly around: number;
  readonly above: number;
  /** Draw the other side: the picture in a mirror. */
  readonly mirrored: boolean;
  readonly scale: number;
  readonly middle: readonly [number, number];
}
export interface Seen { readonly x: number; readonly y: number; readonly depth: number }
/** The view box counts in tenths of a pixel: whole numbers are written several times faster than decimals. */
export const WIDTH = 4000;
export const HEIGHT = 3000;

export interface Eye {
  readonly right: Vec;
  readonly up: Vec;
  readonly toward: Vec;
  readonly camera: Camera;
}

export function eyeOf(camera: Camera): Eye {
  const [a, e] = [(camera.around * Math.PI) / 180, (camera.above * Math.PI) / 180];
  const flip = camera.mirrored ? -1 : 1;
  const [ca, sa, ce, se] = [Math.cos(a), Math.sin(a), Math.cos(e), Math.sin(e)];
  return {
    right: [flip * ca, 0, flip * sa],
    up: [sa * se, ce, -ca * se],
    toward: [-sa * ce, se, ca * ce],
    camera,
  };
}

export function dot(a: Vec, b: Vec): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

export function see(eye: Eye, v: Vec): Seen {
  const { scale, middle } = eye.camera;
  return { x: middle[0] + scale * dot(eye.right, v), y: middle[1] - scale * dot(eye.up, v), depth: scale * dot(eye.toward, v) };
}

/** The same without its depth. */
export function onScreen(eye: Eye, v: Vec): readonly [number, number] {
  const { x, y } = see(eye, v);
  return [x, y];
}

export interface Bounds { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
/** How far these reach on the screen, each with its half width. */
export function boundsOf(all: readonly { readonly x: number; readonly y: number; readonly half: number }[]): Bounds {
  const edge = (axis: "x" | "y", sign: number): number => sign * Math.max(...all.map((p) => sign * p[axis] + p.half));
  return { left: edge("x", -1), right: edge("x", 1), top: edge("y", -1), bottom: edge("y", 1) };
}

/** The scale and middle that show all these places, as large as `most` units a metre allow. */
export function fit(around: number, above: number, mirrored: boolean, places: readonly Vec[], most = 1850): Camera {
  const eye = eyeOf({ around, above, mirrored, scale: 1, middle: [0, 0] });
  const { left, right, top, bottom } = boundsOf(places.map((place) => ({ ...see(eye, place), half: 0 })));
  const scale = Math.min(most, (WIDTH - 240) / (right - left), (HEIGHT - 240) / (bottom - top));
  return { around, above, mirrored, scale, middle: [WIDTH / 2 - (scale * (left + right)) / 2, HEIGHT / 2 - (scale * (top + bottom)) / 2] };
}
