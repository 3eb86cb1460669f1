/** The contact sheet: `node sheet.ts FOLDER OUT.html [BUILD]` shows every movement of the folder at three phases, to be looked at. */
import { writeFileSync } from "node:fs";
import { asBuild } from "./builds.ts";
import { poseCount, startKey } from "./motion.ts";
import type { Motion } from "./motion.ts";
import { picture } from "./scene.ts";
import { motionsIn, viewOf } from "./stills.ts";
import { svgText } from "./svg.ts";

const [folder = "", out = "", named] = process.argv.slice(2);
const build = asBuild(named);
const motions = motionsIn(folder);

/** A pose at rest, one on the way, and the telling one. */
function phases(motion: Motion): readonly number[] {
  const peak = motion.peak * motion.stride;
  const rest = peak === 0 ? poseCount(motion) - 1 : 0;
  return [rest, (rest + peak) / 2, peak];
}

const rows = motions.map((motion) => {
  const told = (place: number) => ({ ...viewOf(motion, "both", build), ...(place === motion.peak * motion.stride ? { ghost: startKey(motion) } : {}) });
  const pictures = phases(motion).map((place, index) => svgText(picture(motion, place, 0, told(place)), motion.says, build, "light").replaceAll("b0", `${motion.id}-${index}`));
  return `<section><h2>${motion.id}</h2><p>${motion.says}</p><div>${pictures.join("")}</div></section>`;
});
writeFileSync(out, `<!doctype html><html lang="en"><meta charset="utf-8"><title>Figures</title><style>
body{margin:1rem;background:#eeebe2;font:14px/1.4 system-ui,sans-serif;display:grid;grid-template-columns:repeat(auto-fill,minmax(34rem,1fr));gap:1rem}
section{background:#fbfaf6;border-radius:.75rem;padding:.75rem}h2{font-size:1rem;margin:0}p{margin:.25rem 0;color:#52606b}
div{display:grid;grid-template-columns:repeat(3,1fr)}</style>${rows.join("")}</html>\n`);
