/** Entry of the session page. */

import { HurtDialog } from "./player/hurt-dialog.ts";
import { SessionPlayer } from "./player/session-player.ts";
import { VoiceChoice } from "./player/voice-choice.ts";

customElements.define("hurt-dialog", HurtDialog);
customElements.define("session-player", SessionPlayer);
customElements.define("voice-choice", VoiceChoice);
