/** <hurt-dialog> asks how a movement hurts: what it feels like, how strong, and whether something else came with it.
 *  In: `ask()`, and a form in a <dialog> written by the server (fields felt, pain, symptom).
 *  Out: a bubbling `hurt-dialog:told` event, or `hurt-dialog:closed` when it was nothing. */

import type { HurtFeel, HurtSymptom } from "./script.ts";

export interface Told {
  readonly felt: HurtFeel;
  readonly pain: number | null;
  readonly symptom: HurtSymptom | null;
}

export class HurtDialog extends HTMLElement {
  #told = false;

  connectedCallback(): void {
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#told = true;
      this.#dialog.close();
      this.#tell();
    });
    this.querySelector("[data-press=close]")?.addEventListener("click", () => this.#dialog.close());
    this.#dialog.addEventListener("close", () => {
      if (!this.#told) this.dispatchEvent(new CustomEvent("hurt-dialog:closed", { bubbles: true }));
    });
  }

  ask(): void {
    this.#told = false;
    this.#form.reset();
    this.#dialog.showModal();
  }

  #tell(): void {
    const said = new FormData(this.#form);
    const detail: Told = {
      felt: (said.get("felt") as HurtFeel | null) ?? "other",
      pain: numberIn(said.get("pain")),
      symptom: (said.get("symptom") as HurtSymptom | null) || null,
    };
    this.dispatchEvent(new CustomEvent<Told>("hurt-dialog:told", { bubbles: true, detail }));
  }

  get #dialog(): HTMLDialogElement {
    return this.querySelector("dialog") as HTMLDialogElement;
  }

  get #form(): HTMLFormElement {
    return this.querySelector("form") as HTMLFormElement;
  }
}

/** A number that was chosen; null for none. Zero is a number. */
export function numberIn(said: FormDataEntryValue | null): number | null {
  return typeof said === "string" && said !== "" ? Number(said) : null;
}
