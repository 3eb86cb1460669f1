/** The player goes through a script and says what happens. */

import assert from "node:assert/strict";
import test from "node:test";

import { startState } from "../../src/psoas/web/elements/player/machine.ts";
import { recordOf } from "../../src/psoas/web/elements/player/record.ts";
import { stepAt } from "../../src/psoas/web/elements/player/route.ts";
import { after, back, finish, heard, hidden, hurt, lastTurn, pause, played, resume, said, scriptOf, seconds, seen, skip, start, swap } from "./plays.ts";

const TWO = scriptOf("two-sides");
const UP_AGAIN = scriptOf("up-again");

test("start says the first line", () => {
  assert.equal(lastTurn("two-sides", start).effects[0]?.text, "Get ready: Chair turn, left side.");
});

test("every sentence of the script is spoken once, in its order, when nothing is pressed", () => {
  const told = said(heard("two-sides", start, ...Array.from({ length: 420 }, () => after(0.25))));
  const again = TWO.parts[1]?.choices[0]?.again ?? [];
  const steps = [...(TWO.parts[0]?.choices[0]?.steps ?? []), ...again, TWO.finish];
  const written = steps.flatMap((step) => [step.says, ...step.lines.map(({ says }) => says)]);

  assert.deepEqual(told.filter((text) => !TWO.lines.left.includes(text)), written);
  assert.ok(written.includes("Move.") && written.includes("Last one."));
});

test("the second side is told shorter: the steps are not said again", () => {
  const told = said(heard("two-sides", start, ...seconds(95)));

  assert.equal(told.filter((text) => text === "Move.").length, 1);
  assert.ok(told.includes("Change sides: Chair turn, right side."));
});

test("a second side whose first was swapped away is told in full", () => {
  const swapped = scriptOf("three-levels");
  const state = played("three-levels", start, skip, skip);
  assert.equal(stepAt(state, swapped).kind, "get-ready");
});

test("how long the session still takes is said while changing sides", () => {
  const told = said(heard("two-sides", start, skip, skip, ...seconds(6)));

  assert.ok(told.some((text) => /^(About 1 minute left|Nearly done)\.$/.test(text)), told.join(" "));
});

test("nothing moves before start", () => {
  assert.deepEqual(lastTurn("two-sides", after(30), skip, hurt("sharp", 9)).state, startState(TWO));
});

test("time passes by differences, however long the tick", () => {
  assert.deepEqual(played("two-sides", start, after(50)), played("two-sides", start, ...Array.from({ length: 500 }, () => after(0.1))));
});

test("a pause stops the clock", () => {
  const { phase, elapsed_ms } = played("two-sides", start, after(5), pause, after(60));

  assert.deepEqual([phase, elapsed_ms], ["paused", 5_000]);
});

test("going on repeats the sentence that stood there", () => {
  const { effects } = lastTurn("two-sides", start, skip, after(3), pause, resume);

  assert.equal(effects[0]?.text, TWO.parts[0]?.choices[0]?.steps[1]?.lines.findLast(({ at_ms }) => at_ms <= 3_000)?.says);
});

test("the count is spoken, but never over a sentence that begins with it", () => {
  const counts = heard("two-sides", start, skip, ...Array.from({ length: 21 }, () => after(0.5))).filter(({ kind, live }) => kind === "say" && !live);

  assert.deepEqual(counts.map(({ text }) => text), ["2"]);
});

test("the last three seconds of a wait tick, with a word each for those who want it", () => {
  const effects = heard("two-sides", start, ...seconds(20)).slice(4);

  assert.deepEqual(effects.filter(({ kind }) => kind === "beep").map(({ tone }) => tone), ["tick", "tick", "tick", "go"]);
  assert.deepEqual(effects.filter(({ kind, live }) => kind === "say" && !live).map(({ text }) => text), ["Three.", "Two.", "One."]);
});

test("a late mark stays silent", () => {
  assert.deepEqual(heard("two-sides", start, skip, after(10)).filter(({ kind, live }) => kind === "say" && !live), []);
});

test("skip ends a wait and leaves a movement", () => {
  const [ready, left] = [played("two-sides", start, skip), played("two-sides", start, skip, after(1), skip)];

  assert.deepEqual([ready.part, ready.step, left.part, left.step], [0, 1, 1, 0]);
});

test("back begins again, and a second press goes further back", () => {
  const again = played("two-sides", start, skip, after(8), back);
  const before = played("two-sides", start, skip, after(8), back, back);

  assert.deepEqual([again.step, again.elapsed_ms, before.step], [1, 0, 0]);
});

test("a swapped floor movement needs no way down, and the end leaves nobody lying", () => {
  const { level } = played("up-again", start, swap);
  const levels = scriptOf("three-levels");
  const end = played("three-levels", start, ...Array.from({ length: 12 }, () => skip));

  assert.equal(level, "up");
  assert.deepEqual([end.phase, end.level, stepAt(end, levels).says], ["running", "floor", levels.ways_up.floor?.says]);
});

