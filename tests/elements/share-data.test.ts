import assert from "node:assert/strict";
import { test } from "node:test";

import { bendAt, type Side } from "../../src/psoas/web/elements/picture/share-data.ts";

const range = (mean: number) => ({ mean, low: mean - 2, high: mean + 2 });
const bend = (trunk: number) => ({
  trunk,
  hip: range(trunk * 0.4),
  lumbar: range(trunk * 0.6),
  lumbar_share: range(0.6),
  levels: { "L5-S1": range(trunk * 0.6) },
});
const side: Side = { version: "now", bends: [bend(10), bend(30), bend(50)] };

test("a bend between two known ones is mixed in proportion", () => {
  const found = bendAt(side, 20);

  assert.equal(found?.hip.mean, 8);
  assert.equal(found?.lumbar.high, 14);
  assert.equal(found?.levels["L5-S1"]?.mean, 12);
});

test("a known bend is itself, the first one included", () => {
  assert.equal(bendAt(side, 10)?.hip.mean, 4);
  assert.equal(bendAt(side, 50)?.hip.mean, 20);
});

test("beyond the largest bend there is no answer", () => {
  assert.equal(bendAt(side, 60), null);
});
