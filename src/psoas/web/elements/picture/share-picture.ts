/** <share-picture> bends several figures at once and keeps the table in step.
 *  In: a range input, a table and a list written by the server, and its numbers as JSON (#share-data).  Out: nothing; it explains. */

import type { Bend, Spread } from "./handed.ts";
import { bendAt, type ShareData } from "./share-data.ts";
import { drawBend } from "./share-figure.ts";

export class SharePicture extends HTMLElement {
  #data: ShareData | null = null;

  connectedCallback(): void {
    const text = this.querySelector("#share-data")?.textContent;
    if (!text) return;
    this.#data = JSON.parse(text) as ShareData;
    this.#slider.addEventListener("input", () => this.#show());
    this.querySelector(".share-slider")?.removeAttribute("hidden");
    this.#show();
  }

  get #slider(): HTMLInputElement {
    return this.querySelector("input[type=range]") as HTMLInputElement;
  }

  #show(): void {
    const trunk = Number(this.#slider.value);
    const shown = (this.#data?.sides ?? []).map((side) => ({ side, bend: bendAt(side, trunk) }));
    this.#slider.setAttribute("aria-valuetext", this.#fill("bend", { trunk }));
    this.#put("output", `${trunk}°`);
    this.querySelector(".share-figures")?.replaceChildren(...shown.map(({ side, bend }) => this.#figure(side.version, bend)));
    for (const { side, bend } of shown) this.#fillRow(side.version, bend);
    const first = shown[0];
    this.#put(".share-now", first ? `${this.#fill("bend", { trunk })}: ${this.#words(first.bend)}` : "");
    this.#put(".share-worth", first?.bend ? (this.dataset[first.bend.validation === "validated" ? "validated" : "unvalidated"] ?? "") : "");
    this.#put(".share-other", typeof first?.bend?.other_lumbar === "number" ? this.#fill("other", { lumbar: Math.round(first.bend.other_lumbar) }) : "");
  }

  #figure(version: string, bend: Bend | null): HTMLLIElement {
    const item = document.createElement("li");
    const name = document.createElement("strong");
    const says = document.createElement("span");
    name.textContent = this.#data?.names[version] ?? version;
    says.textContent = this.#words(bend);
    says.className = "soft";
    const change = document.createElement("span");
    change.textContent = bend?.says ?? "";
    item.append(...(bend ? [drawBend(bend)] : []), name, says, ...(bend?.says ? [change] : []));
    return item;
  }

  #fillRow(version: string, bend: Bend | null): void {
    this.#cell(`[data-version="${version}"]`, "hip", bend ? degrees(bend.hip) : "–");
    this.#cell(`[data-version="${version}"]`, "lumbar", bend ? degrees(bend.lumbar) : "–");
    this.#cell(`[data-version="${version}"]`, "lumbar_share", bend ? percent(bend.lumbar_share) : "–");
    for (const cell of this.querySelectorAll<HTMLElement>(`[data-levels="${version}"] [data-cell]`)) {
      const level = bend?.levels[cell.dataset["cell"] ?? ""];
      cell.textContent = level ? `${level.mean.toFixed(0)}°` : "–";
    }
  }

  #cell(row: string, name: string, text: string): void {
    this.#put(`${row} [data-cell="${name}"]`, text);
  }

  #words(bend: Bend | null): string {
    if (!bend) return this.dataset["beyond"] ?? "";
    return this.#fill("degrees", { hip: Math.round(bend.hip.mean), lumbar: Math.round(bend.lumbar.mean) });
  }

  #fill(sentence: string, numbers: Readonly<Record<string, number>>): string {
    return Object.entries(numbers).reduce((text, [name, number]) => text.replace(`{${name}}`, String(number)), this.dataset[sentence] ?? "");
  }

  #put(place: string, text: string): void {
    const element = this.querySelector(place);
    if (element) element.textContent = text;
  }
}

function degrees(range: Spread): string {
  return `${range.mean.toFixed(0)}° (${range.low.toFixed(0)}–${range.high.toFixed(0)})`;
}

function percent(range: Spread): string {
  return `${(100 * range.mean).toFixed(0)} % (${(100 * range.low).toFixed(0)}–${(100 * range.high).toFixed(0)})`;
}
