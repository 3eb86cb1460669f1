// `node compile.mjs IN OUT`: every .py of a zip compiled by the very Python that will run it, written to another zip. Compiled
// files halve the time that imports take; they carry no path of the machine that built them, and no docstrings.
import { readFileSync, writeFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const [source, target] = process.argv.slice(2);
const python = await loadPyodide();
python.unpackArchive(new Uint8Array(readFileSync(source)), "zip", { extractDir: "/tree" });
python.runPython(`
import compileall, os, py_compile, zipfile
compileall.compile_dir("/tree", quiet=2, legacy=True, optimize=2, stripdir="/tree",
    invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
with zipfile.ZipFile("/made.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
    for base, folders, files in os.walk("/tree"):
        folders.sort()
        for name in sorted(files):
            path = os.path.join(base, name)
            if name.endswith(".py") and os.path.exists(path + "c"):
                continue
            entry = zipfile.ZipInfo(os.path.relpath(path, "/tree"), (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(entry, open(path, "rb").read(), compresslevel=9)
`);
writeFileSync(target, python.FS.readFile("/made.zip"));
