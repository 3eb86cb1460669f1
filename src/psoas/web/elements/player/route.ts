/** Finding the way through a script: which step is on, what comes next, what was before. */

import { isDoing, leaves, ON_THE_WAY } from "./script.ts";
import type { PlayedMovement, Script, Step } from "./handed.ts";
import type { State, Stint } from "./script.ts";

export const begin = (script: Script): State => ({
  phase: "ready",
  part: 0,
  step: 0,
  elapsed_ms: 0,
  hidden_ms: null,
  chosen: script.parts.map(() => 0),
  level: "up",
  stints: [],
  hurts: [],
});

export const atTheEnd = (state: State, script: Script): boolean => state.part >= script.parts.length;

/** The movement of a part as it is played now. */
export function movementOf(part: number, state: State, script: Script): PlayedMovement {
  const movement = script.parts[part]?.choices[state.chosen[part] ?? 0];
  if (!movement) throw new RangeError(`no part ${part}`);
  return movement;
}

/** The steps of this movement as they are told here: shorter right after itself. */
export function stepsOf(state: State, script: Script): readonly Step[] {
  const { steps, again } = movementOf(state.part, state, script);
  return again && followsItself(state, script) ? again : steps;
}

/** The step that is on now. */
export function stepAt(state: State, script: Script): Step {
  if (atTheEnd(state, script)) return script.ways_up[state.level] ?? script.finish;
  const steps = stepsOf(state, script);
  const first = steps[0] ?? script.finish;
  if (state.step === ON_THE_WAY) return movementOf(state.part, state, script).ways[state.level] ?? first;
  return steps[state.step] ?? first;
}

/** What the session still takes from the beginning of this step on, with nothing skipped. */
export function leftFrom(state: State, script: Script): number {
  let left = 0;
  let now: State = { ...state, phase: "running", elapsed_ms: 0 };
  while (now.phase === "running") {
    left += stepAt(now, script).lasts_ms;
    now = forward(now, script);
  }
  return left;
}

function followsItself(state: State, script: Script): boolean {
  if (state.part === 0) return false;
  return movementOf(state.part - 1, state, script).exercise === movementOf(state.part, state, script).exercise;
}

/** Keep what was done of this step; of two attempts the better one counts. */
export function bank(state: State, script: Script): State {
  if (atTheEnd(state, script) || state.elapsed_ms === 0 || !isDoing(stepAt(state, script))) return state;
  const now: Stint = { part: state.part, choice: state.chosen[state.part] ?? 0, step: state.step, ms: state.elapsed_ms };
  const isSame = (stint: Stint): boolean => stint.part === now.part && stint.choice === now.choice && stint.step === now.step;
  const before = state.stints.find(isSame);
  const best = before && before.ms >= now.ms ? before : now;
  return { ...state, stints: [...state.stints.filter((stint) => !isSame(stint)), best] };
}

/** This step is over: the next one, the next part, or the end. */
export function forward(state: State, script: Script): State {
  if (atTheEnd(state, script)) return { ...state, phase: "finished", level: "up", step: 0, elapsed_ms: 0 };
  const movement = movementOf(state.part, state, script);
  if (state.step === ON_THE_WAY) return { ...state, step: 0, elapsed_ms: 0, level: movement.level };
  if (state.step + 1 < movement.steps.length) return { ...bank(state, script), step: state.step + 1, elapsed_ms: 0 };
  return enter(bank(state, script), state.part + 1, script);
}

/** Go to this part, or to the first after it that still holds a movement which has not been left. */
export function enter(state: State, part: number, script: Script): State {
  for (let number = part; number < script.parts.length; number += 1) {
    const found = choose(state, number, script, state.chosen[number] ?? 0);
    if (found) return placed(found, number, script);
  }
  if (state.level === "up") return { ...state, phase: "finished", part: script.parts.length, step: 0, elapsed_ms: 0 };
  return { ...state, part: script.parts.length, step: ON_THE_WAY, elapsed_ms: 0 };
}

/** The nearest earlier part that can still be done; null when there is none. */
export function enterBefore(state: State, script: Script): State | null {
  for (let number = state.part - 1; number >= 0; number -= 1) {
    const found = choose(state, number, script, state.chosen[number] ?? 0);
    if (found) return placed(found, number, script);
  }
  return null;
}

/** The state with the first choice from `start` on (in a circle) that has not been left; null when all are. */
export function choose(state: State, part: number, script: Script, start: number): State | null {
  const choices = script.parts[part]?.choices ?? [];
  const closed = new Set(state.hurts.filter((hurt) => leaves(hurt, script)).map((hurt) => hurt.exercise));
  for (let offset = 0; offset < choices.length; offset += 1) {
    const choice = (start + offset) % choices.length;
    if (closed.has(choices[choice]?.exercise ?? "")) continue;
    return { ...state, chosen: state.chosen.map((now, index) => (index === part ? choice : now)) };
  }
  return null;
}

function placed(state: State, part: number, script: Script): State {
  const here = movementOf(part, state, script).level === state.level;
  return { ...state, part, elapsed_ms: 0, step: here ? 0 : ON_THE_WAY };
}
