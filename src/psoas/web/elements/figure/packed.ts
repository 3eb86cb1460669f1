/** Printed from psoas.figure.document by typescript/handed.py: what is to change is changed there. */

/** One round of a movement, packed; what has a default is left out where it says nothing. */
export interface MotionDocument {
  readonly id: string;
  readonly says: string;
  readonly side: "left" | "right" | "both";
  readonly view: readonly [number, number];
  readonly props: readonly string[];
  readonly spots: Readonly<Record<string, readonly [number, number, number, number]>>;
  readonly muscles: readonly string[];
  readonly joint: string;
  readonly keys: readonly string[];
  readonly stride: number;
  readonly peak: number;
  readonly beats: readonly (readonly [number, number])[];
  readonly travel: readonly [number, number];
  readonly ground: number;
  readonly columns: readonly (number | readonly number[])[];
  readonly keeps?: boolean;
  readonly fused?: readonly string[];
  readonly tells?: readonly (readonly [number, number, number, number])[];
  readonly swell?: Readonly<Record<string, readonly number[]>>;
}
