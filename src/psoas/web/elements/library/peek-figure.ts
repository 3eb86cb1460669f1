/** <peek-figure motion="/static/…/clamshell.json" player="/static/…/page-figure.js"> is a still that moves while it is looked at:
 *  under the pointer, under the finger, or while the link around it has the focus. What draws it is fetched at the first such look.
 *  Where motion is not wanted it stays a still. In: the two addresses; its content is the still. Out: nothing. */

const calm = matchMedia("(prefers-reduced-motion: reduce)");
const STARTS = ["pointerenter", "focusin"] as const;
const ENDS = ["pointerleave", "pointercancel", "focusout"] as const;

export class PeekFigure extends HTMLElement {
  #figure: HTMLElement | null = null;
  #looked = false;
  #around: HTMLElement = this;

  connectedCallback(): void {
    this.#around = this.closest("a") ?? this;
    for (const name of STARTS) this.#around.addEventListener(name, this.#look);
    for (const name of ENDS) this.#around.addEventListener(name, this.#leave);
  }

  disconnectedCallback(): void {
    for (const name of STARTS) this.#around.removeEventListener(name, this.#look);
    for (const name of ENDS) this.#around.removeEventListener(name, this.#leave);
    this.#leave();
  }

  readonly #look = (): void => {
    this.#looked = true;
    if (!calm.matches && this.#figure === null) void this.#move();
  };

  readonly #leave = (): void => {
    this.#looked = false;
    this.#figure?.remove();
    this.#figure = null;
  };

  async #move(): Promise<void> {
    try {
      await import(this.getAttribute("player") ?? "");
    } catch {
      return; // no network, and never looked at before: the still stays
    }
    if (!this.#looked || this.#figure !== null) return;
    this.#figure = document.createElement("move-figure");
    this.#figure.inert = true;
    this.#figure.setAttribute("exercise", "peek");
    this.#figure.setAttribute("src", this.getAttribute("motion") ?? "");
    this.#figure.setAttribute("plain", "");
    this.append(this.#figure);
  }
}
