"""A share as a readable page: what it means, the numbers, what was assumed."""

from psoas.cli.pages import NOT_A_DEVICE
from psoas.mechanics.share import Share, Spread
from psoas.vocabulary.language import decimal, say, say_later

TITLES = {
    "forward-bend": say_later("Bending forward, trunk at {trunk}°"),
    "sitting": say_later("Sitting, trunk at {trunk}°"),
    "sit-to-stand": say_later("Rising from a chair, just before lift-off, trunk at {trunk}°"),
    "squat": say_later("Squatting, trunk at {trunk}°"),
    "terminal-stance": say_later("Walking, as the back leg pushes off, trunk at {trunk}°"),
    "seated-rotation": say_later("Turning while seated, chest turned {trunk}°"),
}
OWN_STANDING = say_later(
    "Degrees from your own standing: the body in the middle of all that is not known, and the 5 to 95 % marks around it."
)


def page(share: Share) -> str:
    """Hips and lumbar spine first, levels below, then what stands behind it."""
    state = say("agrees with studies") if share.validation == "validated" else say("NOT VALIDATED")
    lines = [
        f"{say(TITLES[share.task], trunk=decimal(share.trunk))}  ({state})",
        f"  {say('hips'):<14} {_degrees(share.hip)}",
        f"  {say('lumbar spine'):<14} {_degrees(share.lumbar)}",
        f"  {say('lumbar share'):<14} {_percent(share.lumbar_share)}",
        "",
        *(f"    {level:<8} {_degrees(angle)}" for level, angle in share.levels.items()),
        "",
        say(OWN_STANDING),
        *_other(share),
        *share.says,
        say("Parameters: {parameters}", parameters=share.parameters),
        "",
        say(NOT_A_DEVICE),
    ]
    return "\n".join(lines) + "\n"


def _other(share: Share) -> list[str]:
    """The largest uncertainty of all: which published hip curve one believes."""
    if share.other_curve is None:
        return []
    percent = f"{100 * share.other_curve.lumbar_share:.0f}"
    return [
        say(
            "The other published hip curve would give the lumbar spine {percent} %; it agrees with fewer studies.",
            percent=percent,
        )
    ]


def _degrees(angle: Spread) -> str:
    low, high = decimal(angle.low, ".1f"), decimal(angle.high, ".1f")
    return f"{decimal(angle.mean, '6.1f')}°   ({say('{low}° to {high}°', low=low, high=high)})"


def _percent(part: Spread) -> str:
    low, high = f"{100 * part.low:.0f}", f"{100 * part.high:.0f}"
    return f"{100 * part.mean:6.0f} %  ({say('{low} % to {high} %', low=low, high=high)})"
