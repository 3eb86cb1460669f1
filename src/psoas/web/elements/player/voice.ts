/** Sound, speech and vibration. Each may be missing or switched off; none is ever waited for. */

import type { Tone } from "./signals.ts";

const TONES: { readonly [tone in Tone]: { readonly hertz: number; readonly seconds: number } } = {
  tick: { hertz: 520, seconds: 0.08 },
  beat: { hertz: 440, seconds: 0.06 },
  go: { hertz: 780, seconds: 0.22 },
  end: { hertz: 390, seconds: 0.3 },
};
const LOUDNESS = 0.25;

/** Short soft sine tones. `wake` belongs in a press: browsers start sound from there alone. */
export class Beeper {
  on = true;
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
    const loudness = new GainNode(context, { gain: 0 });
    loudness.gain.linearRampToValueAtTime(LOUDNESS, from + 0.015);
    loudness.gain.setValueAtTime(LOUDNESS, from + seconds - 0.03);
    loudness.gain.linearRampToValueAtTime(0, from + seconds);
    const tune = new OscillatorNode(context, { frequency: hertz });
    tune.connect(loudness).connect(context.destination);
    tune.start(from);
    tune.stop(from + seconds);
  }
}

/** Speaks exactly the printed line. There may be no voice at all: then the line is only printed. */
export class Speaker {
  on = true;

  say(text: string): void {
    if (!this.#open) return;
    if (speechSynthesis.speaking || speechSynthesis.pending) speechSynthesis.cancel();
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
    spoken.rate = 0.95;
    speechSynthesis.speak(spoken);
  }
}

export function buzz(ms: number): void {
  if ("vibrate" in navigator) navigator.vibrate(ms);
}
