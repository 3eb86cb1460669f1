/** The phone edition's store and its sealed file, with nothing but memory behind them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import loadHighs from "highs";
import { solver, type Highs } from "../../src/psoas/browser/page/highs.ts";
import { readSealed, seal, unseal, WrongPassphrase } from "../../src/psoas/browser/page/sealed.ts";
import { COPY, Damaged, frame, openSlots, Store, type Slots } from "../../src/psoas/browser/page/store.ts";

const words = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));
const said = (bytes: Uint8Array | null): string | null => bytes && new TextDecoder().decode(bytes);

/** Three files in memory; a write can be cut short after so many bytes, as by the end of a tab. */
class Memory implements Slots {
  readonly kind = "memory";
  readonly files: Uint8Array[] = [new Uint8Array(0), new Uint8Array(0), new Uint8Array(0)];
  cutAfter = Infinity;

  async read(slot: number): Promise<Uint8Array> {
    return this.files[slot] as Uint8Array;
  }

  async write(slot: number, bytes: Uint8Array): Promise<void> {
    const old = this.files[slot] as Uint8Array;
    const torn = new Uint8Array(Math.max(bytes.length, old.length));
    torn.set(old);
    torn.set(bytes.subarray(0, this.cutAfter));
    this.files[slot] = this.cutAfter >= bytes.length ? bytes.slice() : torn;
    if (this.cutAfter < bytes.length) throw new Error("the tab ended");
  }

  close(): void {}
}

test("nothing kept is nothing, and what was kept last comes back", async () => {
  const memory = new Memory();
  const store = new Store(memory);
  assert.equal(await store.load(), null);
  for (const text of ["one", "two", "three, longer than the others", "four"]) await store.save(words(text));
  assert.equal(said(await new Store(memory).load()), "four");
});

test("a write that is cut anywhere leaves what was kept before, and the next write works", async () => {
  const whole = (await frame(words("new and much longer"), 9n)).length;
  for (let cut = 0; cut < whole; cut += 1) {
    const memory = new Memory();
    const store = new Store(memory);
    for (const text of ["older", "old"]) await store.save(words(text));
    memory.cutAfter = cut;
    await assert.rejects(store.save(words("new and much longer")));
    assert.equal(said(await new Store(memory).load()), "old", `cut after ${cut}`);
    memory.cutAfter = Infinity;
    const again = new Store(memory);
    await again.load();
    await again.save(words("newest"));
    assert.equal(said(await new Store(memory).load()), "newest", `after a cut at ${cut}`);
  }
});

test("a flipped bit anywhere in the newest file is found", async () => {
  const memory = new Memory();
  const store = new Store(memory);
  for (const text of ["old", "new"]) await store.save(words(text));
  for (const slot of [0, 1]) {
    const file = memory.files[slot] as Uint8Array;
    for (let at = 0; at < file.length; at += 1) {
      file[at] = (file[at] as number) ^ 1;
      assert.equal(said(await new Store(memory).load()), slot === 0 ? "new" : "old", `slot ${slot}, byte ${at}`);
      file[at] = (file[at] as number) ^ 1;
    }
  }
});

test("two damaged files are damage, never an empty beginning", async () => {
  const memory = new Memory();
  memory.files[0] = words("no frame at all");
  await assert.rejects(new Store(memory).load(), Damaged);
});

test("deleting everything leaves no older content in any file", async () => {
  const memory = new Memory();
  const store = new Store(memory);
  await store.save(words("secret"));
  await store.copy(words("secret before"));
  await store.save(words("secret too"));
  await store.replaceAll(words("empty"));
  assert.ok(memory.files.every((file) => !new TextDecoder().decode(file).includes("secret")));
  assert.equal((memory.files[COPY] as Uint8Array).length, 0);
  assert.equal(said(await new Store(memory).load()), "empty");
});

/** A browser with private files, whose handles a tab that is ending holds for the first so many times. */
function browserWithFiles(held: number): void {
  const handle = { getSize: () => 0, close: () => undefined };
  const createSyncAccessHandle = async (): Promise<object> => {
    if (held-- > 0) throw new DOMException("held elsewhere", "NoModificationAllowedError");
    return handle;
  };
  const folder = { getDirectoryHandle: async () => ({ getFileHandle: async () => ({ createSyncAccessHandle }) }) };
  Object.defineProperty(globalThis, "navigator", { value: { storage: { getDirectory: async () => folder } }, configurable: true });
}

test("files that another tab still holds are waited for, and no other place stands in for them", async () => {
  browserWithFiles(2);
  assert.equal((await openSlots("psoas")).kind, "files");
  browserWithFiles(Infinity);
  await assert.rejects(openSlots("psoas", 200), { name: "NoModificationAllowedError" });
});

test("a sealed file opens with its passphrase alone", async () => {
  const sealed = await seal(words("everything"), "drei rote Äpfel");
  const read = readSealed(JSON.stringify(sealed));
  assert.ok(read);
  assert.ok(!JSON.stringify(sealed).includes("everything"));
  assert.equal(said(await unseal(read, "drei rote Äpfel".normalize("NFD"))), "everything");
  await assert.rejects(unseal(read, "zwei rote Äpfel"), WrongPassphrase);
  await assert.rejects(unseal({ ...read, content: `A${read.content.slice(1)}` === read.content ? `B${read.content.slice(1)}` : `A${read.content.slice(1)}` }, "drei rote Äpfel"), WrongPassphrase);
});

test("what is no sealed file is not taken for one", () => {
  for (const text of ["", "null", "[]", '{"psoas": "export/1"}', '{"psoas": "sealed/1"}', "no JSON"]) assert.equal(readSealed(text), null, text);
});

test("HiGHS of the page reads what Python writes, and says how good the answer is", async () => {
  const lent = (await loadHighs()) as unknown as Highs;
  const text = "Maximize\n worth: + 3 x1\n  + 2 x0\nSubject To\n r0h: + 2 x0 + 2 x1 <= 7\n r1l: + 1 x2 - 1 x1 >= 0\nBounds\n 0 <= x0 <= 3\n 0 <= x1 <= 2\n 0 <= x2 <= 9\nGenerals\n x0\n x1\n x2\nEnd\n";
  const options = { toJs: () => ({ output_flag: false, mip_rel_gap: 0.005, time_limit: 10, random_seed: 1 }) };
  const module = solver(() => lent) as { solve(text: string, options: unknown): { columns: Record<string, number>; bound: number } | undefined };
  const found = module.solve(text, options);
  assert.ok(found);
  assert.deepEqual([found.columns.x0, found.columns.x1, found.bound], [1, 2, 8]);
  assert.equal(module.solve(text.replace("<= 7", "<= -1"), options), undefined);
  assert.equal(module.solve(text, { toJs: () => ({ no_such_option: 1 }) }), undefined);
  assert.equal((solver(() => null) as typeof module).solve(text, options), undefined);
});
