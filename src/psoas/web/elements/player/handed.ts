/** Printed from psoas.session.script by typescript/handed.py: what is to change is changed there. */

/** A sentence, printed and spoken this long after the step began. */
export interface Cue {
  readonly at_ms: number;
  readonly says: string;
}

/** What the player says of itself. `left[n]` is said of n minutes, `count` of the last seconds, from three down. */
export interface Lines {
  readonly left: readonly string[];
  readonly count: readonly [string, string, string];
  readonly nothing_else: string;
  readonly hurts_stop: string;
  readonly hurts_less: string;
  readonly ended: string;
  readonly early: string;
  readonly slept: string;
  readonly away: string;
}

/** Either kilograms or a band; one of the two. */
export interface Load {
  readonly kg: number | null;
  readonly band: "light" | "medium" | "heavy" | null;
}

/** The prescribed movement first, then the alternatives in the order of their offer. */
export interface Part {
  readonly choices: readonly PlayedMovement[];
}

/** One way to fill a part. The first step is get-ready; `again` replaces all steps right after the same movement.
 *
 *  `how` and `mind` are everything there is to say of it, to be read at leisure. */
export interface PlayedMovement {
  readonly exercise: string;
  readonly name: string;
  readonly side: "left" | "right" | "both";
  readonly level: "up" | "bed" | "floor";
  readonly sets: number;
  readonly reps: number;
  readonly hold_s: number | null;
  readonly load: Load | null;
  readonly ways: Ways;
  readonly how: readonly string[];
  readonly mind: readonly string[];
  readonly steps: readonly Step[];
  readonly again: readonly Step[] | null;
}

/** One length of time. `beat_ms` is the length of one repetition; `rep` of `reps` numbers the holds of a set.
 *
 *  `says` opens the step, `lines` follow in order. At `left_at_ms` the player adds how long the session still takes. */
export interface Step {
  readonly kind: "get-ready" | "change-level" | "work" | "hold" | "switch-side" | "rest" | "finish";
  readonly says: string;
  readonly lines: readonly Cue[];
  readonly lasts_ms: number;
  readonly exercise: string | null;
  readonly side: "left" | "right" | "both";
  readonly set: number;
  readonly sets: number;
  readonly rep: number;
  readonly reps: number;
  readonly beat_ms: number | null;
  readonly left_at_ms: number | null;
}

/** The step that brings the body here from another level; None from the level it is already on. */
export interface Ways {
  readonly up: Step | null;
  readonly bed: Step | null;
  readonly floor: Step | null;
}

/** Script */
export interface Script {
  readonly kind: "mobility" | "strength" | "cardio" | "walking" | "release" | "breathing" | "balance";
  readonly parts: readonly Part[];
  readonly ways_up: Ways;
  readonly finish: Step;
  readonly lines: Lines;
  readonly leave_from: number;
}
