// Bundles each entry below into one file under static/built. An entry is a file in this folder whose name starts with
// `page-`, and the service worker.
import { build } from "esbuild";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const pages = readdirSync(here).filter((name) => name.startsWith("page-") && name.endsWith(".ts"));
const workers = readdirSync(here).filter((name) => name === "service-worker.ts");

/** The figure's tables serve the solver too: what only the solver reads is not sent to the browser. */
const lean = {
  name: "lean-tables",
  setup: ({ onLoad }) => onLoad({ filter: /figure\/data\/(body|props)\.json$/ }, ({ path }) => {
    const table = JSON.parse(readFileSync(path, "utf8"), (key, value) => (["about", "columns", "surfaces"].includes(key) || value === null || value.length === 0 ? undefined : value?.hidden ? { ...value, boxes: undefined } : value));
    return { contents: JSON.stringify(table), loader: "json" };
  }),
};

const shared = { plugins: [lean], bundle: true, minify: true, target: "es2022", outdir: join(here, "../static/built"), logLevel: "warning" };
await build({ ...shared, entryPoints: pages.map((name) => join(here, name)), format: "esm" });
// One classic file: a module worker would not start everywhere.
await build({ ...shared, entryPoints: workers.map((name) => join(here, name)), format: "iife" });
