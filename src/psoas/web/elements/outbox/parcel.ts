/** What lies in the outbox. */

export interface Parcel {
  readonly key: string;
  /** The mark of the records it was written for: after "delete everything" they have another one, and it is not taken. */
  readonly beginning?: string;
  readonly url: string;
  /** What it is to the diary: a session adds to the day, a log corrects it. */
  readonly kind: "session" | "log" | "check";
  readonly body: unknown;
  /** Not sent before this moment: a session waits a while for its last answer. */
  readonly due: number;
  readonly made: number;
  /** What the server said when it would not take it; null while there is hope. */
  readonly refused: string | null;
}
