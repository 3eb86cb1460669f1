"""Where the drill table after fusion, the list of exercises and the matrix differ, and which choice was made.

Two documents decided cells before there was a matrix: a table of drills after fusion, with a replaced hip and with fragile
bones (CL-8C), and a list of 82 exercises with whom each is not for (psoas-opinion). Neither is signed. Where they differ, the
stricter holds. `ask` means not offered until a clinician said yes; a plan cannot hear that yes, so it closes. `week 12` is the
first week after a fusion.
"""

from typing import Literal

import pytest
from text_tables import rows

from psoas.catalogue.catalogue import load
from psoas.screening.matrix import derive

CELLS = {(cell.movement, cell.condition): cell.state for cell in derive(load())}
STRICTNESS: dict[str, int] = {"open": 0, "changed": 1, "closed": 2}


def decided(words: str, *, weeks: int | None) -> Literal["open", "changed", "closed"]:
    """What the older document says of a cell, read as a state. `weeks`: how far a phase after fusion has come at its start."""
    if words.startswith("week"):
        return "closed" if weeks is not None and weeks < int(words.split()[1].rstrip(",")) else "open"
    if words.startswith(("no", "ask")):
        return "closed"
    return "changed" if words.startswith("changed") else "open"


WEEKS_AT_START = {"fusion-0-6": 0, "fusion-6-12": 6, "fusion-12-24": 12, "fusion-beyond-24": 24}


def strictest(row: dict[str, str]) -> int:
    weeks = WEEKS_AT_START.get(row["under"])
    said = [row[name] for name in ("drill table", "exercise list") if row.get(name)]
    return max(STRICTNESS[decided(words, weeks=weeks)] for words in said)


def test_where_the_two_documents_differ_the_stricter_holds() -> None:
    """Each row: what the drill table says, what the list says, what holds here, and why."""
    table = """
        movement | under | drill table | exercise list | here | because
        hip-flexor-lunge-stretch | fusion-6-12 | changed: lying form | week 12 | closed | the lying form is its own row
        hip-90-90-switch | fusion-12-24 | changed: small range | week 24 | closed | the supported form is its own row
        hip-90-90-switch | vertebral-fracture | changed: no twist | no | closed | sitting on the floor rounds the back
        piriformis-release | fusion-6-12 | changed: lying, still | week 12 | closed | training starts at 12 weeks (FUS-1)
        seated-figure-4 | fusion-6-12 | changed: lying, still | week 12 | closed | training starts at 12 weeks (FUS-1)
        deep-squat-hold | fusion-12-24 | changed: on a box | week 24 | closed | the box squat is its own row
        deep-squat-hold | osteoporosis | changed: on a box | no | closed | the box squat is its own row
        deep-squat-hold | vertebral-fracture | changed: on a box | no | closed | the box squat is its own row
        glute-bridge | fusion-6-12 | changed: small range | week 12, or hospital | closed | only in the surgeon's programme
        glute-bridge-march | fusion-6-12 | changed: small range | week 12 | closed | training starts at 12 weeks (FUS-1)
        clamshell | fusion-0-6 | changed: isometric | week 12, or hospital | closed | only in the surgeon's programme
        clamshell | fusion-6-12 | ok | week 12, or hospital | closed | only in the surgeon's programme
        wall-hip-hinge | fusion-6-12 | ok, no load | week 12, or hospital | closed | only in the surgeon's programme
        pallof-press | fusion-6-12 | changed: light | week 12 | closed | training starts at 12 weeks (FUS-1)
        cycling | fusion-6-12 | changed: upright | week 12 | closed | training starts at 12 weeks (FUS-1)
        side-plank | fusion-12-24 | changed: on the knees | week 24 | closed | the knee version is its own row
        side-plank-knees | osteoporosis | changed | ask | closed | a plan cannot hear the yes
        side-plank | osteoporosis | changed | no | closed | long lever on one side
        side-plank-knees | vertebral-fracture | changed | ask | closed | a plan cannot hear the yes
        side-plank-knees | hip-replacement | ok | no, that side down | closed | the plan does not choose the lower side
        side-plank | hip-replacement | ok | no | closed | weight on the operated side
        hip-hinge-deadlift | vertebral-fracture | ok | ask | closed | a physical therapist first
        hip-hinge-deadlift | hip-replacement-with-fusion | ok | ask | closed | a surgeon who knows of both says yes first
        hip-extension-test | fusion-12-24 | ok | week 24 | closed | lying on the front arches the back
        hip-extension-test | vertebral-fracture | changed: no load | no | closed | lying on the front arches the back
        seated-rotation-test | hip-replacement | ask | ok | closed | a plan cannot hear the yes
        seated-rotation-test | osteoporosis | changed: no load | ok | changed | slow, no hands, stops before the end
        seated-rotation-test | vertebral-fracture | changed: no load | no | closed | a broken vertebra is not turned to the end
        lumbar-flexion-measure | hip-replacement | ask | ok | closed | a deep bend takes the hip past a right angle
        lumbar-flexion-measure | osteoporosis | changed: no load | no, off by default | closed | six full bends
    """
    for row in rows(table):
        assert CELLS[row["movement"], row["under"]] == row["here"], row
        assert STRICTNESS[row["here"]] >= strictest(row), row


