/** Whatever is pressed, in whatever order, these hold. The sequences are drawn with fixed seeds, so a failure can be played again. */

import assert from "node:assert/strict";
import test from "node:test";

import { startState } from "../../src/psoas/web/elements/player/machine.ts";
import type { Event } from "../../src/psoas/web/elements/player/machine.ts";
import { recordOf } from "../../src/psoas/web/elements/player/record.ts";
import { atTheEnd, movementOf, stepAt } from "../../src/psoas/web/elements/player/route.ts";
import { isSharp, leaves, ON_THE_WAY } from "../../src/psoas/web/elements/player/script.ts";
import type { Script } from "../../src/psoas/web/elements/player/handed.ts";
import type { State } from "../../src/psoas/web/elements/player/script.ts";
import { after, back, finish, hidden, hurt, pause, resume, scriptOf, scripts, seen, skip, start, swap, turns } from "./plays.ts";

const PLAYS = 400;

/** A small generator of numbers in [0, 1): the same for the same seed. */
function dice(seed: number): () => number {
  let now = seed;
  return () => {
    now = (Math.imul(now, 1_664_525) + 1_013_904_223) >>> 0;
    return now / 2 ** 32;
  };
}

function drawn(seed: number): { script: Script; events: Event[] } {
  const throwOne = dice(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(throwOne() * all.length)] as T;
  const presses = [start, pause, resume, resume, back, skip, skip, skip, swap, hidden, seen];
  const ticks = [0.25, 1, 4, 20, 61, 65.001, 90, 400];
  const hurts = [hurt("other", 2), hurt("other", 7), hurt("other"), hurt("sharp", 4), hurt("shooting"), hurt("other", 1, "dizzy")];
  const event = (): Event => pick([() => pick(presses), () => after(pick(ticks)), () => after(throwOne() * 30), () => (throwOne() < 0.3 ? pick(hurts) : pick(presses))])();
  const length = 3 + Math.floor(throwOne() * 40);
  return { script: scriptOf(pick(Object.keys(scripts))), events: [start, ...Array.from({ length }, event), ...(throwOne() < 0.5 ? [finish] : [])] };
}

function always(title: string, holds: (states: readonly State[], script: Script) => void): void {
  test(title, () => {
    for (let seed = 1; seed <= PLAYS; seed += 1) {
      const { script, events } = drawn(seed);
      const states = [startState(script), ...turns(script, events).map(({ state }) => state)];
      try {
        holds(states, script);
      } catch (error) {
        throw new Error(`seed ${seed}: ${events.map(({ kind }) => kind).join(" ")}`, { cause: error });
      }
    }
  });
}

const goes = ({ phase }: State): boolean => phase === "running" || phase === "paused";

always("nothing that was left is played again", (states, script) => {
  for (const state of states.filter((one) => goes(one) && !atTheEnd(one, script))) {
    const left = state.hurts.filter((hurt) => leaves(hurt, script)).map(({ exercise }) => exercise);
    assert.ok(!left.includes(movementOf(state.part, state, script).exercise));
  }
});

always("sharp twice always ends", (states) => {
  for (const state of states) assert.ok(state.hurts.filter(isSharp).length < 2 || state.phase === "ended");
});

always("the body is where the movement is", (states, script) => {
  for (const state of states.filter((one) => goes(one) && !atTheEnd(one, script) && one.step !== ON_THE_WAY))
    assert.equal(state.level, movementOf(state.part, state, script).level);
});

always("no step lasts longer than it should", (states, script) => {
  for (const state of states) {
    if (goes(state)) assert.ok(state.elapsed_ms <= stepAt(state, script).lasts_ms);
    for (const { part, choice, step, ms } of state.stints) assert.ok(ms > 0 && ms <= (script.parts[part]?.choices[choice]?.steps[step]?.lasts_ms ?? 0));
  }
});

always("the record never exceeds what was prescribed", (states, script) => {
  const prescribed = new Map(script.parts.flatMap(({ choices }) => choices.map((choice) => [choice.exercise, choice] as const)));
  for (const row of recordOf(states.at(-1) as State, script)) {
    const asked = prescribed.get(row.exercise);
    assert.ok(asked && row.sets <= asked.sets && row.reps <= asked.reps && (row.hold_s ?? 0) <= (asked.hold_s ?? 0));
  }
});

always("nothing is credited out of sight past the end of a step", (states, script) => {
  states.forEach((state, index) => {
    const before = states[index - 1];
    if (!before || before.hidden_ms === null || state.hidden_ms !== null || state.phase !== "paused" || before.phase !== "running") return;
    if (before.part === state.part && before.step === state.step) assert.ok(state.elapsed_ms <= Math.max(before.hidden_ms, before.elapsed_ms));
  });
});
