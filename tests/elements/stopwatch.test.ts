/** Time is what the steady clock says. */

import assert from "node:assert/strict";
import test from "node:test";

import { Stopwatch } from "../../src/psoas/web/elements/player/stopwatch.ts";

function watch(): { watch: Stopwatch; now: { steady: number; wall: number } } {
  const now = { steady: 1_000, wall: 1_700_000_000_000 };
  return { watch: new Stopwatch({ steady: () => now.steady, wall: () => now.wall }), now };
}

test("a correction of the wall clock credits no hold", () => {
  const { watch: one, now } = watch();
  now.steady += 200;
  now.wall += 45_200;

  assert.equal(one.lap(), 200);
});

test("a walk in a pocket is counted by the clock that went on", () => {
  const { watch: one, now } = watch();
  now.steady += 3_000;
  now.wall += 600_000;

  assert.equal(one.lap(true), 600_000);
});

test("a clock set back counts as no time", () => {
  const { watch: one, now } = watch();
  now.steady -= 50;

  assert.equal(one.lap(), 0);
});
