/** The figure of a bend: legs, pelvis, five lumbar vertebrae and chest as lines, each joint with an arc of what it does.
 *  Schematic: the lumbar spine is drawn longer than it is, so that its levels can be seen. */

import type { Bend } from "./handed.ts";

const SPACE = "http://www.w3.org/2000/svg";
const HIP = { x: 40, y: 190 };
const LENGTHS = { leg: 80, pelvis: 32, vertebra: 15, chest: 40, neck: 17 };
const BAR = { x: 12, y: 286, width: 206, height: 12 };
const LEVELS_UP = ["L5-S1", "L4-L5", "L3-L4", "L2-L3", "L1-L2", "T12-L1"];
const HIP_ARC = 54;
const LEVEL_ARC = 34;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** An <svg> of 230 × 304 for one bend, with a bar below that lays its parts end to end. It is hidden from screen readers: the words beside it say the same. */
export function drawBend(bend: Bend): SVGSVGElement {
  const svg = make("svg", { viewBox: "0 0 230 304", "aria-hidden": "true", focusable: "false", class: "share-figure" }) as SVGSVGElement;
  let tilt = bend.hip.mean;
  let at = HIP;
  svg.append(wedge(at, HIP_ARC, 0, tilt, "hips"), line(at, { x: at.x, y: at.y + LENGTHS.leg }, "leg"), foot());
  const joints = [at];
  let next = up(at, LENGTHS.pelvis, tilt);
  svg.append(line(at, next, "pelvis"));
  for (const name of LEVELS_UP) {
    at = next;
    const before = tilt;
    tilt += bend.levels[name]?.mean ?? 0;
    svg.append(wedge(at, LEVEL_ARC, before, tilt, "trunk"));
    const length = name === "T12-L1" ? LENGTHS.chest : LENGTHS.vertebra;
    next = up(at, length, tilt);
    svg.append(line(at, next, name === "T12-L1" ? "chest" : "lumbar"));
    joints.push(at);
  }
  const head = up(next, LENGTHS.neck, tilt);
  svg.append(make("circle", { cx: head.x, cy: head.y, r: 13, class: "head" }));
  joints.forEach(({ x, y }, index) => svg.append(make("circle", { cx: x, cy: y, r: index ? 2.6 : 5, class: index ? "joint trunk" : "joint hips" })));
  svg.append(...bar(bend));
  return svg;
}

/** Hips first, then the levels from the pelvis up, as long as their degrees. */
function bar(bend: Bend): Element[] {
  const parts = [bend.hip.mean, ...LEVELS_UP.map((name) => bend.levels[name]?.mean ?? 0)].map((part) => Math.max(part, 0));
  const scale = BAR.width / Math.max(parts.reduce((sum, part) => sum + part, 0), 1);
  let x = BAR.x;
  return parts.map((part, index) => {
    const box = make("rect", { x, y: BAR.y, width: Math.max(part * scale - 1, 0), height: BAR.height, rx: 2, class: index ? "part trunk" : "part hips" });
    x += part * scale;
    return box;
  });
}

function up(from: Place, length: number, tilt: number): Place {
  const turned = (tilt * Math.PI) / 180;
  return { x: from.x + length * Math.sin(turned), y: from.y - length * Math.cos(turned) };
}

function wedge(at: Place, radius: number, from: number, to: number, tone: string): Element {
  const start = up(at, radius, from);
  const end = up(at, radius, to);
  const sweep = to >= from ? 1 : 0;
  const path = `M${at.x} ${at.y}L${start.x} ${start.y}A${radius} ${radius} 0 ${Math.abs(to - from) > 180 ? 1 : 0} ${sweep} ${end.x} ${end.y}Z`;
  return make("path", { d: path, class: `wedge ${tone}` });
}

function foot(): Element {
  const ground = HIP.y + LENGTHS.leg;
  return line({ x: HIP.x - 4, y: ground }, { x: HIP.x + 18, y: ground }, "leg");
}

function line(from: Place, to: Place, part: string): Element {
  return make("line", { x1: from.x, y1: from.y, x2: to.x, y2: to.y, class: `bone ${part}` });
}

function make(tag: string, attributes: Readonly<Record<string, string | number>>): Element {
  const element = document.createElementNS(SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, typeof value === "number" ? value.toFixed(2) : value);
  return element;
}
