/** What a chart shows, as the page hands it over. Words and numbers come from the server; nothing here decides anything. */

import type { ChartLine } from "./handed.ts";

export type Spot = ChartLine["points"][number];

const DAY = 86_400_000;

/** A day as a moment that no time zone moves. */
export function dayOf(text: string): Date {
  return new Date(`${text}T00:00:00Z`);
}

/** Runs of neighbours: a hole of more than `step` days begins a new one. A gap stays a gap. */
export function runsOf(points: readonly Spot[], step: number): Spot[][] {
  const runs: Spot[][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && dayOf(point[0]).getTime() - dayOf(before[0]).getTime() <= step * DAY) run.push(point);
    else runs.push([point]);
  }
  return runs;
}

/** Names beside the ends of lines, moved apart so that none covers another: the places for these wishes, in their order. */
export function apart(wishes: number[], least: number, most: number, gap: number): number[] {
  const order = wishes.map((wish, index) => ({ wish, index })).sort((one, other) => one.wish - other.wish);
  let free = least;
  for (const place of order) {
    place.wish = Math.max(place.wish, free);
    free = place.wish + gap;
  }
  let floor = most;
  for (const place of order.toReversed()) {
    place.wish = Math.min(place.wish, floor);
    floor = place.wish - gap;
  }
  const places: number[] = Array.from(wishes);
  for (const { wish, index } of order) places[index] = wish;
  return places;
}
