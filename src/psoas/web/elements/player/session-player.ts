/** <session-player> guides a person through a session, hands-free from start to end.
 *  In: attributes written by the server: `script` (id of the JSON), `name` (of this session on this device), `post` and
 *  `done` (addresses), `sound` and `speech` (on, off), `left`, `right` and `resumed` (words); its content is the page itself.
 *  Out: bubbling `session-player:over` when the last step is done, `session-player:sent` when the entry has arrived. */

import { HurtDialog, numberIn } from "./hurt-dialog.ts";
import type { Told } from "./hurt-dialog.ts";
import { drop, flush, keep, newKey, waiting } from "../outbox/outbox.ts";
import type { Parcel } from "../outbox/outbox.ts";
import { dayOf, entryOf, isEmpty } from "./entry.ts";
import type { Answers, Entry } from "./entry.ts";
import { Face } from "./face.ts";
import { play, startState } from "./machine.ts";
import type { Event as PlayerEvent } from "./machine.ts";
import { forgetSession, nameOf, recall, remember, sweep } from "./memory.ts";
import type { Script, State } from "./script.ts";
import type { Effect } from "./signals.ts";
import { viewOf } from "./view.ts";
import { Beeper, buzz, Speaker } from "./voice.ts";
import { WakeLock } from "./wake-lock.ts";

const TICK_MS = 200;
/** A finished session waits this long for its last answer before it is sent without; an abandoned one longer. */
const FINISHED_WAITS_MS = 30 * 60_000;
const ABANDONED_WAITS_MS = 12 * 3_600_000;
const KEYS: { readonly [key: string]: string } = { " ": "go", ArrowLeft: "back", ArrowRight: "skip", s: "swap", h: "hurts" };

export class SessionPlayer extends HTMLElement {
  #script!: Script;
  #state!: State;
  #face!: Face;
  #key = newKey();
  #on = dayOf(new Date());
  #before: number | null = null;
  /** Its answer was given: nothing more is to be kept of it. */
  #handed = false;
  #last = 0;
  #timer = 0;
  #drafts: Promise<unknown> = Promise.resolve();
  readonly #beeper = new Beeper();
  readonly #speaker = new Speaker();
  readonly #wake = new WakeLock();

  connectedCallback(): void {
    this.#script = JSON.parse(document.getElementById(this.getAttribute("script") ?? "")?.textContent ?? "") as Script;
    this.#face = new Face(this);
    this.#state = this.#begin();
    this.#beeper.on = this.getAttribute("sound") !== "off";
    this.#speaker.on = this.getAttribute("speech") !== "off";
    this.#listen();
    this.#draw();
    if (this.#over) this.#ask();
    else if (this.#state.phase === "paused") this.#face.line(this.getAttribute("resumed") ?? "");
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer);
    this.#wake.want(false);
    this.#speaker.hush();
    document.removeEventListener("keydown", this.#pressKey);
  }

  /** A new session, or the remembered one, standing still until start is pressed. */
  #begin(): State {
    const found = recall(this.#name, this.#script, Date.now());
    sweep(Date.now());
    if (!found) return startState(this.#script);
    this.#key = found.key;
    this.#on = found.on;
    this.#before = found.before;
    return found.state.phase === "running" ? { ...found.state, phase: "paused" } : found.state;
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
    document.addEventListener("visibilitychange", () => {
      this.#tick();
      if (document.visibilityState === "hidden") this.#do({ kind: "hidden" });
    });
    globalThis.addEventListener("pagehide", () => {
      this.#tick();
      this.#do({ kind: "hidden" });
    });
  }

  #pressKey = (event: KeyboardEvent): void => {
    const press = KEYS[event.key];
    const target = event.target as Element;
    const busy = target.closest("dialog, input, select, textarea, summary, a") ?? (event.key === " " && target.closest("button"));
    if (!press || busy || event.ctrlKey || event.metaKey || event.altKey || this.#over) return;
    event.preventDefault();
    this.#press(press);
  };

  #press(name: string): void {
    this.#beeper.wake();
    this.#tick();
    const { phase } = this.#state;
    if (name === "go") this.#go();
    else if (name === "hurts" && (phase === "running" || phase === "paused")) this.#hurts();
    else if (name === "sound" || name === "speech") this.#toggle(name);
    else if (name === "back" || name === "skip" || name === "swap" || name === "finish") this.#do({ kind: name });
  }

  #go(): void {
    if (this.#state.phase === "running") {
      this.#speaker.hush();
      this.#do({ kind: "pause" });
      return;
    }
    if (this.#state.phase === "ready") this.#before = numberIn(this.#said("before"));
    this.#last = Date.now();
    this.#do({ kind: "start" });
  }

  /** Everything stands still while the question is answered. */
  #hurts(): void {
    this.#speaker.hush();
    this.#do({ kind: "pause" });
    this.querySelector<HurtDialog>("hurt-dialog")?.ask();
  }

  #toggle(name: "sound" | "speech"): void {
    const voice = name === "sound" ? this.#beeper : this.#speaker;
    voice.on = !voice.on;
    if (!voice.on) this.#speaker.hush();
    if (name === "sound") this.#beeper.wake();
    this.#face.part(name)?.setAttribute("aria-pressed", String(voice.on));
  }

