/** A picture as a file of its own: light tones as attributes, dark ones by media query inside the file. */
import { HEIGHT, WIDTH } from "./camera.ts";
import { TONES, attributes } from "./palette.ts";
import type { Stroke } from "./palette.ts";

export function svgText(strokes: readonly Stroke[], title: string, theme: "light" | "dark" | "both" = "both"): string {
  const used = [...new Set(strokes.map((stroke) => stroke.tone))];
  const style = theme === "both" ? `<style>@media (prefers-color-scheme:dark){${used.map(dark).join("")}}</style>` : "";
  const body = drawn(strokes, theme === "dark" ? "dark" : "light");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img"><title>${escaped(title)}</title>${style}${body}</svg>\n`;
}

/** Key poses side by side, each with its number: a movement on paper. */
export function stripText(pictures: readonly (readonly Stroke[])[], title: string): string {
  const used = [...new Set(pictures.flat().map((stroke) => stroke.tone))];
  const shown = pictures.map((strokes, index) => `<g transform="translate(${index * WIDTH})">${drawn(strokes, "light")}<text class="number" x="160" y="340" font-family="system-ui,sans-serif" font-size="240" font-weight="600" fill="#52606B">${index + 1}</text></g>`);
  const style = `<style>@media (prefers-color-scheme:dark){.number{fill:#A9B4BC}${used.map(dark).join("")}}</style>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH * pictures.length} ${HEIGHT}" role="img"><title>${escaped(title)}</title>${style}${shown.join("")}</svg>\n`;
}

function drawn(strokes: readonly Stroke[], theme: "light" | "dark"): string {
  return strokes.filter(({ d }) => d !== "").map(({ tone, d }) => `<path class="${tone}" ${written(attributes(tone, theme))} d="${d}"/>`).join("");
}

function dark(tone: string): string {
  const found = TONES[tone];
  if (!found) return "";
  const names = found.soft === undefined ? [found.line === undefined ? "fill" : "stroke"] : ["fill", "stroke"];
  return `.${tone}{${names.map((name) => `${name}:${found.dark}`).join(";")}}`;
}

function written(names: Readonly<Record<string, string>>): string {
  return Object.entries(names).map(([name, value]) => `${name}="${value}"`).join(" ");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
