/** The script of a session as the server writes it (session/steps.py, session/script.py), and the player's state. */

export type StepKind = "get-ready" | "change-level" | "work" | "hold" | "switch-side" | "rest" | "finish";
export type Level = "up" | "bed" | "floor";
export type Side = "left" | "right" | "both";

/** A sentence, printed and spoken this long after its step began. */
export interface Line {
  readonly at_ms: number;
  readonly says: string;
}

export interface Step {
  readonly kind: StepKind;
  readonly says: string;
  readonly lines: readonly Line[];
  readonly lasts_ms: number;
  readonly exercise: string | null;
  readonly side: Side;
  readonly set: number;
  readonly sets: number;
  readonly rep: number;
  readonly reps: number;
  readonly beat_ms: number | null;
  /** When the player adds how long the session still takes. */
  readonly left_at_ms: number | null;
}

export type Ways = { readonly [level in Level]: Step | null };
export type Load = { readonly kg: number | null; readonly band: string | null };

export interface Movement {
  readonly exercise: string;
  readonly name: string;
  readonly side: Side;
  readonly level: Level;
  readonly sets: number;
  readonly reps: number;
  readonly hold_s: number | null;
  readonly load: Load | null;
  readonly ways: Ways;
  /** Everything there is to say of it, to be read at leisure. */
  readonly how: readonly string[];
  readonly mind: readonly string[];
  readonly steps: readonly Step[];
  /** The same, told shorter, right after itself on the other side. */
  readonly again: readonly Step[] | null;
}

export interface Lines {
  /** Said of so many minutes. */
  readonly left: readonly string[];
  /** The last seconds, from three down. */
  readonly count: readonly string[];
  readonly nothing_else: string;
  readonly hurts_stop: string;
  readonly hurts_less: string;
  readonly ended: string;
  readonly early: string;
  readonly slept: string;
  readonly away: string;
}

export interface Script {
  readonly kind: string;
  readonly parts: readonly { readonly choices: readonly Movement[] }[];
  readonly ways_up: Ways;
  readonly finish: Step;
  readonly lines: Lines;
}

export type Phase = "ready" | "running" | "paused" | "finished" | "ended";
export type HurtFeel = "sharp" | "shooting" | "other";
export type HurtSymptom = "leg-symptoms-spreading" | "giving-way" | "dizzy" | "groin-pinch";

export interface Stint {
  readonly part: number;
  readonly choice: number;
  readonly step: number;
  readonly ms: number;
}

export interface Hurt {
  readonly part: number;
  readonly choice: number;
  readonly step: number;
  readonly exercise: string;
  readonly felt: HurtFeel;
  readonly pain: number | null;
  readonly symptom: HurtSymptom | null;
}

export interface State {
  readonly phase: Phase;
  readonly part: number;
  readonly step: number;
  readonly elapsed_ms: number;
  /** Where this step stood when the page was last hidden; null while it is seen. */
  readonly hidden_ms: number | null;
  readonly chosen: readonly number[];
  readonly level: Level;
  readonly stints: readonly Stint[];
  readonly hurts: readonly Hurt[];
}

/** The step number while the body changes level, before a part's own first step. */
export const ON_THE_WAY = -1;
const LEAVE_AT = 6;

/** Does this step count as training? The others are waits. */
export const isDoing = (step: Step): boolean => step.kind === "work" || step.kind === "hold";

export const isSharp = (hurt: Hurt): boolean => hurt.felt === "sharp" || hurt.felt === "shooting";

/** Must the movement be left? Sharp, shooting, a listed symptom, strong pain, or a pain nobody put a number on. */
export const leaves = (hurt: Hurt): boolean =>
  isSharp(hurt) || hurt.symptom !== null || hurt.pain === null || hurt.pain >= LEAVE_AT;
