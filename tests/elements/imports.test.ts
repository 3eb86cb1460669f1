/** The elements import one way: no file leads back to itself, types included. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { posix } from "node:path";
import test from "node:test";

const HERE = new URL("../../src/psoas/web/elements/", import.meta.url);
const files = readdirSync(HERE, { recursive: true }).map((name) => String(name).replaceAll("\\", "/")).filter((name) => name.endsWith(".ts"));

function importsOf(file: string): string[] {
  const text = readFileSync(new URL(file, HERE), "utf8");
  return [...text.matchAll(/^(?:import|export)\b[^"]*?from "(\.[^"]+\.ts)"/gm)].map(([, path]) => posix.join(posix.dirname(file), path as string));
}

/** Every way from this file back to one it came through. */
function circles(file: string, way: readonly string[], imports: ReadonlyMap<string, readonly string[]>): string[] {
  if (way.includes(file)) return [[...way.slice(way.indexOf(file)), file].join(" -> ")];
  return (imports.get(file) ?? []).flatMap((next) => circles(next, [...way, file], imports));
}

const graph = new Map(files.map((file) => [file, importsOf(file)]));

test("every import names a file that is there", () => {
  const missing = [...graph.values()].flat().filter((file) => !graph.has(file));

  assert.deepEqual(missing, []);
  assert.ok([...graph.values()].flat().length > 60);
});

test("no import leads back to its own file", () => {
  assert.deepEqual([...new Set(files.flatMap((file) => circles(file, [], graph)))], []);
});

test("a circle would be found", () => {
  const round = new Map([["a.ts", ["b.ts"]], ["b.ts", ["c.ts"]], ["c.ts", ["b.ts"]]]);

  assert.deepEqual(circles("a.ts", [], round), ["b.ts -> c.ts -> b.ts"]);
});

test("the folders are strangers to each other, but that the player posts through the outbox", () => {
  const folder = (file: string): string => (file.includes("/") ? (file.split("/")[0] as string) : "");
  const across = [...graph].flatMap(([file, next]) => next.map((other) => `${folder(file)} -> ${folder(other)}`));
  const between = [...new Set(across)].filter((way) => !way.startsWith(" ") && way.split(" -> ")[0] !== way.split(" -> ")[1]).sort();

  assert.deepEqual(between, ["player -> outbox"]);
});
