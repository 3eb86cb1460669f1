/** What shell, worker and service worker say to the person themselves, where no page can. */

import type { PageAnswer } from "./messages.ts";

const HTML = [["Content-Type", "text/html; charset=utf-8"], ["Content-Security-Policy", "default-src 'none'"]] as const;

export const SAYS = {
  starting: "Starting. This takes a few seconds; the first time it loads about fourteen megabytes.",
  elsewhere: "Psoas is open in another tab or window. One at a time keeps your entries whole.",
  noStorage:
    "This browser keeps nothing for Psoas: private windows and blocked site data do that. Nothing you enter would last, so Psoas does not start here. Open it in an ordinary window.",
  damaged: "What was kept on this device cannot be read. Nothing was deleted. If you have a saved file, begin anew and bring it back under Settings.",
  broken: "Psoas could not start. Nothing was deleted. Load the page again; if that does not help, your saved file opens on any other device.",
  tooSmall: "This device has little room left. Free some before you enter anything, or it may not be kept.",
  mayGo: "This browser may clear what Psoas keeps when space runs short. Keep a saved file.",
} as const;

function page(title: string, text: string): Uint8Array<ArrayBuffer> {
  const words = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · Psoas</title><main><h1>${title}</h1><p>${text}</p></main></html>`;
  return new TextEncoder().encode(words);
}

/** What was sent could not be written: everything before it is kept, it is not. */
export function unkept(error: unknown): PageAnswer {
  const full = error instanceof DOMException && error.name === "QuotaExceededError";
  const why = full ? "The storage of this device is full." : "This device did not let it be written.";
  const text = `${why} What you just entered is not kept; everything before it is. Free some space, go back and send it once more.`;
  return { kind: "answer", status: 507, headers: HTML, body: page("Not kept", text) };
}
