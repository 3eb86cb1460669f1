/** What was really done, exercise by exercise and side by side, in the fields of a diary entry.
 *
 *  complete sets               sets = the complete ones, reps and hold as prescribed
 *  not one complete set        sets 1, reps = the whole repetitions; of a single unfinished hold its whole seconds
 *  nothing, but it hurt        sets 0
 *  nothing at all              no row: a skipped movement is unknown, never zero */

import { isDoing } from "./script.ts";
import type { Done } from "../outbox/told.ts";
import type { Load, PlayedMovement, Script, Step } from "./handed.ts";
import type { Hurt, HurtFeel, Side, State } from "./script.ts";

/** A row of the diary, of which the player knows all but how hard it was. */
export type Performed = Required<Omit<Done, "effort" | "sets" | "reps">> & { readonly sets: number; readonly reps: number };

interface Timed {
  readonly step: Step;
  readonly ms: number;
}

type Amount = Pick<Performed, "sets" | "reps" | "hold_s">;

/** A row for every movement and side that was done or hurt, in the order of the session. */
export function recordOf(state: State, script: Script): Performed[] {
  return script.parts.flatMap(({ choices }, part) =>
    choices.flatMap((movement, choice) => rowsOf(part, choice, movement, state)),
  );
}

function rowsOf(part: number, choice: number, movement: PlayedMovement, state: State): Performed[] {
  const isHere = (one: { part: number; choice: number }): boolean => one.part === part && one.choice === choice;
  const done = new Map(state.stints.filter(isHere).map((stint) => [stint.step, stint.ms]));
  const hurts = state.hurts.filter(isHere);
  const sides = [...new Set(movement.steps.map((step) => step.side))];
  return sides.flatMap((side) => {
    const timed = movement.steps
      .map((step, number) => ({ step, ms: done.get(number) ?? 0 }))
      .filter(({ step }) => step.side === side && isDoing(step));
    const own = hurts.filter((hurt) => movement.steps[hurt.step]?.side === side);
    const amount = amountOf(movement, timed);
    return amount.sets === 0 && own.length === 0 ? [] : [rowOf(movement, side, amount, own)];
  });
}

function rowOf(movement: PlayedMovement, side: Side, amount: Amount, hurts: readonly Hurt[]): Performed {
  const pains = hurts.flatMap((hurt) => (hurt.pain === null ? [] : [hurt.pain]));
  const felt = (["shooting", "sharp"] as const).find((worst) => hurts.some((hurt) => hurt.felt === worst)) ?? null;
  const pain = pains.length > 0 ? Math.max(...pains) : null;
  return { exercise: movement.exercise, side, ...amount, load: movement.load, pain, felt };
}

/** Sets, repetitions a set, seconds a hold. */
function amountOf(movement: PlayedMovement, timed: readonly Timed[]): Amount {
  const sets = setsOf(timed);
  const complete = sets.filter((set) => set.every(isComplete)).length;
  if (complete > 0) return { sets: complete, reps: movement.reps, hold_s: movement.hold_s };
  if (movement.hold_s !== null) return partOfHolds(movement.hold_s, sets, timed);
  const reps = Math.max(0, ...timed.map(({ step, ms }) => Math.floor(ms / (step.beat_ms ?? 1))));
  return { sets: Math.min(reps, 1), reps, hold_s: null };
}

function partOfHolds(holdS: number, sets: readonly Timed[][], timed: readonly Timed[]): Amount {
  const held = Math.max(0, ...sets.map((set) => set.filter(isComplete).length));
  if (held > 0) return { sets: 1, reps: held, hold_s: holdS };
  const seconds = Math.floor(Math.max(0, ...timed.map(({ ms }) => ms)) / 1000);
  return { sets: Math.min(seconds, 1), reps: Math.min(seconds, 1), hold_s: seconds };
}

function setsOf(timed: readonly Timed[]): Timed[][] {
  return [...new Set(timed.map(({ step }) => step.set))].map((set) => timed.filter(({ step }) => step.set === set));
}

const isComplete = ({ step, ms }: Timed): boolean => ms >= step.lasts_ms;
