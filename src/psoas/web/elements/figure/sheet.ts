/** The contact sheet: `node figure-sheet.ts FOLDER OUT.html` shows every movement of the folder at three phases, to be looked at. */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Motion } from "./motion.ts";
import { poseCount } from "./motion.ts";
import { scene } from "./scene.ts";
import { viewOf } from "./stills.ts";
import { svgText } from "./svg.ts";

const [folder = "", out = ""] = process.argv.slice(2);
const motions = readdirSync(folder).filter((name) => name.endsWith(".json")).sort().map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Motion);

/** A pose at rest, one on the way, and the telling one. */
function phases(motion: Motion): readonly number[] {
  const peak = motion.peak * motion.stride;
  const rest = peak === 0 ? poseCount(motion) - 1 : 0;
  return [rest, (rest + peak) / 2, peak];
}

const rows = motions.map((motion) => {
  const pictures = phases(motion).map((place) => svgText(scene(motion, place, 0, viewOf(motion, "both")), motion.says, "light"));
  return `<section><h2>${motion.id}</h2><p>${motion.says}</p><div>${pictures.join("")}</div></section>`;
});
writeFileSync(out, `<!doctype html><html lang="en"><meta charset="utf-8"><title>Figures</title><style>
body{margin:1rem;background:#eeebe2;font:14px/1.4 system-ui,sans-serif;display:grid;grid-template-columns:repeat(auto-fill,minmax(34rem,1fr));gap:1rem}
section{background:#fbfaf6;border-radius:.75rem;padding:.75rem}h2{font-size:1rem;margin:0}p{margin:.25rem 0;color:#52606b}
div{display:grid;grid-template-columns:repeat(3,1fr)}</style>${rows.join("")}</html>\n`);
