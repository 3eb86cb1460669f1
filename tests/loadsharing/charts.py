"""The pictures of the page, as SVG written by hand: they read in both colour schemes and without colour."""

from collections.abc import Iterator, Sequence

import numpy as np

from loadsharing.coverage import SEED, limits
from loadsharing.crowd import reference_bodies
from loadsharing.studies import COMPARISONS, angles
from psoas.mechanics.bodies import moved_hips
from psoas.mechanics.coverage import coverages
from psoas.mechanics.envelope import trials, windows
from psoas.mechanics.share_estimate import share_of
from psoas.mechanics.subject import Subject
from psoas.mechanics.tasks import POSES, TASKS

WIDTH, LEFT, ROW = 760, 190, 34
INK, GOOD, BAD, SOFT = "#3b4a54", "#1f7a63", "#a8452f", "#9fb0ba"
STYLE = f'font-family="sans-serif" font-size="13" fill="{INK}"'


def pictures() -> dict[str, str]:
    """Each by its file name."""
    return {
        "load-sharing-envelope.svg": envelope(),
        "load-sharing-hips.svg": hips(),
        "load-sharing-coverage.svg": coverage(),
    }


def envelope() -> str:
    """Each movement a line: spans that agree, comparisons that came out right (filled) and wrong (crossed)."""
    scale = _Scale(-20.0, 130.0)
    parts = list(_axis(scale, (0, 30, 60, 90, 120), len(TASKS), "trunk, degrees"))
    for row, task in enumerate(TASKS):
        y = 30 + ROW * row
        low, high = POSES[task].lean
        parts += [_text(LEFT - 12, y + 5, task, "end"), _line(scale(low), y, scale(high), y, SOFT, 2)]
        parts += [_line(scale(a), y, scale(b), y, GOOD, 9) for a, b in windows(task)]
        for trial in trials():
            if trial.task == task:
                parts.append(_dot(scale(trial.trunk), y, GOOD) if trial.passes else _cross(scale(trial.trunk), y))
    return _svg(parts, 30 + ROW * len(TASKS) + 40, "Where each movement was compared with people, and where it agrees")


def hips() -> str:
    """Lumbar flexion over the bend: hips as they are, 10 degrees stiffer, 10 degrees freer."""
    bends = np.arange(0.0, 111.0, 2.5)
    scale, top, height = _Scale(0.0, 110.0), 20, 260
    parts = list(_axis(scale, (0, 30, 60, 90), 8, "trunk, degrees"))
    for marks in (0, 20, 40, 60):
        y = top + height * (1 - marks / 75)
        parts += [_text(LEFT - 12, y + 5, f"{marks}°", "end"), _line(LEFT, y, WIDTH - 20, y, SOFT, 0.5)]
    for name, by, ink, dash in (("stiffer", -10, BAD, "7 4"), ("as they are", 0, INK, ""), ("freer", 10, GOOD, "2 4")):
        body = moved_hips(reference_bodies(1), by)
        flexion = [float(bend - angles(body, "forward-bend", float(bend))[0]) for bend in bends]
        path = " ".join(f"{scale(b):.1f},{top + height * (1 - f / 75):.1f}" for b, f in zip(bends, flexion, strict=True))
        parts.append(f'<polyline points="{path}" fill="none" stroke="{ink}" stroke-width="2.5" stroke-dasharray="{dash}"/>')
        parts.append(_text(scale(70), top + height * (1 - flexion[28] / 75) - 7, name, "end"))
    return _svg(parts, 340, "Lumbar flexion of the reference body in a forward bend, with stiffer and freer hips")


def coverage() -> str:
    """Each published spread (thin: the middle nine tenths of its bell curve) above the range of the model (thick)."""
    shown, scale = [one for one in COMPARISONS if one.part], _Scale(-20.0, 90.0)
    parts = list(_axis(scale, (0, 30, 60, 90), len(shown) + 1, "degrees (* see below)"))
    for row, (one, counted) in enumerate(zip(shown, coverages(), strict=True)):
        y = 30 + (ROW + 6) * row
        low, high = limits(one, share_of(Subject(), one.task, trunk=one.trunk, rng=np.random.default_rng(SEED)))
        held = "" if not counted.why else " *"
        parts += [
            _text(LEFT - 12, y + 5, f"{one.row} {one.part} {one.trunk:g}°: {counted.held} %{held}", "end"),
            _line(scale(one.target - 1.645 * one.tolerance), y - 5, scale(one.target + 1.645 * one.tolerance), y - 5, INK, 2),
            _dot(scale(one.target), y - 5, INK),
            _line(scale(low), y + 6, scale(high), y + 6, BAD if counted.why else GOOD, 8),
        ]
    return _svg(parts, 30 + (ROW + 6) * len(shown) + 70, "Published spreads above the ranges of the model")


class _Scale:
    def __init__(self, low: float, high: float) -> None:
        self.low, self.high = low, high

    def __call__(self, degrees: float) -> float:
        return LEFT + (WIDTH - 20 - LEFT) * (degrees - self.low) / (self.high - self.low)


def _axis(scale: _Scale, marks: Sequence[float], rows: int, says: str) -> Iterator[str]:
    bottom = 20 + (ROW + 6) * rows if says.startswith("degrees") else 20 + ROW * rows
    for mark in marks:
        yield _line(scale(mark), 14, scale(mark), bottom, SOFT, 0.5)
        yield _text(scale(mark), bottom + 16, f"{mark:g}", "middle")
    yield _text(WIDTH - 20, bottom + 32, says, "end")


def _text(x: float, y: float, says: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" {STYLE}>{says}</text>'


def _line(x: float, y: float, to_x: float, to_y: float, ink: str, width: float) -> str:  # noqa: PLR0917  # two points and a pen
    return f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}" stroke="{ink}" stroke-width="{width}"/>'


def _dot(x: float, y: float, ink: str) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{ink}" stroke="#fff" stroke-width="1"/>'


def _cross(x: float, y: float) -> str:
    return _line(x - 6, y - 6, x + 6, y + 6, BAD, 3) + _line(x - 6, y + 6, x + 6, y - 6, BAD, 3)


def _svg(parts: Sequence[str], height: float, title: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" role="img"><title>{title}</title>'
        f'<rect width="{WIDTH}" height="{height:.0f}" fill="#fff"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )
