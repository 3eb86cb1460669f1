/** <outbox-status> says how many entries still wait on this device, and shows what the server would not take.
 *  In: `data-one` and `data-many` (words; `#` stands for the number).  Out: a bubbling `outbox-status:changed` event. */

import { outbox, waiting } from "./outbox.ts";

export class OutboxStatus extends HTMLElement {
  connectedCallback(): void {
    for (const name of ["changed", "sent", "refused"]) outbox.addEventListener(name, this.#draw);
    void this.#draw();
  }

  disconnectedCallback(): void {
    for (const name of ["changed", "sent", "refused"]) outbox.removeEventListener(name, this.#draw);
  }

  #draw = async (): Promise<void> => {
    const parcels = await waiting().catch(() => []);
    const now = Date.now();
    const hoping = parcels.filter((parcel) => parcel.refused === null && parcel.due <= now).length;
    const refused = parcels.flatMap((parcel) => (parcel.refused === null ? [] : [parcel.refused]));
    this.hidden = hoping + refused.length === 0;
    this.replaceChildren(...this.#lines(hoping, refused));
    this.dispatchEvent(new CustomEvent("outbox-status:changed", { bubbles: true, detail: { waiting: hoping, refused } }));
  };

  #lines(hoping: number, refused: readonly string[]): HTMLElement[] {
    const words = hoping === 1 ? this.dataset.one : this.dataset.many;
    const counts = hoping > 0 ? [(words ?? "#").replace("#", String(hoping))] : [];
    const refusals = refused.map((says) => `${this.dataset.refused ?? ""} ${says}`.trim());
    return [...counts, ...refusals].map((text) => Object.assign(document.createElement("p"), { textContent: text }));
  }
}
