/** Brings <progress-chart> to its page. */
import { ProgressChart } from "./progress/progress-chart.ts";

if (!customElements.get("progress-chart")) customElements.define("progress-chart", ProgressChart);
