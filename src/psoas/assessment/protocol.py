"""What each measure is: its unit, whether it has sides, and the range a living body can show.

The bounds are wider than any norm by far: they catch a slip of the keyboard, not an unusual hip.
"""

from psoas.vocabulary.body import Device, Measure, Unit
from psoas.vocabulary.value import value


@value
class Protocol:
    unit: Unit
    low: float
    high: float
    sided: bool | None
    """True: left or right. False: both. None: either way of writing is understood."""


def _angle(low: float, high: float, *, sided: bool) -> Protocol:
    return Protocol(unit="deg", low=low, high=high, sided=sided)


PROTOCOLS: dict[Measure, Protocol] = {
    "hip-flexion": _angle(0, 160, sided=True),
    "hip-extension": _angle(-45, 60, sided=True),
    "hip-abduction": _angle(0, 100, sided=True),
    "hip-adduction": _angle(-20, 70, sided=True),
    "hip-internal-rotation": _angle(-30, 90, sided=True),
    "hip-external-rotation": _angle(-30, 110, sided=True),
    "straight-leg-raise": _angle(0, 150, sided=True),
    "lumbar-flexion": _angle(-20, 110, sided=False),
    "lumbar-extension": _angle(-20, 80, sided=False),
    "trunk-bend-t12": _angle(0, 180, sided=False),
    "trunk-bend-s1": _angle(-20, 150, sided=False),
    "seated-rotation": _angle(0, 110, sided=True),
    "sit-to-stand-30s": Protocol(unit="count", low=0, high=60, sided=False),
    "single-leg-stance": Protocol(unit="s", low=0, high=600, sided=True),
    "tandem-stance": Protocol(unit="s", low=0, high=600, sided=None),
    "bridge-hold": Protocol(unit="s", low=0, high=1800, sided=None),
    "side-plank": Protocol(unit="s", low=0, high=1800, sided=True),
}

ANGLE_DEVICES: frozenset[Device] = frozenset({"phone", "camera", "goniometer", "mocap", "self"})
TIMING_DEVICES: frozenset[Device] = frozenset({"timer", "self", "phone", "camera", "mocap"})

HIP_MEASURES: frozenset[Measure] = frozenset(
    {
        "hip-flexion",
        "hip-extension",
        "hip-abduction",
        "hip-adduction",
        "hip-internal-rotation",
        "hip-external-rotation",
        "straight-leg-raise",
    }
)


def devices_for(unit: Unit) -> frozenset[Device]:
    """What can read this unit: a timer reads no angle."""
    return ANGLE_DEVICES if unit == "deg" else TIMING_DEVICES
