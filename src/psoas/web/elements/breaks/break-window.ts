/** <break-window> counts down to the next one-minute break, shows it, and keeps what was said of it.
 *
 *  In:  given     as JSON: today's and tomorrow's breaks, their movements, and what may be had at any time
 *       post      where an answer is kept; choose where a choice is; title-words, soon, kept, hurt, failed: the words it writes
 *       sound, away (on, off), quiet (a local time until which nothing comes): what was chosen before
 *  The parts that stand in each phase carry data-show="due moving"; buttons carry data-press. One window rings: the one that holds
 *  the lock. Others show the same and stay quiet. Where nothing may notify, the page itself and its title do. */

import { begin, MINUTE, nextAt, play } from "./machine.ts";
import type { Effect, Event, Slot, State } from "./machine.ts";
import { Absence } from "./absence.ts";
import { Bell } from "./bell.ts";
import type { BreakMovement, BreakWindow as Given } from "./handed.ts";

const TICK = 1_000;
const CHANNEL = "psoas-breaks";

export class BreakWindow extends HTMLElement {
  #told: Given = { slots: [], movements: {}, spare: [] };
  #state: State = begin([], 0);
  #bell = new Bell();
  #absence = new Absence();
  #others = new BroadcastChannel(CHANNEL);
  #given = 0;
  #gone: number | null = null;
  #timer = 0;
  #opened = new Date().toDateString();

  connectedCallback(): void {
    this.#told = JSON.parse(this.getAttribute("given") ?? "{}") as Given;
    const slots = this.#told.slots.map((slot) => ({ ...slot, time: new Date(`${slot.day}T${slot.at}:00`).getTime() }));
    this.#state = begin(slots, Date.now());
    this.addEventListener("click", this.#pressed);
    this.#others.addEventListener("message", ({ data }) => this.#play({ kind: "elsewhere", now: Date.now(), slot: data as Slot }));
    this.#timer = window.setInterval(() => this.#tick(), TICK);
    this.#bell.sound = this.getAttribute("sound") === "on";
    if (this.getAttribute("away") === "on") void this.#absence.start(false).then(() => this.#draw());
    const quiet = new Date(this.getAttribute("quiet") ?? "").getTime();
    if (quiet > Date.now()) this.#play({ kind: "silence", now: Date.now(), until: quiet });
    this.hidden = false;
    this.#draw();
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer);
    this.#absence.stop();
  }

  /** While nobody is there the clock of the breaks stands still; who comes back after five minutes has had one. */
  #tick(): void {
    const now = Date.now();
    if (this.#absence.since !== null) {
      this.#gone ??= this.#absence.since;
      return;
    }
    if (this.#gone !== null) this.#state = { ...this.#state, seen: Math.min(this.#state.seen, this.#gone) };
    this.#gone = null;
    this.#play({ kind: "tick", now });
  }

