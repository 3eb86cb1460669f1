/** Sealing in the browser and opening in Python read the same vectors, in both directions; a link survives its way. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readSealed, unseal } from "../../src/psoas/browser/page/sealed.ts";
import { toBytes } from "../../src/psoas/web/elements/handover/base64url.ts";
import { isLink, read, readKey, write } from "../../src/psoas/web/elements/handover/health-link.ts";
import { isSealed, newKey, NotOpened, open, seal } from "../../src/psoas/web/elements/handover/jwe.ts";

const vectors = JSON.parse(readFileSync(new URL("../vectors/sealed.json", import.meta.url), "utf8"));

test("what Python or another browser sealed opens here", async () => {
  for (const { key, content, sealed } of vectors.handover) assert.equal(await open(sealed, toBytes(key)), content);
});

test("what is sealed here opens with its key alone, and no two are the same", async () => {
  const key = newKey();
  const [one, other] = [await seal("Hüfte", key), await seal("Hüfte", key)];

  assert.equal(await open(one, key), "Hüfte");
  assert.notEqual(one, other);
  await assert.rejects(open(one, newKey()), NotOpened);
});

test("a letter that was changed or cut anywhere opens nothing", async () => {
  const key = newKey();
  const sealed = await seal("x".repeat(50), key);
  for (const at of [0, 30, sealed.indexOf("..") + 3, sealed.length - 5]) {
    await assert.rejects(open(sealed.slice(0, at) + (sealed[at] === "A" ? "B" : "A") + sealed.slice(at + 1), key), NotOpened);
  }
  for (const cut of ["", sealed.slice(0, 40), sealed.slice(0, -3), `${sealed}.more`]) await assert.rejects(open(cut, key), NotOpened);
});

test("what unpacks to more than any document may have is not opened", async () => {
  const key = newKey();
  await assert.rejects(open(await seal(" ".repeat(6_000_000), key), key), NotOpened);
});

test("a link holds the content or only the key, what it is and until when", () => {
  const { address, key, label, until } = vectors.link;
  const found = read(address);

  assert.ok(isLink(address));
  assert.deepEqual(found, { sealed: null, key: toBytes(key), label, until: new Date(until) });
  assert.equal(read(write({ ...found, sealed: "a..b.c.d" } as never))?.sealed, "a..b.c.d");
});

test("a link that was cut, or is none, is nothing", () => {
  const { address } = vectors.link;
  for (const words of ["", "#plan/", address.slice(0, -20), address.replace("shlink:/", "shlink:/!"), "shlink:/bnVsbA"]) assert.equal(read(words), null);
});

test("a key is found in a link and alone; a torn link is no key", () => {
  const { address, key } = vectors.link;
  assert.deepEqual(readKey(address)?.key, toBytes(key));
  assert.deepEqual(readKey(` ${key} `)?.key, toBytes(key));
  for (const words of ["", "three red apples", key.slice(0, -1), address.slice(0, -20)]) assert.equal(readKey(words), null);
});

test("a sealed hand-over is told from a saved file by its form", async () => {
  assert.ok(isSealed(`${await seal("x", newKey())}\n`));
  for (const words of ["", "{}", JSON.stringify(vectors.passphrase.file), "a.b.c.d.e", "a..b.c"]) assert.ok(!isSealed(words));
});

test("a saved file under a passphrase opens as the vector says", async () => {
  const { file, passphrase, content } = vectors.passphrase;
  const sealed = readSealed(JSON.stringify(file));

  assert.equal(new TextDecoder().decode(sealed ? await unseal(sealed, passphrase) : undefined), content);
});
