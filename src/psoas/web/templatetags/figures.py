"""Figures by the id of a movement, test or scene: a small still, the moving figure, its steps for paper.

A figure that was not built is left out, and the page stands without it. Stills are drawn for each build of the body:
the person's own where there is one, else the first.
"""

from typing import Any

from django import template
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template import Context
from django.templatetags.static import static

from psoas import journey

register = template.Library()
FOLDER = "built/figures"
SIDES = ("left", "right")
OTHER_BUILDS = ("full", "broad")
"""Bodies beside the first: a folder of stills each (`elements/figure/builds.ts`)."""


def address(file: str) -> str:
    """Where a built figure is served, under the name of this release; empty when there is none."""
    name = f"{FOLDER}/{file}"
    try:
        found = static(name)
    except ValueError:  # it was not there when the static files were collected
        return ""
    return found if settings.COLLECTED or finders.find(name) else ""


def drawn_as(build: str, file: str) -> str:
    """Where the still of this body is served; the first body's where this one was not drawn."""
    return (address(f"{build}/{file}") if build in OTHER_BUILDS else "") or address(file)


def build_of(context: Context) -> str:
    """Whose body the person wants to see."""
    looks: dict[str, str] = context.get("preferences") or {}
    return looks.get("figure", "")


@register.inclusion_tag("components/still.html", takes_context=True)
def still(context: Context, name: str, build: str = "") -> dict[str, str]:
    """One pose, finger-wide, beside a name that says it all: for rows and cards; `build`: not the person's own body."""
    return {"src": drawn_as(build or build_of(context), f"{name}-small.svg")}


@register.inclusion_tag("components/peek.html", takes_context=True)
def peek(context: Context, name: str, first: bool = False) -> dict[str, Any]:
    """A still that moves under the finger, the pointer or the focus. `first`: the one a person sees before all others."""
    motion, player = address(f"{name}.json"), static("built/page-figure.js")
    return {"src": drawn_as(build_of(context), f"{name}-small.svg"), "motion": motion, "player": player, "first": first}


@register.inclusion_tag("components/steps-strip.html", takes_context=True)
def steps_strip(context: Context, name: str) -> dict[str, str]:
    """All key poses in a numbered row: a movement on paper."""
    return {"src": drawn_as(build_of(context), f"{name}-steps.svg")}


@register.inclusion_tag("components/picture.html", takes_context=True)
def picture(context: Context, name: str) -> dict[str, str]:
    """The still at its full size, where the words beside it say it all."""
    return {"src": drawn_as(build_of(context), f"{name}.svg")}


@register.inclusion_tag("components/moving.html", takes_context=True)
def moving(context: Context, name: str, label: str, *, side: str = "", fused: str = "", spine: bool = False) -> dict[str, Any]:
    """The moving figure, with its still until the script runs and for good without one."""
    sided = f"-{side}" if side in SIDES and address(f"{name}-{side}.svg") else ""
    drawn = drawn_as(build_of(context), f"{name}{sided}.svg")
    return {
        "name": name,
        "label": label,
        "shown": journey.shown_by(name),
        "side": side if side in SIDES else "",
        "fused": fused,
        "spine": spine or bool(fused),
        "motion": address(f"{name}.json"),
        "picture": drawn,
    }
