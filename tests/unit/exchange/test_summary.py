"""The sheet for a therapist: one page whatever there is to tell, tagged, titled, and nothing dropped in silence."""

import io
from dataclasses import replace
from datetime import timedelta

import pikepdf
import pytest
from diary_year import a_year, examinations
from example_people import ALL_NO, FRANK, INES, MAYA, ROSA, START, TODAY

from psoas import journey
from psoas.diary.entry import Diary, Done, Entry
from psoas.exchange.pdf import write_pdf
from psoas.exchange.sheet import OnRecord, Sheet
from psoas.exchange.summary import summary
from psoas.screening.clinician_limits import ClinicianLimits, DirectionLimit, DoseLimit
from psoas.screening.intake import Falls, Intake, Return

LATER = START + timedelta(days=40)
LIMITS = ClinicianLimits(
    by="physiotherapist",
    on=TODAY,
    exercises=("glute-bridge",),
    doses=(DoseLimit(exercise="sit-to-stand", sets=2, reps=8),),
    directions=(DirectionLimit(direction="hip-flexion", up_to_deg=90),),
    note="Groin pinch on deep flexion.",
)
HEAVY = replace(
    FRANK,
    conditions=(
        "osteoporosis",
        "spinal-stenosis",
        "anticoagulants",
        "hip-osteoarthritis",
        "knee-osteoarthritis",
        "neuropathy",
        "vertigo-or-faints",
        "lung-disease",
        "shoulder-problem",
    ),
    answers={**ALL_NO, "one-leg-numb": "known", "calf-pain-walking": "known", "morning-stiffness-long": "known"},
    falls=Falls(last_12_months=2, unsteady=True, worried=True),
    goals=("tie my shoes without pain", "carry my grandchild", "sit through a film"),
    returns=(Return(answer="one-leg-numb", seen_on=TODAY, by="physician"),),
    clinician_limits=(LIMITS,),
)
PEOPLE = {"Maya": MAYA, "Frank": FRANK, "Rosa": ROSA, "Ines": INES, "everything at once": HEAVY}


def sheet_of(intake: Intake) -> Sheet:
    plan = journey.plan(intake, start=START, today=TODAY)
    events = tuple(
        Entry(
            on=START + timedelta(days=day),
            adverse_event=f"Fell in the garden, {day}.",
            exercises=(Done(exercise="sit-to-stand", side="both", sets=2, reps=8, felt="sharp"),),
        )
        for day in range(1, 13)
    )
    year = [entry for entry in a_year(LATER) if entry.on not in {event.on for event in events}]
    diary = Diary(entries=tuple(sorted([*year, *events], key=lambda entry: entry.on)))
    record = OnRecord(plan=plan, diary=diary, examinations=examinations(LATER), screened_on=TODAY)
    return summary(record, today=LATER)


def text_of(sheet: Sheet) -> str:
    sections = (*sheet.core, *sheet.plan)
    lines = [line for section in sections for line in (section.title, *section.lines)]
    cells = [cell for section in sections if section.table for row in section.table.rows for cell in row]
    return "\n".join([*sheet.about, *lines, *cells])


@pytest.mark.parametrize("who", PEOPLE)
def test_the_core_is_one_page_and_the_plan_a_second(who: str) -> None:
    """Whatever there is to tell: the text becomes smaller, and then the rest is counted."""
    with pikepdf.open(io.BytesIO(write_pdf(sheet_of(PEOPLE[who])))) as pdf:
        assert len(pdf.pages) == 2
        width, height = pdf.pages[0].mediabox[2:]
        assert (round(float(width)), round(float(height))) == (595, 842)


def test_a_screen_reader_can_read_it() -> None:
    """Tagged, titled, with its language and the mark of PDF/UA-1; tables have header cells, the drawing a text."""
    with pikepdf.open(io.BytesIO(write_pdf(sheet_of(MAYA)))) as pdf:
        root = pdf.Root
        roles = _roles(root.StructTreeRoot)

        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang) == "en"
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_metadata() as meta:
            assert meta["dc:title"] == "Summary for your therapist"
            assert meta["pdfuaid:part"] == "1"
        assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/L", "/LI", "/Figure"} <= {role for role, _alt in roles}
        assert all(alt for role, alt in roles if role == "/Figure")
        assert all("/StructParents" in page for page in pdf.pages)


def test_it_tells_limits_with_who_set_them_and_what_is_missing_is_counted() -> None:
    told = text_of(sheet_of(HEAVY))

    assert "Set by a physiotherapist on 2026-11-20: without bridge; sit to stand at most 2 sets × 8 times" in told
    assert "Groin pinch on deep flexion." in told
    assert "more in the app" in told
    assert "Seen 2026-11-20 by a doctor for" in told


def test_it_tells_what_happened_and_what_was_sharp_with_its_days() -> None:
    told = text_of(sheet_of(MAYA))

    assert "Fell in the garden, 12." in told
    assert "and 7 more in the app" in told
    assert "Sharp or shooting: sit to stand" in told


def test_a_week_without_entries_is_empty_and_not_zero() -> None:
    plan = journey.plan(MAYA, start=START, today=TODAY)
    diary = Diary(entries=(Entry(on=START, minutes_walked=0), Entry(on=START + timedelta(days=15))))
    sheet = summary(OnRecord(plan=plan, diary=diary), today=START + timedelta(days=16))

    weeks = next(section.table for section in sheet.core if section.table and section.table.head[0] == "Week from")
    assert [row[4] for row in weeks.rows] == ["0", "", ""]
    assert [row[2] for row in weeks.rows] == ["0", "", "0"]


def _roles(node: pikepdf.Object) -> list[tuple[str, str]]:
    """Every structure element's role, with its alternative text."""
    found: list[tuple[str, str]] = []
    if isinstance(node, pikepdf.Dictionary) and "/S" in node:
        found.append((str(node.S), str(node.get("/Alt", ""))))
    kids = node.get("/K") if isinstance(node, pikepdf.Dictionary) else None
    children = list(kids) if isinstance(kids, pikepdf.Array) else [kids] if kids is not None else []
    for child in children:
        if isinstance(child, pikepdf.Dictionary):
            found += _roles(child)
    return found
