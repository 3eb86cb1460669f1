/** Entry of every page: offline pages, and the outbox that empties itself. */

import { ForgetDevice } from "./forget-device.ts";
import { goOffline } from "./offline.ts";
import { OutboxStatus } from "./outbox-status.ts";

customElements.define("outbox-status", OutboxStatus);
customElements.define("forget-device", ForgetDevice);
goOffline();