test("swap offers each open alternative in turn, and says so when there is none", () => {
  assert.deepEqual(played("up-again", start, swap).chosen, [1, 0]);
  assert.deepEqual(said(lastTurn("two-sides", start, swap).effects), [TWO.lines.nothing_else]);
});

test("sharp pain leaves the movement and never offers it again today", () => {
  for (const presses of [[], [back], [swap, swap], [resume, skip, back, back]]) {
    const state = played("up-again", start, skip, skip, after(2), hurt("sharp", 5), ...presses);

    assert.notEqual(UP_AGAIN.parts[0]?.choices[state.chosen[0] ?? 0]?.exercise, "floor-hold");
  }
});

test("sharp on one side leaves the other side out", () => {
  assert.equal(played("two-sides", start, skip, hurt("shooting", 3)).phase, "finished");
});

test("sharp or shooting twice ends the session for good", () => {
  const twice = [start, skip, hurt("sharp", 4), resume, skip, hurt("shooting", 4)];
  const turn = lastTurn("three-levels", ...twice);

  assert.deepEqual([turn.state.phase, turn.effects[0]?.text], ["ended", scriptOf("three-levels").lines.ended]);
  assert.deepEqual(played("three-levels", ...twice, start, resume, skip, after(90)), turn.state);
});

test("doubt leaves the movement: a pain without a number is not a small pain", () => {
  const table = [
    ["other", 0, null, true],
    ["other", 5, null, true],
    ["other", 6, null, false],
    ["other", null, null, false],
    ["other", 0, "dizzy", false],
    ["sharp", 0, null, false],
    ["shooting", null, null, false],
  ] as const;

  for (const [felt, pain, symptom, goesOn] of table) {
    const state = played("up-again", start, skip, skip, hurt(felt, pain, symptom));
    assert.deepEqual([state.chosen[0] === 0, state.phase], [goesOn, "paused"], `${felt} ${pain} ${symptom}`);
  }
});

test("hurting on the way up counts for the last movement", () => {
  const state = played("up-again", start, swap, swap, swap, skip, skip, skip, hurt("other", 7));

  assert.equal(state.hurts[0]?.exercise, "worktop-lean");
});

test("a call is no exercise: hidden longer than the step lasts counts nothing and waits", () => {
  const turn = lastTurn("two-sides", start, skip, after(3), hidden, after(85));

  assert.deepEqual([turn.state.phase, turn.state.part, turn.state.step, turn.state.elapsed_ms], ["paused", 0, 1, 3_000]);
  assert.deepEqual(said(turn.effects), [TWO.lines.away]);
  assert.deepEqual(recordOf(lastTurn("two-sides", start, skip, after(3), hidden, after(85), seen, finish).state, TWO), []);
});

test("the same with the slow timers of a hidden tab", () => {
  const state = played("two-sides", start, skip, after(3), hidden, ...seconds(85));

  assert.deepEqual([state.phase, state.step, state.elapsed_ms], ["paused", 1, 3_000]);
});

test("a glance at a message costs nothing", () => {
  const state = played("two-sides", start, skip, after(3), hidden, after(4), seen, after(1));

  assert.deepEqual([state.phase, state.elapsed_ms], ["running", 8_000]);
});

test("a wait that ends out of sight waits too", () => {
  const state = played("two-sides", start, after(5), hidden, after(40));

  assert.deepEqual([state.phase, state.step, state.elapsed_ms], ["paused", 0, 5_000]);
});

test("a device that slept in sight waits for its person", () => {
  const turn = lastTurn("two-sides", start, skip, after(3_600));

  assert.deepEqual([turn.state.phase, turn.state.elapsed_ms, turn.effects[0]?.text], ["paused", 0, TWO.lines.slept]);
  assert.deepEqual(recordOf(turn.state, TWO), []);
});

test("ticks of a minute keep real time", () => {
  assert.equal(played("two-sides", start, after(60)).phase, "running");
});

test("a walk goes on while the phone lies in a pocket, up to its own end", () => {
  const walk = scriptOf("a-walk");
  const halfway = played("a-walk", start, skip, hidden, after(200));
  const over = played("a-walk", start, skip, hidden, after(5_000));

  assert.deepEqual([halfway.phase, halfway.elapsed_ms, over.phase], ["running", 200_000, "finished"]);
  assert.deepEqual(recordOf(over, walk).map((row) => row.hold_s), [300]);
});

test("stopping early keeps what was done, and hands it over as final", () => {
  const turn = lastTurn("two-sides", start, skip, after(11), finish);

  assert.equal(turn.effects.at(-1)?.final, true);
  assert.deepEqual(recordOf(turn.state, TWO).map(({ sets, reps }) => [sets, reps]), [[1, 3]]);
});

test("a page that is hidden keeps its state", () => {
  assert.deepEqual(lastTurn("two-sides", start, hidden).effects.map(({ kind }) => kind), ["record"]);
});
