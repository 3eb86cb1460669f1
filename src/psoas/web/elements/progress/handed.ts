/** Printed from psoas.web.progress.charts by typescript/handed.py: what is to change is changed there. */

export interface Bars {
  readonly name: string;
  readonly tone: "pain" | "hips" | "trunk" | "go" | "soft";
  readonly points: readonly (readonly [string, number])[];
  readonly frame: boolean;
}

export interface ChartLine {
  readonly name: string;
  readonly tone: "pain" | "hips" | "trunk" | "go" | "soft";
  readonly points: readonly (readonly [string, number])[];
  readonly marks: readonly (readonly [string, number])[];
  readonly main: boolean;
}

/** `step_days`: how far apart two neighbours may lie and still be joined. */
export interface Chart {
  readonly first: string;
  readonly last: string;
  readonly least: number;
  readonly most: number;
  readonly step_days: number;
  readonly lines: readonly ChartLine[];
  readonly bars: readonly Bars[];
  readonly band: readonly [number, number] | null;
  readonly rungs: readonly string[];
  readonly unit: string;
}
