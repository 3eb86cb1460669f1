/** The outbox: entries wait on this device until the server has said that it has them.
 *
 *    keep(parcel)     store or replace, and read it back: resolves only when it lies here
 *    deliver(parcel)  keep and send; where nothing can be kept, post at once. Says what became of it
 *    flush()          send what is due, one at a time, one tab at a time (Web Lock)
 *    waiting()        what still lies here
 *
 *  Every parcel has a key, and the server stores a key once, so sending twice does no harm.
 *  Kept after 403, 408, 425, 429, 5xx and a broken connection; after any other refusal marked and shown.
 *  Out: bubbling-free events on `outbox`: "sent", "refused", "changed", each with the parcel as detail. */

import type { Parcel } from "./parcel.ts";
import { post, readAnswer } from "./post.ts";
import { inStore } from "./store.ts";

export interface Flushed {
  readonly sent: readonly string[];
  readonly refused: readonly string[];
  readonly kept: readonly string[];
}

/** sent: the server has it; waits: it was read back from this device; refused: the server said why; lost: it is nowhere. */
export type Fate = { readonly is: "sent" | "waits" | "lost" } | { readonly is: "refused"; readonly says: string };

const LOCK = "psoas-outbox";

export const outbox = new EventTarget();

/** 32 hexadecimal digits. `crypto.randomUUID` is missing on plain http, `getRandomValues` is not. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export async function keep(parcel: Parcel): Promise<void> {
  await inStore("readwrite", (store) => store.put(parcel));
  const found = await inStore<Parcel | undefined>("readonly", (store) => store.get(parcel.key) as IDBRequest<Parcel | undefined>);
  if (JSON.stringify(found) !== JSON.stringify(parcel)) throw new Error("what was kept could not be read back");
  tell("changed", parcel);
}

export async function deliver(parcel: Parcel): Promise<Fate> {
  try {
    await keep(parcel);
  } catch {
    return postNow(parcel);
  }
  const { sent, refused } = await flush().catch(() => ({ sent: [], refused: [] }) as Pick<Flushed, "sent" | "refused">);
  if (sent.includes(parcel.key)) return { is: "sent" };
  if (!refused.includes(parcel.key)) return { is: "waits" };
  const mine = (await waiting().catch(() => [])).find(({ key }) => key === parcel.key);
  return { is: "refused", says: mine?.refused ?? "" };
}

/** Nothing can be kept on this device: then it is sent at once, or it is not kept at all, and that is said. */
async function postNow(parcel: Parcel): Promise<Fate> {
  const answer = await readAnswer(await post(parcel));
  if (answer.is === "taken") {
    tell("sent", parcel);
    return { is: "sent" };
  }
  return answer.is === "refused" ? answer : { is: "lost" };
}

export async function drop(key: string): Promise<void> {
  await inStore("readwrite", (store) => store.delete(key));
}

/** Oldest first. */
export async function waiting(): Promise<Parcel[]> {
  const parcels = await inStore<Parcel[]>("readonly", (store) => store.getAll() as IDBRequest<Parcel[]>);
  return parcels.sort((one, other) => one.made - other.made);
}

export async function empty(): Promise<void> {
  await inStore("readwrite", (store) => store.clear());
}

/** Send what is due. Two tabs take turns; the second finds nothing left. */
export async function flush(now: number = Date.now()): Promise<Flushed> {
  if (!("locks" in navigator)) return sendAll(now);
  return navigator.locks.request(LOCK, () => sendAll(now));
}

async function sendAll(now: number): Promise<Flushed> {
  const flushed = { sent: [] as string[], refused: [] as string[], kept: [] as string[] };
  for (const parcel of await waiting()) {
    if (parcel.refused !== null || parcel.due > now) continue;
    const outcome = await send(parcel);
    flushed[outcome].push(parcel.key);
  }
  return flushed;
}

async function send(parcel: Parcel): Promise<keyof Flushed> {
  const answer = await readAnswer(await post(parcel));
  if (answer.is === "later") return "kept";
  if (answer.is === "taken") {
    await drop(parcel.key);
    tell("sent", parcel);
    return "sent";
  }
  if (answer.is === "gone") {
    await drop(parcel.key);
    tell("changed", parcel);
    return "refused";
  }
  const refused = { ...parcel, refused: answer.says };
  await keep(refused);
  tell("refused", refused);
  return "refused";
}

function tell(name: string, parcel: Parcel): void {
  outbox.dispatchEvent(new CustomEvent<Parcel>(name, { detail: parcel }));
}
