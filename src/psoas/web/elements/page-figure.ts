/** Brings <move-figure> and its <pause-figure> to a page. */
import { MoveFigure } from "./figure/move-figure.ts";
import { PauseFigure } from "./figure/pause-figure.ts";

if (!customElements.get("move-figure")) customElements.define("move-figure", MoveFigure);
if (!customElements.get("pause-figure")) customElements.define("pause-figure", PauseFigure);
