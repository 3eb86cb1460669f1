/** Brings <move-figure> to a page. */
import { MoveFigure } from "./move-figure.ts";

if (!customElements.get("move-figure")) customElements.define("move-figure", MoveFigure);
