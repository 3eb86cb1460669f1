/** What the player asks of the room around it: a line, a sound, a buzz, a note kept. Twin of session/signals.py. */

import { isDoing } from "./script.ts";
import type { Lines, Step } from "./script.ts";

export type Tone = "tick" | "beat" | "go" | "end";

export interface Effect {
  readonly kind: "say" | "beep" | "vibrate" | "record";
  readonly text: string;
  readonly live: boolean;
  readonly tone: Tone | null;
  readonly ms: number;
  readonly final: boolean;
}

const NOTHING = { text: "", live: true, tone: null, ms: 0, final: false } as const;
const HALFWAY_FROM_MS = 20_000;
const MINUTE_LEFT_FROM_MS = 180_000;
const COUNTDOWN_FROM_MS = 5_000;
const LATE_MS = 1_000;

export const say = (text: string, live = true): Effect => ({ ...NOTHING, kind: "say", text, live });
export const beep = (tone: Tone): Effect => ({ ...NOTHING, kind: "beep", tone });
export const vibrate = (ms: number): Effect => ({ ...NOTHING, kind: "vibrate", ms });
export const keep = (final = false): Effect => ({ ...NOTHING, kind: "record", final });

/** What announces a step. */
export function opening(step: Step): Effect[] {
  const starts = isDoing(step) ? [beep("go"), vibrate(200)] : [beep("end"), vibrate(80)];
  return [say(step.says), ...starts, keep()];
}

interface Mark {
  readonly at: number;
  readonly effect: Effect;
}

/** The marks passed in (since, until] that are not yet stale; `now` may lie beyond the end of the step. */
export function due(step: Step, lines: Lines, since: number, until: number, now: number): Effect[] {
  return marksOf(step, lines)
    .filter((mark) => since < mark.at && mark.at <= until && now - mark.at <= LATE_MS)
    .map((mark) => mark.effect);
}

function marksOf(step: Step, lines: Lines): Mark[] {
  return [...beatsOf(step), ...remarksOf(step, lines), ...countdownOf(step)].sort((one, other) => one.at - other.at);
}

function beatsOf(step: Step): Mark[] {
  const marks: Mark[] = [];
  if (step.beat_ms === null) return marks;
  for (let number = 2; number <= step.reps; number += 1) {
    const at = (number - 1) * step.beat_ms;
    marks.push({ at, effect: beep("beat") }, { at, effect: say(String(number), false) });
  }
  return marks;
}

function remarksOf(step: Step, lines: Lines): Mark[] {
  const marks: Mark[] = [];
  if (step.kind !== "hold") return marks;
  if (step.lasts_ms >= HALFWAY_FROM_MS) marks.push({ at: Math.floor(step.lasts_ms / 2), effect: say(lines.halfway) });
  if (step.lasts_ms >= MINUTE_LEFT_FROM_MS) marks.push({ at: step.lasts_ms - 60_000, effect: say(lines.minute_left) });
  return marks;
}

function countdownOf(step: Step): Mark[] {
  if (step.kind === "work" || step.lasts_ms < COUNTDOWN_FROM_MS) return [];
  return [3_000, 2_000, 1_000].map((left) => ({ at: step.lasts_ms - left, effect: beep("tick") }));
}
