/** <outbox-status> says how many entries still wait, on this device and at other addresses of it, and shows what the server would
 *  not take.
 *  In: `data-one`, `data-many`, `data-refused`, `data-elsewhere`, `data-may-go` (words; `#` stands for the number, `@` for the address).
 *  Out: a bubbling `outbox-status:changed` event. */

import { cookieOf, elsewhereIn } from "./elsewhere.ts";
import type { Elsewhere } from "./elsewhere.ts";
import { outbox, waiting } from "./outbox.ts";

const CHANGES = ["changed", "sent", "refused"];

export class OutboxStatus extends HTMLElement {
  connectedCallback(): void {
    for (const name of CHANGES) outbox.addEventListener(name, this.#draw);
    void this.#draw();
  }

  disconnectedCallback(): void {
    for (const name of CHANGES) outbox.removeEventListener(name, this.#draw);
  }

  #draw = async (): Promise<void> => {
    const parcels = await waiting().catch(() => []);
    document.cookie = cookieOf(parcels.length, location);
    const now = Date.now();
    const hoping = parcels.filter((parcel) => parcel.refused === null && parcel.due <= now).length;
    const refused = parcels.flatMap((parcel) => (parcel.refused === null ? [] : [parcel.refused]));
    const mayGo = hoping > 0 && (await mayBeCleared()) ? [paragraph(this.dataset.mayGo ?? "")] : [];
    const lines = [...this.#here(hoping, refused), ...mayGo, ...elsewhereIn(document.cookie, location).map((one) => this.#there(one))];
    this.hidden = lines.length === 0;
    this.replaceChildren(...lines);
    this.dispatchEvent(new CustomEvent("outbox-status:changed", { bubbles: true, detail: { waiting: hoping, refused } }));
  };

  #here(hoping: number, refused: readonly string[]): HTMLElement[] {
    const words = hoping === 1 ? this.dataset.one : this.dataset.many;
    const counts = hoping > 0 ? [(words ?? "#").replace("#", String(hoping))] : [];
    return [...counts, ...refused.map((says) => `${this.dataset.refused ?? ""} ${says}`.trim())].map(paragraph);
  }

  #there({ address, count }: Elsewhere): HTMLElement {
    const [before = "", after = ""] = (this.dataset.elsewhere ?? "# @").replace("#", String(count)).split("@");
    const line = paragraph(before);
    line.append(Object.assign(document.createElement("a"), { href: address, textContent: address }), after);
    return line;
  }
}

/** The browser was asked to keep what lies here and said no, so it may clear it when space is short. */
async function mayBeCleared(): Promise<boolean> {
  return (await navigator.storage?.persisted?.().catch(() => true)) === false;
}

const paragraph = (textContent: string): HTMLElement => Object.assign(document.createElement("p"), { textContent });