def test_where_we_are_stricter_than_both() -> None:
    """The list changes these movements, or is silent. We close them: the changed form is another row, needs a second person,
    or asks for a dose that a plan cannot promise."""
    table = """
        movement | under | exercise list | here | because
        supine-pelvic-tilt | pregnancy | changed: seated | closed | the seated form is its own row
        piriformis-release | pregnancy | changed: seated | closed | the seated form is its own row
        hamstring-stretch | pregnancy | changed: seated | closed | the seated form is its own row
        heel-slide | pregnancy | changed: at a worktop | closed | the worktop plank is its own row
        standing-hip-flexor-stretch | pelvic-girdle-pain | ok | closed | a split stance pulls on a sore pelvis
        standing-bird-dog | pelvic-girdle-pain | ok | closed | stands on one leg
        step-up-low | pelvic-girdle-pain | ok | closed | pushes on one leg
        step-up | pelvic-girdle-pain | ok | closed | pushes on one leg
        worktop-plank | uncontrolled-blood-pressure | changed: 10 s | closed | the dose goes beyond ten seconds
        wall-side-plank | uncontrolled-blood-pressure | changed: 10 s | closed | the dose goes beyond ten seconds
        brisk-walking-intervals | uncontrolled-blood-pressure | changed: clearance | closed | hard effort waits for the doctor
        pallof-press | high-fall-risk | changed: seated | closed | the seated form is its own row
        hip-hinge-deadlift | high-fall-risk | ok | closed | both hands are full, nothing to hold
        hip-hinge-deadlift | vertigo-or-faints | ok | closed | nothing to hold
        step-up-low | high-fall-risk | changed: second person | closed | nobody may be there
        heel-to-toe-walk | high-fall-risk | changed: second person | closed | nobody may be there
        chair-to-kneel | high-fall-risk | no, alone | closed | nobody may be there
        tandem-stance | vertigo-or-faints | ok | closed | as the easier balance rows, until assessed
        single-leg-stance | vertigo-or-faints | ok | closed | as the easier balance rows, until assessed
        standing-thoracic-rotation | vertigo-or-faints | changed: seated | closed | the seated form is its own row
        standing-thoracic-rotation | high-fall-risk | changed: seated | closed | the seated form is its own row
        standing-thoracic-rotation | fusion-to-upper-back | ok | closed | as the seated form
        bird-dog | shoulder-problem | ok | closed | weight on the arms
        ball-release-glutes | recent-clot | ok | closed | nothing presses after a clot
        foam-roll-glutes | neuropathy | ok | closed | as the ball
        foam-roll-glutes | pregnancy | ok | closed | as the ball
        floor-transfer | hip-replacement | no, under 12 weeks | closed | deep bend of the hip until limits are lifted
    """
    for row in rows(table):
        assert CELLS[row["movement"], row["under"]] == row["here"], row
        assert STRICTNESS[row["here"]] >= strictest(row), row


@pytest.mark.parametrize(
    ("words", "weeks", "state"),
    [("week 12", 6, "closed"), ("week 12", 12, "open"), ("ask", None, "closed"), ("changed: seated", None, "changed")],
)
def test_how_an_older_cell_is_read(words: str, weeks: int | None, state: str) -> None:
    """A week closes until it has come; what must be asked is closed."""
    assert decided(words, weeks=weeks) == state
