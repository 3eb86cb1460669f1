/** Python's memory as it was when everything had been imported and nothing of the person had been read yet: kept on the first
 *  start, put back on the next ones, which then need not import anything again.
 *
 *    recall      for this release in this very browser; null where there is none
 *    remember    where there is room; the one of another release goes
 *    forget      after a start from it failed
 *
 *  It is a copy of what the release brought, so it holds nothing that would have to be saved, and nothing that tells of anybody. */

const NAME = "psoas-memory";
/** Kept only where this much stays free: an entry is worth more than a second. */
const SPARE_BYTES = 300_000_000;

export async function recall(address: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const held = await (await caches.open(NAME)).match(address);
    return held ? new Uint8Array(await held.arrayBuffer()) : null;
  } catch {
    return null;
  }
}

export async function remember(address: string, memory: Uint8Array<ArrayBuffer>): Promise<boolean> {
  try {
    const { quota = 0, usage = 0 } = await navigator.storage.estimate();
    await forget();
    if (quota - usage < SPARE_BYTES) return false;
    await (await caches.open(NAME)).put(address, new Response(memory));
    return true;
  } catch {
    return false; // the next start then imports everything once more
  }
}

export async function forget(): Promise<void> {
  await caches.delete(NAME).catch(() => false);
}

/** A memory fits one release in one version of one browser. */
export async function addressOf(base: string, pieces: readonly string[]): Promise<string> {
  const words = new TextEncoder().encode([navigator.userAgent, ...pieces].join(" "));
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", words));
  return `${base}memory/${[...sum.subarray(0, 12)].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
