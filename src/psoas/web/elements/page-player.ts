/** Entry of the session page. */

import { HurtDialog } from "./player/hurt-dialog.ts";
import { SessionPlayer } from "./player/session-player.ts";

customElements.define("hurt-dialog", HurtDialog);
customElements.define("session-player", SessionPlayer);
