/** A break over its whole life, by the clock alone. */

import assert from "node:assert/strict";
import test from "node:test";

import { begin, MINUTE, nextAt, PASSES, play, REST, SNOOZE } from "../../src/psoas/web/elements/breaks/machine.ts";
import type { Event, Slot, State, Turn } from "../../src/psoas/web/elements/breaks/machine.ts";

const NINE = new Date(2026, 10, 25, 9, 0).getTime();
const slot = (minutes: number, exercise = "hip-circles"): Slot => {
  const when = new Date(NINE + minutes * MINUTE);
  const two = (number: number): string => String(number).padStart(2, "0");
  return { day: `${when.getFullYear()}-${two(when.getMonth() + 1)}-${two(when.getDate())}`, at: `${two(when.getHours())}:${two(when.getMinutes())}`, time: when.getTime(), exercise };
};
const THREE = [slot(45), slot(90, "indoor-walk"), slot(135)];

/** Let a page that is awake run to this minute; answers with the last turn that did something. */
function run(from: State, minutes: number): Turn {
  let turn: Turn = { state: from, effects: [] };
  const effects = [];
  for (let now = from.seen + 20_000; now <= NINE + minutes * MINUTE; now += 20_000) {
    turn = play(turn.state, { kind: "tick", now });
    effects.push(...turn.effects);
  }
  return { state: turn.state, effects };
}
const say = (state: State, kind: "start" | "did" | "not-now" | "hurts" | "snooze" | "go-on"): Turn => play(state, { kind, now: state.seen } as Event);

test("a break comes at its time, once, and is kept when it is done", () => {
  const due = run(begin(THREE, NINE), 46);
  assert.equal(due.state.phase, "due");
  assert.deepEqual(due.effects.map(({ kind }) => kind), ["ring"]);

  const done = say(say(due.state, "start").state, "did");
  assert.deepEqual(done.effects, [{ kind: "keep", slot: THREE[0], did: "yes" }]);
  assert.equal(done.state.phase, "waiting");
  assert.equal(nextAt(done.state), THREE[1]?.time);
});

test("a page opened in the afternoon makes up for nothing", () => {
  assert.equal(begin(THREE, NINE + 100 * MINUTE).slots.length, 1);
});

test("a sleep of five minutes was a break: nothing is due at once after waking", () => {
  const before = run(begin(THREE, NINE), 40).state;
  const woke = play(before, { kind: "tick", now: NINE + 89 * MINUTE });

  assert.deepEqual(woke.effects, []);
  assert.equal(woke.state.phase, "waiting");
  assert.equal(nextAt(woke.state), NINE + 89 * MINUTE + REST);
  assert.equal(run(woke.state, 98).state.phase, "waiting");
  assert.equal(run(woke.state, 100).state.phase, "due");
});

test("a machine that sleeps while a break is due has let nothing pass", () => {
  const due = run(begin(THREE, NINE), 46).state;
  const woke = play(due, { kind: "tick", now: due.seen + 30 * MINUTE }).state;

  assert.equal(woke.skipped, 0);
  assert.equal(woke.current, null);
});

test("a short gap leaves a minute to settle", () => {
  const before = run(begin(THREE, NINE), 43).state;
  const woke = play(before, { kind: "tick", now: before.seen + 3 * MINUTE });

  assert.deepEqual(woke.effects, []);
  assert.equal(run(woke.state, 48).state.phase, "due");
});

test("a tab in the background, woken once a minute, is no sleep", () => {
  let turn: Turn = { state: begin(THREE, NINE), effects: [] };
  for (let minute = 1; minute <= 45; minute += 1) turn = play(turn.state, { kind: "tick", now: NINE + minute * MINUTE });

  assert.equal(turn.state.phase, "due");
});

test("in a meeting nothing rings, and nothing is made up for afterwards", () => {
  const quiet = play(begin(THREE, NINE), { kind: "silence", now: NINE, until: NINE + 100 * MINUTE }).state;

  assert.deepEqual(run(quiet, 134).effects, []);
  assert.equal(run(quiet, 135).state.current, THREE[2]);
});

