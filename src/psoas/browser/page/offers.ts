/** One offer at a time, above the page, that can always be declined: install, keep a file, use a new release.
 *
 *  Nothing is offered while a session is open. */

import { button, paragraph } from "./element.ts";
import { SAYS } from "./words.ts";

export interface Offer {
  readonly says: string;
  readonly does: string;
  readonly act: () => void;
  readonly later?: () => void;
}
interface InstallPrompt extends Event {
  prompt(): Promise<void>;
}

export class Offers {
  readonly #place: HTMLElement;
  readonly #address: () => string;
  #waiting: Offer[] = [];

  constructor(place: HTMLElement, address: () => string) {
    this.#place = place;
    this.#address = address;
    addEventListener("beforeinstallprompt", (event) => {
      event.preventDefault();
      const says = SAYS.homeScreen;
      this.make({ says, does: SAYS.install, act: () => void (event as InstallPrompt).prompt() });
    });
  }

  /** Words alone, that stay until they are read. */
  warn(says: string): void {
    this.make({ says, does: SAYS.read, act: () => undefined });
  }

  make(offer: Offer): void {
    this.#waiting.push(offer);
    this.draw();
  }

  #first(offer: Offer): void {
    this.#waiting.unshift(offer);
    this.draw();
  }

  /** A release that waits is offered; it takes over when it is let, and the page is then opened anew. */
  watch(registration: ServiceWorkerRegistration): void {
    const offer = (): void => {
      const fresh = registration.waiting;
      if (!fresh || !navigator.serviceWorker.controller) return;
      const act = (): void => {
        navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
        fresh.postMessage("take-over");
      };
      this.#first({ says: SAYS.newRelease, does: SAYS.useNow, act });
    };
    offer();
    registration.addEventListener("updatefound", () => {
      registration.installing?.addEventListener("statechange", () => offer());
    });
  }

  draw(): void {
    const [offer] = this.#waiting;
    this.#place.hidden = !offer || this.#address().startsWith("session/");
    if (!offer) return this.#place.replaceChildren();
    const over = (act: () => void): void => {
      this.#waiting.shift();
      this.draw();
      act();
    };
    const buttons = [button(offer.does, () => over(offer.act))];
    if (offer.later || offer.does !== SAYS.read) buttons.push(button(SAYS.later, () => over(offer.later ?? (() => undefined)), "quiet"));
    this.#place.replaceChildren(paragraph(offer.says), ...buttons);
  }
}