  readonly #pressed = (event: MouseEvent): void => {
    const press = (event.target as Element).closest<HTMLElement>("[data-press]")?.dataset["press"];
    if (press === undefined) return;
    const now = Date.now();
    this.#bell.wake();
    if (press === "notify") void this.#bell.ask().then(() => this.#draw());
    else if (press === "sound") this.#choose("breaks_sound", (this.#bell.sound = !this.#bell.sound));
    else if (press === "away") void this.#watch();
    else if (press === "now") this.#play({ kind: "now", now, slot: this.#give(now) });
    else if (press === "silence") this.#silence(now);
    else if (press === "quiet-today") this.#quiet(now, new Date(now).setHours(24, 0, 0, 0));
    else this.#play({ kind: press, now } as Event);
    this.#draw();
    this.#hold(event.target as HTMLElement);
  };

  /** A button that is gone takes the focus with it: the card holds it, so that the next Tab finds the next button. */
  #hold(pressed: HTMLElement): void {
    if (!pressed.checkVisibility()) this.querySelector<HTMLElement>("[data-part=card]")?.focus({ preventScroll: true });
  }

  /** The one that is due, else the movements of the day in turn. */
  #give(now: number): Slot {
    if (this.#state.current) return this.#state.current;
    const exercise = this.#told.spare[this.#given++ % this.#told.spare.length] ?? "";
    const [day = "", at = ""] = local(now).split("T");
    return { day, at, time: now, exercise };
  }

  /** Until the time in the field; an earlier time than now is tomorrow's. */
  #silence(now: number): void {
    const field = this.querySelector<HTMLInputElement>("[data-part=until]");
    const [hour, minute] = (field?.value ?? "").split(":").map(Number);
    if (hour === undefined || minute === undefined || Number.isNaN(hour)) return field?.focus();
    const until = new Date(now).setHours(hour, minute, 0, 0);
    this.#quiet(now, until > now ? until : new Date(until).setDate(new Date(until).getDate() + 1));
  }

  /** Kept, so that it holds after the page is opened anew. */
  #quiet(now: number, until: number): void {
    this.#play({ kind: "silence", now, until });
    this.#send(this.getAttribute("choose") ?? "", { name: "breaks_quiet", value: local(until) });
  }

  #choose(name: string, on: boolean): void {
    this.#send(this.getAttribute("choose") ?? "", { name, value: on ? "on" : "off" });
  }

  async #watch(): Promise<void> {
    if (this.#absence.on) this.#absence.stop();
    else await this.#absence.start(true);
    this.#choose("breaks_away", this.#absence.on);
    this.#draw();
  }

  #send(where: string, said: { readonly [name: string]: string }): Promise<Response | null> {
    const body = new FormData();
    body.set("csrfmiddlewaretoken", this.querySelector<HTMLInputElement>("[name=csrfmiddlewaretoken]")?.value ?? "");
    for (const [name, value] of Object.entries(said)) body.set(name, value);
    return fetch(where, { method: "POST", body, headers: { Accept: "application/json" } }).catch(() => null);
  }

  #play(event: Event): void {
    const before = this.#state;
    const { state, effects } = play(before, event);
    this.#state = state;
    effects.forEach((effect) => this.#act(effect));
    const name = this.#movement(state.current)?.name ?? "";
    if (before.phase !== state.phase) this.#write("says", state.phase === "due" ? `${this.getAttribute("soon") ?? ""}: ${name}` : "");
    if (before.phase === "due" && state.phase !== "due") this.#bell.quiet();
    this.#draw();
    if (event.kind === "tick") this.#renew(event.now);
  }

  /** A new day has a plan of its own: the page is asked for anew once nobody is in the middle of something and it can be had. */
  #renew(now: number): void {
    const { phase, quietUntil } = this.#state;
    const today = new Date(now).toDateString();
    if (today === this.#opened || phase === "due" || phase === "moving" || quietUntil > now) return;
    this.#opened = today;
    void fetch(location.href, { method: "HEAD" }).then((answer) => answer.ok && location.reload(), () => undefined);
  }

  #act(effect: Effect): void {
    if (effect.kind === "ring") this.#bell.ring(this.getAttribute("soon") ?? "", this.#movement(effect.slot)?.name ?? "");
    else void this.#keep(effect.slot, effect.did);
  }

  /** "Kept" is said only of what the other side has kept. */
  async #keep(slot: Slot, did: string): Promise<void> {
    const answer = await this.#send(this.getAttribute("post") ?? "", { day: slot.day, at: slot.at, exercise: slot.exercise, did });
    const kept = answer?.status === 204;
    this.#write("says", this.getAttribute(kept ? (did === "hurt" ? "hurt" : "kept") : "failed") ?? "");
    if (kept) this.#others.postMessage(slot);
  }

  #movement(slot: Slot | null): BreakMovement | null {
    return (slot && this.#told.movements[slot.exercise]) ?? null;
  }

  #draw(): void {
    const { phase, current, since } = this.#state;
    const now = Date.now();
    for (const part of this.querySelectorAll<HTMLElement>("[data-show]")) {
      part.hidden = !(part.dataset["show"] ?? "").split(" ").includes(phase);
    }
    const next = nextAt(this.#state);
    const left = phase === "moving" ? Math.max(0, since + MINUTE - now) : Math.max(0, (next ?? now) - now);
    this.#write("left", phase === "moving" || next !== null ? clock(left) : "");
    this.#write("at", next === null ? "" : new Date(next).toTimeString().slice(0, 5));
    const shown = this.#movement(current ?? this.#state.slots[0] ?? null);
    this.#write("name", shown?.name ?? "");
    this.#how(current ? (shown?.how ?? []) : []);
    this.#figure(current, shown);
    document.title = `${phase === "due" ? (this.getAttribute("soon") ?? "") : next !== null && phase === "waiting" ? clock(left) : (this.getAttribute("title-words") ?? "")} · Psoas`;
    this.querySelector("[data-press=sound]")?.setAttribute("aria-pressed", String(this.#bell.sound));
    const away = this.querySelector<HTMLElement>("[data-press=away]");
    if (away) away.hidden = !this.#absence.possible;
    away?.setAttribute("aria-pressed", String(this.#absence.on));
    const ask = this.querySelector<HTMLElement>("[data-press=notify]");
    if (ask) ask.hidden = !this.#bell.mayAsk;
  }

  #figure(current: Slot | null, shown: BreakMovement | null): void {
    const figure = this.querySelector<HTMLElement>("move-figure");
    if (!figure || !current || !shown || figure.getAttribute("exercise") === current.exercise) return;
    figure.setAttribute("label", shown.name);
    if (shown.motion) figure.setAttribute("src", shown.motion);
    figure.setAttribute("exercise", current.exercise);
  }

  #how(lines: readonly string[]): void {
    const list = this.querySelector("[data-part=how]");
    if (!list || list.children.length === lines.length && [...list.children].every((line, index) => line.textContent === lines[index])) return;
    list.replaceChildren(...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })));
  }

  /** Only what changed is touched, so that a screen reader hears of real changes alone. */
  #write(part: string, text: string): void {
    const place = this.querySelector(`[data-part=${part}]`);
    if (place && place.textContent !== text) place.textContent = text;
  }
}

/** `2026-11-30T14:05`, as this machine's clock shows it. */
function local(ms: number): string {
  const two = (number: number): string => String(number).padStart(2, "0");
  const when = new Date(ms);
  return `${when.getFullYear()}-${two(when.getMonth() + 1)}-${two(when.getDate())}T${two(when.getHours())}:${two(when.getMinutes())}`;
}

function clock(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const tail = `${String(minutes).padStart(hours ? 2 : 1, "0")}:${String(seconds % 60).padStart(2, "0")}`;
  return hours ? `${hours}:${tail}` : tail;
}
