/** Sealing and opening with the browser's own cipher: JWE in its compact form, alg dir, enc A256GCM, zip DEF (RFC 7516, 7518).
 *
 *    header . (no wrapped key) . nonce . content . tag
 *
 *  The same form is read and written in Python by psoas.exchange.handover; a test holds the two together. */

import { toBytes, toText } from "./base64url.ts";

const HEADER = { alg: "dir", enc: "A256GCM", zip: "DEF", cty: "application/json" };
const TAG = 16;
const MOST_BYTES = 5_000_000;

export class NotOpened extends Error {}

/** Is it of this form at all? Five parts, of which the second, a wrapped key, is empty. */
export const isSealed = (words: string): boolean => /^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/.test(words.trim());

export const newKey = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(32));

export async function seal(content: string, key: Uint8Array<ArrayBuffer>): Promise<string> {
  const header = toText(new TextEncoder().encode(JSON.stringify(HEADER)));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const packed = await through(new TextEncoder().encode(content), new CompressionStream("deflate-raw"));
  const how = { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(header) };
  const locked = new Uint8Array(await crypto.subtle.encrypt(how, await imported(key, "encrypt"), packed));
  return [header, "", toText(iv), toText(locked.subarray(0, -TAG)), toText(locked.subarray(-TAG))].join(".");
}

/** NotOpened where the key is another one, or the file was changed, cut or made by something else. */
export async function open(sealed: string, key: Uint8Array<ArrayBuffer>): Promise<string> {
  try {
    const [header = "", wrapped, iv = "", content = "", tag = "", ...more] = sealed.trim().split(".");
    const { alg, enc, zip } = JSON.parse(new TextDecoder().decode(toBytes(header))) as Partial<typeof HEADER>;
    if (wrapped !== "" || more.length > 0 || alg !== "dir" || enc !== "A256GCM" || zip !== "DEF") throw new NotOpened("another form");
    const how = { name: "AES-GCM", iv: toBytes(iv), additionalData: new TextEncoder().encode(header) };
    const locked = new Uint8Array([...toBytes(content), ...toBytes(tag)]);
    const packed = new Uint8Array(await crypto.subtle.decrypt(how, await imported(key, "decrypt"), locked));
    return new TextDecoder("utf-8", { fatal: true }).decode(await through(packed, new DecompressionStream("deflate-raw"), MOST_BYTES));
  } catch {
    throw new NotOpened("not opened");
  }
}

function imported(key: Uint8Array<ArrayBuffer>, use: "encrypt" | "decrypt"): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", key, "AES-GCM", false, [use]);
}

/** At most so many bytes: a small file can unpack to a very large one. */
async function through(content: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream, most = Infinity): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: BlobPart[] = [];
  let size = 0;
  const reader = (new Blob([content]).stream() as ReadableStream<BufferSource>).pipeThrough(stream).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.length;
    if (size > most) throw new NotOpened("too large");
    pieces.push(read.value);
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}
