/** The state of the player over a script, which the page hands over. */

import type { PlayedMovement, Script, Step } from "./handed.ts";
import type { Done, Entry } from "../outbox/told.ts";

export type Level = PlayedMovement["level"];
export type Side = PlayedMovement["side"];
export type Phase = "ready" | "running" | "paused" | "finished" | "ended";
export type HurtFeel = Extract<Done["felt"], "sharp" | "shooting"> | "other";
export type HurtSymptom = NonNullable<Entry["symptoms"]>[number];

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

/** Does this step count as training? The others are waits. */
export const isDoing = (step: Step): boolean => step.kind === "work" || step.kind === "hold";

export const isSharp = (hurt: Hurt): boolean => hurt.felt === "sharp" || hurt.felt === "shooting";

/** Must the movement be left? Sharp, shooting, a listed symptom, high pain, or a pain nobody put a number on. */
export const leaves = (hurt: Hurt, { leave_from }: Pick<Script, "leave_from">): boolean =>
  isSharp(hurt) || hurt.symptom !== null || hurt.pain === null || hurt.pain >= leave_from;
