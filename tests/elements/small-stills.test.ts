/** Small stills: the same picture in fewer, larger steps. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bounds, coarser } from "../../src/psoas/web/elements/figure/small-path.ts";

test("a path keeps its shape in whole steps from the corner it was cut at", () => {
  const told = coarser("M1000 500L1200 500C1300 500 1300 700 1200 700A100 50 30 0 1 1000 500Z", 0.1, [900, 400]);

  assert.equal(told, "m10 10l20 0c10 0 10 20 0 20a10 5 30 0 1-20-20z");
});

test("the next part begins where the closed one began", () => {
  assert.equal(coarser("M100 0L200 0L200 100ZM0 0L100 100Z", 0.1, [0, 0]), "m10 0l10 0 0 10zm-10 0l10 10z");
});

test("steps too small to see are left out, but never where a path begins", () => {
  assert.equal(coarser("M100 100L101 100L200 100", 0.1, [0, 0]), "m10 10l10 0");
});

test("a curve's reach counts its handles, an arc's its end", () => {
  assert.deepEqual(bounds(["M10 10C10 -20 90 40 50 50", "M20 20A500 500 0 0 1 95 60"]), [10, -20, 95, 60]);
});

test("an unknown letter stops the build instead of drawing nonsense", () => {
  assert.throws(() => coarser("M0 0Q1 1 2 2", 1, [0, 0]), /Q/);
});
