/** Brings <voice-choice> to the settings. */
import { VoiceChoice } from "./player/voice-choice.ts";

customElements.define("voice-choice", VoiceChoice);
