/** Printed from psoas.diary.entry by typescript/handed.py: what is to change is changed there. */

/** A break, and what became of it. */
export interface BreakTaken {
  readonly at: string;
  readonly exercise: string;
  readonly did: "yes" | "no" | "hurt";
}
