/** Printed from psoas.web.parcel by typescript/handed.py: what is to change is changed there. */

/** A break, and what became of it. */
export interface BreakTaken {
  readonly at: string;
  readonly exercise: string;
  readonly did: "yes" | "no" | "hurt";
}

/** What was done of one exercise and side. */
export interface Done {
  readonly exercise: string;
  readonly side: "left" | "right" | "both";
  readonly sets?: number | null;
  readonly reps?: number | null;
  readonly hold_s?: number | null;
  readonly load?: Load | null;
  readonly effort?: number | null;
  readonly pain?: number | null;
  readonly felt?: "better" | "same" | "worse" | "sharp" | "shooting" | null;
}

/** Entry */
export interface Entry {
  readonly on: string;
  readonly pain?: EntryPain | null;
  readonly mobility?: number | null;
  readonly exercises?: readonly Done[];
  readonly relief?: readonly string[];
  readonly minutes_walked?: number | null;
  readonly habits?: readonly string[];
  readonly micro_breaks?: readonly BreakTaken[];
  readonly symptoms?: readonly ("leg-symptoms-spreading" | "giving-way" | "dizzy" | "groin-pinch")[];
  readonly sleep?: number | null;
  readonly worry?: number | null;
  readonly answers?: Readonly<Record<string, "no" | "yes" | "old" | "known" | "unsure">> | null;
  readonly adverse_event?: string | null;
  readonly note?: string | null;
}

/** EntryPain */
export interface EntryPain {
  readonly before?: number | null;
  readonly during?: number | null;
  readonly after?: number | null;
  readonly next_morning?: number | null;
}

/** Either kilograms or a band; one of the two. */
export interface Load {
  readonly kg?: number | null;
  readonly band?: "light" | "medium" | "heavy" | null;
}

/** What a browser's outbox sends. */
export interface Parcel {
  readonly key: string;
  readonly kind: "session" | "log" | "check";
  readonly entry: Entry;
  readonly beginning?: string | null;
}
