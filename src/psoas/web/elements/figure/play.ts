/** Where the figure is on its chain of poses, for the phase it is told and the seconds since: pure, so that it can be tested without a browser. */
import { momentAt, roundSeconds, smooth, startKey, walks } from "./motion.ts";
import type { Motion } from "./motion.ts";

export type Phase = "ready" | "work" | "hold" | "switch" | "rest" | "done" | "";
export interface Spot { readonly place: number; readonly rounds: number }
/** Seconds to walk to a pose that is to be held. */
export const SETTLE_S = 1.2;

export function asPhase(text: string | null): Phase {
  return PHASES.find((phase) => phase === text) ?? "";
}
const PHASES: readonly Phase[] = ["ready", "work", "hold", "switch", "rest", "done"];

/** A hold stays in the telling pose; work repeats at the player's beat; everything else waits at the start. */
export function spotAt(motion: Motion, phase: Phase, seconds: number, beat: number | null, from: number): Spot {
  if (phase === "" || phase === "work" || (phase === "hold" && repeats(motion))) {
    const pace = phase === "work" && beat !== null && beat > 0 && !repeats(motion) ? roundSeconds(motion) / beat : 1;
    const { place, rounds } = momentAt(motion, seconds * pace);
    return { place, rounds };
  }
  const goal = motion.stride * (phase === "hold" ? motion.peak : startKey(motion));
  const share = Math.min(seconds / SETTLE_S, 1);
  return { place: from + (goal - from) * smooth(share), rounds: 0 };
}

/** Walking, cycling, breathing: their hold is the bout itself, so the figure keeps going. */
export function repeats(motion: Motion): boolean {
  return walks(motion) || motion.keeps === true;
}

/** Is there anything left to move in this phase? */
export function rests(motion: Motion, phase: Phase, seconds: number): boolean {
  return phase !== "" && phase !== "work" && !(phase === "hold" && repeats(motion)) && seconds > SETTLE_S;
}
