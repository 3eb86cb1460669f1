/** <pause-figure data-pause="Pause" data-play="Play" data-about="Glute bridge"> holds the moving figure beside it, and lets it go on.
 *  Its button appears once the figure moves; where nothing moves there is nothing to hold. */
import { MoveFigure } from "./move-figure.ts";

const calm = matchMedia("(prefers-reduced-motion: reduce)");

export class PauseFigure extends HTMLElement {
  readonly #button = document.createElement("button");

  connectedCallback(): void {
    this.#button.type = "button";
    this.#button.className = "button quiet small-button";
    this.#button.addEventListener("click", this.#toggle);
    this.parentElement?.addEventListener("move-figure:ready", this.#show);
    this.parentElement?.addEventListener("keyup", this.#say);
    calm.addEventListener("change", this.#show);
  }

  disconnectedCallback(): void {
    calm.removeEventListener("change", this.#show);
  }

  get #figure(): MoveFigure | null {
    const found = this.parentElement?.querySelector("move-figure");
    return found instanceof MoveFigure ? found : null;
  }

  readonly #show = (): void => {
    if (calm.matches || this.#figure === null) return this.replaceChildren();
    this.replaceChildren(this.#button);
    this.#say();
  };

  readonly #toggle = (): void => {
    const figure = this.#figure;
    if (figure?.playing) figure.pause();
    else figure?.play();
    this.#say();
  };

  readonly #say = (): void => {
    const words = (this.#figure?.playing ? this.dataset["pause"] : this.dataset["play"]) ?? "";
    const about = document.createElement("span");
    about.className = "visually-hidden";
    about.textContent = `: ${this.dataset["about"] ?? ""}`;
    this.#button.replaceChildren(words, about);
  };
}
