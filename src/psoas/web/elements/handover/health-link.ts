/** A SMART Health Link (version 1, flag U: the address is that of one sealed file), behind the # of an address, where no host sees it.
 *
 *    HOME#shlink:/ base64url of { url, key, flag, exp, label, v }
 *
 *  Here nobody keeps a file for it: the address holds the sealed file itself (data:), or names a file that came another way. Both
 *  stay inside what an address may be; a reader that fetches from https alone shows the label and no content. */

import { toBytes, toText } from "./base64url.ts";

export const SCHEME = "shlink:/";
const DATA = "data:application/jose,";
export const FILE = "psoas-handover.jwe";
const KEY_BYTES = 32;
const FOREVER = new Date(8.64e15);

export interface HealthLink {
  /** The sealed content, where the link holds it. */
  readonly sealed: string | null;
  readonly key: Uint8Array<ArrayBuffer>;
  readonly label: string;
  /** When it ends. */
  readonly until: Date;
}

export function write({ sealed, key, label, until }: HealthLink): string {
  const content = { url: sealed === null ? FILE : DATA + sealed, flag: "U", key: toText(key), exp: Math.floor(until.getTime() / 1000), label, v: 1 };
  return SCHEME + toText(new TextEncoder().encode(JSON.stringify(content)));
}

/** Of a link, or of a key alone, which has no end; null where the words are neither. */
export function readKey(words: string): HealthLink | null {
  const link = read(words);
  if (link || isLink(words)) return link;
  try {
    const key = toBytes(words.trim());
    return key.length === KEY_BYTES ? { sealed: null, key, label: "", until: FOREVER } : null;
  } catch {
    return null;
  }
}

export const isLink = (words: string): boolean => words.includes(SCHEME);

/** Of an address, or of the link alone; null where it is none. */
export function read(words: string): HealthLink | null {
  try {
    const text = new TextDecoder().decode(toBytes(words.slice(words.indexOf(SCHEME) + SCHEME.length).trim()));
    const { url, key, label, exp } = JSON.parse(text) as Record<string, unknown>;
    if (typeof url !== "string" || typeof key !== "string" || toBytes(key).length !== KEY_BYTES) return null;
    const until = typeof exp === "number" ? new Date(exp * 1000) : FOREVER;
    return { sealed: url.startsWith(DATA) ? url.slice(DATA.length) : null, key: toBytes(key), label: typeof label === "string" ? label.slice(0, 80) : "", until };
  } catch {
    return null;
  }
}
