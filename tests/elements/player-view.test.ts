/** What the page shows of a state, and the entry it makes of it. */

import assert from "node:assert/strict";
import test from "node:test";

import { dayOf, entryOf, isEmpty } from "../../src/psoas/web/elements/player/entry.ts";
import { play, startState } from "../../src/psoas/web/elements/player/machine.ts";
import { nameOf } from "../../src/psoas/web/elements/player/memory.ts";
import type { Script } from "../../src/psoas/web/elements/player/handed.ts";
import { viewOf } from "../../src/psoas/web/elements/player/view.ts";
import { after, finish, hurt, played, resume, scriptOf, scripts, skip, start } from "./plays.ts";

test("time counts down and repetitions count up", () => {
  const waiting = viewOf(played("two-sides", start, after(4.2)), scriptOf("two-sides"));
  const working = viewOf(played("two-sides", start, skip, after(3.6)), scriptOf("two-sides"));

  assert.deepEqual([waiting.count, waiting.of, waiting.waiting], ["16", "", true]);
  assert.deepEqual([working.count, working.of, working.beatS], ["2", "3", 3.5]);
});

test("a long bout is shown in minutes and seconds", () => {
  assert.equal(viewOf(played("a-walk", start, skip, after(55)), scriptOf("a-walk")).count, "4:05");
});

test("the next movement is told with its side, and the last has none", () => {
  const script = scriptOf("two-sides");

  assert.deepEqual(viewOf(played("two-sides", start), script).next, { name: "Chair turn", side: "right" });
  assert.equal(viewOf(played("two-sides", start, skip, skip), script).next, null);
});

test("the figure is told the phase", () => {
  const script = scriptOf("two-sides");
  const phases = [[start], [start, skip], [start, skip, after(11)], [start, skip, skip], [start, skip, skip, skip, skip]];

  assert.deepEqual(phases.map((events) => viewOf(played("two-sides", ...events), script).phase), ["ready", "work", "rest", "switch", "done"]);
});

test("progress stays between nothing and all", () => {
  for (const name of Object.keys(scripts)) {
    let state = startState(scriptOf(name));
    for (const event of [start, ...Array.from({ length: 900 }, () => after(0.7))]) {
      state = play(state, event, scriptOf(name)).state;
      const { progress } = viewOf(state, scriptOf(name));
      assert.ok(progress >= 0 && progress <= 1);
    }
    assert.equal(state.phase, "finished");
  }
});

test("an unanswered question is left out of the entry, and a zero is kept", () => {
  const script = scriptOf("two-sides");
  const state = played("two-sides", start, skip, after(11), finish);

  assert.equal("pain" in entryOf("2026-11-23", state, script, {}), false);
  assert.deepEqual(entryOf("2026-11-23", state, script, { before: 0, after: 2 }).pain, { before: 0, after: 2 });
});

test("effort goes to what was done, not to what was left undone", () => {
  const state = played("up-again", start, hurt("other", 3, "dizzy"), resume, skip, after(6), finish);
  const entry = entryOf("2026-11-23", state, scriptOf("up-again"), { effort: 6 });

  assert.deepEqual(entry.exercises.map((row) => [row.exercise, row.sets, row.effort]), [["floor-hold", 0, undefined], ["worktop-lean", 1, 6]]);
  assert.deepEqual(entry.symptoms, ["dizzy"]);
});

test("a session in which nothing was done and nothing said is no entry", () => {
  const script = scriptOf("two-sides");

  assert.equal(isEmpty(entryOf("2026-11-23", played("two-sides", start, finish), script, {})), true);
  assert.equal(isEmpty(entryOf("2026-11-23", played("two-sides", start, finish), script, { after: 0 })), false);
});

test("minutes walked come from walking sessions alone", () => {
  const walk: Script = { ...scriptOf("a-walk"), kind: "walking" };
  const state = played("a-walk", start, skip, after(5000));

  assert.equal(entryOf("2026-11-23", state, walk, {}).minutes_walked, 5);
  assert.equal(entryOf("2026-11-23", state, scriptOf("a-walk"), {}).minutes_walked, undefined);
});

test("a day is this device's own day", () => {
  assert.equal(dayOf(new Date(2026, 0, 5, 23, 59)), "2026-01-05");
});

test("another script is another session", () => {
  const names = new Set(Object.values(scripts).map(nameOf));

  assert.equal(names.size, Object.keys(scripts).length);
  assert.equal(nameOf(scriptOf("a-walk")), nameOf(JSON.parse(JSON.stringify(scriptOf("a-walk"))) as Script));
});

test("the line is the sentence that was said last", () => {
  const line = (...events: Parameters<typeof played> extends [string, ...infer E] ? E : never): string => viewOf(played("two-sides", ...events), scriptOf("two-sides")).line;

  assert.deepEqual([line(start), line(start, after(4)), line(start, skip), line(start, skip, after(3))], [
    "Get ready: Chair turn, left side.",
    "Settle in.",
    "Set 1 of 2: 3 slow repetitions.",
    "Move.",
  ]);
});

test("the minutes left count the waits, and the other parts", () => {
  const { leftMin } = viewOf(played("three-levels", start), scriptOf("three-levels"));

  assert.ok(leftMin !== null && leftMin >= 6 && leftMin <= 9, String(leftMin));
  assert.equal(viewOf(played("two-sides", start, skip, skip, skip, skip), scriptOf("two-sides")).leftMin, null);
});

test("the longest sentence has room: it is one of those that are said", () => {
  const { longest } = viewOf(played("two-sides", start), scriptOf("two-sides"));

  assert.ok(longest.length >= "Leave that one. Rest a moment.".length);
});
