/** The diary entry of a session, from what was really done. What was not answered is left out: absent, never zero. */

import { recordOf } from "./record.ts";
import type { Performed } from "./record.ts";
import type { HurtSymptom, Script, State } from "./script.ts";

export interface Answers {
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  readonly effort?: number | undefined;
}

export interface Entry {
  readonly on: string;
  readonly pain?: { before?: number; after?: number };
  readonly exercises: readonly (Performed & { effort?: number })[];
  readonly symptoms?: readonly HurtSymptom[];
  readonly minutes_walked?: number;
}

export function entryOf(on: string, state: State, script: Script, answers: Answers): Entry {
  const rows = recordOf(state, script);
  const { before, after, effort } = answers;
  const pain = { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
  const symptoms = [...new Set(state.hurts.flatMap((hurt) => (hurt.symptom === null ? [] : [hurt.symptom])))];
  const walked = script.kind === "walking" ? minutesOf(rows) : 0;
  return {
    on,
    ...(Object.keys(pain).length > 0 ? { pain } : {}),
    exercises: effort === undefined ? rows : rows.map((row) => (row.sets > 0 ? { ...row, effort } : row)),
    ...(symptoms.length > 0 ? { symptoms } : {}),
    ...(walked > 0 ? { minutes_walked: walked } : {}),
  };
}

/** An entry that says nothing needs no keeping. */
export const isEmpty = (entry: Entry): boolean =>
  entry.exercises.length === 0 && entry.pain === undefined && entry.symptoms === undefined;

/** This device's calendar day, as documents write it. */
export function dayOf(now: Date): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function minutesOf(rows: readonly Performed[]): number {
  return Math.round(rows.reduce((sum, row) => sum + row.sets * row.reps * (row.hold_s ?? 0), 0) / 60);
}
