/** The player: a pure machine. A state and an event go in, the next state and its effects come out.
 *
 *    event    from            does
 *    start    ready, paused   begin, or go on
 *    tick     running         let `ms` pass (a difference between two clock readings, never a count of ticks)
 *    pause    running         stand still
 *    resume   paused          go on
 *    back     running, paused this step again; within its first three seconds the one before
 *    skip     running, paused end a wait; leave out the rest of a movement
 *    swap     running, paused do the next alternative instead
 *    hurts    running, paused note it, stand still, and leave the movement where `leaves` says so; sharp twice ends all
 *    finish   running, paused stop here and keep what was done
 *    hidden   any but ready   the page is out of sight: keep the state, it may be gone before it is seen again
 *    seen     any but ready   the page is in sight again
 *
 *  Out of sight longer than the step still lasts is a call or a locked screen, no exercise: the player waits where it stood when
 *  it was last seen, and counts nothing of it. So does a gap of more than 65 s in sight: then the device slept. A bout longer
 *  than that (a walk, with the phone in a pocket) goes on meanwhile, up to its own end. */

import { atTheEnd, bank, begin, choose, enter, enterBefore, forward, leftFrom, movementOf, stepAt } from "./route.ts";
import { isDoing, isSharp, leaves } from "./script.ts";
import type { Script, Step } from "./handed.ts";
import type { Hurt, HurtFeel, HurtSymptom, Phase, State } from "./script.ts";
import { beep, due, keep, lineAt, marksOf, opening, say, vibrate } from "./signals.ts";
import type { Effect } from "./signals.ts";

export type Event =
  | { readonly kind: "start" | "pause" | "resume" | "back" | "skip" | "swap" | "finish" | "hidden" | "seen" }
  | { readonly kind: "tick"; readonly ms: number }
  | { readonly kind: "hurts"; readonly felt: HurtFeel; readonly pain: number | null; readonly symptom: HurtSymptom | null };

export interface Turn {
  readonly state: State;
  readonly effects: readonly Effect[];
}

/** Longer than the once-a-minute timers of a tab in the background, so that only real sleep is taken for sleep. */
const ASLEEP_MS = 65_000;
const AGAIN_AFTER_MS = 3_000;
const SHARP_ENDS_AT = 2;
const GOING: readonly Phase[] = ["running", "paused"];
const PHASES: { readonly [kind in Event["kind"]]: readonly Phase[] } = {
  start: ["ready", "paused"],
  tick: ["running"],
  pause: ["running"],
  resume: ["paused"],
  back: GOING,
  skip: GOING,
  swap: GOING,
  hurts: GOING,
  finish: GOING,
  hidden: [...GOING, "finished", "ended"],
  seen: [...GOING, "finished", "ended"],
};

export const startState = begin;

/** One event. What makes no sense in a phase changes nothing. */
export function play(state: State, event: Event, script: Script): Turn {
  if (!PHASES[event.kind].includes(state.phase)) return { state, effects: [] };
  switch (event.kind) {
    case "start":
      return start(state, script);
    case "tick":
      return tick(state, event.ms, script);
    case "pause":
      return { state: { ...state, phase: "paused" }, effects: [keep()] };
    case "resume":
      return resume(state, script);
    case "back":
      return back(state, script);
    case "skip":
      return skip(state, script);
    case "swap":
      return swap(state, script);
    case "hurts":
      return hurts(state, hurtOf(state, event, script), script);
    case "finish":
      return finish(state, script);
    case "hidden":
      return { state: { ...state, hidden_ms: state.hidden_ms ?? state.elapsed_ms }, effects: [keep()] };
    case "seen":
      return { state: { ...state, hidden_ms: null }, effects: [] };
  }
}

function start(state: State, script: Script): Turn {
  if (state.phase === "paused") return resume(state, script);
  return announce(enter({ ...state, phase: "running" }, 0, script), script);
}

function tick(state: State, ms: number, script: Script): Turn {
  const step = stepAt(state, script);
  const outlasts = state.elapsed_ms + ms >= step.lasts_ms;
  if (isLong(step) && (ms > ASLEEP_MS || (state.hidden_ms !== null && outlasts))) return goneOn(state, ms, script);
  if (state.hidden_ms !== null && outlasts) return wait({ ...state, elapsed_ms: state.hidden_ms }, script.lines.away);
  if (ms > ASLEEP_MS) return wait(state, script.lines.slept);
  return pass(state, ms, script);
}

/** Let time pass, from step to step. */
function pass(state: State, ms: number, script: Script): Turn {
  const effects: Effect[] = [];
  let now = state;
  let left = ms;
  while (left > 0 && now.phase === "running") {
    const spent = spend(now, left, script);
    effects.push(...spent.effects);
    now = spent.state;
    left = spent.left;
  }
  return { state: now, effects };
}