test("silence ends a break that is due just then, without counting it as skipped", () => {
  const due = run(begin(THREE, NINE), 46).state;
  const quiet = play(due, { kind: "silence", now: due.seen, until: NINE + 60 * MINUTE }).state;

  assert.equal(quiet.phase, "waiting");
  assert.equal(quiet.skipped, 0);
});

test("a snoozed break comes again in ten minutes", () => {
  const due = run(begin(THREE, NINE), 45).state;
  const later = say(due, "snooze").state;

  assert.equal(nextAt(later), due.seen + SNOOZE);
  assert.deepEqual(run(later, 56).effects.map(({ kind }) => kind), ["ring"]);
});

test("skipped twice, somebody asks quietly; nothing rings until it is answered", () => {
  const once = say(run(begin(THREE, NINE), 45).state, "not-now");
  assert.deepEqual(once.effects, [{ kind: "keep", slot: THREE[0], did: "no" }]);
  assert.equal(once.state.phase, "waiting");

  const twice = say(run(once.state, 90).state, "not-now").state;
  assert.equal(twice.phase, "asking");
  assert.deepEqual(run(twice, 140).effects, []);
  assert.equal(say(twice, "go-on").state.phase, "waiting");
});

test("unanswered breaks go by, and two of them ask too; nothing is written of them", () => {
  const one = run(begin(THREE, NINE), 45 + PASSES / MINUTE + 1);
  assert.equal(one.state.phase, "waiting");
  assert.equal(run(one.state, 90 + PASSES / MINUTE + 1).state.phase, "asking");
  assert.deepEqual(one.effects.map(({ kind }) => kind), ["ring"]);
});

test("one that was done begins the count anew", () => {
  const once = say(run(begin(THREE, NINE), 45).state, "not-now").state;
  const done = say(run(once, 90).state, "did").state;

  assert.equal(say(run(done, 135).state, "not-now").state.phase, "none");
});

test("what hurt comes no more today", () => {
  const hurt = say(run(begin(THREE, NINE), 45).state, "hurts");

  assert.deepEqual(hurt.effects, [{ kind: "keep", slot: THREE[0], did: "hurt" }]);
  assert.deepEqual(hurt.state.slots, [THREE[1]]);
});

test("a window over midnight goes on into its next day", () => {
  const night = [slot(14 * 60 + 45), slot(15 * 60 + 30)];
  assert.deepEqual(night.map(({ day }) => day), ["2026-11-25", "2026-11-26"]);

  const first = run(begin(night, NINE + 14 * 60 * MINUTE), 14 * 60 + 46).state;
  const due = run(say(first, "did").state, 15 * 60 + 31).state;
  assert.equal(due.current?.day, "2026-11-26");
});

test("a day without windows waits for nothing, and one may be had at any time", () => {
  const empty = begin([], NINE);
  assert.equal(empty.phase, "none");
  assert.deepEqual(run(empty, 600).effects, []);

  const given = play(empty, { kind: "now", now: NINE, slot: slot(0) }).state;
  assert.equal(given.phase, "moving");
  assert.deepEqual(say(given, "did").effects.map(({ kind }) => kind), ["keep"]);
});

test("what another window answered is answered here", () => {
  const due = run(begin(THREE, NINE), 46).state;
  const told = play(due, { kind: "elsewhere", now: due.seen, slot: THREE[0] as Slot });

  assert.equal(told.state.phase, "waiting");
  assert.deepEqual(told.effects, []);
});

test("an answer with nothing due changes nothing", () => {
  const waiting = begin(THREE, NINE);
  for (const kind of ["did", "not-now", "hurts", "snooze", "start", "go-on"] as const) {
    assert.deepEqual(say(waiting, kind), { state: waiting, effects: [] });
  }
});
