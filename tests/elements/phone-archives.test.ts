/** What comes packed from a host and is mounted as files: the archive is the one that Python's own library writes. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { constants, zstdCompressSync } from "node:zlib";
import { typeOf, unpacking } from "../../src/psoas/browser/page/packed.ts";
import { entries, mount } from "../../src/psoas/browser/page/tree.ts";

const WRITE = `
import sys, zipfile
with zipfile.ZipFile(sys.stdout.buffer, "w", zipfile.ZIP_DEFLATED if sys.argv[1:] else zipfile.ZIP_STORED) as made:
    made.writestr("a/one.txt", "one")
    made.writestr("a/b/leer.txt", "")
    made.writestr("ä.txt", "zwei " * 5)
`;
const archive = (...how: string[]): Uint8Array => new Uint8Array(execFileSync(process.env.PYTHON ?? "python3", ["-c", WRITE, ...how]));
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

async function unpacked(content: Uint8Array, size: number): Promise<Uint8Array> {
  const pieces = Array.from({ length: Math.ceil(content.length / size) }, (_, at) => content.slice(at * size, (at + 1) * size) as Uint8Array<ArrayBuffer>);
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({ pull: (out) => (pieces.length ? out.enqueue(pieces.shift() as Uint8Array<ArrayBuffer>) : out.close()) });
  return new Uint8Array(await new Response(source.pipeThrough(unpacking())).arrayBuffer());
}

test("every entry of an archive is found where it lies, and mounted with the folders above it", () => {
  const written = new Map<string, string>();
  const made: string[] = [];
  mount({ mkdirTree: (path) => void made.push(path), writeFile: (path, content) => void written.set(path, text(content)) }, "/here", archive());

  assert.deepEqual([...written], [["/here/a/one.txt", "one"], ["/here/a/b/leer.txt", ""], ["/here/ä.txt", "zwei zwei zwei zwei zwei "]]);
  assert.deepEqual(made, ["/here/a", "/here/a/b", "/here"]);
});

test("an archive that was cut or packed is refused, never half mounted as if it were whole", () => {
  assert.throws(() => [...entries(archive().subarray(0, -3))]);
  assert.throws(() => [...entries(archive("packed"))]);
});

test("a packed file is the same again, in whatever pieces it comes", async () => {
  const content = new Uint8Array(300_000).map((_, at) => (at * at) % 251);
  const packed = zstdCompressSync(content, { params: { [constants.ZSTD_c_compressionLevel]: 22, [constants.ZSTD_c_windowLog]: 17 } });
  for (const size of [1, 3, 4, 1000, packed.length]) assert.deepEqual(await unpacked(packed, size), content, `pieces of ${size}`);
});

test("a host that unpacks on its way out is noticed, and a file that ends early is an error", async () => {
  const content = new TextEncoder().encode("plain as it is");
  assert.equal(text(await unpacked(content, 5)), "plain as it is");
  const packed = zstdCompressSync(new Uint8Array(100_000).map((_, at) => (at * 7) % 253));
  await assert.rejects(unpacked(packed.subarray(0, packed.length / 2), 50));
});

test("what is unpacked is handed on under its own type", () => {
  assert.equal(typeOf("assets/core-1.so"), "application/wasm");
  assert.equal(typeOf("assets/python-1/pyodide.asm.mjs"), "text/javascript");
  assert.equal(typeOf("assets/packages-1.zip"), "application/octet-stream");
});
