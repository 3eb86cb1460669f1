/** How much time has passed, by the clock that nobody sets: a correction of the wall clock credits no hold.
 *  While the page is hidden a phone may sleep, and that clock with it; a walk went on all the same, so for a walk out of sight the
 *  longer of the two clocks counts. */

export interface Clocks {
  readonly steady: () => number;
  readonly wall: () => number;
}

const REAL: Clocks = { steady: () => performance.now(), wall: () => Date.now() };

export class Stopwatch {
  #steady = 0;
  #wall = 0;
  readonly #clocks: Clocks;

  constructor(clocks: Clocks = REAL) {
    this.#clocks = clocks;
    this.lap();
  }

  /** Whole milliseconds since the last lap; a clock set back counts as no time. */
  lap(slept = false): number {
    const [steady, wall] = [this.#clocks.steady(), this.#clocks.wall()];
    const passed = slept ? Math.max(steady - this.#steady, wall - this.#wall) : steady - this.#steady;
    this.#steady = steady;
    this.#wall = wall;
    return Math.max(0, Math.round(passed));
  }
}
