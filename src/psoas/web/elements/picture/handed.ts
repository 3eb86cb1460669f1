/** Printed from psoas.mechanics.bend by typescript/handed.py: what is to change is changed there. */

/** One inclination of the chest. */
export interface Bend {
  readonly trunk: number;
  readonly hip: Spread;
  readonly lumbar: Spread;
  readonly lumbar_share: Spread;
  readonly levels: Readonly<Record<string, Spread>>;
  readonly other_lumbar: number | null;
  readonly validation: "validated" | "not-validated";
  readonly says: string;
}

/** One version of the person, from the smallest bend to the largest that it reaches. */
export interface Side {
  readonly version: "now" | "freer" | "stiffer" | "fused";
  readonly bends: readonly Bend[];
}

/** The body in the middle of every uncertainty, and the 5 and 95 % marks of the bodies that fit what is known. */
export interface Spread {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Picture */
export interface Picture {
  readonly measured: readonly string[];
  readonly reference: boolean;
  readonly outside: readonly string[];
  readonly says: readonly string[];
  readonly sides: readonly Side[];
}
