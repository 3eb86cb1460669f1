/** <voice-choice data-sample="Lift, and lower slowly."> lets the person choose among the voices of this device, and hear one.
 *  In:  a <select> with the device's own voice first and a <button data-press="hear">, written by the server; `pace` and `loudness`, or the
 *       fields of these names in the form around it. It stays hidden where there is nothing to choose.
 *  Out: the choice, kept on this device (`habits.ts`). */

import { keepVoice, keptVoice } from "./habits.ts";
import { asLoudness, asPace, Speaker, voicesFor } from "./voice.ts";

export class VoiceChoice extends HTMLElement {
  connectedCallback(): void {
    if (!("speechSynthesis" in globalThis)) return;
    this.#offer();
    speechSynthesis.addEventListener("voiceschanged", this.#offer);
    this.addEventListener("change", () => {
      keepVoice(this.#select?.value ?? "");
    });
    this.querySelector("[data-press=hear]")?.addEventListener("click", this.#hear);
  }

  disconnectedCallback(): void {
    globalThis.speechSynthesis?.removeEventListener("voiceschanged", this.#offer);
  }

  /** Voices come when the browser has them: some need a moment. */
  readonly #offer = (): void => {
    const [select, voices] = [this.#select, voicesFor(document.documentElement.lang || "en")];
    if (!select || voices.length === 0) return;
    const [own] = select.options;
    const rest = voices.map(({ name, voiceURI }) => new Option(name, voiceURI, false, voiceURI === keptVoice()));
    select.replaceChildren(...(own ? [own] : []), ...rest);
    this.hidden = false;
  };

  readonly #hear = (event: Event): void => {
    event.stopPropagation();
    const speaker = new Speaker();
    speaker.pace = asPace(this.#said("pace"));
    speaker.loudness = asLoudness(this.#said("loudness"));
    speaker.say(this.dataset["sample"] ?? "");
  };

  /** As the form around it says just now, else as the settings do. */
  #said(name: string): string | null {
    return document.querySelector<HTMLInputElement>(`form input[name="${name}"]:checked`)?.value ?? this.getAttribute(name);
  }

  get #select(): HTMLSelectElement | null {
    return this.querySelector("select");
  }
}
