"""A small stage for the player: five made-up movements on three levels, and the sessions that tests play with them."""

from types import MappingProxyType

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.demands import Demands, Posture, Surface
from psoas.catalogue.entries import DoseRange, Evidence, Exercise, Names, Range, Role, Targets
from psoas.planning.plan import Item, Session
from psoas.session.script import Script, script_of
from psoas.session.steps import Level


def demands(surface: Surface, posture: Posture) -> Demands:
    return Demands(
        posture=posture,
        surface=surface,
        floor_transfer=surface == "floor",
        lumbar_flexion="neutral",
        lumbar_extension="neutral",
        lumbar_rotation="neutral",
        lumbar_side_bend="neutral",
        hip_flexion_deg=30,
        hip_extension_deg=0,
        hip_internal_rotation_deg=0,
        hip_external_rotation_deg=0,
        hip_abduction_deg=0,
        hip_adduction_past_midline=False,
        knee="easy",
        single_leg=False,
        balance="steady",
        load="none",
        effort_hold_s=0,
        trunk_effort="none",
        pressure="none",
        hip_side_pressure=False,
        wrists="none",
        shoulder="free",
        arms_overhead=False,
        nerve_stretch=False,
        head_low=False,
        vigour="easy",
        healing_weeks=0,
    )


def movement(name: str, surface: Surface, posture: Posture, *, tempo_s: float = 4, role: Role = "mobility") -> Exercise:
    one = Range(low=1, high=10)
    return Exercise(
        id=name,
        names=Names(plain=name.replace("-", " ").capitalize(), clinical=name),
        family="glutes",
        role=role,
        targets=Targets(actions=("hip extension",), muscles=("gluteus-maximus",)),
        position=surface,
        equipment=(),
        sides="each",
        dose=DoseRange(sets=one, reps=one, rest_s=20, per_week=one, source="psoas-opinion", status="D"),
        tempo_s=tempo_s,
        demands=demands(surface, posture),
        easier=None,
        harder=None,
        setup=("Settle in.",),
        steps=("Move.", "Come back."),
        breathing="Breathe out as you move.",
        cues=("Slow and small.",),
        why="It is a stage.",
        evidence=Evidence(grade="opinion", says="None."),
        sources=("psoas-opinion",),
    )


MOVEMENTS = (
    movement("chair-turn", "chair", "sitting", tempo_s=3.5),
    movement("worktop-lean", "feet", "standing"),
    movement("bed-bridge", "bed", "supine"),
    movement("floor-hold", "floor", "side-lying"),
    movement("own-walk", "feet", "walking", role="walking"),
)
NONE: MappingProxyType[str, object] = MappingProxyType({})
OTHER_KINDS = ("tests", "habits", "red_flags", "questions", "norms", "thresholds", "conditions", "sources", "claims")
STAGE = Catalogue(
    exercises=MappingProxyType({entry.id: entry for entry in MOVEMENTS}),
    **dict.fromkeys(
        ("tests", "habits", "red_flags", "questions", "norms", "thresholds", "conditions", "sources", "claims"), NONE
    ),
)


LEFT = Item(exercise="chair-turn", side="left", sets=2, reps=3, rest_s=10)
RIGHT = Item(exercise="chair-turn", side="right", sets=2, reps=3, rest_s=10)
BRIDGE = Item(exercise="bed-bridge", side="both", sets=2, reps=4, rest_s=20)
HOLD = Item(exercise="floor-hold", side="left", sets=1, reps=2, hold_s=20, rest_s=0)
LEAN = Item(exercise="worktop-lean", side="both", sets=1, reps=2, hold_s=5, rest_s=0)
WALK = Item(exercise="own-walk", side="both", sets=1, reps=1, hold_s=300, rest_s=0)


def scripted(*items: Item, alternatives: dict[str, tuple[Item, ...]] | None = None) -> Script:
    session = Session(kind="mobility", part_of_day="any", minutes=6, items=items)
    return script_of(session, catalogue=STAGE, alternatives=alternatives or {})


INSTEAD = {"floor-hold": (LEAN, LEFT), "bed-bridge": (LEFT, RIGHT, LEAN)}
SCRIPTS: dict[str, Script] = {
    "two-sides": scripted(LEFT, RIGHT),
    "three-levels": scripted(LEAN, LEFT, RIGHT, BRIDGE, HOLD, alternatives=INSTEAD),
    "a-walk": scripted(WALK, alternatives={"own-walk": (LEAN,)}),
    "up-again": scripted(HOLD, LEAN, alternatives=INSTEAD),
}
LEVELS: tuple[Level, ...] = ("up", "bed", "floor")
