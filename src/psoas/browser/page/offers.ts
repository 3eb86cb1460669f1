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
  /** The address of a picture that shows what the words say. */
  readonly picture?: string;
}
interface InstallPrompt extends Event {
  prompt(): Promise<void>;
}

export type Device = "ios" | "android";
/** So long a browser may take to ask by itself. */
const PATIENCE_MS = 3_000;

export class Offers {
  readonly #place: HTMLElement;
  readonly #address: () => string;
  #waiting: Offer[] = [];
  #asksItself = false;

  constructor(place: HTMLElement, address: () => string) {
    this.#place = place;
    this.#address = address;
    addEventListener("beforeinstallprompt", (event) => {
      event.preventDefault();
      this.#asksItself = true;
      const says = SAYS.homeScreen;
      this.make({ says, does: SAYS.install, act: () => void (event as InstallPrompt).prompt() });
    });
  }

  /** Words alone, that stay until they are read; before whatever else is offered. */
  warn(says: string): void {
    this.urge({ says, does: SAYS.read, act: () => undefined });
  }

  /** Before anything is entered: how to install, in a picture, where the browser does not ask by itself. */
  showInstalling(pictures: Readonly<Record<Device, string>>): void {
    const device = deviceToInstallOn(navigator.userAgent, navigator.maxTouchPoints);
    if (!device || isInstalled()) return;
    setTimeout(() => {
      if (this.#asksItself) return;
      const says = device === "ios" ? SAYS.installIos : SAYS.installAndroid;
      this.make({ says, does: SAYS.read, act: () => undefined, picture: pictures[device] });
    }, PATIENCE_MS);
  }

  make(offer: Offer): void {
    this.#waiting.push(offer);
    this.draw();
  }

  /** Before whatever else waits: who never answers the others hears this one all the same. */
  urge(offer: Offer): void {
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
      this.urge({ says: SAYS.newRelease, does: SAYS.useNow, act });
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
    const picture = offer.picture ? [Object.assign(new Image(), { src: offer.picture, alt: "", className: "shows-how" })] : [];
    this.#place.replaceChildren(paragraph(offer.says), ...picture, ...buttons);
  }
}

/** A tablet of Apple's calls itself a Mac, but has more than a pointer. */
export function deviceToInstallOn(agent: string, touches: number): Device | null {
  if (/iPhone|iPad|iPod/.test(agent) || (agent.includes("Macintosh") && touches > 1)) return "ios";
  return agent.includes("Android") ? "android" : null;
}

const isInstalled = (): boolean => matchMedia("(display-mode: standalone)").matches || (navigator as { standalone?: boolean }).standalone === true;
