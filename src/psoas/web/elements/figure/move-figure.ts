/** <move-figure exercise="glute-bridge"> shows one movement: it plays, turns by drag or arrow keys, and follows a player.
 *
 *  In:  exercise   id; its motion is read from `base` (/static/built/figures/) or from `src`
 *       side       left or right: mirrored where the motion was made for the other
 *       phase      ready | work | hold | switch | rest | done; without one it plays by itself
 *       beat       seconds of one repetition in `work`; progress   written by the player: while it stands, so does the figure
 *       still      one pose, unmoving; a number picks the key pose
 *       plain      no muscle bands, no ring; spine draws the lumbar spine; fused="L5 L4" draws those levels joined
 *       data-build whose body shows it (else the one of <html data-build>)
 *       label      the text description (else the page's, from the JSON in #figure-words; else the motion's own, English)
 *  Out: bubbling `move-figure:ready` once drawn. What stands inside the tag stays until then, and for good if the motion is missing.
 *  Keys on the picture: arrows turn, space pauses, comma and full stop step through the key poses, Home turns back. */
import { clamp } from "./clamp.ts";
import { tellingKeys } from "./motion.ts";
import type { Motion } from "./motion.ts";
import { asPhase, rests, spotAt } from "./play.ts";
import type { Spot } from "./play.ts";
import { asBuild } from "./builds.ts";
import { picture } from "./scene.ts";
import type { View } from "./scene.ts";
import { Stage } from "./stage.ts";

const motions = new Map<string, Promise<Motion>>();
const calm = matchMedia("(prefers-reduced-motion: reduce)");
/** A player that has not moved on for so long is paused: a thousandth of an hour's bout takes 3.6 s. */
const PAUSED_AFTER_MS = 4000;

export class MoveFigure extends HTMLElement {
  static readonly observedAttributes = ["exercise", "src", "side", "phase", "beat", "progress", "still", "plain", "spine", "fused", "label", "data-build"];
  #motion: Motion | null = null;
  #stages: Stage[] = [];
  #spot: Spot = { place: 0, rounds: 0 };
  #from = 0;
  #clock = 0;
  #last = 0;
  #told = 0;
  #turn = 0;
  #tilt = 0;
  #playing = true;
  #frame = 0;
  #seen = new IntersectionObserver((entries) => this.#look(entries.some((entry) => entry.isIntersecting)));
  #visible = false;
  #asked = "";

