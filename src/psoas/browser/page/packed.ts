/** Files come packed (Zstandard) from any host that serves files, and are unpacked once: what is kept on the device is what runs.
 *
 *  In: the bytes of NAME.zst. Out: the bytes of NAME. A host that unpacks on its own way out is noticed by its first bytes. */

import { Decompress } from "fzstd";

const MAGIC = [0x28, 0xb5, 0x2f, 0xfd];
const TYPES: Readonly<Record<string, string>> = { wasm: "application/wasm", so: "application/wasm", mjs: "text/javascript", json: "application/json" };

export function unpacking(): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let first = new Uint8Array(0);
  let stream: Decompress | null = null;
  let plain = false;
  const begin = (out: TransformStreamDefaultController<Uint8Array<ArrayBuffer>>): void => {
    plain = MAGIC.some((byte, at) => first[at] !== byte);
    if (plain) return out.enqueue(first);
    stream = new Decompress((piece) => out.enqueue(piece as Uint8Array<ArrayBuffer>));
    stream.push(first);
  };
  return new TransformStream({
    transform(piece, out) {
      if (plain) out.enqueue(piece);
      else if (stream) stream.push(piece);
      else if ((first = joined(first, piece)).length >= MAGIC.length) begin(out);
    },
    flush(out) {
      if (!plain && !stream) begin(out);
      stream?.push(new Uint8Array(0), true);
    },
  });
}

export function typeOf(name: string): string {
  return TYPES[name.split(".").at(-1) ?? ""] ?? "application/octet-stream";
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
