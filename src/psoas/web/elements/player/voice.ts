/** Sound, speech and vibration. Each may be missing or switched off; none is ever waited for. */

import { keptVoice } from "./habits.ts";

import type { Tone } from "./signals.ts";

const TONES: { readonly [tone in Tone]: { readonly hertz: number; readonly seconds: number } } = {
  tick: { hertz: 520, seconds: 0.08 },
  beat: { hertz: 440, seconds: 0.06 },
  go: { hertz: 780, seconds: 0.22 },
  end: { hertz: 390, seconds: 0.3 },
};

export type Loudness = "soft" | "usual" | "loud";
export type Pace = "slow" | "usual" | "quick";
/** A voice is never louder than the device lets it; beyond, only the tones grow. */
const LOUD: { readonly [loudness in Loudness]: { readonly tone: number; readonly voice: number } } = {
  soft: { tone: 0.1, voice: 0.5 },
  usual: { tone: 0.25, voice: 1 },
  loud: { tone: 0.6, voice: 1 },
};
const RATES: { readonly [pace in Pace]: number } = { slow: 0.78, usual: 0.95, quick: 1.15 };

export const asLoudness = (text: string | null): Loudness => (text === "soft" || text === "loud" ? text : "usual");
export const asPace = (text: string | null): Pace => (text === "slow" || text === "quick" ? text : "usual");

/** Short soft sine tones. `wake` belongs in a press: browsers start sound from there alone. */
export class Beeper {
  on = true;
  loudness: Loudness = "usual";
  #context: AudioContext | null = null;

  wake(): void {
    if (!this.on || !("AudioContext" in globalThis)) return;
    this.#context ??= new AudioContext();
    void this.#context.resume().catch(() => undefined);
  }

  play(tone: Tone): void {
    const context = this.#context;
    if (!this.on || context?.state !== "running") return;
    const { hertz, seconds } = TONES[tone];
    const from = context.currentTime;
    const { tone: most } = LOUD[this.loudness];
    const gain = new GainNode(context, { gain: 0 });
    gain.gain.linearRampToValueAtTime(most, from + 0.015);
    gain.gain.setValueAtTime(most, from + seconds - 0.03);
    gain.gain.linearRampToValueAtTime(0, from + seconds);
    const tune = new OscillatorNode(context, { frequency: hertz });
    tune.connect(gain).connect(context.destination);
    tune.start(from);
    tune.stop(from + seconds);
  }
}

/** Speaks exactly the printed line. There may be no voice at all: then the line is only printed. */
export class Speaker {
  on = true;
  pace: Pace = "usual";
  loudness: Loudness = "usual";

  /** A new line cuts the old one short: each has its time. A slow voice may need longer: then the next waits, and never two. */
  say(text: string): void {
    if (!this.#open) return;
    if (speechSynthesis.pending || (speechSynthesis.speaking && this.pace !== "slow")) speechSynthesis.cancel();
    this.#speak(text);
  }

  /** A count yields to a line that is still being spoken. */
  count(text: string): void {
    if (this.#open && !speechSynthesis.speaking) this.#speak(text);
  }

  hush(): void {
    if ("speechSynthesis" in globalThis) speechSynthesis.cancel();
  }

  /** Is there a voice at all? Without one the words are printed and left to a screen reader. */
  get speaks(): boolean {
    return this.#open && speechSynthesis.getVoices().length > 0;
  }

  get #open(): boolean {
    return this.on && "speechSynthesis" in globalThis;
  }

  #speak(text: string): void {
    const spoken = new SpeechSynthesisUtterance(text);
    spoken.lang = document.documentElement.lang || "en";
    spoken.voice = voicesFor(spoken.lang).find(({ voiceURI }) => voiceURI === keptVoice()) ?? null;
    spoken.rate = RATES[this.pace];
    spoken.volume = LOUD[this.loudness].voice;
    speechSynthesis.speak(spoken);
  }
}

/** The voices of this device that speak this language. */
export function voicesFor(language: string): readonly SpeechSynthesisVoice[] {
  const tongue = (tag: string | undefined): string | undefined => (tag ?? "").toLowerCase().split(/[-_]/)[0]; // some voices name none
  return speechSynthesis.getVoices().filter(({ lang }) => tongue(lang) === tongue(language));
}

export function buzz(ms: number): void {
  if ("vibrate" in navigator) navigator.vibrate(ms);
}
