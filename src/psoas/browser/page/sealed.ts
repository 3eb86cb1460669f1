/** A saved file under a passphrase: AES-GCM with a key from PBKDF2, both the browser's own (WebCrypto).
 *
 *    {"psoas": "sealed/1", "salt": …, "iv": …, "rounds": …, "content": …}     all bytes in base64
 *
 *  600 000 rounds of PBKDF2-HMAC-SHA-256 is what OWASP's Password Storage Cheat Sheet asks for [S]. */

const ROUNDS = 600_000;
const MOST_ROUNDS = 10_000_000;

export interface Sealed {
  readonly psoas: "sealed/1";
  readonly rounds: number;
  readonly salt: string;
  readonly iv: string;
  readonly content: string;
}

export class WrongPassphrase extends Error {}

export async function seal(content: Uint8Array<ArrayBuffer>, passphrase: string): Promise<Sealed> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const locked = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await keyOf(passphrase, salt, ROUNDS), content);
  return { psoas: "sealed/1", rounds: ROUNDS, salt: text(salt), iv: text(iv), content: text(new Uint8Array(locked)) };
}

/** WrongPassphrase also where the file was changed: the two cannot be told apart. */
export async function unseal(sealed: Sealed, passphrase: string): Promise<Uint8Array<ArrayBuffer>> {
  if (!Number.isInteger(sealed.rounds) || sealed.rounds < 1 || sealed.rounds > MOST_ROUNDS) throw new WrongPassphrase("rounds");
  try {
    const key = await keyOf(passphrase, bytes(sealed.salt), sealed.rounds);
    return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes(sealed.iv) }, key, bytes(sealed.content)));
  } catch {
    throw new WrongPassphrase("not opened");
  }
}

/** The envelope, where a file is one; null where it is anything else. */
export function readSealed(words: string): Sealed | null {
  try {
    const read = JSON.parse(words) as Partial<Sealed> | null;
    const whole = read?.psoas === "sealed/1" && [read.salt, read.iv, read.content].every((part) => typeof part === "string");
    return whole ? (read as Sealed) : null;
  } catch {
    return null;
  }
}

async function keyOf(passphrase: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  const words = new TextEncoder().encode(passphrase.normalize("NFKC"));
  const raw = await crypto.subtle.importKey("raw", words, "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  return crypto.subtle.deriveKey(how, raw, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

function text(content: Uint8Array): string {
  let letters = "";
  for (let at = 0; at < content.length; at += 0x8000) letters += String.fromCharCode(...content.subarray(at, at + 0x8000));
  return btoa(letters);
}

const bytes = (letters: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
