/** Brings <hand-over> to its page. */
import { HandOver } from "./handover/hand-over.ts";

if (!customElements.get("hand-over")) customElements.define("hand-over", HandOver);
