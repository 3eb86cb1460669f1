/** Small stills for rows and cards: `node small-stills.ts FOLDER` draws `<id>-small.svg` beside each motion of the folder.
 *  The same picture as the still, cut to the figure and told in whole steps of a finger-wide drawing: a third of the bytes. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BUILDS } from "./builds.ts";
import type { Build } from "./builds.ts";
import type { Motion } from "./motion.ts";
import { TONES, attributes } from "./palette.ts";
import type { Stroke } from "./palette.ts";
import { bounds, coarser } from "./small-path.ts";
import { folderOf, keyPicture, motionsIn } from "./stills.ts";

/** Steps of the drawing across its width: at 112 px on a sharp screen half a pixel. */
const ACROSS = 160;
const THINNEST = 1.2;
const ROOM = 1.04;
const WIDE = 4 / 3;
/** Outlines that only a large picture needs. */
const LEFT_OUT = new Set(["muscle-line", "muscle-line-far", "shadow", "lens"]);

export function smallStill(motion: Motion, build: Build = "lean"): string {
  const drawn = keyPicture(motion, motion.peak, "both", build).strokes.filter(({ tone, d }) => d !== "" && !LEFT_OUT.has(tone));
  const [left, top, right, bottom] = bounds(drawn.map(({ d }) => d));
  const width = ROOM * Math.max(right - left, WIDE * (bottom - top));
  const scale = ACROSS / width;
  const corner = [(left + right - width) / 2, (top + bottom - width / WIDE) / 2] as const;
  const paths = drawn.map(({ tone, d }) => `<path class="${tone}" d="${coarser(d, scale, corner)}"/>`).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${ACROSS} ${ACROSS / WIDE}"><style>${toned(drawn, scale, build)}</style>${paths}</svg>\n`;
}

function toned(drawn: readonly Stroke[], scale: number, build: Build): string {
  const known = [...new Set(drawn.map(({ tone }) => tone))].filter((tone) => TONES[tone]);
  const told = (name: string, value: string): string => `${name}:${name === "stroke-width" ? Math.max(THINNEST, Number(value) * scale).toFixed(1) : value}`;
  const light = known.map((tone) => rule(tone, Object.entries(attributes(tone, "light", build)).map(([name, value]) => told(name, value))));
  const dark = known.map((tone) => rule(tone, colours(tone, build).map(([name, value]) => told(name, value))));
  return `${light.join("")}@media (prefers-color-scheme:dark){${dark.join("")}}`;
}

const rule = (tone: string, told: readonly string[]): string => `.${tone}{${told.join(";")}}`;

/** What dark paper changes: the colours alone. */
function colours(tone: string, build: Build): readonly (readonly [string, string])[] {
  return Object.entries(attributes(tone, "dark", build)).filter(([, value]) => value.startsWith("#"));
}

const [folder] = process.argv.slice(2);
if (folder && process.argv[1] === fileURLToPath(import.meta.url))
  for (const motion of motionsIn(folder))
    for (const build of BUILDS) writeFileSync(join(folderOf(folder, build), `${motion.id}-small.svg`), smallStill(motion, build));
