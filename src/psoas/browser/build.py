"""`python -m psoas.browser.build <wheels> <node_modules> <out>`: the whole site, from packages, rooms and pages, as files.

Everything was fetched before, by hash: the wheels by `requirements/browser.txt`, the modules by `package-lock.json`.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from psoas.browser import copies, release, words
from psoas.browser.packages import gather_packages, gather_rooms, zip_tree

PAGE = Path(__file__).parent / "page"


def build(wheels: Path, modules: Path, out: Path) -> None:
    """Write the site; what was there goes."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    listed = copies.collect(out)
    static: dict[str, str] = json.loads(listed)["paths"]
    with tempfile.TemporaryDirectory() as name:
        archives = _archives(wheels, Path(name), listed, out)
    assets = json.loads(_node("assets", out))
    folder = release.put_python(modules / "pyodide", out)
    highs, wasm = (release.put(modules / "highs/build" / piece, out) for piece in release.HIGHS)
    release.write_manifest(out, static)
    copies.draw(out)
    pieces = [folder + piece for piece in release.PYODIDE]
    python = [*archives, assets["worker.ts"], highs, wasm, *pieces]
    told: dict[str, Any] = {
        "words": words.in_every_language(),
        "python": folder,
        "archives": archives,
        "highs": highs,
        "highsWasm": wasm,
        "worker": assets["worker.ts"],
        "bytes": {piece: (out / piece).stat().st_size for piece in [*archives, *pieces]},
    }
    names = {
        "noscript": words.without_scripts(),
        "shell": assets["shell.ts"],
        "css": assets["shell.css"],
        "icon": f"static/{static['mark.svg']}",
        "touch": f"static/{static['icons/icon-192.png']}",
    }
    release.write_shell(PAGE / "shell.html", out, release=told, names=names)
    release.write_host_files(out)
    _route(out, release.kept(out, static=static, python=python))


def _archives(wheels: Path, work: Path, listed: bytes, out: Path) -> list[str]:
    """Packages and rooms, compiled: two archives, since the first changes rarely."""
    gather_packages(wheels.glob("*.whl"), work / "packages")
    gather_rooms(Path(__file__).parents[1], work / "psoas")
    (work / "psoas/static").mkdir()
    (work / "psoas/static" / copies.NAMES).write_bytes(listed)
    made = []
    for name in ("packages", "psoas"):
        zip_tree(work / name, work / f"{name}.source.zip")
        _run(PAGE / "compile.mjs", work / f"{name}.source.zip", work / f"{name}.zip")
        made.append(release.put(work / f"{name}.zip", out))
    return made


def _route(out: Path, kept: dict[str, Any]) -> None:
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(kept, file)
        file.flush()
        _node("router", out, file.name)


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
