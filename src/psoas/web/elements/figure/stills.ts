/** Stills for cards, paper and pages without JavaScript: `node figure-stills.ts FOLDER` draws, for each motion of the folder and
 *  each build (the lean one beside the motions, the others in a folder of their name), `<id>.svg` (the telling pose), `<id>-left.svg`
 *  or `-right.svg` for the side it was not made for, and `<id>-steps.svg` (all key poses, numbered). */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BUILDS } from "./builds.ts";
import type { Build } from "./builds.ts";
import { startKey, tellingKeys } from "./motion.ts";
import type { Motion } from "./motion.ts";
import { picture } from "./scene.ts";
import type { Picture, View } from "./scene.ts";
import { stripText, svgText } from "./svg.ts";

export function viewOf(motion: Motion, side: "left" | "right" | "both", build: Build = "lean"): View {
  const mirrored = side !== "both" && motion.side !== "both" && side !== motion.side;
  return { around: motion.view[0], above: motion.view[1], mirrored, marks: true, fused: motion.fused ?? [], spine: motion.fused !== undefined, build };
}

/** A key pose with the ghost of where it comes from; the first with the ghost of where it goes. */
export function keyPicture(motion: Motion, key: number, side: "left" | "right" | "both", build: Build): Picture {
  const ghost = key === startKey(motion) ? {} : { ghost: startKey(motion) };
  return picture(motion, key * motion.stride, 0, { ...viewOf(motion, side, build), ...ghost });
}

/** File names and texts of all stills of a motion. */
export function stillsOf(motion: Motion, build: Build = "lean"): readonly (readonly [string, string])[] {
  const at = (key: number, side: "left" | "right" | "both"): Picture => keyPicture(motion, key, side, build);
  const still = (side: "left" | "right" | "both"): string => svgText(at(motion.peak, side), motion.says, build);
  const other = motion.side === "both" ? [] : [motion.side === "left" ? ("right" as const) : ("left" as const)];
  return [
    [`${motion.id}.svg`, still("both")],
    ...other.map((side) => [`${motion.id}-${side}.svg`, still(side)] as const),
    [`${motion.id}-steps.svg`, stripText(tellingKeys(motion).map((key) => at(key, "both")), motion.says, build)],
  ];
}

/** Where the files of a build lie. */
export function folderOf(folder: string, build: Build): string {
  const found = build === "lean" ? folder : join(folder, build);
  mkdirSync(found, { recursive: true });
  return found;
}

export function motionsIn(folder: string): readonly Motion[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json")).sort();
  return names.map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Motion);
}

const [folder] = process.argv.slice(2);
if (folder && process.argv[1] === fileURLToPath(import.meta.url))
  for (const motion of motionsIn(folder))
    for (const build of BUILDS) for (const [file, text] of stillsOf(motion, build)) writeFileSync(join(folderOf(folder, build), file), text);