  connectedCallback(): void {
    this.#seen.observe(this);
    calm.addEventListener("change", this.#rebuild);
    void this.#load();
  }

  disconnectedCallback(): void {
    this.#seen.disconnect();
    calm.removeEventListener("change", this.#rebuild);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (!this.isConnected || before === after) return;
    if (name === "exercise" || name === "src") void this.#load();
    if (name === "progress") {
      this.#told = performance.now();
      if (!this.#moves()) return; // a still picture is the same at every tick
    }
    if (name === "phase") [this.#clock, this.#from] = [0, this.#spot.place];
    if (name === "still" || name === "label") this.#rebuild();
    this.#wake();
  }

  play(): void {
    this.#playing = true;
    this.#wake();
  }

  pause(): void {
    this.#playing = false;
  }

  get playing(): boolean {
    return this.#playing;
  }

  async #load(): Promise<void> {
    const id = this.getAttribute("exercise") ?? "";
    const src = this.getAttribute("src") ?? `${this.getAttribute("base") ?? "/static/built/figures/"}${id}.json`;
    this.#asked = src;
    if (id === "" && !this.hasAttribute("src")) return;
    try {
      const motion = await fetched(src);
      if (this.#asked !== src) return;
      this.#motion = motion;
      [this.#clock, this.#from, this.#turn, this.#tilt] = [0, 0, 0, 0];
      this.#spot = spotAt(motion, asPhase(this.getAttribute("phase")), 0, null, 0);
      this.#rebuild();
      this.dispatchEvent(new CustomEvent("move-figure:ready", { bubbles: true, detail: { exercise: id } }));
    } catch {
      this.toggleAttribute("missing", true);
    }
  }

  /** One picture that moves; or, where motion is not wanted, the key poses in a numbered row. */
  readonly #rebuild = (): void => {
    const motion = this.#motion;
    if (!motion) return;
    const label = this.getAttribute("label") ?? wordsOf(motion.id) ?? motion.says;
    const strip = calm.matches && !this.hasAttribute("still");
    this.#stages = strip ? tellingKeys(motion).map((_, index) => new Stage(`${index + 1}. ${label}`)) : [new Stage(label)];
    this.replaceChildren(...this.#stages.map((stage, index) => (strip ? numbered(stage, index) : stage.svg)));
    this.classList.toggle("strip", strip);
    const [first] = this.#stages;
    if (!strip && first && !this.hasAttribute("still")) this.#listen(first.svg);
    this.#draw();
    this.#wake();
  };

  #view(): View {
    const motion = this.#motion!;
    const side = this.getAttribute("side");
    return {
      around: motion.view[0] + this.#turn,
      above: clamp(motion.view[1] + this.#tilt, 0, 70),
      mirrored: motion.side !== "both" && (side === "left" || side === "right") && side !== motion.side,
      marks: !this.hasAttribute("plain"),
      spine: this.hasAttribute("spine"),
      build: asBuild(this.dataset["build"] ?? document.documentElement.dataset["build"]),
      fused: (this.getAttribute("fused") ?? "").split(" ").filter(Boolean),
    };
  }

  #draw(): void {
    const motion = this.#motion;
    if (!motion) return;
    const view = this.#view();
    if (this.#stages.length > 1) {
      tellingKeys(motion).forEach((key, index) => this.#stages[index]?.draw(picture(motion, key * motion.stride, 0, view)));
      return;
    }
    const still = this.getAttribute("still");
    if (still !== null) this.#spot = { place: motion.stride * (still === "" ? motion.peak : Math.min(Number(still) || 0, motion.keys.length - 1)), rounds: 0 };
    this.#stages[0]?.draw(picture(motion, this.#spot.place, this.#spot.rounds, view));
  }

  readonly #tick = (now: number): void => {
    this.#frame = 0;
    const motion = this.#motion;
    if (!motion || !this.#visible) return;
    const phase = asPhase(this.getAttribute("phase"));
    const waits = this.#waits(phase, now);
    if (this.#playing && !waits) this.#clock += Math.min(now - this.#last, 100) / 1000;
    this.#last = now;
    const beat = Number(this.getAttribute("beat")) || null;
    if (this.#playing && !waits) this.#spot = spotAt(motion, phase, this.#clock, beat, this.#from);
    this.#draw();
    if (this.#moves() && !waits && !rests(motion, phase, this.#clock)) this.#request();
  };

  /** The player is paused: it says so around us, or its progress has stood still. */
  #waits(phase: string, now: number): boolean {
    if (!this.hasAttribute("progress") || (phase !== "work" && phase !== "hold")) return false;
    return this.closest('[data-phase="paused"]') !== null || now - this.#told > PAUSED_AFTER_MS;
  }

  #moves(): boolean {
    return this.#visible && this.#playing && !this.hasAttribute("still") && this.#stages.length === 1;
  }

  #wake(): void {
    if (!this.#motion || this.#frame !== 0) return;
    if (!this.#moves()) this.#draw();
    else this.#request(true);
  }

  #request(fresh = false): void {
    if (fresh) this.#last = performance.now();
    this.#frame = requestAnimationFrame(this.#tick);
  }

  #look(visible: boolean): void {
    this.#visible = visible;
    if (visible) this.#wake();
  }

  #listen(svg: SVGSVGElement): void {
    svg.setAttribute("tabindex", "0");
    svg.addEventListener("keydown", (event) => {
      if (this.#key(event.key)) event.preventDefault();
    });
    svg.addEventListener("pointerdown", (event) => svg.setPointerCapture(event.pointerId));
    svg.addEventListener("pointermove", (event) => {
      if (svg.hasPointerCapture(event.pointerId)) this.#rotate(event.movementX * 0.6, event.movementY * 0.3);
    });
  }

  #key(key: string): boolean {
    const turns: Record<string, readonly [number, number]> = { ArrowLeft: [-12, 0], ArrowRight: [12, 0], ArrowUp: [0, 6], ArrowDown: [0, -6] };
    const turn = turns[key];
    if (turn) this.#rotate(...turn);
    else if (key === "Home") this.#rotate(-this.#turn, -this.#tilt);
    else if (key === " ") this.#playing ? this.pause() : this.play();
    else if (key === "." || key === ",") this.#step(key === "." ? 1 : -1);
    else return false;
    return true;
  }

  #rotate(turn: number, tilt: number): void {
    const flip = this.#view().mirrored ? -1 : 1;
    this.#turn -= flip * turn;
    this.#tilt += tilt;
    this.#draw();
  }

  #step(by: number): void {
    const motion = this.#motion!;
    this.pause();
    const key = Math.round(this.#spot.place / motion.stride) + by;
    this.#spot = { place: motion.stride * ((key + motion.keys.length) % motion.keys.length), rounds: 0 };
    this.#draw();
  }
}

function fetched(src: string): Promise<Motion> {
  const known = motions.get(src);
  if (known) return known;
  const asked = fetch(src).then((answer) => {
    if (!answer.ok) throw new Error(`${src}: ${answer.status}`);
    return answer.json() as Promise<Motion>;
  });
  motions.set(src, asked);
  asked.catch(() => motions.delete(src));
  return asked;
}

function numbered(stage: Stage, index: number): HTMLElement {
  const place = document.createElement("div");
  place.className = "key-pose";
  const number = document.createElement("span");
  number.className = "key-number";
  number.textContent = String(index + 1);
  place.append(stage.svg, number);
  return place;
}

/** What the page says of a figure, in its own language: an object by movement. */
function wordsOf(movement: string): string | undefined {
  const told = document.getElementById("figure-words")?.textContent;
  return told ? (JSON.parse(told) as Record<string, string>)[movement] : undefined;
}
