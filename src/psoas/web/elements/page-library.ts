/** Brings <peek-figure> to a page. */
import { PeekFigure } from "./library/peek-figure.ts";

if (!customElements.get("peek-figure")) customElements.define("peek-figure", PeekFigure);
