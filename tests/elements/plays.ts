/** Playing scripts of the stage: what a test presses, and how time passes. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { play, startState } from "../../src/psoas/web/elements/player/machine.ts";
import type { Event, Turn } from "../../src/psoas/web/elements/player/machine.ts";
import type { Script } from "../../src/psoas/web/elements/player/handed.ts";
import type { HurtFeel, HurtSymptom, State } from "../../src/psoas/web/elements/player/script.ts";
import type { Effect } from "../../src/psoas/web/elements/player/signals.ts";

const FILE = new URL("../vectors/player-scripts.json", import.meta.url);
export const scripts = JSON.parse(readFileSync(FILE, "utf8")) as Record<string, Script>;
export const scriptOf = (name: string): Script => scripts[name] ?? assert.fail(name);

export const [start, pause, resume, back, skip, swap, finish, hidden, seen] = (
  ["start", "pause", "resume", "back", "skip", "swap", "finish", "hidden", "seen"] as const
).map((kind): Event => ({ kind })) as [Event, Event, Event, Event, Event, Event, Event, Event, Event];
export const after = (seconds: number): Event => ({ kind: "tick", ms: Math.round(seconds * 1000) });
export const seconds = (total: number): Event[] => Array.from({ length: total }, () => after(1));
export const hurt = (felt: HurtFeel, pain: number | null = null, symptom: HurtSymptom | null = null): Event => ({
  kind: "hurts",
  felt,
  pain,
  symptom,
});

/** Every turn of these events. */
export function turns(script: Script, events: readonly Event[]): Turn[] {
  const all: Turn[] = [];
  for (const event of events) all.push(play(all.at(-1)?.state ?? startState(script), event, script));
  return all;
}

export const played = (name: string, ...events: Event[]): State => turns(scriptOf(name), events).at(-1)?.state ?? startState(scriptOf(name));
export const lastTurn = (name: string, ...events: Event[]): Turn => turns(scriptOf(name), events).at(-1) as Turn;
export const heard = (name: string, ...events: Event[]): Effect[] => turns(scriptOf(name), events).flatMap(({ effects }) => effects);
export const said = (effects: readonly Effect[]): string[] => effects.filter(({ kind, live }) => kind === "say" && live).map(({ text }) => text);
