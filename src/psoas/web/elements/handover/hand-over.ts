/** <hand-over src label> fetches what is handed over, seals it under a new key, and offers the file, its key and, where it is
 *  short enough and this address can be reached by others, one link. Its words stand on the page; it only fills them in. */

import encodeQR from "qr";
import { write } from "./health-link.ts";
import { newKey, seal } from "./jwe.ts";

const DAYS_MS = 30 * 24 * 3600 * 1000;
/** Longer addresses are cut by too many programs on their way. */
const LONGEST_LINK = 30_000;
/** Light squares round the code, as its standard asks. */
const QUIET = 4;

export class HandOver extends HTMLElement {
  #key = "";
  #link = "";
  #saved = "";

  connectedCallback(): void {
    this.addEventListener("click", (event) => {
      const pressed = (event.target as Element).closest<HTMLElement>("[data-press]")?.dataset.press;
      if (pressed === "make") void this.#make();
      if (pressed === "copy-key") void this.#copy(this.#key);
      if (pressed === "copy-link") void this.#copy(this.#link);
    });
  }

  disconnectedCallback(): void {
    if (this.#saved) URL.revokeObjectURL(this.#saved);
  }

  async #make(): Promise<void> {
    try {
      const answer = await fetch(this.getAttribute("src") ?? "", { cache: "no-store" });
      if (!answer.ok) throw new Error(String(answer.status));
      const key = newKey();
      const sealed = await seal(await answer.text(), key);
      const known = { key, label: this.getAttribute("label") ?? "", until: new Date(Date.now() + DAYS_MS) };
      const home = this.querySelector<HTMLAnchorElement>("[data-part=home]");
      this.#key = `${home ? `${home.href}#` : ""}${write({ ...known, sealed: null })}`;
      this.#link = home ? `${home.href}#${write({ ...known, sealed })}` : "";
      this.#show(sealed);
    } catch {
      this.#say(this.#part("says").dataset.failed ?? "");
    }
  }

  #show(sealed: string): void {
    const save = this.#part("save") as HTMLAnchorElement;
    if (this.#saved) URL.revokeObjectURL(this.#saved);
    save.href = this.#saved = URL.createObjectURL(new Blob([sealed], { type: "application/jose" }));
    draw(this.#part("code"), encodeQR(this.#key, "raw", { ecc: "low", border: QUIET }));
    this.#part("file").hidden = false;
    this.#part("link").hidden = this.#link === "" || this.#link.length > LONGEST_LINK;
    this.#say("");
    this.#part("file").querySelector("h2")?.focus();
  }

  async #copy(words: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(words);
      this.#say(this.#part("says").dataset.copied ?? "");
    } catch {
      this.#say(words);
    }
  }

  #say(words: string): void {
    this.#part("says").textContent = words;
  }

  #part(name: string): HTMLElement {
    return this.querySelector(`[data-part=${name}]`) as HTMLElement;
  }
}

/** Dark squares on light ones, in any theme: a camera reads nothing else. */
function draw(place: Element, squares: readonly (readonly boolean[])[]): void {
  const side = squares.length;
  place.setAttribute("viewBox", `0 0 ${side} ${side}`);
  place.classList.add("scan-code");
  const path = squares.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  const names = { rect: { width: String(side), height: String(side) }, path: { d: path } };
  place.replaceChildren(
    ...Object.entries(names).map(([name, attributes]) => {
      const made = document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
      return made;
    }),
  );
}
