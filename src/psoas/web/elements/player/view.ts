/** What the page shows of a state: pure, so that it can be read without a browser. */

import { atTheEnd, enter, leftFrom, movementOf, stepAt, stepsOf } from "./route.ts";
import { isDoing } from "./script.ts";
import type { PlayedMovement, Script, Step } from "./handed.ts";
import type { Side, State } from "./script.ts";
import { lineAt } from "./signals.ts";

export type FigurePhase = "ready" | "work" | "hold" | "switch" | "rest" | "done";

export interface View {
  /** The huge number: the repetition that is on, or the seconds left. */
  readonly count: string;
  readonly of: string;
  readonly name: string;
  readonly side: Side;
  readonly exercise: string;
  readonly line: string;
  /** Everything this step says, for those who read it at their own pace. */
  readonly told: string;
  /** The longest sentence of the movement: there is room for it, so nothing moves. */
  readonly longest: string;
  readonly how: readonly string[];
  readonly mind: readonly string[];
  readonly next: { readonly name: string; readonly side: Side } | null;
  /** Minutes the session still takes; null at its end. */
  readonly leftMin: number | null;
  readonly part: number;
  readonly parts: number;
  readonly progress: number;
  readonly beatS: number | null;
  readonly phase: FigurePhase;
  /** A wait can be ended; a movement can be left. */
  readonly waiting: boolean;
  readonly canSwap: boolean;
}

const FIGURE_PHASES: { readonly [kind in Step["kind"]]: FigurePhase } = {
  "get-ready": "ready",
  "change-level": "ready",
  work: "work",
  hold: "hold",
  "switch-side": "switch",
  rest: "rest",
  finish: "done",
};

export function viewOf(state: State, script: Script): View {
  const step = stepAt(state, script);
  const over = state.phase === "finished" || state.phase === "ended";
  const movement = atTheEnd(state, script) ? null : movementOf(state.part, state, script);
  const next = nextOf(state, script);
  return {
    ...countOf(step, state.elapsed_ms),
    name: movement?.name ?? "",
    side: step.exercise ? step.side : (movement?.side ?? "both"),
    exercise: movement?.exercise ?? "",
    line: lineAt(step, state.elapsed_ms),
    told: sentencesOf(step).join(" "),
    longest: longestOf(state, script),
    how: movement?.how ?? [],
    mind: movement?.mind ?? [],
    next: next && { name: next.name, side: next.side },
    leftMin: over ? null : Math.round((leftFrom(state, script) - state.elapsed_ms) / 60_000),
    part: Math.min(state.part + 1, script.parts.length),
    parts: script.parts.length,
    progress: step.lasts_ms > 0 ? Math.min(1, state.elapsed_ms / step.lasts_ms) : 1,
    beatS: step.beat_ms === null ? null : step.beat_ms / 1000,
    phase: over ? "done" : FIGURE_PHASES[step.kind],
    waiting: !isDoing(step),
    canSwap: movement !== null && (script.parts[state.part]?.choices.length ?? 0) > 1,
  };
}

const sentencesOf = (step: Step): string[] => [step.says, ...step.lines.map((line) => line.says)];

function longestOf(state: State, script: Script): string {
  const { hurts_stop, hurts_less, slept, away, nothing_else } = script.lines;
  const own = atTheEnd(state, script) ? [stepAt(state, script)] : [stepAt(state, script), ...stepsOf(state, script)];
  const all = [...own.flatMap(sentencesOf), hurts_stop, hurts_less, slept, away, nothing_else];
  return all.reduce((longest, one) => (one.length > longest.length ? one : longest), "");
}

/** Repetitions count up (3 of 10), time counts down (20, or 4:05). */
export function countOf(step: Step, elapsed: number): { count: string; of: string } {
  if (step.beat_ms !== null) {
    const rep = Math.min(step.reps, Math.floor(elapsed / step.beat_ms) + 1);
    return { count: String(rep), of: String(step.reps) };
  }
  return { count: clock(Math.ceil((step.lasts_ms - elapsed) / 1000)), of: "" };
}

function clock(seconds: number): string {
  if (seconds < 100) return String(seconds);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function nextOf(state: State, script: Script): PlayedMovement | null {
  if (atTheEnd(state, script)) return null;
  const then = enter(state, state.part + 1, script);
  return atTheEnd(then, script) ? null : movementOf(then.part, then, script);
}
