/** Draws a scene into an SVG element: a pool of paths, each given its shape and tone anew, none made or moved while playing. */
import { HEIGHT, WIDTH } from "./camera.ts";
import { groundOf, magnified, placeOf } from "./lens.ts";
import type { Stroke } from "./palette.ts";
import type { Picture } from "./scene.ts";

const SVG = "http://www.w3.org/2000/svg";

/** Paths in one element, used again from frame to frame. */
class Pool {
  readonly #into: SVGElement;
  readonly #paths: SVGPathElement[] = [];
  readonly #tones: string[] = [];
  readonly #shapes: string[] = [];

  constructor(into: SVGElement) {
    this.#into = into;
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
    this.#into.append(path);
    return path;
  }

  /** figure.css gives each tone its colour and its line. */
  #paint(path: SVGPathElement, index: number, tone: string): void {
    path.setAttribute("class", `fig-${tone}`);
    this.#tones[index] = tone;
  }
}

export class Stage {
  readonly svg = document.createElementNS(SVG, "svg");
  readonly #pool: Pool;
  #lens: { readonly svg: SVGSVGElement; readonly pool: Pool } | null = null;

  constructor(label: string) {
    this.svg.setAttribute("viewBox", `0 0 ${WIDTH} ${HEIGHT}`);
    this.svg.setAttribute("role", "img");
    this.svg.setAttribute("aria-label", label);
    const whole = document.createElementNS(SVG, "g");
    this.svg.append(whole);
    this.#pool = new Pool(whole);
  }

  draw({ strokes, lens }: Picture): void {
    this.#pool.draw(strokes);
    if (!lens) return this.#lens?.pool.draw([]);
    const inner = (this.#lens ??= this.#open());
    for (const [name, value] of Object.entries(placeOf(lens))) inner.svg.setAttribute(name, value);
    inner.pool.draw([groundOf(lens), ...magnified(strokes)]);
  }

  /** An svg inside the svg cuts off what lies outside it. */
  #open(): { svg: SVGSVGElement; pool: Pool } {
    const svg = document.createElementNS(SVG, "svg");
    this.svg.append(svg);
    return { svg, pool: new Pool(svg) };
  }
}
