/** Brings <break-window> to its page. */
import { BreakWindow } from "./breaks/break-window.ts";

if (!customElements.get("break-window")) customElements.define("break-window", BreakWindow);
