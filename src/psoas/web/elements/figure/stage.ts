/** Draws a scene into an SVG element: a pool of paths, each given its shape and tone anew, none made or moved while playing. */
import { HEIGHT, WIDTH } from "./camera.ts";
import { attributes } from "./palette.ts";
import type { Stroke } from "./palette.ts";

const SVG = "http://www.w3.org/2000/svg";

export class Stage {
  readonly svg: SVGSVGElement;
  readonly #paths: SVGPathElement[] = [];
  readonly #tones: string[] = [];
  readonly #shapes: string[] = [];

  constructor(label: string) {
    this.svg = document.createElementNS(SVG, "svg");
    this.svg.setAttribute("viewBox", `0 0 ${WIDTH} ${HEIGHT}`);
    this.svg.setAttribute("role", "img");
    this.svg.setAttribute("aria-label", label);
  }

  draw(strokes: readonly Stroke[]): void {
    strokes.forEach(({ tone, d }, index) => {
      const path = this.#paths[index] ?? this.#grow();
      if (this.#shapes[index] !== d) path.setAttribute("d", (this.#shapes[index] = d));
      if (this.#tones[index] !== tone) this.#paint(path, index, tone);
    });
    for (let index = strokes.length; index < this.#paths.length; index++) this.#paths[index]?.setAttribute("d", (this.#shapes[index] = ""));
  }

  #grow(): SVGPathElement {
    const path = document.createElementNS(SVG, "path");
    this.#paths.push(path);
    this.svg.append(path);
    return path;
  }

  /** The class is coloured by figure.css; the attributes stand in where that is missing. */
  #paint(path: SVGPathElement, index: number, tone: string): void {
    for (const name of path.getAttributeNames()) if (name !== "d") path.removeAttribute(name);
    path.setAttribute("class", `fig-${tone}`);
    for (const [name, value] of Object.entries(attributes(tone))) path.setAttribute(name, value);
    this.#tones[index] = tone;
  }
}
