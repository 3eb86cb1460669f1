/** One tab at a time: a Web Lock says which, and a tab that is asked to gives way.
 *
 *    claim()     true when this tab owns Psoas now
 *    take()      ask the other tab to give way, wait for it, and steal only from one that does not answer */

const PATIENCE_MS = 8_000;

export class Ownership {
  readonly #name: string;
  readonly #talk: BroadcastChannel;
  #release: (() => void) | null = null;

  /** `giveWay` closes the store and is awaited; `lost` is called when this tab no longer owns. */
  constructor(name: string, giveWay: () => Promise<void>, lost: () => void) {
    this.#name = name;
    this.#talk = new BroadcastChannel(name);
    this.#talk.onmessage = async () => {
      if (!this.#release) return;
      await giveWay();
      this.#release?.();
      this.#release = null;
      lost();
    };
  }

  get owns(): boolean {
    return this.#release !== null;
  }

  claim(): Promise<boolean> {
    return this.#request({ ifAvailable: true });
  }

  async take(): Promise<boolean> {
    this.#talk.postMessage("give-way");
    try {
      return await this.#request({ signal: AbortSignal.timeout(PATIENCE_MS) });
    } catch {
      return this.#request({ steal: true });
    }
  }

  #request(how: LockOptions): Promise<boolean> {
    return new Promise((resolve, reject) => {
      navigator.locks
        .request(this.#name, how, (lock) => {
          resolve(lock !== null);
          return lock ? new Promise<void>((release) => (this.#release = release)) : undefined;
        })
        .catch((error: unknown) => {
          this.#release = null;
          reject(error instanceof Error ? error : new Error(String(error)));
        });
    });
  }
}
