/** Is anybody there? Where the browser can say (Idle Detection) and the person asked for it: after five minutes without a key, a
 *  touch or a movement, or with a locked screen, nobody is. Elsewhere, and unasked, it knows nothing and says nothing. */

const AFTER = 5 * 60_000;

interface Detector extends EventTarget {
  readonly userState: "active" | "idle" | null;
  readonly screenState: "locked" | "unlocked" | null;
  start(options: { threshold: number; signal: AbortSignal }): Promise<void>;
}
interface DetectorKind {
  new (): Detector;
  requestPermission(): Promise<"granted" | "denied">;
}

export class Absence {
  /** When somebody was last there, while nobody is. */
  since: number | null = null;
  #stop: AbortController | null = null;

  get possible(): boolean {
    return this.#kind !== undefined;
  }

  get on(): boolean {
    return this.#stop !== null;
  }

  /** Belongs in a press where it asks; without a permission it stays off. */
  async start(ask: boolean): Promise<void> {
    const Kind = this.#kind;
    if (!Kind || this.#stop) return;
    const stop = new AbortController();
    try {
      if (ask && (await Kind.requestPermission()) !== "granted") return;
      const detector = new Kind();
      detector.addEventListener("change", () => this.#look(detector));
      await detector.start({ threshold: AFTER, signal: stop.signal });
      this.#stop = stop;
    } catch {
      // not allowed here: the clock of the window still notices a machine that slept
    }
  }

  stop(): void {
    this.#stop?.abort();
    [this.#stop, this.since] = [null, null];
  }

  #look(detector: Detector): void {
    const there = detector.userState === "active" && detector.screenState !== "locked";
    if (there) this.since = null;
    else this.since ??= Date.now() - (detector.screenState === "locked" ? 0 : AFTER);
  }

  get #kind(): DetectorKind | undefined {
    return (globalThis as { IdleDetector?: DetectorKind }).IdleDetector;
  }
}
