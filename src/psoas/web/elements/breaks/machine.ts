/** One-minute breaks that come by themselves: a pure machine. A state and an event go in, the next state and its effects come out.
 *
 *    event     does
 *    tick      look at the clock: a break may become due, pass unanswered, or have been slept through
 *    now       give me one now
 *    start     its minute begins
 *    did       done; kept
 *    not-now   kept, and the next one comes at its own time
 *    hurts     kept, and this movement comes no more today
 *    snooze    the same one again in ten minutes
 *    silence   nothing before a time (a meeting); what falls into it is not made up for
 *    go-on     the answer to the gentle question: as planned
 *    elsewhere another window answered
 *
 *  A clock that jumps five minutes or more means that the machine slept or nobody was there: that was a break, and nothing is due
 *  for ten minutes. A shorter jump leaves a minute to settle. Whoever lets two pass, or declines two, is asked once, quietly. */

import type { BreakSlot } from "./handed.ts";
import type { BreakTaken } from "./told.ts";

export type Did = BreakTaken["did"];
export type Phase = "waiting" | "due" | "moving" | "asking" | "none";

/** `time`: milliseconds since the epoch. */
export type Slot = BreakSlot & { readonly time: number };

export interface State {
  readonly phase: Phase;
  /** What is still to come, in order of time. */
  readonly slots: readonly Slot[];
  readonly current: Slot | null;
  /** When the current break became due, or its minute began. */
  readonly since: number;
  readonly quietUntil: number;
  /** Breaks let pass in a row. */
  readonly skipped: number;
  readonly seen: number;
}

export type Event =
  | { readonly kind: "tick" | "start" | "did" | "not-now" | "hurts" | "snooze" | "go-on"; readonly now: number }
  | { readonly kind: "now"; readonly now: number; readonly slot: Slot }
  | { readonly kind: "silence"; readonly now: number; readonly until: number }
  | { readonly kind: "elsewhere"; readonly now: number; readonly slot: Slot };

export type Effect = { readonly kind: "ring"; readonly slot: Slot } | { readonly kind: "keep"; readonly slot: Slot; readonly did: Did };

export interface Turn {
  readonly state: State;
  readonly effects: readonly Effect[];
}

export const MINUTE = 60_000;
/** A tab in the background is woken once a minute: a longer gap is a machine that slept. */
export const ASLEEP = 65_000;
/** A sleep of five minutes was a break. */
export const SLEPT = 5 * MINUTE;
export const SETTLE = MINUTE;
export const REST = 10 * MINUTE;
export const SNOOZE = 10 * MINUTE;
/** A break nobody answers goes by. */
export const PASSES = 10 * MINUTE;
export const ASK_AFTER = 2;

export function begin(slots: readonly Slot[], now: number): State {
  const ahead = [...slots].filter(({ time }) => time > now).sort((one, other) => one.time - other.time);
  return { phase: ahead.length ? "waiting" : "none", slots: ahead, current: null, since: now, quietUntil: 0, skipped: 0, seen: now };
}

export function play(before: State, event: Event): Turn {
  const state = event.kind === "tick" ? before : { ...before, seen: event.now };
  switch (event.kind) {
    case "tick":
      return tick(before, event.now);
    case "now":
      return { state: { ...state, phase: "moving", current: event.slot, since: event.now }, effects: [] };
    case "silence":
      return still(wait({ ...state, current: null, skipped: 0, quietUntil: event.until, slots: state.slots.filter(({ time }) => time >= event.until) }));
    case "elsewhere":
      return still(answeredElsewhere(state, event.slot));
    case "go-on":
      return still(state.phase === "asking" ? wait({ ...state, skipped: 0 }) : state);
    default:
      return answered(state, event.kind, event.now);
  }
}

/** The moment at which the next break comes; null where none does. */
export function nextAt(state: State): number | null {
  const next = state.slots[0];
  return next ? Math.max(next.time, state.quietUntil) : null;
}

function tick(before: State, now: number): Turn {
  const gap = now - before.seen;
  const state = { ...before, seen: now };
  if (gap >= SLEPT) return still(woken(state, now, REST));
  if (gap > ASLEEP) return still({ ...state, quietUntil: Math.max(state.quietUntil, now + SETTLE) });
  if (state.phase === "due" && now - state.since >= PASSES) return still(passed(state));
  if (state.phase === "moving" && now - state.since >= PASSES) return still(wait({ ...state, current: null }));
  const next = state.slots[0];
  const at = nextAt(state);
  if (state.phase !== "waiting" || !next || at === null || now < at) return still(state);
  return {
    state: { ...state, phase: "due", current: next, since: now, slots: state.slots.slice(1) },
    effects: [{ kind: "ring", slot: next }],
  };
}

/** What fell into the sleep is over; a break that was due went with it, and nobody skipped anything. */
function woken(state: State, now: number, rest: number): State {
  const slots = state.slots.filter(({ time }) => time > now);
  return wait({ ...state, current: null, skipped: 0, slots, quietUntil: Math.max(state.quietUntil, now + rest) });
}

function answered(state: State, kind: "start" | "did" | "not-now" | "hurts" | "snooze", now: number): Turn {
  const slot = state.current;
  if (!slot || (state.phase !== "due" && state.phase !== "moving")) return still(state);
  const free = { ...state, current: null };
  if (kind === "start") return still({ ...state, phase: "moving", since: now });
  if (kind === "snooze") return still(wait({ ...free, slots: ordered([{ ...slot, time: now + SNOOZE }, ...state.slots]) }));
  if (kind === "not-now") return { state: passed(state), effects: [{ kind: "keep", slot, did: "no" }] };
  const slots = kind === "hurts" ? state.slots.filter(({ exercise }) => exercise !== slot.exercise) : state.slots;
  const did: Did = kind === "hurts" ? "hurt" : "yes";
  return { state: wait({ ...free, skipped: 0, slots }), effects: [{ kind: "keep", slot, did }] };
}

/** Let go by: the second time running somebody asks, once. */
function passed(state: State): State {
  const skipped = state.skipped + 1;
  const free = { ...state, current: null, skipped };
  return skipped >= ASK_AFTER ? { ...free, phase: "asking" } : wait(free);
}

function answeredElsewhere(state: State, slot: Slot): State {
  const slots = state.slots.filter((other) => !same(other, slot));
  const is = state.current !== null && same(state.current, slot);
  return is ? wait({ ...state, slots, current: null }) : { ...state, slots };
}

const same = (one: Slot, other: Slot): boolean => one.day === other.day && one.at === other.at;
const ordered = (slots: readonly Slot[]): readonly Slot[] => [...slots].sort((one, other) => one.time - other.time);
const wait = (state: State): State => ({ ...state, phase: state.slots.length ? "waiting" : "none" });
const still = (state: State): Turn => ({ state, effects: [] });