/** Let time pass up to the end of the step; what is left of it belongs to the next. */
function spend(state: State, ms: number, script: Script): Turn & { left: number } {
  const step = stepAt(state, script);
  const spent = Math.min(ms, step.lasts_ms - state.elapsed_ms);
  const after = { ...state, elapsed_ms: state.elapsed_ms + spent };
  const marks = marksOf(step, script.lines, leftFrom(state, script));
  const heard = due(marks, state.elapsed_ms, after.elapsed_ms, state.elapsed_ms + ms);
  if (after.elapsed_ms < step.lasts_ms) return { state: after, left: 0, effects: heard };
  const entered = announce(forward(after, script), script);
  const left = ms - spent;
  const passedOver = entered.state.phase === "running" && left >= stepAt(entered.state, script).lasts_ms;
  return { state: entered.state, left, effects: passedOver ? heard : [...heard, ...entered.effects] };
}

/** On a bout that goes on out of sight. */
export const isOnLongBout = (state: State, script: Script): boolean => isLong(stepAt(state, script));

/** A walk: it went on while nobody looked, up to its own end. */
const isLong = (step: Step): boolean => isDoing(step) && step.lasts_ms > ASLEEP_MS;

function goneOn(state: State, ms: number, script: Script): Turn {
  const step = stepAt(state, script);
  const walked = { ...state, elapsed_ms: Math.min(step.lasts_ms, state.elapsed_ms + ms) };
  if (walked.elapsed_ms < step.lasts_ms) return ms > ASLEEP_MS && state.hidden_ms === null ? wait(walked, script.lines.slept) : pass(state, ms, script);
  const onward = forward(walked, script);
  return onward.phase === "finished" ? announce(onward, script) : wait(onward, script.lines.slept);
}

function wait(state: State, says: string): Turn {
  return { state: { ...state, phase: "paused", hidden_ms: null }, effects: [say(says), keep()] };
}

function resume(state: State, script: Script): Turn {
  return { state: { ...state, phase: "running" }, effects: [say(lineAt(stepAt(state, script), state.elapsed_ms)), beep("go"), keep()] };
}

function back(state: State, script: Script): Turn {
  const banked = bank(state, script);
  const target = state.elapsed_ms <= AGAIN_AFTER_MS ? (before(banked, script) ?? banked) : banked;
  return announce({ ...target, elapsed_ms: 0 }, script);
}

function before(state: State, script: Script): State | null {
  return state.step > 0 ? { ...state, step: state.step - 1 } : enterBefore(state, script);
}

function skip(state: State, script: Script): Turn {
  const doing = isDoing(stepAt(state, script));
  return announce(doing ? enter(bank(state, script), state.part + 1, script) : forward(state, script), script);
}

function swap(state: State, script: Script): Turn {
  const other = atTheEnd(state, script) ? null : otherChoice(state, script);
  if (!other) return { state, effects: [say(script.lines.nothing_else)] };
  return announce(enter(other, state.part, script), script);
}

function otherChoice(state: State, script: Script): State | null {
  const current = state.chosen[state.part] ?? 0;
  const other = choose(bank(state, script), state.part, script, current + 1);
  return other && other.chosen[state.part] !== current ? other : null;
}

function hurts(state: State, hurt: Hurt, script: Script): Turn {
  const noted: State = { ...bank(state, script), phase: "paused", hurts: [...state.hurts, hurt] };
  if (noted.hurts.filter(isSharp).length >= SHARP_ENDS_AT) {
    const ended: State = { ...noted, phase: "ended", elapsed_ms: 0 };
    return { state: ended, effects: [say(script.lines.ended), vibrate(400), keep(true)] };
  }
  if (!leaves(hurt, script)) return { state: noted, effects: [say(script.lines.hurts_less), keep()] };
  const onward = enter(noted, state.part, script);
  if (onward.phase === "finished") return announce(onward, script);
  return { state: onward, effects: [say(script.lines.hurts_stop), vibrate(200), keep()] };
}

/** On the way up after the last movement, it is that movement which hurt. */
function hurtOf(state: State, event: Event & { kind: "hurts" }, script: Script): Hurt {
  const part = Math.min(state.part, script.parts.length - 1);
  const { felt, pain, symptom } = event;
  const exercise = movementOf(part, state, script).exercise;
  return { part, choice: state.chosen[part] ?? 0, step: Math.max(state.step, 0), exercise, felt, pain, symptom };
}

function finish(state: State, script: Script): Turn {
  const over: State = { ...bank(state, script), phase: "finished", elapsed_ms: 0 };
  return { state: over, effects: [say(script.lines.early), beep("end"), keep(true)] };
}

/** The line of the step that has just begun, or the last line. */
function announce(state: State, script: Script): Turn {
  if (state.phase === "finished") {
    return { state, effects: [say(script.finish.says), beep("end"), vibrate(400), keep(true)] };
  }
  return { state: { ...state, hidden_ms: state.hidden_ms === null ? null : 0 }, effects: opening(stepAt(state, script)) };
}
