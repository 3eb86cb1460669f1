/** Printed from psoas.web.breaks.break_window by typescript/handed.py: what is to change is changed there. */

/** What it is called, how it is done, and where its figure is served. */
export interface BreakMovement {
  readonly name: string;
  readonly how: readonly string[];
  readonly motion: string;
}

/** A break that is to come. */
export interface BreakSlot {
  readonly day: string;
  readonly at: string;
  readonly exercise: string;
}

/** Today's and tomorrow's breaks; `spare`: what may be had at any time. */
export interface BreakWindow {
  readonly slots: readonly BreakSlot[];
  readonly movements: Readonly<Record<string, BreakMovement>>;
  readonly spare: readonly string[];
}
