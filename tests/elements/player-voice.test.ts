/** The voice says what is printed, in the voice, at the pace and as loud as the person chose. */

import assert from "node:assert/strict";
import test from "node:test";

import { keepVoice, keptVoice } from "../../src/psoas/web/elements/player/habits.ts";
import { asLoudness, asPace, Speaker, voicesFor } from "../../src/psoas/web/elements/player/voice.ts";

const said: { text: string; rate: number; volume: number; voice: { voiceURI: string } | null }[] = [];
let cancelled = 0;
const synthesis = {
  speaking: false,
  pending: false,
  getVoices: () => [{ voiceURI: "anna", lang: "de-DE" }, { voiceURI: "kate", lang: "en_GB" }, { voiceURI: "sam", lang: "en-US" }],
  cancel: () => (cancelled += 1),
  speak: (line: (typeof said)[number]) => said.push(line),
};
const kept = new Map<string, string>();
Object.assign(globalThis, {
  speechSynthesis: synthesis,
  SpeechSynthesisUtterance: class {
    text: string;
    constructor(text: string) {
      this.text = text;
    }
  },
  document: { documentElement: { lang: "en" } },
});
Object.defineProperty(globalThis, "localStorage", { value: { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => kept.set(name, value) }, configurable: true });

test("without a choice the device speaks, at an unhurried pace, as loud as it may", () => {
  new Speaker().say("Lift.");

  assert.deepEqual(said.at(-1), Object.assign(new SpeechSynthesisUtterance("Lift."), { lang: "en", voice: null, rate: 0.95, volume: 1 }));
});

test("voice, pace and loudness are those that were chosen", () => {
  keepVoice("kate");
  const speaker = new Speaker();
  [speaker.pace, speaker.loudness] = [asPace("slow"), asLoudness("soft")];
  speaker.say("Lower.");

  assert.equal(keptVoice(), "kate");
  assert.equal(said.at(-1)?.voice?.voiceURI, "kate");
  assert.ok((said.at(-1)?.rate ?? 1) < 0.95 && (said.at(-1)?.volume ?? 1) < 1);
});

test("only voices that speak the language of the page are offered", () => {
  assert.deepEqual(voicesFor("en").map(({ voiceURI }) => voiceURI), ["kate", "sam"]);
  assert.deepEqual(voicesFor("de-AT").map(({ voiceURI }) => voiceURI), ["anna"]);
});

test("a new line cuts the old one short; a slow voice finishes it, but never falls two behind", () => {
  const [usual, slow] = [new Speaker(), new Speaker()];
  slow.pace = "slow";
  synthesis.speaking = true;
  const cuts = (speaker: Speaker): number => {
    const before = cancelled;
    speaker.say("Next.");
    return cancelled - before;
  };

  assert.deepEqual([cuts(usual), cuts(slow)], [1, 0]);
  synthesis.pending = true;
  assert.equal(cuts(slow), 1);
});

test("words that are no pace and no loudness mean the usual", () => {
  assert.deepEqual([asPace("fast"), asLoudness(null)], ["usual", "usual"]);
});
