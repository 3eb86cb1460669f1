/** <session-player> guides a person through a session, hands-free from start to end.
 *  In: attributes written by the server: `script` (id of the JSON), `name` (of this session on this device), `post` and
 *  `done` (addresses), `sound`, `speech`, `vibration` and `flash` (on, off), `pace` and `loudness` of the voice, `left`, `right` and `resumed` (words); its content is the page itself.
 *  Out: bubbling `session-player:over` when the last step is done, `session-player:sent` when it is known what became of the entry. */

import type { Fate } from "../outbox/outbox.ts";
import { dayOf, entryOf, isEmpty } from "./entry.ts";
import type { Answers, SessionEntry } from "./entry.ts";
import { Face } from "./face.ts";
import { habitOf, setHabit } from "./habits.ts";
import { Handing } from "./handing.ts";
import { HurtDialog, numberIn } from "./hurt-dialog.ts";
import type { Told } from "./hurt-dialog.ts";
import { pressOf } from "./keys.ts";
import { isOnLongBout, play, startState } from "./machine.ts";
import type { Event as PlayerEvent } from "./machine.ts";
import { forgetSession, nameOf, recall, remember, sweep } from "./memory.ts";
import type { Script } from "./handed.ts";
import type { State } from "./script.ts";
import type { Effect, Tone } from "./signals.ts";
import { Stopwatch } from "./stopwatch.ts";
import { viewOf } from "./view.ts";
import { asLoudness, asPace, Beeper, buzz, Speaker } from "./voice.ts";
import { WakeLock } from "./wake-lock.ts";

const TICK_MS = 200;
const SWITCHES = ["sound", "speech", "vibration", "flash", "countdown", "letters", "reader"] as const;
type Switch = (typeof SWITCHES)[number];

export class SessionPlayer extends HTMLElement {
  #script!: Script;
  #state!: State;
  #face!: Face;
  #handing!: Handing;
  /** A session belongs to the day on which it was begun. */
  #on = dayOf(new Date());
  #before: number | null = null;
  /** Its answer was given: nothing more is to be kept of it. */
  #handed = false;
  #timer = 0;
  readonly #felt = { vibration: true, flash: false };
  readonly #watch = new Stopwatch();
  readonly #beeper = new Beeper();
  readonly #speaker = new Speaker();
  readonly #wake = new WakeLock();
  readonly #resized = new ResizeObserver(() => this.#face.refit());