  /** Time is a difference between two clock readings; a clock set back counts as no time. */
  #tick(): void {
    if (this.#state.phase !== "running") return;
    const now = Date.now();
    const ms = Math.max(0, Math.round(now - this.#last));
    this.#last = now;
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
    if (effect.kind === "beep" && effect.tone) this.#beeper.play(effect.tone);
    if (effect.kind === "vibrate" && this.#beeper.on) buzz(effect.ms);
    if (effect.kind === "record") this.#keep();
    if (effect.kind !== "say") return;
    if (!effect.live) {
      this.#speaker.count(effect.text);
      return;
    }
    this.#face.line(effect.text);
    this.#speaker.say(effect.text);
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
    const [name, now] = [this.#name, Date.now()];
    const what = { state: this.#state, key: this.#key, on: this.#on, before: this.#before, at: now };
    remember(name, { ...what, script: nameOf(this.#script) });
    const entry = this.#entry({});
    if (isEmpty(entry) || (entry.exercises.length === 0 && !this.#over)) return;
    void this.#draft(entry, now + (this.#over ? FINISHED_WAITS_MS : ABANDONED_WAITS_MS));
  }

  /** Writes to the outbox in the order in which they were asked for. */
  #draft(body: Entry, due: number, key: string = this.#key): Promise<unknown> {
    const url = this.getAttribute("post") ?? "";
    const parcel: Parcel = { key, url, kind: "session", body, due, made: Date.now(), refused: null };
    this.#drafts = this.#drafts.then(() => keep(parcel)).catch(() => undefined);
    return this.#drafts;
  }

  #end(): void {
    this.#ask();
    this.dispatchEvent(new CustomEvent("session-player:over", { bubbles: true, detail: { phase: this.#state.phase } }));
  }

  /** The last question: one tap, and done. */
  #ask(): void {
    this.#face.part(this.#state.phase === "ended" ? "ended" : "well")?.removeAttribute("hidden");
    const heading = this.#face.part("asks");
    heading?.focus();
  }

  async #send(): Promise<void> {
    if (this.#handed) return;
    this.#handed = true;
    const after = numberIn(this.#said("after")) ?? undefined;
    const effort = numberIn(this.#said("effort")) ?? undefined;
    const key = await this.#hand({ after, effort });
    forgetSession(this.#name);
    const { sent } = await flush().catch(() => ({ sent: [] as readonly string[] }));
    this.#tellSent(sent.includes(key));
  }

  /** Lay the answered entry in the outbox. A draft that went off meanwhile has arrived: then only the answer follows. */
  async #hand(answers: Answers): Promise<string> {
    await this.#drafts;
    const hadDraft = !isEmpty(this.#entry({}));
    const gone = hadDraft && !(await waiting().catch(() => [])).some((parcel) => parcel.key === this.#key);
    const key = gone ? newKey() : this.#key;
    const entry = gone ? { on: this.#on, ...pick(this.#entry(answers)), exercises: [] } : this.#entry(answers);
    if (isEmpty(entry)) await drop(key).catch(() => undefined);
    else await this.#draft(entry, 0, key);
    return key;
  }

  #tellSent(sent: boolean): void {
    this.#face.part("log")?.setAttribute("hidden", "");
    this.#face.part(sent ? "sent" : "waits")?.removeAttribute("hidden");
    this.#face.part(sent ? "sent" : "waits")?.focus();
    this.dispatchEvent(new CustomEvent("session-player:sent", { bubbles: true, detail: { sent } }));
    const home = this.getAttribute("done");
    if (sent && home) location.assign(home);
  }

  #entry(answers: Answers): Entry {
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

function pick({ pain }: Entry): Pick<Entry, "pain"> {
  return pain ? { pain } : {};
}
