/** What the player asks of the room around it: a line, a sound, a buzz, a note kept.
 *
 *  Inside a step, marks fall at fixed times: its sentences, the beat of each repetition, the time left, the last three seconds.
 *  A mark more than a second late (a sleeping tab) is passed over in silence. */

import { isDoing } from "./script.ts";
import type { Lines, Step } from "./handed.ts";

export type Tone = "tick" | "beat" | "go" | "end";

export interface Effect {
  readonly kind: "say" | "beep" | "vibrate" | "record";
  readonly text: string;
  /** Printed as well as spoken; a count is spoken only, since its number stands on the page already. */
  readonly live: boolean;
  readonly tone: Tone | null;
  readonly ms: number;
  readonly final: boolean;
}

const NOTHING = { text: "", live: true, tone: null, ms: 0, final: false } as const;
const COUNTDOWN_FROM_MS = 5_000;
const LATE_MS = 1_000;
const MINUTE_MS = 60_000;

export const say = (text: string, live = true): Effect => ({ ...NOTHING, kind: "say", text, live });
export const beep = (tone: Tone): Effect => ({ ...NOTHING, kind: "beep", tone });
export const vibrate = (ms: number): Effect => ({ ...NOTHING, kind: "vibrate", ms });
export const keep = (final = false): Effect => ({ ...NOTHING, kind: "record", final });

/** What announces a step. */
export function opening(step: Step): Effect[] {
  const starts = isDoing(step) ? [beep("go"), vibrate(200)] : [beep("end"), vibrate(80)];
  return [say(step.says), ...starts, keep()];
}

/** The words for this much time. */
export function leftLine(leftMs: number, lines: Lines): string {
  const minutes = Math.round(leftMs / MINUTE_MS);
  return lines.left[Math.min(minutes, lines.left.length - 1)] ?? "";
}

export interface Mark {
  readonly at: number;
  readonly effect: Effect;
}

/** Every mark of a step, in order; `leftMs` is what the session still takes when the step begins. */
export function marksOf(step: Step, lines: Lines, leftMs: number): Mark[] {
  const all = [...linesOf(step), ...leftOf(step, lines, leftMs), ...beatsOf(step), ...countdownOf(step, lines)];
  return all.sort((one, other) => one.at - other.at);
}

/** The marks passed in (since, until] that are not yet stale; `now` may lie beyond the end of the step. */
export function due(marks: readonly Mark[], since: number, until: number, now: number): Effect[] {
  return marks.filter(({ at }) => since < at && at <= until && now - at <= LATE_MS).map(({ effect }) => effect);
}

/** The sentence that stands on the page at this moment of a step. */
export function lineAt(step: Step, elapsed: number): string {
  return step.lines.findLast((line) => line.at_ms <= elapsed)?.says ?? step.says;
}

const linesOf = (step: Step): Mark[] => step.lines.map(({ at_ms, says }) => ({ at: at_ms, effect: say(says) }));

function leftOf(step: Step, lines: Lines, leftMs: number): Mark[] {
  const at = step.left_at_ms;
  return at === null ? [] : [{ at, effect: say(leftLine(leftMs - at, lines)) }];
}

/** The start signal is the first repetition. A count that falls on a sentence stays unsaid. */
function beatsOf(step: Step): Mark[] {
  const marks: Mark[] = [];
  if (step.beat_ms === null) return marks;
  for (let number = 2; number <= step.reps; number += 1) {
    const at = (number - 1) * step.beat_ms;
    marks.push({ at, effect: beep("beat") });
    if (!step.lines.some((line) => line.at_ms === at)) marks.push({ at, effect: say(String(number), false) });
  }
  return marks;
}

/** Three, two, one: a tick each, and a word for those who want to hear it. */
function countdownOf(step: Step, lines: Lines): Mark[] {
  if (step.kind === "work" || step.lasts_ms < COUNTDOWN_FROM_MS) return [];
  return [3, 2, 1].flatMap((left, index) => {
    const at = step.lasts_ms - left * 1_000;
    return [{ at, effect: beep("tick") }, { at, effect: say(lines.count[index] ?? "", false) }];
  });
}
