/** What every page does for life without a network: a service worker, and an outbox that empties itself. */

import { empty, flush } from "./outbox.ts";

const RETRY_MS = 60_000;
/** How every name that Psoas stores in this browser begins. */
const OURS = "psoas";
/** The mark of the records that this browser was last used with. */
const BEGINNING = "psoas-beginning";

/** Register the worker, keep today's player pages, and send what waits: now, when the network is back, when the page
 *  is seen, and once a minute. */
export function goOffline(): void {
  void afterErasure().then(register);
  const send = (): void => void flush().catch(() => undefined);
  globalThis.addEventListener("online", send);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") send();
  });
  // A server that was only switched off comes back without any event.
  setInterval(send, RETRY_MS);
  send();
}

/** Everything was deleted in another browser since this one was last here: what it keeps goes before anything else. */
async function afterErasure(): Promise<void> {
  const mark = document.documentElement.dataset.beginning ?? "";
  if (mark === "") return;
  try {
    const before = localStorage.getItem(BEGINNING);
    if (before !== null && before !== mark) await forgetEverything();
    localStorage.setItem(BEGINNING, mark);
  } catch {
    // a browser that keeps nothing has nothing to forget
  }
}

/** In a frame another page looks after the network and what is kept for it, as in the phone edition. */
const isFramed = (): boolean => globalThis.parent !== globalThis.window;

async function register(): Promise<void> {
  if (!("serviceWorker" in navigator) || isFramed()) return;
  if (document.documentElement.dataset.offline === "off") return dropCopies();
  try {
    await navigator.serviceWorker.register("/service-worker.js");
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ kind: "keep", paths: playerPaths() });
  } catch {
    // plain http over a network name has no service worker: everything but offline pages works
  }
}

/** Switched off in the settings: no page of the person stays in this browser, and no worker that would keep one. */
async function dropCopies(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  registration?.active?.postMessage({ kind: "forget" });
  await registration?.unregister();
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
}

/** The sessions this page leads to, and this page itself when it is one. */
function playerPaths(): string[] {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="/session/"]')].map((link) => link.pathname);
  return [...new Set([...links, ...(location.pathname.startsWith("/session/") ? [location.pathname] : [])])];
}

/** Everything about this person leaves this browser: kept pages, waiting entries, half-done sessions.
 *
 *  In a frame the caches hold the files that Psoas itself is made of: they stay, else it could not start without a network. */
export async function forgetEverything(): Promise<void> {
  await empty().catch(() => undefined);
  for (const key of Object.keys(localStorage)) if (key.startsWith(OURS)) localStorage.removeItem(key);
  if (isFramed()) return;
  const registration = await navigator.serviceWorker?.getRegistration();
  registration?.active?.postMessage({ kind: "forget" });
  if ("caches" in globalThis) await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
}
