/** What waits at another address of this machine is told. */

import assert from "node:assert/strict";
import test from "node:test";

import { cookieOf, elsewhereIn } from "../../src/psoas/web/elements/outbox/elsewhere.ts";

const HERE = { protocol: "http:", hostname: "127.0.0.1", port: "8765" };
const THERE = { ...HERE, port: "8766" };
const said = (count: number): string => cookieOf(count, HERE).split(";")[0] as string;

test("two entries left at one port are told at the next", () => {
  assert.deepEqual(elsewhereIn(`csrftoken=x; ${said(2)}`, THERE), [{ address: "http://127.0.0.1:8765/", count: 2 }]);
});

test("the own port is no other place, and none is nothing to tell", () => {
  assert.deepEqual([elsewhereIn(said(2), HERE), elsewhereIn(said(0), THERE)], [[], []]);
});

test("when nothing waits the note goes", () => {
  assert.match(cookieOf(0, HERE), /max-age=0/);
});
