/** The page that says that something could not be written, when no page of Python's can. */

import type { PageAnswer } from "./messages.ts";
import { language, runs, SAYS } from "./words.ts";

const HTML = [["Content-Type", "text/html; charset=utf-8"], ["Content-Security-Policy", "default-src 'none'"]] as const;

function page(title: string, text: string): Uint8Array<ArrayBuffer> {
  const words = `<!doctype html><html lang="${language()}" dir="${runs()}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} · Psoas</title><main><h1>${title}</h1><p>${text}</p></main></html>`;
  return new TextEncoder().encode(words);
}

/** What was sent could not be written: everything before it is kept, it is not. */
export function unkept(error: unknown): PageAnswer {
  const full = error instanceof DOMException && error.name === "QuotaExceededError";
  const text = `${full ? SAYS.full : SAYS.refused} ${SAYS.notKeptText}`;
  return { kind: "answer", status: 507, headers: HTML, body: page(SAYS.notKept, text) };
}
