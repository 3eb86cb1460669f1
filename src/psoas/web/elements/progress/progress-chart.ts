/** <progress-chart source="id"> draws one chart: scales, ticks and paths by D3, every colour by the page's style sheet.
 *  In: JSON in the element that `source` names, `label` for those who listen.  Out: nothing; a table beside it says the same. */

import { axisBottom, axisLeft } from "d3-axis";
import { scaleLinear, scaleUtc, type ScaleLinear, type ScaleTime } from "d3-scale";
import { select, type Selection } from "d3-selection";
import { line } from "d3-shape";
import { apart, dayOf, runsOf, type Spot } from "./chart-data.ts";
import type { Bars, Chart, ChartLine } from "./handed.ts";

type Drawing = Selection<SVGSVGElement, unknown, null, undefined>;
interface Scales {
  x: ScaleTime<number, number>;
  y: ScaleLinear<number, number>;
  width: number;
  height: number;
}

const TOP = 12;
const BOTTOM = 30;
const LETTER = 0.62;
const WEEK = 7 * 86_400_000;

export class ProgressChart extends HTMLElement {
  #watch: ResizeObserver | null = null;
  #drawn = 0;

  connectedCallback(): void {
    this.#watch = new ResizeObserver(() => this.#draw());
    this.#watch.observe(this);
  }

  disconnectedCallback(): void {
    this.#watch?.disconnect();
  }

  #draw(): void {
    const width = Math.round(this.clientWidth);
    const text = document.getElementById(this.getAttribute("source") ?? "")?.textContent;
    if (!text || width < 1 || width === this.#drawn) return;
    this.#drawn = width;
    const data = JSON.parse(text) as Chart;
    const size = parseFloat(getComputedStyle(this).fontSize) * 0.8;
    const scales = scalesOf(data, width, size);
    const svg = select(this.querySelector("svg") ?? this.appendChild(emptyDrawing()));
    svg.attr("viewBox", `0 0 ${width} ${scales.height}`).attr("height", scales.height).attr("role", "img").selectAll("*").remove();
    svg.attr("aria-label", this.getAttribute("label") ?? "").attr("font-size", size);
    drawGround(svg, data, scales);
    for (const bars of data.bars) drawBars(svg, bars, scales);
    for (const one of data.lines) drawLine(svg, one, data, scales);
    drawNames(svg, data, scales, size);
  }
}

function emptyDrawing(): SVGSVGElement {
  return document.createElementNS("http://www.w3.org/2000/svg", "svg");
}

/** Room on the left for numbers, on the right for the names of lines; a ladder writes its names inside. */
function scalesOf(data: Chart, width: number, size: number): Scales {
  const height = Math.round(data.rungs.length ? Math.max(2.6 * size * data.rungs.length, 7 * size) + TOP + BOTTOM : Math.min(Math.max(width * 0.45, 11 * size), 17 * size));
  const longest = Math.max(0, ...data.lines.map((one) => one.name.length));
  const left = data.rungs.length ? size * 0.5 : size * 2.4;
  const right = Math.min(longest * size * LETTER + size, width * 0.34) + size;
  return {
    x: scaleUtc([dayOf(data.first), dayOf(data.last)], [left, width - right]),
    y: scaleLinear([data.least, data.most], [height - BOTTOM, TOP]),
    width,
    height,
  };
}

/** Grid, days, numbers or rungs, and the band of chance behind everything. */
function drawGround(svg: Drawing, data: Chart, { x, y, width, height }: Scales): void {
  const [from, to] = x.range() as [number, number];
  const ticks = data.rungs.length ? data.rungs.map((_, rung) => rung) : y.ticks(data.most === 10 ? 5 : 4);
  if (data.band) {
    const [low, high] = data.band;
    svg.append("rect").attr("class", "chart-band").attr("x", from).attr("width", to - from).attr("y", y(high)).attr("height", y(low) - y(high)).attr("rx", 4);
  }
  svg.append("g").attr("class", "chart-grid").selectAll("line").data(ticks).join("line").attr("x1", from).attr("x2", to).attr("y1", y).attr("y2", y);
  const language = document.documentElement.lang || "en";
  const day = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", timeZone: "UTC" });
  const room = Math.max(2, Math.floor((to - from) / 90));
  const days = x.ticks(room).filter((moment) => moment.getTime() % 86_400_000 === 0);
  svg.append("g").attr("class", "chart-days").attr("transform", `translate(0 ${height - BOTTOM})`).call(axisBottom<Date>(x).tickValues(days).tickFormat((moment) => day.format(moment)).tickSize(4));
  if (data.rungs.length) return;
  svg.append("g").attr("class", "chart-levels").attr("transform", `translate(${from} 0)`).call(axisLeft<number>(y).tickValues(ticks).tickFormat((level) => `${level}${data.unit.trim() === "°" ? "°" : ""}`).tickSize(0).tickPadding(8));
  svg.select(".chart-levels .domain").attr("visibility", width ? "hidden" : null);
}

