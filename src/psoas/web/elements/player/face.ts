/** Draws a view into the page the server wrote. Parts are found by `data-part`; only what changed is touched, so that
 *  assistive technology hears of real changes alone. */

import { fit } from "./fit.ts";
import type { Phase, Side } from "./script.ts";
import type { View } from "./view.ts";

/** Long enough to be seen from the side, and less than three in a second (WCAG 2.3.1). */
const FLASH_MS = 600;

export class Face {
  readonly #root: HTMLElement;
  #fitted = "";
  #view: View | null = null;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  part(name: string): HTMLElement | null {
    return this.#root.querySelector<HTMLElement>(`[data-part="${name}"]`);
  }

  draw(view: View, phase: Phase): void {
    this.#view = view;
    this.#root.dataset.phase = phase;
    this.write("count", view.count);
    this.part("count")?.toggleAttribute("data-long", view.count.length > 3);
    this.write("of", view.of && `/ ${view.of}`);
    this.write("name", view.name);
    this.write("side", this.#sideWords(view.side));
    this.write("where", `${view.part} / ${view.parts}`);
    this.write("left", this.#leftWords(view.leftMin));
    this.write("next", view.next ? [view.next.name, this.#sideWords(view.next.side)].filter(Boolean).join(", ") : "");
    this.#show("next-line", view.next !== null);
    this.#list("how", view.how);
    this.#list("mind", view.mind);
    this.#figure(view);
    this.#fit(view);
    this.part("ring")?.setAttribute("stroke-dashoffset", String(1 - view.progress));
    this.#controls(view, phase);
    this.#root.dataset.step = view.phase;
    this.#root.dataset.side = view.side;
  }

  /** The printed line: the very words that are spoken. */
  line(text: string): void {
    this.write("line", text);
  }

  /** What a screen reader says. */
  tell(text: string): void {
    this.write("status", text);
  }

  /** One flash, never a row of them: begun anew only when the last is over. */
  flash(tone: "go" | "end"): void {
    if (this.#root.dataset["flash"]) return;
    this.#root.dataset["flash"] = tone;
    setTimeout(() => delete this.#root.dataset["flash"], FLASH_MS);
  }

  switched(name: string, on: boolean): void {
    this.part(name)?.setAttribute("aria-pressed", String(on));
  }

  /** Room for the longest words of what is on, measured anew when that changes or the page does. */
  refit(): void {
    this.#fitted = "";
    if (this.#view) this.#fit(this.#view);
  }

  #fit(view: View): void {
    const [stage, line] = [this.part("stage"), this.part("line")];
    const wanted = [view.name, view.side, view.longest, view.next?.name].join("/");
    if (!stage || !line || wanted === this.#fitted || stage.clientHeight === 0) return;
    this.#fitted = wanted;
    fit(stage, line, view.longest);
  }

  #figure(view: View): void {
    const figure = this.part("figure");
    if (!figure) return;
    if (figure.getAttribute("exercise") !== view.exercise) figure.removeAttribute("missing");
    set(figure, "exercise", view.exercise);
    set(figure, "side", view.side);
    set(figure, "phase", view.phase);
    set(figure, "beat", view.beatS === null ? "" : String(view.beatS));
    set(figure, "progress", view.progress.toFixed(3));
  }

  #controls(view: View, phase: Phase): void {
    const running = phase === "running";
    const going = running || phase === "paused";
    this.#label("go", running ? "pause" : phase === "paused" ? "resume" : "start");
    this.#label("skip", view.waiting ? "wait" : "leave");
    for (const name of ["back", "skip", "hurts"]) this.#enable(name, going);
    this.#enable("swap", going && view.canSwap);
  }

  /** A button carries its words as `data-<state>` attributes, so that they stay with the translator. */
  #label(name: string, state: string): void {
    const button = this.part(name);
    const text = button?.querySelector("[data-text]");
    const words = button?.getAttribute(`data-${state}`) ?? "";
    if (text && text.textContent !== words) text.textContent = words;
    button?.setAttribute("data-state", state);
  }

  #enable(name: string, enabled: boolean): void {
    this.part(name)?.toggleAttribute("disabled", !enabled);
  }

  write(name: string, text: string): void {
    const part = this.part(name);
    if (part && part.textContent !== text) part.textContent = text;
  }

  #show(name: string, shown: boolean): void {
    this.part(name)?.toggleAttribute("hidden", !shown);
  }

  #list(name: string, lines: readonly string[]): void {
    const list = this.part(name);
    if (!list || list.dataset.said === lines.join("\n")) return;
    list.dataset.said = lines.join("\n");
    list.replaceChildren(...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })));
  }

  #leftWords(minutes: number | null): string {
    if (minutes === null) return "";
    return this.part("left")?.getAttribute(minutes < 1 ? "data-soon" : "data-minutes")?.replace("#", String(minutes)) ?? "";
  }

  #sideWords(side: Side): string {
    return side === "both" ? "" : (this.#root.getAttribute(side) ?? side);
  }
}

function set(element: Element, name: string, text: string): void {
  if (element.getAttribute(name) !== text) element.setAttribute(name, text);
}
