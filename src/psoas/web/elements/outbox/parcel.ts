/** What lies in the outbox: what will be sent, where to, and what has become of it so far. */
import type { Parcel as Sent } from "./told.ts";

/** A session adds to the day, a log corrects it. After "delete everything" the records have another beginning, and it is not taken. */
export interface Parcel {
  readonly key: Sent["key"];
  readonly beginning?: string;
  readonly url: string;
  readonly kind: Sent["kind"];
  readonly body: Sent["entry"];
  /** Not sent before this moment: a session waits a while for its last answer. */
  readonly due: number;
  readonly made: number;
  /** What the server said when it would not take it; null while there is hope. */
  readonly refused: string | null;
}
