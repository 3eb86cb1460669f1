/** The player of the page does what the player of the server does: both are held to the same frozen sequences. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { play, startState } from "../../src/psoas/web/elements/player/machine.ts";
import type { Event } from "../../src/psoas/web/elements/player/machine.ts";
import { recordOf } from "../../src/psoas/web/elements/player/record.ts";
import type { Script } from "../../src/psoas/web/elements/player/script.ts";

interface Sequence {
  script: string;
  events: Event[];
  effects: unknown[];
  state: unknown;
  record: unknown;
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../vectors/${name}`, import.meta.url), "utf8"));
const scripts = read("player-scripts.json") as Record<string, Script>;

for (const file of ["player-told.json", "player-found.json"]) {
  const sequences = Object.entries(read(file) as Record<string, Sequence>);
  test(`${file} holds at least twenty sequences`, () => assert.ok(sequences.length >= 20));
  for (const [title, sequence] of sequences) test(title, () => follow(sequence));
}

function follow({ script: name, events, effects, state: last, record }: Sequence): void {
  const script = scripts[name];
  assert.ok(script);
  let state = startState(script);
  events.forEach((event, index) => {
    const turn = play(state, event, script);
    state = turn.state;
    assert.deepEqual(turn.effects, effects[index], `effects of event ${index}, ${event.kind}`);
  });
  assert.deepEqual(state, last);
  assert.deepEqual(recordOf(state, script), record);
}
