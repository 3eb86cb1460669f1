/** The moving figure: the same skeleton as the server's, a beat that closes, pictures without holes, tones that agree with the page. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";

import { amplitude, arrowsOf } from "../../src/psoas/web/elements/figure/arrows.ts";
import { eyeOf, HEIGHT, see, WIDTH } from "../../src/psoas/web/elements/figure/camera.ts";
import { momentAt, poseAt, poseCount, roundSeconds, startKey, tellingKeys, walks } from "../../src/psoas/web/elements/figure/motion.ts";
import type { Motion } from "../../src/psoas/web/elements/figure/motion.ts";
import { TONES } from "../../src/psoas/web/elements/figure/palette.ts";
import { MUSCLES } from "../../src/psoas/web/elements/figure/muscles.ts";
import { SETTLE_S, rests, spotAt } from "../../src/psoas/web/elements/figure/play.ts";
import { cameraOf, scene } from "../../src/psoas/web/elements/figure/scene.ts";
import type { View } from "../../src/psoas/web/elements/figure/scene.ts";
import { columns, frameIndex, place } from "../../src/psoas/web/elements/figure/skeleton.ts";
import type { Pose } from "../../src/psoas/web/elements/figure/skeleton.ts";
import { stillsOf } from "../../src/psoas/web/elements/figure/stills.ts";

const at = (path: string): URL => new URL(path, import.meta.url);
const BUILT = "../../src/psoas/web/static/built/figures/";
const motions = readdirSync(at(BUILT)).filter((name) => name.endsWith(".json")).map((name) => JSON.parse(readFileSync(at(BUILT + name), "utf8")) as Motion);
const named = (id: string): Motion => motions.find((motion) => motion.id === id) as Motion;
const view = (motion: Motion, mirrored = false): View => ({ around: motion.view[0], above: motion.view[1], mirrored, marks: true, fused: [], spine: true });

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

test("stills carry a title, both themes and, where there are sides, both sides", () => {
  const files = new Map(stillsOf(named("clamshell")));

  assert.deepEqual([...files.keys()], ["clamshell.svg", "clamshell-left.svg", "clamshell-right.svg", "clamshell-steps.svg"]);
  for (const text of files.values()) assert.match(text, /<title>Lying on the side.*prefers-color-scheme:dark/s);
  assert.notEqual(files.get("clamshell-left.svg"), files.get("clamshell-right.svg"));
  assert.doesNotMatch([...files.values()].join(""), / style="/);
});

test("the muscles a movement names are drawn", () => {
  for (const motion of motions) for (const words of motion.muscles) assert.ok((words.split(" ")[0] ?? "") in MUSCLES, `${motion.id}: ${words}`);
});

test("a stride shows its own half in a row of key poses", () => {
  assert.deepEqual(tellingKeys(named("walking")), [0, 1, 2, 3]);
  assert.deepEqual(tellingKeys(named("glute-bridge")), [0, 1]);
});

/** Rests, and presses against one's own hand: their words say all there is. */
const NOTHING_MOVES = ["piriformis-release", "rest-legs-up", "seated-hip-opener", "ball-release-glutes", "foam-roll-hip-flexors", "self-massage-hands", "scene-reach-free"];

test("every movement can be seen on a phone: it goes 23 px of 390, or an arrow of 36 px says where", () => {
  const pixels = (units: number): number => (units / WIDTH) * 390;

  for (const motion of motions.filter((one) => !NOTHING_MOVES.includes(one.id) && !walks(one) && !one.fused)) {
    const eye = eyeOf(cameraOf(motion, view(motion), 0, 0));
    const seen = pixels(amplitude(motion, eye));
    const arrows = arrowsOf(motion, eye).filter(({ tone }) => tone === "arrow");
    const reach = arrows.map(({ d }) => /^M(-?\d+) (-?\d+)L(-?\d+) (-?\d+)/.exec(d)?.slice(1).map(Number) as number[]).map(([x, y, u, v]) => Math.hypot(u! - x!, v! - y!));
    assert.ok(seen >= 23 || Math.max(0, ...reach.map(pixels)) >= 36, `${motion.id}: ${seen.toFixed(0)} px, arrows ${reach.map((one) => pixels(one).toFixed(0))}`);
  }
});

test("an arrow stays inside the picture", () => {
  for (const motion of motions) {
    const eye = eyeOf(cameraOf(motion, view(motion), 0, 0));
    const numbers = arrowsOf(motion, eye).flatMap(({ d }) => [...d.matchAll(/(-?\d+) (-?\d+)/g)].map(([, x, y]) => [Number(x), Number(y)]));
    assert.ok(numbers.every(([x, y]) => x! >= 0 && x! <= WIDTH && y! >= 0 && y! <= HEIGHT), motion.id);
  }
});

test("a large movement needs no arrow, and a walker has none", () => {
  for (const id of ["walking", "bodyweight-squat", "hip-hinge-deadlift"]) {
    const motion = named(id);
    assert.deepEqual(arrowsOf(motion, eyeOf(cameraOf(motion, view(motion), 0, 0))), [], id);
  }
});

test("figure.css says the palette's tones", () => {
  const css = readFileSync(at("../../src/psoas/web/static/css/figure.css"), "utf8");

  for (const [name, tone] of Object.entries(TONES)) {
    const values = [...css.matchAll(new RegExp(`--fig-${name}: (#[0-9a-f]+);`, "g"))].map((found) => found[1]);
    assert.deepEqual(values, [tone.light, tone.dark, tone.dark].map((each) => each.toLowerCase()), name);
  }
});
