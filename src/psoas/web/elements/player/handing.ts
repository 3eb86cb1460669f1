/** How what was done leaves the player: a draft from the first set on, the answered entry at the end, each arriving once. */

import { deliver, drop, keep, newKey, waiting } from "../outbox/outbox.ts";
import type { Fate } from "../outbox/outbox.ts";
import type { Parcel } from "../outbox/parcel.ts";
import { isEmpty } from "./entry.ts";
import type { Entry } from "../outbox/told.ts";

/** A finished session waits this long for its last answer before it is sent without; an abandoned one longer. */
const FINISHED_WAITS_MS = 30 * 60_000;
const ABANDONED_WAITS_MS = 12 * 3_600_000;

export class Handing {
  key = newKey();
  /** A draft has been read back from the outbox: when it is no longer there, it has been delivered. */
  isLaid = false;
  readonly #url: string;
  readonly #laid: () => void;
  #drafts: Promise<unknown> = Promise.resolve();

  constructor(url: string, laid: () => void) {
    this.#url = url;
    this.#laid = laid;
  }

  /** Lay a draft into the outbox in case nobody comes back; drafts follow each other in the order in which they were asked for. */
  draft(entry: Entry, isOver: boolean): void {
    const due = Date.now() + (isOver ? FINISHED_WAITS_MS : ABANDONED_WAITS_MS);
    const lay = async (): Promise<void> => {
      await keep(this.#parcel(entry, due));
      if (this.isLaid) return;
      this.isLaid = true;
      this.#laid();
    };
    this.#drafts = this.#drafts.then(lay).catch(() => undefined);
  }

  /** Hand over the answered entry. A draft that went off meanwhile has arrived: then only the answer follows. */
  async hand(entry: Entry): Promise<Fate> {
    await this.#drafts;
    const what = (await this.#hasArrived()) ? answerOf(entry) : entry;
    if (what !== entry) this.key = newKey();
    if (!isEmpty(what)) return deliver(this.#parcel(what, 0));
    await drop(this.key).catch(() => undefined);
    return { is: "sent" };
  }

  async #hasArrived(): Promise<boolean> {
    const lying = await waiting().catch(() => null);
    return this.isLaid && lying !== null && !lying.some(({ key }) => key === this.key);
  }

  #parcel(body: Entry, due: number): Parcel {
    const beginning = document.querySelector<HTMLElement>("session-player")?.dataset.beginning ?? "";
    return { key: this.key, beginning, url: this.#url, kind: "session", body, due, made: Date.now(), refused: null };
  }
}

function answerOf({ on, pain }: Entry): Entry {
  return { on, ...(pain ? { pain } : {}), exercises: [] };
}
