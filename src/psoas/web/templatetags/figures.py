"""Figures by the id of a movement, test or scene: a small still, the moving figure, its steps for paper.

A figure that was not built is left out, and the page stands without it.
"""

from typing import Any

from django import template
from django.conf import settings
from django.contrib.staticfiles import finders
from django.templatetags.static import static

register = template.Library()
FOLDER = "built/figures"
SIDES = ("left", "right")


def address(file: str) -> str:
    """Where a built figure is served, under the name of this release; empty when there is none."""
    name = f"{FOLDER}/{file}"
    try:
        found = static(name)
    except ValueError:  # it was not there when the static files were collected
        return ""
    return found if settings.COLLECTED or finders.find(name) else ""


@register.inclusion_tag("components/still.html")
def still(name: str) -> dict[str, str]:
    """One pose, finger-wide, beside a name that says it all: for rows and cards."""
    return {"src": address(f"{name}-small.svg")}


@register.inclusion_tag("components/peek.html")
def peek(name: str, first: bool = False) -> dict[str, Any]:
    """A still that moves under the finger, the pointer or the focus. `first`: the one a person sees before all others."""
    motion, player = address(f"{name}.json"), static("built/page-figure.js")
    return {"src": address(f"{name}-small.svg"), "motion": motion, "player": player, "first": first}


@register.inclusion_tag("components/steps-strip.html")
def steps_strip(name: str) -> dict[str, str]:
    """All key poses in a numbered row: a movement on paper."""
    return {"src": address(f"{name}-steps.svg")}


@register.inclusion_tag("components/picture.html")
def picture(name: str) -> dict[str, str]:
    """The still at its full size, where the words beside it say it all."""
    return {"src": address(f"{name}.svg")}


@register.inclusion_tag("components/moving.html")
def moving(name: str, label: str, side: str = "", fused: str = "", spine: bool = False) -> dict[str, Any]:
    """The moving figure, with its still until the script runs and for good without one."""
    sided = f"-{side}" if side in SIDES else ""
    drawn = address(f"{name}{sided}.svg") or address(f"{name}.svg")
    return {
        "name": name,
        "label": label,
        "side": side if sided else "",
        "fused": fused,
        "spine": spine or bool(fused),
        "motion": address(f"{name}.json"),
        "picture": drawn,
    }
