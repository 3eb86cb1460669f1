/** A picture as a file of its own: a rule for each tone, light and dark, inside the file; paths in whole steps of a
 *  thousand across, which a page's width never shows. */
import type { Build } from "./builds.ts";
import { HEIGHT, WIDTH } from "./camera.ts";
import { groundOf, magnified, placeOf } from "./lens.ts";
import type { Lens } from "./lens.ts";
import { attributes, toneOf } from "./palette.ts";
import type { Stroke } from "./palette.ts";
import type { Picture } from "./scene.ts";
import { coarser } from "./small-path.ts";

const SCALE = 0.25;
const [WIDE, HIGH] = [WIDTH * SCALE, HEIGHT * SCALE];

type Theme = "light" | "dark" | "both";

export function svgText(picture: Picture, title: string, build: Build = "lean", theme: Theme = "both"): string {
  return `${opened(1, title)}${styled([picture], build, theme)}${drawn(picture)}</svg>\n`;
}

/** Key poses side by side, each with its number: a movement on paper. */
export function stripText(pictures: readonly Picture[], title: string, build: Build = "lean"): string {
  const shown = pictures.map((one, index) => `<g transform="translate(${index * WIDE})">${drawn(one, index)}<text class="number" x="40" y="85">${index + 1}</text></g>`);
  const number = "<style>.number{font:600 60px system-ui,sans-serif;fill:#52606B}@media (prefers-color-scheme:dark){.number{fill:#A9B4BC}}</style>";
  return `${opened(pictures.length, title)}${styled(pictures, build, "both")}${number}${shown.join("")}</svg>\n`;
}

function opened(across: number, title: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDE * across} ${HIGH}" role="img"><title>${escaped(title)}</title>`;
}

/** A rule for each tone that is used: all of it in light, the colours again in dark. */
function styled(pictures: readonly Picture[], build: Build, theme: Theme): string {
  const used = pictures.flatMap(({ strokes, lens }) => [...strokes.map(({ tone }) => tone), ...(lens ? ["lens-ground"] : [])]);
  const tones = [...new Set(used)].filter((tone) => toneOf(tone, build) !== undefined);
  const rules = (shade: "light" | "dark"): string => tones.map((tone) => `.${tone}{${scaled(attributes(tone, shade, build))}}`).join("");
  const dark = tones.map((tone) => `.${tone}{${Object.entries(attributes(tone, "dark", build)).filter(([, value]) => value.startsWith("#")).map(([name, value]) => `${name}:${value}`).join(";")}}`).join("");
  return theme === "both" ? `<style>${rules("light")}@media (prefers-color-scheme:dark){${dark}}</style>` : `<style>${rules(theme)}</style>`;
}

function scaled(names: Readonly<Record<string, string>>): string {
  const short = (text: string): string => text.split(" ").map((one) => String(Number((Number(one) * SCALE).toFixed(1)))).join(" ");
  return Object.entries(names).map(([name, value]) => `${name}:${["stroke-width", "stroke-dasharray"].includes(name) ? short(value) : value}`).join(";");
}

function drawn({ strokes, lens }: Picture, number = 0): string {
  if (!lens) return paths(strokes);
  const shown = new Set(magnified(strokes));
  const beside = strokes.filter((one) => !shown.has(one));
  const [under, over] = [beside.filter(({ tone }) => tone === "shadow"), beside.filter(({ tone }) => tone !== "shadow")];
  return `${paths(under)}<g id="b${number}">${paths([...shown])}</g>${paths(over)}${closeUp(lens, number)}`;
}

function closeUp(lens: Lens, number: number): string {
  const place = Object.entries(placeOf(lens)).map(([name, value]) => `${name}="${value.split(" ").map((one) => Number(one) * SCALE).join(" ")}"`);
  return `<svg ${place.join(" ")}>${paths([groundOf(lens)])}<use href="#b${number}"/></svg>`;
}

const paths = (strokes: readonly Stroke[]): string => strokes.filter(({ d }) => d !== "").map(({ tone, d }) => `<path class="${tone}" d="${coarser(d, SCALE, [0, 0])}"/>`).join("");

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
