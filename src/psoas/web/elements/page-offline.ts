/** Entry of every page: offline pages, and the outbox that empties itself. */

import { ForgetDevice } from "./outbox/forget-device.ts";
import { goOffline } from "./outbox/offline.ts";
import { OutboxStatus } from "./outbox/outbox-status.ts";
import { tellFailedTaps } from "./outbox/taps.ts";

customElements.define("outbox-status", OutboxStatus);
customElements.define("forget-device", ForgetDevice);
tellFailedTaps();
goOffline();
