import assert from "node:assert/strict";
import { test } from "node:test";

import type { Side } from "../../src/psoas/web/elements/picture/handed.ts";
import { bendAt } from "../../src/psoas/web/elements/picture/share-data.ts";

const range = (mean: number) => ({ mean, low: mean - 2, high: mean + 2 });
const bend = (trunk: number) => ({
  trunk,
  hip: range(trunk * 0.4),
  lumbar: range(trunk * 0.6),
  lumbar_share: range(0.6),
  levels: { "L5-S1": range(trunk * 0.6) },
  other_lumbar: null,
  validation: "validated" as const,
  says: "",
});
const side: Side = { version: "now", bends: [bend(10), bend(30), bend(50)] };

test("a bend is what the model gave at that notch", () => {
  assert.equal(bendAt(side, 30)?.hip.mean, 12);
  assert.equal(bendAt(side, 10)?.levels["L5-S1"]?.mean, 6);
});

test("between two notches nothing is guessed, and beyond the last there is no answer", () => {
  assert.equal(bendAt(side, 20), null);
  assert.equal(bendAt(side, 60), null);
});
