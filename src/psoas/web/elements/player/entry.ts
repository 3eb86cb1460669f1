/** The diary entry of a session, from what was really done. What was not answered is left out: absent, never zero. */

import type { Script } from "./handed.ts";
import { recordOf } from "./record.ts";
import type { Performed } from "./record.ts";
import type { State } from "./script.ts";
import type { Done, Entry } from "../outbox/told.ts";

export type SessionEntry = Entry & { readonly exercises: readonly Done[] };

export interface Answers {
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  readonly effort?: number | undefined;
}

export function entryOf(on: string, state: State, script: Script, answers: Answers): SessionEntry {
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
  !entry.exercises?.length && entry.pain === undefined && entry.symptoms === undefined;

/** This device's calendar day, as documents write it. */
export function dayOf(now: Date): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function minutesOf(rows: readonly Performed[]): number {
  return Math.round(rows.reduce((sum, row) => sum + row.sets * row.reps * (row.hold_s ?? 0), 0) / 60);
}
