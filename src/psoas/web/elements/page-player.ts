/** Entry of the session page. */

import { HurtDialog } from "./hurt-dialog.ts";
import { SessionPlayer } from "./session-player.ts";

customElements.define("hurt-dialog", HurtDialog);
customElements.define("session-player", SessionPlayer);