  connectedCallback(): void {
    this.#script = JSON.parse(document.getElementById(this.getAttribute("script") ?? "")?.textContent ?? "") as Script;
    this.#face = new Face(this);
    this.#handing = new Handing(this.getAttribute("post") ?? "", () => this.#keep());
    this.#state = this.#begin();
    this.#tune();
    for (const name of SWITCHES) this.#face.switched(name, this.#isOn(name));
    this.#listen();
    this.#draw();
    this.#resized.observe(this);
    if (this.#over) this.#ask();
    else if (this.#state.phase === "paused") this.#say(this.getAttribute("resumed") ?? "");
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer);
    this.#wake.want(false);
    this.#speaker.hush();
    this.#resized.disconnect();
    document.removeEventListener("keydown", this.#pressKey);
    document.removeEventListener("visibilitychange", this.#look);
    for (const name of ["pagehide", "pageshow"]) globalThis.removeEventListener(name, this.#look);
  }

  /** How it sounds and feels, as the settings say. */
  #tune(): void {
    this.#beeper.on = this.getAttribute("sound") !== "off";
    this.#speaker.on = this.getAttribute("speech") !== "off" && !habitOf("reader");
    this.#speaker.pace = asPace(this.getAttribute("pace"));
    this.#beeper.loudness = this.#speaker.loudness = asLoudness(this.getAttribute("loudness"));
    this.#felt.vibration = this.getAttribute("vibration") !== "off";
    this.#felt.flash = this.getAttribute("flash") === "on";
  }

  /** A new session, or the remembered one, standing still until start is pressed. */
  #begin(): State {
    const found = recall(this.#name, this.#script, Date.now());
    sweep(Date.now());
    if (!found) return startState(this.#script);
    this.#handing.key = found.key;
    this.#handing.isLaid = found.laid;
    this.#on = found.on;
    this.#before = found.before;
    const state = { ...found.state, hidden_ms: null };
    return state.phase === "running" ? { ...state, phase: "paused" } : state;
  }

  #listen(): void {
    this.addEventListener("click", (event) => {
      const button = (event.target as Element).closest<HTMLElement>("[data-press]");
      if (button && this.contains(button)) this.#press(button.dataset.press ?? "");
    });
    this.addEventListener("hurt-dialog:told", (event) => {
      this.#do({ kind: "hurts", ...(event as CustomEvent<Told>).detail });
      this.#face.part("go")?.focus();
    });
    this.addEventListener("hurt-dialog:closed", () => this.#face.part("go")?.focus());
    this.#face.part("log")?.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#send();
    });
    document.addEventListener("keydown", this.#pressKey);
    document.addEventListener("visibilitychange", this.#look);
    for (const name of ["pagehide", "pageshow"]) globalThis.addEventListener(name, this.#look);
  }

  readonly #pressKey = (event: KeyboardEvent): void => {
    const press = pressOf(event, habitOf("letters") && !habitOf("reader"));
    if (!press || this.#over) return;
    event.preventDefault();
    this.#press(press);
  };

  /** Out of sight, or in sight again. */
  readonly #look = (event: Event): void => {
    this.#tick();
    const isHidden = event.type === "pagehide" || document.visibilityState === "hidden";
    this.#do({ kind: isHidden ? "hidden" : "seen" });
  };

  #press(name: string): void {
    this.#beeper.wake();
    this.#tick();
    const { phase } = this.#state;
    if (name === "go") this.#go();
    else if (name === "hurts" && (phase === "running" || phase === "paused")) this.#hurts();
    else if (name === "back" || name === "skip" || name === "swap" || name === "finish") this.#do({ kind: name });
    else this.#toggle(SWITCHES.find((one) => one === name));
  }

  #go(): void {
    if (this.#state.phase === "running") {
      this.#speaker.hush();
      this.#do({ kind: "pause" });
      return;
    }
    if (this.#state.phase === "ready") this.#setOff();
    this.#watch.lap();
    this.#do({ kind: "start" });
  }

  #setOff(): void {
    this.#before = numberIn(this.#said("before"));
    this.#on = dayOf(new Date());
    void navigator.storage?.persist?.().catch(() => false);
  }

  /** Everything stands still while the question is answered. */
  #hurts(): void {
    this.#speaker.hush();
    this.#do({ kind: "pause" });
    this.querySelector<HurtDialog>("hurt-dialog")?.ask();
  }

  #isOn(name: Switch): boolean {
    if (name === "sound") return this.#beeper.on;
    if (name === "vibration" || name === "flash") return this.#felt[name];
    return name === "speech" ? this.#speaker.on : habitOf(name);
  }

  #toggle(name: Switch | undefined): void {
    if (!name) return;
    const on = !this.#isOn(name);
    if (name === "sound") this.#beeper.on = on;
    else if (name === "speech") this.#speaker.on = on;
    else if (name === "vibration" || name === "flash") this.#felt[name] = on;
    else setHabit(name, on);
    // Voice and screen reader never talk at once.
    if (name === "reader") this.#speaker.on = !on && this.getAttribute("speech") !== "off";
    if (!this.#speaker.on) this.#speaker.hush();
    for (const one of SWITCHES) this.#face.switched(one, this.#isOn(one));
  }

  /** Time is a difference between two clock readings. */
  #tick(): void {
    if (this.#state.phase !== "running") return;
    const ms = this.#watch.lap(this.#state.hidden_ms !== null && isOnLongBout(this.#state, this.#script));
    if (ms > 0) this.#do({ kind: "tick", ms });
  }

