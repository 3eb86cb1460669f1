// Bundles each entry below into one file under static/built. An entry is a file in this folder whose name starts with
// `page-`, and the service worker.
import { build } from "esbuild";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const pages = readdirSync(here).filter((name) => name.startsWith("page-") && name.endsWith(".ts"));
const workers = readdirSync(here).filter((name) => name === "service-worker.ts");

const shared = { bundle: true, minify: true, target: "es2022", outdir: join(here, "../static/built"), logLevel: "warning" };
await build({ ...shared, entryPoints: pages.map((name) => join(here, name)), format: "esm" });
// One classic file: a module worker would not start everywhere.
await build({ ...shared, entryPoints: workers.map((name) => join(here, name)), format: "iife" });
