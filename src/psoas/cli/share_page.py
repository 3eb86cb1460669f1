"""A share as a readable page: what it means, the numbers, what was assumed."""

from psoas.cli.pages import NOT_A_DEVICE
from psoas.mechanics.share import Range, Share

TITLES = {
    "forward-bend": "Bending forward, trunk at {trunk:g}°",
    "sitting": "Sitting, trunk at {trunk:g}°",
    "sit-to-stand": "Rising from a chair, just before lift-off, trunk at {trunk:g}°",
    "squat": "Squatting, trunk at {trunk:g}°",
    "terminal-stance": "Walking, as the back leg pushes off, trunk at {trunk:g}°",
    "seated-rotation": "Turning while seated, chest turned {trunk:g}°",
}


def page(share: Share) -> str:
    """Hips and lumbar spine first, levels below, then what stands behind it."""
    state = "agrees with studies" if share.validation == "validated" else "NOT VALIDATED"
    lines = [
        f"{TITLES[share.task].format(trunk=share.trunk)}  ({state})",
        f"  hips           {_degrees(share.hip)}",
        f"  lumbar spine   {_degrees(share.lumbar)}",
        f"  lumbar share   {_percent(share.lumbar_share)}",
        "",
        *(f"    {level:<8} {_degrees(angle)}" for level, angle in share.levels.items()),
        "",
        "Degrees from your own standing: the body in the middle of all that is not known, and the 5 to 95 % marks around it.",
        *_other(share),
        *share.says,
        f"Parameters: {share.parameters}",
        "",
        NOT_A_DEVICE,
    ]
    return "\n".join(lines) + "\n"


def _other(share: Share) -> list[str]:
    """The largest uncertainty of all: which published hip curve one believes."""
    if share.other_curve is None:
        return []
    part = share.other_curve.lumbar_share
    return [f"The other published hip curve would give the lumbar spine {100 * part:.0f} %; it agrees with fewer studies."]


def _degrees(angle: Range) -> str:
    return f"{angle.mean:6.1f}°   ({angle.low:.1f}° to {angle.high:.1f}°)"


def _percent(part: Range) -> str:
    return f"{100 * part.mean:6.0f} %  ({100 * part.low:.0f} % to {100 * part.high:.0f} %)"
