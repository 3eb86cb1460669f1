/** A guest looks at a hand-over: its own worker, its own folder of addresses, nothing kept, nothing of the device's own person touched.
 *
 *    the link holds everything      it is opened at once
 *    the link holds only the key    the file is asked for, then opened
 *
 *  The key leaves the address bar, and with it the history, as soon as it is read. */

import { isLink, read, type HealthLink } from "../../web/elements/handover/health-link.ts";
import { NotOpened, open } from "../../web/elements/handover/jwe.ts";
import { button, paragraph } from "./element.ts";
import { SAYS } from "./words.ts";

export const isHandOver = (hash: string): boolean => isLink(hash) || hash === "#handed";

/** A folder of addresses that no other tab has: `guest/<letters>/`. */
export const folderOfGuest = (): string => `guest/${[...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("")}/`;

/** What was handed over, once it is opened; waits for the person where the file is needed. */
export async function handedOver(hash: string, ways: HTMLElement, say: (words: string) => void): Promise<string> {
  history.replaceState(null, "", `${location.pathname}#handed`);
  const link = read(hash);
  if (!link) return forEver(ways, say, hash === "#handed" ? SAYS.guestOver : SAYS.guestNoLink);
  if (link.until.getTime() < Date.now()) return forEver(ways, say, SAYS.guestEnded);
  if (link.sealed !== null) return open(link.sealed, link.key).catch(() => forEver(ways, say, SAYS.guestNotOpened));
  say(SAYS.guestFile);
  return chosen(link, ways, say);
}

function chosen(link: HealthLink, ways: HTMLElement, say: (words: string) => void): Promise<string> {
  const input = Object.assign(document.createElement("input"), { type: "file" });
  const label = document.createElement("label");
  label.append(SAYS.guestChoose, input);
  return new Promise((resolve) => {
    const take = async (): Promise<void> => {
      const file = input.files?.[0];
      if (!file) return say(SAYS.guestFile);
      try {
        const content = await open(await file.text(), link.key);
        ways.replaceChildren();
        resolve(content);
      } catch (error) {
        say(error instanceof NotOpened ? SAYS.guestNotOpened : SAYS.cannotBeRead);
      }
    };
    ways.replaceChildren(paragraph(link.label), label, button(SAYS.openIt, () => void take()), button(SAYS.guestHome, leave, "quiet"));
  });
}

/** Said, with the way out: an app on a home screen has no address bar to leave by. */
function forEver(ways: HTMLElement, say: (words: string) => void, words: string): Promise<never> {
  say(words);
  ways.replaceChildren(button(SAYS.guestHome, leave, "quiet"));
  return new Promise(() => undefined);
}

/** To whatever this device has of its own; what was looked at ends with the worker. */
export function leave(): void {
  location.replace(location.pathname);
}

export const FIRST_PLACE = "therapist/";
