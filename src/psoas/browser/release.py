"""A release as files: what lies where, under names that carry the content, and what is kept on the device when."""

import hashlib
import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from psoas.browser.copies import COPIES, complete, copy_of

PYODIDE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
LOCK = "pyodide-lock.json"
"""Pyodide's list of packages that it could fetch from elsewhere; here it names none."""
HIGHS = ("highs.mjs", "highs.wasm")
ICONS = ("icons/icon-192.png", "icons/icon-512.png", "icons/icon-mask.png", "mark.svg")
POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; "
    "media-src 'self' blob:; connect-src 'self'; worker-src 'self'; frame-src 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'"
)
"""What the shell says of itself; where the host sends headers, these add who may frame it."""
HEADERS = f"""/*
  Content-Security-Policy: {POLICY}; frame-ancestors 'self'
  X-Content-Type-Options: nosniff
  Referrer-Policy: same-origin
  Cross-Origin-Opener-Policy: same-origin
/assets/*
  Cache-Control: public, max-age=31536000, immutable
/static/*
  Cache-Control: public, max-age=31536000, immutable
/service-worker.js
  Cache-Control: no-cache
/index.html
  Cache-Control: no-cache
"""
"""The form that several static hosts read; the others need none of it."""


def put(source: Path, out: Path) -> str:
    """Copy one file into assets under a name with its hash; that name."""
    name = f"assets/{source.stem}-{_hash(source)}{source.suffix}"
    (out / "assets").mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, out / name)
    return name


def put_python(pyodide: Path, out: Path) -> str:
    """Pyodide asks for its pieces by their own names: the folder carries the hash."""
    whole = hashlib.sha256("".join(_hash(pyodide / name) for name in PYODIDE).encode()).hexdigest()[:12]
    folder = f"assets/python-{whole}/"
    (out / folder).mkdir(parents=True)
    for name in PYODIDE:
        shutil.copyfile(pyodide / name, out / folder / name)
    lock = json.loads((pyodide / LOCK).read_text("utf-8"))
    (out / folder / LOCK).write_text(json.dumps({"info": lock["info"], "packages": {}}), "utf-8")
    return folder


def write_shell(template: Path, out: Path, *, release: Mapping[str, Any], names: Mapping[str, str]) -> None:
    page = template.read_text("utf-8")
    for word, instead in {**names, "policy": POLICY, "release": json.dumps(release).replace("<", "\\u003c")}.items():
        page = page.replace("{{" + word + "}}", instead)
    (out / "index.html").write_text(page, "utf-8")


def write_manifest(out: Path, icons: Mapping[str, str]) -> None:
    """Installable, at whatever address it lies."""
    png = {"icons/icon-192.png": "192x192", "icons/icon-512.png": "512x512", "icons/icon-mask.png": "512x512"}
    content = {
        "name": "Psoas",
        "short_name": "Psoas",
        "description": "An open coach for hips and lower back that runs on this device alone",
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#fbfaf6",
        "theme_color": "#2e6e7e",
        "categories": ["health", "fitness"],
        "icons": [
            {"src": f"static/{icons['mark.svg']}", "sizes": "any", "type": "image/svg+xml"},
            *(
                {"src": f"static/{icons[name]}", "sizes": size, "type": "image/png"}
                | ({"purpose": "maskable"} if "mask" in name else {})
                for name, size in png.items()
            ),
        ],
    }
    (out / "manifest.webmanifest").write_text(json.dumps(content, indent=1), "utf-8")


def write_host_files(out: Path) -> None:
    """Headers for hosts that read them; deep links for hosts that show 404.html; no processing on hosts that would."""
    (out / "_headers").write_text(HEADERS, "utf-8")
    (out / ".nojekyll").touch()


def kept(out: Path, *, static: Mapping[str, str], python: list[str], packed: list[str]) -> dict[str, Any]:
    """What the service worker keeps: first, what shows at once; then Python; then what is fetched when there is time."""
    names = {name: f"static/{hashed}" for name, hashed in static.items()}
    first = ["index.html", "manifest.webmanifest", *(copy_of(address, code) for address in COPIES for code in complete())]
    first += [path.relative_to(out).as_posix() for path in sorted((out / "assets").glob("shell-*"))]
    first += [path.relative_to(out).as_posix() for path in sorted((out / "assets").glob("install-*"))]
    first += [held for name, held in names.items() if name.startswith("css/") or name in ICONS]
    first += [held for name, held in names.items() if name.startswith("built/page-")]
    later = [held for name, held in names.items() if name.startswith("built/figures/") and _is_small(name)]
    content = {"first": first, "python": python, "packed": packed, "later": later, "copies": COPIES, "languages": complete()}
    version = hashlib.sha256("".join(f"{name}{_hash(out / name)}" for name in first + python).encode()).hexdigest()[:12]
    return {"version": version, **content}


def _is_small(name: str) -> bool:
    """Motions and finger-wide stills; the large stills only stand in for a motion."""
    return name.endswith((".json", "-small.svg"))


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:12]
