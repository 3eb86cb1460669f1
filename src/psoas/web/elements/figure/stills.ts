/** Stills for cards, paper and pages without JavaScript: `node figure-stills.ts FOLDER` draws, beside each motion of the folder,
 *  `<id>.svg` (the telling pose), `<id>-left.svg` and `-right.svg` where there are sides, and `<id>-steps.svg` (all key poses, numbered). */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { tellingKeys } from "./motion.ts";
import type { Motion } from "./motion.ts";
import { scene } from "./scene.ts";
import type { View } from "./scene.ts";
import { stripText, svgText } from "./svg.ts";

export function viewOf(motion: Motion, side: "left" | "right" | "both", marks = true): View {
  return { around: motion.view[0], above: motion.view[1], mirrored: side !== "both" && motion.side !== "both" && side !== motion.side, marks, fused: motion.fused ?? [], spine: motion.fused !== undefined };
}

/** File names and texts of all stills of a motion. */
export function stillsOf(motion: Motion): readonly (readonly [string, string])[] {
  const at = (key: number, side: "left" | "right" | "both") => scene(motion, key * motion.stride, 0, viewOf(motion, side));
  const sides = motion.side === "both" ? [] : (["left", "right"] as const);
  return [
    [`${motion.id}.svg`, svgText(at(motion.peak, "both"), motion.says)],
    ...sides.map((side) => [`${motion.id}-${side}.svg`, svgText(at(motion.peak, side), motion.says)] as const),
    [`${motion.id}-steps.svg`, stripText(tellingKeys(motion).map((key) => at(key, "both")), motion.says)],
  ];
}

const [folder] = process.argv.slice(2);
if (folder && process.argv[1] === fileURLToPath(import.meta.url)) {
  const motions = readdirSync(folder).filter((name) => name.endsWith(".json"));
  for (const name of motions) {
    const motion = JSON.parse(readFileSync(join(folder, name), "utf8")) as Motion;
    for (const [file, text] of stillsOf(motion)) writeFileSync(join(folder, file), text);
  }
}
