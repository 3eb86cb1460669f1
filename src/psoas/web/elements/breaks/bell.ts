/** What draws the eye to a break: a mark on the app's icon, a notification where the person allowed it, a quiet tone where wanted. One window has the bell:
 *  the one that holds the lock; the next takes over when that one closes. */

const LOCK = "psoas-breaks";
const HERTZ = 440;
const SECONDS = 0.5;
const LOUDNESS = 0.12;

/** A mark on the icon of the installed app; where there is none, nothing. */
function badge(count: number): void {
  const set = count ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.();
  void set?.catch(() => undefined);
}

export class Bell {
  /** Wanted by the person; silent at first. */
  sound = false;
  #holds = !("locks" in navigator);
  #context: AudioContext | null = null;
  #shown: Notification | null = null;

  constructor() {
    if (this.#holds) return;
    void navigator.locks.request(LOCK, () => {
      this.#holds = true;
      return new Promise<void>(() => undefined);
    });
  }

  /** Nobody has been asked yet, and there is something to ask for. */
  get mayAsk(): boolean {
    return "Notification" in globalThis && Notification.permission === "default";
  }

  /** Belongs in a press: nobody is asked unasked. */
  async ask(): Promise<void> {
    await Notification.requestPermission();
  }

  /** Belongs in a press: browsers start sound from there alone. */
  wake(): void {
    if (!("AudioContext" in globalThis)) return;
    this.#context ??= new AudioContext();
    void this.#context.resume().catch(() => undefined);
  }

  ring(title: string, body: string): void {
    if (!this.#holds) return;
    badge(1);
    if (this.sound) this.#tone();
    if (!("Notification" in globalThis) || Notification.permission !== "granted") return;
    try {
      this.#shown = new Notification(title, { body, tag: LOCK, silent: true });
      this.#shown.onclick = () => window.focus();
    } catch {
      // some phones notify through a worker alone: the page and its title say it
    }
  }

  quiet(): void {
    if (this.#holds) badge(0);
    this.#shown?.close();
    this.#shown = null;
  }

  #tone(): void {
    const context = this.#context;
    if (context?.state !== "running") return;
    const from = context.currentTime;
    const loudness = new GainNode(context, { gain: 0 });
    loudness.gain.linearRampToValueAtTime(LOUDNESS, from + 0.05);
    loudness.gain.linearRampToValueAtTime(0, from + SECONDS);
    const tune = new OscillatorNode(context, { frequency: HERTZ });
    tune.connect(loudness).connect(context.destination);
    tune.start(from);
    tune.stop(from + SECONDS);
  }
}
