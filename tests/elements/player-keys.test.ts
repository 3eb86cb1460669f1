/** Which key asks for what. */

import assert from "node:assert/strict";
import test from "node:test";

import { pressOf } from "../../src/psoas/web/elements/player/keys.ts";

const on = (kind: string): Element => ({ closest: (list: string) => (list.split(/, ?/).some((one) => one === kind) ? {} : null) }) as unknown as Element;
const key = (name: string, target = on("body"), held: Partial<KeyboardEvent> = {}): KeyboardEvent => ({ key: name, target, ctrlKey: false, metaKey: false, altKey: false, ...held }) as unknown as KeyboardEvent;

test("letters act until they are switched off", () => {
  assert.deepEqual(["b", "n", "e", "h", " "].map((one) => pressOf(key(one), true)), ["back", "skip", "swap", "hurts", "go"]);
  assert.deepEqual(["b", "n", "e", "h", " "].map((one) => pressOf(key(one), false)), [null, null, null, null, null]);
});

test("arrow keys are left to the figure", () => {
  assert.deepEqual(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"].map((one) => pressOf(key(one), true)), [null, null, null, null]);
});

test("space on a button or on the figure means what it says there", () => {
  assert.deepEqual([pressOf(key(" ", on("button")), true), pressOf(key(" ", on("svg[tabindex]")), true)], [null, null]);
});

test("a key held with another, or typed into a field, is not for the player", () => {
  assert.equal(pressOf(key("h", on("body"), { ctrlKey: true }), true), null);
  assert.equal(pressOf(key("h", on("input")), true), null);
});