/** The movements of a ladder, each on the line where it begins. */
function drawRungs(svg: Drawing, data: Chart, { x, y }: Pick<Scales, "x" | "y">): void {
  const [from, to] = x.range() as [number, number];
  const names = svg.append("g").attr("class", "chart-rungs").selectAll("text").data(data.rungs).join("text");
  names.attr("x", from + 4).attr("y", (_, rung) => y(rung) - 5).text((name) => shortened(name, to - from, svg));
}

function shortened(name: string, width: number, svg: Drawing): string {
  const most = Math.floor(width / (Number(svg.attr("font-size")) * LETTER));
  return name.length > most ? `${name.slice(0, most - 1)}…` : name;
}

function drawBars(svg: Drawing, bars: Bars, { x, y }: Scales): void {
  const wide = Math.max(3, (x(new Date(dayOf(bars.points[0]?.[0] ?? "2026-01-01").getTime() + WEEK)) - x(dayOf(bars.points[0]?.[0] ?? "2026-01-01"))) * 0.7);
  const inset = bars.frame ? 0 : Math.min(3, wide * 0.12);
  const group = svg.append("g").attr("class", `chart-bars tone-${bars.tone}${bars.frame ? " is-frame" : ""}`);
  const rows = group.selectAll("g").data(bars.points).join("g");
  rows.append("title").text((spot) => titleOf(bars.name, spot));
  rows
    .append("rect")
    .attr("x", ([on]) => x(dayOf(on)) + inset)
    .attr("width", Math.max(2, wide - 2 * inset))
    .attr("y", ([, value]) => Math.min(y(value), y(0) - 2))
    .attr("height", ([, value]) => Math.max(y(0) - y(value), 2));
}

function drawLine(svg: Drawing, one: ChartLine, data: Chart, { x, y }: Scales): void {
  const group = svg.append("g").attr("class", `chart-line tone-${one.tone}${one.main ? " is-main" : ""}`);
  const path = line<Spot>(([on]) => x(dayOf(on)), ([, value]) => y(value));
  group.selectAll("path").data(runsOf(one.points, data.step_days).filter((run) => run.length > 1)).join("path").attr("d", path);
  const dense = one.marks.length > (x.range()[1] ?? 0) / 7;
  const radius = one.main ? (dense ? 2.2 : 4) : dense ? 1.3 : 2.4;
  const marks = group.selectAll("circle").data(one.marks).join("circle");
  marks.attr("cx", ([on]) => x(dayOf(on))).attr("cy", ([, value]) => y(value)).attr("r", radius);
  if (!data.rungs.length) marks.append("title").text((spot) => titleOf(one.name, spot));
}

/** Each line is called by its name where it ends. */
function drawNames(svg: Drawing, data: Chart, { x, y }: Scales, size: number): void {
  const named = data.lines.filter((one) => one.name && one.points.length);
  const places = apart(named.map((one) => y(one.points.at(-1)?.[1] ?? 0)), TOP, y.range()[0] ?? 0, size * 1.15);
  drawRungs(svg, data, { x, y });
  const group = svg.append("g").attr("class", "chart-names");
  const end = x.range()[1] ?? 0;
  group.selectAll("text").data(named).join("text").attr("class", (one) => `tone-${one.tone}`).attr("x", end + 8).attr("y", (_, index) => (places[index] ?? 0) + size * 0.35).text((one) => one.name);
}

function titleOf(name: string, [on, value]: Spot): string {
  const day = new Intl.DateTimeFormat(document.documentElement.lang || "en", { day: "numeric", month: "short", timeZone: "UTC" });
  return `${day.format(dayOf(on))}${name ? `, ${name}` : ""}: ${value}`;
}
