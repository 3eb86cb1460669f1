/** One post of a parcel, and how to read what the server says to it. */

import type { Parcel } from "./parcel.ts";

export type Answer = { readonly is: "taken" } | { readonly is: "later" } | { readonly is: "gone" } | { readonly is: "refused"; readonly says: string };

const TOKEN_URL = "/api/session-log/";
const PATIENCE_MS = 15_000;
/** Everything was deleted over there since this was written. */
const GONE = 410;
/** Not the entry's fault: it is sent again. */
const RETRY = new Set([403, 408, 425, 429]);

/** After a 403 once more with a fresh token, since the old one may have been forgotten. Null: nobody answered. */
export async function post(parcel: Parcel): Promise<Response | null> {
  try {
    const answer = await tryPost(parcel);
    if (answer.status !== 403) return answer;
    await fetch(TOKEN_URL, { credentials: "same-origin", cache: "no-store" });
    return await tryPost(parcel);
  } catch {
    return null;
  }
}

export async function readAnswer(answer: Response | null): Promise<Answer> {
  if (!answer || RETRY.has(answer.status) || answer.status >= 500 || answer.redirected) return { is: "later" };
  if (answer.ok) return { is: "taken" };
  if (answer.status === GONE) return { is: "gone" };
  return { is: "refused", says: (await words(answer)) || String(answer.status) };
}

function tryPost({ key, url, kind, body, beginning }: Parcel): Promise<Response> {
  const headers = { "Content-Type": "application/json", "X-CSRFToken": token() };
  const content = JSON.stringify({ key, kind, entry: body, ...(beginning ? { beginning } : {}) });
  return fetch(url, { method: "POST", credentials: "same-origin", headers, body: content, cache: "no-store", signal: patience() });
}

/** A server that hangs is a server that is not there. */
const patience = (): AbortSignal => AbortSignal.timeout(PATIENCE_MS);

function token(): string {
  return /(?:^|; )csrftoken=([^;]*)/.exec(document.cookie)?.[1] ?? "";
}

async function words(answer: Response): Promise<string> {
  try {
    return String(((await answer.json()) as { error?: string }).error ?? "");
  } catch {
    return "";
  }
}
