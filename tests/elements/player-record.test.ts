/** The record tells what was really done. */

import assert from "node:assert/strict";
import test from "node:test";

import type { Event } from "../../src/psoas/web/elements/player/machine.ts";
import { recordOf } from "../../src/psoas/web/elements/player/record.ts";
import type { Performed } from "../../src/psoas/web/elements/player/record.ts";
import { after, back, finish, hurt, played, scriptOf, seconds, skip, start, swap } from "./plays.ts";

const record = (name: string, ...events: Event[]): Performed[] => recordOf(played(name, ...events), scriptOf(name));
const amounts = (rows: readonly Performed[]): unknown[] => rows.map(({ sets, reps, hold_s }) => [sets, reps, hold_s]);

test("a full session reads as prescribed: sets, repetitions and holds, a row for each side", () => {
  const rows = record("two-sides", start, ...seconds(100));

  assert.deepEqual(rows.map(({ exercise, side, sets, reps, hold_s }) => [exercise, side, sets, reps, hold_s]), [
    ["chair-turn", "left", 2, 3, null],
    ["chair-turn", "right", 2, 3, null],
  ]);
});

test("a skipped movement has no row: missing is unknown, never zero", () => {
  assert.deepEqual(record("two-sides", start, skip, skip, finish), []);
});

test("half a set counts its whole repetitions", () => {
  assert.deepEqual(amounts(record("two-sides", start, skip, after(8), finish)), [[1, 2, null]]);
});

test("a complete set is not spoiled by half of another", () => {
  assert.deepEqual(amounts(record("two-sides", start, skip, after(11), skip, after(4), finish)), [[1, 3, null]]);
});

test("a set done again counts once: of two attempts the better one stays", () => {
  assert.deepEqual(amounts(record("two-sides", start, skip, after(10), back, after(4), finish)), [[1, 2, null]]);
});

test("part of a hold keeps its seconds, and one hold of two is one", () => {
  assert.deepEqual(amounts(record("up-again", start, skip, skip, after(7.9), finish)), [[1, 1, 7]]);
  assert.deepEqual(amounts(record("up-again", start, skip, skip, after(21), finish)), [[1, 1, 20]]);
});

test("pain is kept even where nothing was done: hurting while lying down is data", () => {
  const [row] = record("up-again", start, hurt("shooting", 7));

  assert.deepEqual([row?.exercise, row?.sets, row?.pain, row?.felt], ["floor-hold", 0, 7, "shooting"]);
});

test("the worst pain of a movement stands, and a zero stays a zero", () => {
  assert.equal(record("two-sides", start, skip, hurt("other", 2), hurt("other", 4), finish)[0]?.pain, 4);
  assert.equal(record("two-sides", start, skip, hurt("other", 0), finish)[0]?.pain, 0);
});

test("the movement done instead gets its own row", () => {
  const rows = record("up-again", start, skip, skip, after(22), swap, after(60), skip, after(6), finish);

  assert.deepEqual(rows.map(({ exercise, side }) => [exercise, side]), [["floor-hold", "left"], ["worktop-lean", "both"]]);
});

test("a row has the fields of the diary, and no other", () => {
  const fields = ["exercise", "felt", "hold_s", "load", "pain", "reps", "sets", "side"];

  for (const row of record("three-levels", start, after(60), after(60), hurt("sharp", 3))) assert.deepEqual(Object.keys(row).sort(), fields);
});
