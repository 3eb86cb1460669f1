"""`python -m psoas.browser.build <wheels> <node_modules> <out>`: the whole site, from packages, rooms and pages, as files.

Everything was fetched before, by hash: the wheels by `requirements/browser.txt`, the modules by `package-lock.json`.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

from psoas.browser import copies, release, shell_texts
from psoas.browser.packages import gather_library, gather_packages, gather_rooms, refuse_unbuilt, take_core, zip_tree

PAGE = Path(__file__).parent / "page"


def build(wheels: Path, modules: Path, out: Path) -> None:
    """Write the site; what was there goes."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    listed = copies.collect(out)
    static: dict[str, str] = json.loads(listed)["paths"]
    with tempfile.TemporaryDirectory() as name:
        archives = _archives(wheels, modules / "pyodide", Path(name), listed, out)
    assets = json.loads(_node("assets", out))
    folder = release.put_python(modules / "pyodide", out)
    highs, wasm = (release.put(modules / "highs/build" / piece, out) for piece in release.HIGHS)
    release.write_manifest(out, static)
    copies.draw(out)
    pieces = [folder + piece for piece in (*release.PYODIDE, release.LOCK)]
    start = [archives.packages, archives.psoas, archives.library, archives.core, *pieces]
    packed = [*start, highs, wasm]
    pictures = {device: release.put(PAGE / f"install-{device}.svg", out) for device in ("ios", "android")}
    told: dict[str, Any] = {
        "words": shell_texts.in_every_language(),
        "python": folder,
        "archives": [archives.packages, archives.psoas],
        "library": archives.library,
        "core": archives.core,
        "corePath": archives.core_path,
        "highs": highs,
        "highsWasm": wasm,
        "worker": assets["worker.ts"],
        "pictures": pictures,
        "bytes": {piece: (out / piece).stat().st_size for piece in start if not piece.endswith(".mjs")},
    }
    names = {
        "noscript": shell_texts.without_scripts(),
        "shell": assets["shell.ts"],
        "css": assets["shell.css"],
        "icon": f"static/{static['mark.svg']}",
        "touch": f"static/{static['icons/icon-192.png']}",
    }
    release.write_shell(PAGE / "shell.html", out, release=told, names=names)
    release.write_host_files(out)
    kept = release.kept(out, static=static, python=[assets["worker.ts"], *packed], packed=packed)
    _told_by_file("pack", out, packed)
    _told_by_file("router", out, kept)


class Archives(NamedTuple):
    """Packages, rooms, Python's library and pydantic's core, by their names in the site: the first and last change rarely."""

    packages: str
    psoas: str
    library: str
    core: str
    core_path: str


def _archives(wheels: Path, pyodide: Path, work: Path, listed: bytes, out: Path) -> Archives:
    gather_packages(wheels.glob("*.whl"), work / "packages")
    core_path = take_core(work / "packages", work / "core.so")
    refuse_unbuilt(Path(__file__).parents[1])
    gather_rooms(Path(__file__).parents[1], work / "psoas")
    (work / "psoas/static").mkdir()
    (work / "psoas/static" / copies.NAMES).write_bytes(listed)
    gather_library(pyodide / "python_stdlib.zip", work / "library")
    made = []
    for name in ("packages", "psoas", "library"):
        zip_tree(work / name, work / f"{name}.source.zip")
        _run(PAGE / "compile.mjs", work / f"{name}.source.zip", work / f"{name}.zip")
        made.append(release.put(work / f"{name}.zip", out))
    packages, psoas, library = made
    return Archives(packages, psoas, library, release.put(work / "core.so", out), core_path)


def _told_by_file(what: str, out: Path, content: object) -> None:
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(content, file)
        file.flush()
        _node(what, out, file.name)


def _node(*arguments: object) -> str:
    return _run(PAGE / "build.mjs", *arguments)


def _run(script: Path, *arguments: object) -> str:
    command = ["node", str(script), *(str(argument) for argument in arguments)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603  # our own scripts


def main(arguments: list[str]) -> int:
    if len(arguments) != 3:
        sys.stderr.write("usage: python -m psoas.browser.build <wheels> <node_modules> <out>\n")
        return 2
    wheels, modules, out = (Path(argument).resolve() for argument in arguments)
    build(wheels, modules, out)
    sent = sum(file.stat().st_size for file in out.rglob("*") if file.is_file())
    sys.stdout.write(f"{out}: {sent / 1e6:.1f} MB, of which Python needs {_python(out) / 1e6:.1f} MB\n")
    return 0


def _python(out: Path) -> int:
    return sum(file.stat().st_size for file in (out / "assets").rglob("*") if file.is_file())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