  #do(event: PlayerEvent): void {
    const before = this.#state.phase;
    const { state, effects } = play(this.#state, event, this.#script);
    this.#state = state;
    for (const effect of effects) this.#make(effect);
    this.#draw();
    if (this.#over && before !== state.phase) this.#end();
  }

  #make(effect: Effect): void {
    if (effect.kind === "beep" && effect.tone) this.#signal(effect.tone);
    if (effect.kind === "vibrate" && this.#felt.vibration) buzz(effect.ms);
    if (effect.kind === "record") this.#keep();
    if (effect.kind !== "say") return;
    if (effect.live) this.#say(effect.text);
    else if (!this.#script.lines.count.includes(effect.text) || habitOf("countdown")) this.#speaker.count(effect.text);
  }

  /** Beginning and end can be heard, seen and felt, whatever the person chose of these. */
  #signal(tone: Tone): void {
    this.#beeper.play(tone);
    if (this.#felt.flash && (tone === "go" || tone === "end")) this.#face.flash(tone);
  }

  /** Printed and spoken alike. Where no voice speaks, a screen reader gets the whole step at once, at its own pace. */
  #say(text: string): void {
    this.#face.line(text);
    this.#speaker.say(text);
    if (this.#speaker.speaks) return;
    const { line, told } = viewOf(this.#state, this.#script);
    this.#face.tell(line === text ? told : text);
  }

  #draw(): void {
    const running = this.#state.phase === "running";
    this.#wake.want(running);
    if (running && !this.#timer) this.#timer = window.setInterval(() => this.#tick(), TICK_MS);
    if (!running) {
      clearInterval(this.#timer);
      this.#timer = 0;
    }
    this.#face.draw(viewOf(this.#state, this.#script), this.#state.phase);
  }

  /** Remember the state at once, and lay a draft of its entry into the outbox in case nobody comes back. */
  #keep(): void {
    if (this.#state.phase === "ready" || this.#handed) return;
    const { key, isLaid: laid } = this.#handing;
    const what = { state: this.#state, key, laid, on: this.#on, before: this.#before, at: Date.now() };
    remember(this.#name, { ...what, script: nameOf(this.#script) });
    const entry = this.#entry({});
    if (!isEmpty(entry) && (entry.exercises.length > 0 || this.#over)) this.#handing.draft(entry, this.#over);
  }

  #end(): void {
    this.#ask();
    this.dispatchEvent(new CustomEvent("session-player:over", { bubbles: true, detail: { phase: this.#state.phase } }));
  }

  /** The last question: one tap, and done. */
  #ask(): void {
    this.#face.part(this.#state.phase === "ended" ? "ended" : "well")?.removeAttribute("hidden");
    this.#face.part("asks")?.focus();
  }

  async #send(): Promise<void> {
    if (this.#handed) return;
    this.#handed = true;
    const after = numberIn(this.#said("after")) ?? undefined;
    const effort = numberIn(this.#said("effort")) ?? undefined;
    this.#tell(await this.#handing.hand(this.#entry({ after, effort })));
  }

  /** Only what is known is said: the server has it, it lies on this device, or it is not kept and can be tried again. */
  #tell(fate: Fate): void {
    const isLost = fate.is === "lost";
    this.#handed = !isLost;
    if (!isLost) forgetSession(this.#name);
    for (const name of ["sent", "waits", "refused", "lost"]) this.#face.part(name)?.toggleAttribute("hidden", name !== fate.is);
    this.#face.part("log")?.toggleAttribute("hidden", !isLost);
    if (fate.is === "refused") this.#face.write("refusal", fate.says);
    this.#face.part(fate.is)?.focus();
    this.dispatchEvent(new CustomEvent("session-player:sent", { bubbles: true, detail: { sent: fate.is === "sent", fate: fate.is } }));
    const home = this.getAttribute("done");
    if (fate.is === "sent" && home) location.assign(home);
  }

  #entry(answers: Answers): SessionEntry {
    return entryOf(this.#on, this.#state, this.#script, { before: this.#before ?? undefined, ...answers });
  }

  #said(field: string): FormDataEntryValue | null {
    return this.querySelector<HTMLInputElement>(`input[name="${field}"]:checked`)?.value ?? null;
  }

  get #over(): boolean {
    return this.#state.phase === "finished" || this.#state.phase === "ended";
  }

  get #name(): string {
    return this.getAttribute("name") ?? "session";
  }
}
