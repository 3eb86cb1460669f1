/** The moving figure: the same skeleton as the server's, a beat that closes, pictures without holes, tones that agree with the page. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import { gzipSync } from "node:zlib";

import { arrowsOf } from "../../src/psoas/web/elements/figure/arrows.ts";
import { BUILDS } from "../../src/psoas/web/elements/figure/builds.ts";
import { eyeOf, HEIGHT, see, WIDTH } from "../../src/psoas/web/elements/figure/camera.ts";
import { momentAt, poseAt, poseCount, roundSeconds, startKey, tellingKeys, walks } from "../../src/psoas/web/elements/figure/motion.ts";
import type { Motion } from "../../src/psoas/web/elements/figure/motion.ts";
import { SHADES, TONES } from "../../src/psoas/web/elements/figure/palette.ts";
import { MUSCLES } from "../../src/psoas/web/elements/figure/muscles.ts";
import { SETTLE_S, rests, spotAt } from "../../src/psoas/web/elements/figure/play.ts";
import { inside } from "../../src/psoas/web/elements/figure/inside.ts";
import type { Oval } from "../../src/psoas/web/elements/figure/outline.ts";
import { cameraOf, picture, scene } from "../../src/psoas/web/elements/figure/scene.ts";
import type { View } from "../../src/psoas/web/elements/figure/scene.ts";
import { columns, frameIndex, place } from "../../src/psoas/web/elements/figure/skeleton.ts";
import type { Pose } from "../../src/psoas/web/elements/figure/skeleton.ts";
import { swellAt } from "../../src/psoas/web/elements/figure/swell.ts";
import { CARD_PX, measured, PHONE_PX, spanOf } from "../../src/psoas/web/elements/figure/measure.ts";
import { stillsOf } from "../../src/psoas/web/elements/figure/stills.ts";

const at = (path: string): URL => new URL(path, import.meta.url);
const BUILT = "../../src/psoas/web/static/built/figures/";
const motions = readdirSync(at(BUILT)).filter((name) => name.endsWith(".json")).map((name) => JSON.parse(readFileSync(at(BUILT + name), "utf8")) as Motion);
const named = (id: string): Motion => motions.find((motion) => motion.id === id) as Motion;
const view = (motion: Motion, mirrored = false): View => ({ around: motion.view[0], above: motion.view[1], mirrored, marks: true, fused: [], spine: true, build: "lean" });

test("the browser's skeleton stands where the server's stands", () => {
  const vectors = JSON.parse(readFileSync(at("../vectors/figure.json"), "utf8")) as { pose: Pose; origins: Record<string, [number, number, number]> }[];

  for (const { pose, origins } of vectors) {
    const placed = place(pose);
    for (const [name, expected] of Object.entries(origins)) {
      const origin = placed.origins[frameIndex(name)] as readonly number[];
      expected.forEach((value, axis) => assert.ok(Math.abs(value - (origin[axis] ?? NaN)) < 1e-4, `${name} axis ${axis}`));
    }
  }
});

test("the angles of a pose are told in the order of the server's table", () => {
  const { columns: told } = JSON.parse(readFileSync(at("../../src/psoas/figure/data/body.json"), "utf8")) as { columns: string[] };

  assert.deepEqual(columns, told);
});

test("all movements are built", () => assert.ok(motions.length > 100));

test("a round takes its beats and ends where the next begins", () => {
  for (const motion of motions) {
    const round = roundSeconds(motion);
    const [first, end] = [poseAt(motion, momentAt(motion, 0).place), poseAt(motion, momentAt(motion, round - 1e-6).place)];

    assert.equal(momentAt(motion, round * 1.5).rounds, 1, motion.id);
    end.angles.forEach((angle, index) => assert.ok(Math.abs(angle - (first.angles[index] ?? NaN)) < 4.5, `${motion.id}: ${columns[index]}`));
    first.at.forEach((value, axis) => assert.ok(Math.abs(value + [motion.travel[0], 0, motion.travel[1]][axis]! - (end.at[axis] ?? NaN)) < 0.012, `${motion.id}: axis ${axis}`));
  }
});

test("between two solved poses nothing jumps", () => {
  for (const motion of motions)
    for (let step = 0; step + 0.25 <= poseCount(motion) - 1; step += 0.25) {
      const [a, b] = [poseAt(motion, step), poseAt(motion, step + 0.25)];
      a.angles.forEach((angle, index) => assert.ok(Math.abs(angle - (b.angles[index] ?? NaN)) < 40, `${motion.id} at ${step}: ${columns[index]}`));
    }
});

test("every picture is whole: no hole, no unknown tone, from two sides and mirrored", () => {
  for (const motion of motions)
    for (const key of motion.keys.keys())
      for (const turn of [0, 135])
        for (const { tone, d } of scene(motion, key * motion.stride, 0, { ...view(motion, turn > 90), around: motion.view[0] + turn })) {
          assert.ok(tone in TONES, `${motion.id}: ${tone}`);
          assert.ok(!d.includes("NaN") && !d.includes("Infinity"), `${motion.id} from ${turn}: ${tone}`);
        }
});

test("the other side is the same picture in a mirror", () => {
  const camera = { around: -30, above: 12, scale: 1000, middle: [2000, 1500] as const };
  const place = [0.3, 1.2, -0.4] as const;
  const [one, other] = [false, true].map((mirrored) => see(eyeOf({ ...camera, mirrored }), place)) as [ReturnType<typeof see>, ReturnType<typeof see>];

  assert.ok(Math.abs(one.x - 2000 + (other.x - 2000)) < 1e-9);
  assert.equal(one.y, other.y);
  assert.equal(one.depth, other.depth);
});

test("a planted foot stays put between solved poses too", () => {
  const bridge = named("glute-bridge");
  const foot = frameIndex("r_foot");
  const start = place(poseAt(bridge, 0)).origins[foot] as readonly number[];

  for (let step = 0; step <= poseCount(bridge) - 1; step += 0.1)
    place(poseAt(bridge, step)).origins[foot]!.forEach((value, axis) => assert.ok(Math.abs(value - (start[axis] ?? NaN)) < 0.01, `at ${step}`));
});

test("a player's hold stays in the telling pose, rest and ready wait at the start", () => {
  const bridge = named("glute-bridge");
  const late = SETTLE_S + 1;

  assert.equal(spotAt(bridge, "hold", late, null, 0).place, bridge.peak * bridge.stride);
  assert.equal(spotAt(bridge, "rest", late, null, 3).place, startKey(bridge) * bridge.stride);
  assert.ok(rests(bridge, "hold", late) && !rests(bridge, "work", late));
});

test("work keeps the player's beat: one round a repetition", () => {
  const bridge = named("glute-bridge");

  assert.equal(spotAt(bridge, "work", 4, 8, 0).place, spotAt(bridge, "work", roundSeconds(bridge) / 2, null, 0).place);
  assert.equal(spotAt(bridge, "work", 8.01, 8, 0).rounds, 1);
});

test("who walks or breathes goes on through the bout", () => {
  for (const id of ["walking", "breathing", "cycling"]) assert.ok(!rests(named(id), "hold", 60), id);
  assert.ok(walks(named("walking")) && !walks(named("glute-bridge")));
});

test("fused levels keep their shape and the others bend more", () => {
  const bent = poseAt(named("scene-bend-free"), poseCount(named("scene-bend-free")) - 1);
  const [free, fused] = [place(bent), place(bent, ["L5", "L4"])];
  const turn = (placed: typeof free, name: string): readonly number[] => placed.turns[frameIndex(name)] as readonly number[];

  const upright = place({ ...bent, angles: bent.angles.map(() => 0) }, []);
  assert.ok(Math.abs(turn(fused, "L5")[0]! - turn(upright, "L5")[0]!) < 1e-9);
  turn(free, "T12").forEach((value, index) => assert.ok(Math.abs(value - (turn(fused, "T12")[index] ?? NaN)) < 0.02));
});

test("stills carry a title, both themes and, where there are sides, the other side", () => {
  const files = new Map(stillsOf(named("clamshell")));

  assert.deepEqual([...files.keys()], ["clamshell.svg", "clamshell-left.svg", "clamshell-steps.svg"]);
  for (const text of files.values()) assert.match(text, /<title>Lying on the side.*prefers-color-scheme:dark/s);
  assert.notEqual(files.get("clamshell-left.svg"), files.get("clamshell.svg"));
  assert.doesNotMatch([...files.values()].join(""), / style="/);
});

test("the muscles a movement names are drawn", () => {
  for (const motion of motions) for (const words of motion.muscles) assert.ok((words.split(" ")[0] ?? "") in MUSCLES, `${motion.id}: ${words}`);
});

test("a stride shows its own half in a row of key poses", () => {
  assert.deepEqual(tellingKeys(named("walking")), [0, 1, 2, 3]);
  assert.deepEqual(tellingKeys(named("glute-bridge")), [0, 1]);
});

const px = (units: number, across: number): number => (units / WIDTH) * across;
const told = motions.filter((one) => !one.id.startsWith("scene-") && one.travel[0] === 0 && one.travel[1] === 0);

test("every movement can be seen on a phone and on a card: it goes 60 px of 390, or arrow and ghost say where, and a close-up shows the smallest", () => {
  for (const motion of told) {
    const { px: seen, ways, corner } = measured(motion);
    assert.deepEqual(motion.stress, JSON.parse(JSON.stringify({ px: seen, arrows: motion.stress?.arrows, ways, corner })), `${motion.id}: run make assets`);
    if (seen >= 60) continue;
    const { strokes, lens } = picture(motion, motion.stride * startKey(motion), 0, view(motion));
    const arrows = strokes.filter(({ tone }) => tone === "arrow");
    const goesRound = ways.some(({ path }) => path.length > 0);
    const reach = Math.max(...arrows.map(({ d }) => longest(d)));

    assert.ok(px(reach, PHONE_PX) >= (goesRound ? 24 : 36) && px(reach, CARD_PX) >= (goesRound ? 7 : 10), `${motion.id}: an arrow of ${px(reach, PHONE_PX).toFixed(0)} px`);
    assert.ok(strokes.some(({ tone, d }) => tone === "ghost" && d !== ""), `${motion.id}: no ghost`);
    assert.equal(lens !== null, corner !== undefined, motion.id);
    if (lens) assert.ok((px(spanOf(ways[0]!, eyeOf(cameraOf(motion, view(motion), 0, 0))), PHONE_PX) * lens.size) / lens.span >= 10, `${motion.id}: too little even in the close-up`);
  }
});

/** The furthest two points of a path. */
function longest(d: string): number {
  const points = [...d.matchAll(/(-?\d+) (-?\d+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  return Math.max(...points.flatMap(([x, y]) => points.map(([u, v]) => Math.hypot(u - x, v - y))));
}

test("what is stressed is measured once, from the movement's own side: turning the figure changes nothing", () => {
  const motion = named("heel-raise");
  const turned = { ...view(motion), around: motion.view[0] + 90 };

  assert.ok(picture(motion, 0, 0, turned).lens !== null);
});

test("an arrow stays inside the picture", () => {
  for (const motion of told) {
    const numbers = scene(motion, 0, 0, view(motion)).filter(({ tone }) => tone === "arrow").flatMap(({ d }) => [...d.matchAll(/(-?\d+) (-?\d+)/g)].map(([, x, y]) => [Number(x), Number(y)]));
    assert.ok(numbers.every(([x, y]) => x! >= 0 && x! <= WIDTH && y! >= 0 && y! <= HEIGHT), motion.id);
  }
});

test("to and fro without a stop has two heads, there and back with a hold one", () => {
  const heads = (id: string): number => {
    const motion = named(id);
    return arrowsOf(motion, [{ from: [0, 1, 0], to: [0.1, 1, 0], path: [] }], eyeOf({ around: 0, above: 0, mirrored: false, scale: 1000, middle: [2000, 1500] }))[1]!.d.split("M").length - 2;
  };

  assert.equal(heads("weight-shift"), 2);
  assert.equal(heads("heel-raise"), 1);
});

test("a large movement, a walk and a picture that explains need neither arrow nor ghost", () => {
  for (const id of ["walking", "bodyweight-squat", "scene-bend-stiff"]) {
    const tones = scene(named(id), 0, 0, view(named(id))).map(({ tone }) => tone);
    assert.ok(!tones.includes("arrow") && !tones.includes("ghost"), id);
  }
});

test("a breath fills the belly at its key and nowhere else", () => {
  const breath = named("breathing");

  assert.deepEqual([0, 0.5, 1].map((key) => Math.round(1000 * (swellAt(breath, key * breath.stride)["belly"] ?? 0))), [0, 13, 26]);
});

test("a muscle never leaves the body: its circles are drawn inside the outline", () => {
  const body: Oval[] = [{ x: 0, y: 0, depth: 0, xx: 9e4, xy: 0, yy: 1e4 }, { x: 300, y: 100, depth: 0, xx: 1e4, xy: 2e3, yy: 3e4 }];
  for (let step = 0; step < 200; step++) {
    const r = 20 + (step % 7) * 20;
    const moved = inside({ x: 900 * Math.sin(step), y: 700 * Math.cos(2.3 * step), depth: 0, xx: r * r, xy: 0, yy: r * r }, body);
    const room = body.map((o) => {
      const [dx, dy] = [moved.x - o.x, moved.y - o.y];
      const away = Math.hypot(dx, dy);
      const edge = away < 1e-6 ? Math.sqrt((o.xx + o.yy) / 2 - Math.hypot((o.xx - o.yy) / 2, o.xy)) : away / Math.sqrt((o.yy * dx * dx - 2 * o.xy * dx * dy + o.xx * dy * dy) / (o.xx * o.yy - o.xy * o.xy));
      return edge - away - Math.sqrt(moved.xx);
    });
    assert.ok(Math.max(...room) > -1e-6, `step ${step}`);
  }
});

test("every build is a body of its own, in the same pose", () => {
  const motion = named("bodyweight-squat");
  const drawn = BUILDS.map((build) => scene(motion, 2, 0, { ...view(motion), build }).map(({ d }) => d).join(""));

  assert.equal(new Set(drawn).size, BUILDS.length);
  assert.equal(new Set(BUILDS.map((build) => stillsOf(motion, build)[0]![1])).size, BUILDS.length);
});

test("figure.css says the palette's tones, of every build", () => {
  const css = readFileSync(at("../../src/psoas/web/static/css/figure.css"), "utf8");

  for (const [name, tone] of Object.entries(TONES)) {
    const values = [...css.matchAll(new RegExp(`--fig-${name}: (#[0-9a-f]+);`, "g"))].map((found) => found[1]);
    const others = Object.values(SHADES).flatMap((shades) => (shades[name] ? [shades[name][0], shades[name][1], shades[name][1]] : []));
    const rule = new RegExp(`\\.fig-${name} \\{([^}]*)\\}`).exec(css)?.[1] ?? "";
    const said = (property: string): string | undefined => new RegExp(`[ ;]${property}: ([^;]+);`).exec(rule)?.[1];
    assert.deepEqual([said("stroke-width"), said("opacity"), said("stroke-dasharray")], [tone.line ?? tone.soft, tone.opacity, tone.dash].map((each) => (each === undefined ? each : String(each))), name);
    assert.deepEqual(values, [tone.light, tone.dark, tone.dark, ...others].map((each) => each.toLowerCase()), name);
  }
});

test("what a page is sent to draw the figure stays below 16 KiB, compressed", () => {
  const code = readFileSync(at("../../src/psoas/web/static/built/page-figure.js"));

  assert.ok(gzipSync(code, { level: 9 }).length < 16 * 1024, `${gzipSync(code, { level: 9 }).length}`);
});
