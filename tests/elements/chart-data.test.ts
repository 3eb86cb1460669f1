/** What a chart does with holes and with names that would cover each other. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { apart, runsOf } from "../../src/psoas/web/elements/progress/chart-data.ts";

test("a missing day breaks the line, and a zero does not", () => {
  const runs = runsOf([["2026-11-23", 3], ["2026-11-24", 0], ["2026-11-26", 2]], 1);

  assert.deepEqual(runs.map((run) => run.length), [2, 1]);
});

test("weeks next to each other are joined", () => {
  assert.equal(runsOf([["2026-11-23", 1], ["2026-11-30", 2], ["2026-12-14", 3]], 7).length, 2);
});

test("a change of summer time is no hole", () => {
  assert.equal(runsOf([["2026-10-24", 1], ["2026-10-25", 2], ["2026-10-26", 3]], 1).length, 1);
});

test("names that would cover each other move apart and stay inside", () => {
  const places = apart([50, 52, 51], 10, 60, 10);

  assert.deepEqual(places, [40, 60, 50]);
});
