/** Tones of the figure, light and dark: the stills carry them inside; on pages figure.css says the same,
 *  through its tokens (a test compares them). */
import type { Build } from "./builds.ts";

/** A path to draw: its tone is a class of figure.css and a row of the stills' palette. */
export interface Stroke { readonly tone: string; readonly d: string }
/** `line`: a stroke of this width; `soft`: a fill with a fainter edge of this width. */
export interface Tone { readonly light: string; readonly dark: string; readonly line?: number; readonly opacity?: number; readonly soft?: number; readonly dash?: string }

export const TONES: Readonly<Record<string, Tone>> = {
  "top": { light: "#2E6E7E", dark: "#3F8596" },
  "top-lit": { light: "#4E8D9B", dark: "#6FB3C2" },
  "shorts": { light: "#2B3A67", dark: "#5566A6" },
  "shorts-lit": { light: "#4C5B8C", dark: "#8EA2E0" },
  "skin": { light: "#CDA582", dark: "#B08D70" },
  "skin-lit": { light: "#E4C3A4", dark: "#D6B394" },
  "shoe": { light: "#D5D2C9", dark: "#B9BCBD" },
  "shoe-lit": { light: "#F1EFEA", dark: "#E3E4E2" },
  "hair": { light: "#5B4A40", dark: "#3A312C" },
  "hair-lit": { light: "#77645A", dark: "#54483F" },
  "mat": { light: "#DDD6C1", dark: "#2B3439" },
  "ground": { light: "#CFC8B4", dark: "#3A444B", line: 15 },
  "mat-line": { light: "#C9C0A6", dark: "#3D484F", line: 14 },
  "shadow": { light: "#1F2A33", dark: "#000000", soft: 60, opacity: 0.12 },
  "rim": { light: "#FBFAF6", dark: "#14191D", line: 22 },
  "wood-top": { light: "#E2D3B8", dark: "#6A5E4E" },
  "wood-side": { light: "#CDBB9B", dark: "#544A3D" },
  "wood-end": { light: "#BFAB89", dark: "#473E33" },
  "wood": { light: "#B79F78", dark: "#7A6B55" },
  "wood-lit": { light: "#D0BC98", dark: "#94836A" },
  "outline": { light: "#CDBB9B", dark: "#544A3D", line: 16 },
  "soft-top": { light: "#ECE7DB", dark: "#3B464D" },
  "soft-side": { light: "#D9D2C2", dark: "#313B41" },
  "soft-end": { light: "#CDC5B3", dark: "#2A3338" },
  "soft": { light: "#D3CBB9", dark: "#47535A" },
  "soft-lit": { light: "#E9E3D6", dark: "#5A676F" },
  "foam": { light: "#7C8A93", dark: "#74838D" },
  "foam-lit": { light: "#A3AFB6", dark: "#9BA9B2" },
  "metal": { light: "#4A545C", dark: "#8C98A0" },
  "metal-lit": { light: "#78838B", dark: "#B4BEC5" },
  "band": { light: "#9A6410", dark: "#E0B060" },
  "band-lit": { light: "#C08A34", dark: "#EAC888" },
  "strap": { light: "#6E6558", dark: "#A59B8C" },
  "strap-lit": { light: "#958B7C", dark: "#C4BBAD" },
  "muscle-rim": { light: "#FBFAF6", dark: "#14191D", line: 24 },
  "muscle": { light: "#C8432E", dark: "#F0826E" },
  "muscle-line": { light: "#FBFAF6", dark: "#14191D", line: 13, dash: "30 34" },
  "muscle-rim-far": { light: "#FBFAF6", dark: "#14191D", line: 12, opacity: 0.35 },
  "muscle-far": { light: "#C8432E", dark: "#F0826E", opacity: 0.42 },
  "muscle-line-far": { light: "#FBFAF6", dark: "#14191D", line: 12, dash: "30 34", opacity: 0.5 },
  "ring-rim": { light: "#FBFAF6", dark: "#14191D", line: 46 },
  "ring-hip": { light: "#2B3A67", dark: "#8EA2E0", line: 20 },
  "ring-spine": { light: "#2E6E7E", dark: "#6FB3C2", line: 20 },
  "ring": { light: "#C8432E", dark: "#F0826E", line: 20 },
  "arrow-rim": { light: "#FBFAF6", dark: "#14191D", line: 70 },
  "arrow": { light: "#1F2A33", dark: "#ECE8DF", line: 34 },
  "ghost": { light: "#1F2A33", dark: "#ECE8DF", opacity: 0.2 },
  "lens-ground": { light: "#FBFAF6", dark: "#14191D" },
  "lens": { light: "#9A6410", dark: "#E0B060", line: 26 },
  "bone-rim": { light: "#2E6E7E", dark: "#14191D", line: 20 },
  "bone": { light: "#FBFAF6", dark: "#ECE8DF" },
  "fused": { light: "#1F2A33", dark: "#ECE8DF", line: 40 },
};

type Shade = readonly [light: string, dark: string];
/** Skin and hair of the other builds; cloth keeps its meaning, so its colours stay. */
export const SHADES: Readonly<Record<Exclude<Build, "lean">, Readonly<Record<string, Shade>>>> = {
  full: { "skin": ["#96684A", "#8F6448"], "skin-lit": ["#B78562", "#B48160"], "hair": ["#A7A29A", "#B9B5AD"], "hair-lit": ["#C6C1B8", "#D6D2CA"] },
  broad: { "skin": ["#5F4233", "#674837"], "skin-lit": ["#7F5B47", "#8B6450"], "hair": ["#D9D5CC", "#D9D5CC"], "hair-lit": ["#EFECE5", "#EFECE5"] },
};

/** A tone as the build wears it. */
export function toneOf(tone: string, build: Build = "lean"): Tone | undefined {
  const [found, shade] = [TONES[tone], build === "lean" ? undefined : SHADES[build][tone]];
  return found && shade ? { ...found, light: shade[0], dark: shade[1] } : found;
}

/** A tone as presentation attributes, which every policy allows. */
export function attributes(tone: string, theme: "light" | "dark" = "light", build: Build = "lean"): Readonly<Record<string, string>> {
  const found = toneOf(tone, build);
  if (!found) return { fill: "none" };
  const opacity = found.opacity === undefined ? {} : { opacity: String(found.opacity) };
  if (found.soft !== undefined) return { fill: found[theme], stroke: found[theme], "stroke-width": String(found.soft), "stroke-opacity": "0.35", "stroke-linejoin": "round", ...opacity };
  if (found.line === undefined) return { fill: found[theme], ...opacity };
  const dash = found.dash ? { "stroke-dasharray": found.dash } : {};
  return { fill: "none", stroke: found[theme], "stroke-width": String(found.line), "stroke-linejoin": "round", "stroke-linecap": "round", ...dash, ...opacity };
}
