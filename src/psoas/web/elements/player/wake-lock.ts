/** Keeps the screen awake while a session runs. The lock falls whenever the page is hidden, so it is asked for again. */

export class WakeLock {
  #held: WakeLockSentinel | null = null;
  #wanted = false;

  constructor() {
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible" && this.#wanted) void this.#ask();
    });
  }

  want(wanted: boolean): void {
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    void (wanted ? this.#ask() : this.#release());
  }

  async #ask(): Promise<void> {
    if (!("wakeLock" in navigator)) return;
    try {
      this.#held = await navigator.wakeLock.request("screen");
      if (!this.#wanted) await this.#release();
    } catch {
      // low battery or a hidden page: the session goes on, the screen may darken
    }
  }

  async #release(): Promise<void> {
    const held = this.#held;
    this.#held = null;
    await held?.release().catch(() => undefined);
  }
}
