// `assets OUT`: bundles shell, worker and style under names that carry their content, and prints which is which.
// `pack OUT NAMES`: the files of a JSON list become NAME.zst.
// `router OUT KEPT`: the service worker, with the list of what it keeps (a JSON file) inside it.
import { build } from "esbuild";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { constants, zstdCompressSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const [what, out, kept] = process.argv.slice(2);
const shared = { bundle: true, minify: true, target: "es2022", logLevel: "warning" };

if (what === "assets") {
  const entryPoints = ["shell.ts", "worker.ts", "shell.css"].map((name) => join(here, name));
  const made = await build({ ...shared, entryPoints, format: "esm", outdir: join(out, "assets"), entryNames: "[name]-[hash]", metafile: true });
  const names = Object.entries(made.metafile.outputs).map(([path, { entryPoint }]) => [basename(entryPoint), `assets/${basename(path)}`]);
  process.stdout.write(JSON.stringify(Object.fromEntries(names)));
} else if (what === "pack") {
  // A window of 4 MB: a fifth of a percent larger than the largest, and unpacked in half the time.
  const params = { [constants.ZSTD_c_compressionLevel]: 22, [constants.ZSTD_c_windowLog]: 22 };
  for (const name of JSON.parse(readFileSync(kept, "utf8"))) {
    writeFileSync(join(out, `${name}.zst`), zstdCompressSync(readFileSync(join(out, name)), { params }));
    rmSync(join(out, name));
  }
} else {
  const define = { RELEASE: readFileSync(kept, "utf8") };
  await build({ ...shared, entryPoints: [join(here, "service-worker.ts")], format: "iife", outdir: out, define });
}
