"""Answers become an intake. What nobody answered stays absent: nothing is assumed.

Minutes and training days are asked after screening. Until then the smallest plan stands in for them: screening reads neither.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from psoas import journey
from psoas.catalogue.safety_rules import RedFlag
from psoas.exchange.documents import read_part
from psoas.records.damage import Damaged
from psoas.screening.intake import Answer, Intake
from psoas.vocabulary.dates import WEEKDAYS
from psoas.vocabulary.errors import BadInput
from psoas.web import clock, words
from psoas.web.intake.route import FURTHER, SAFETY, Parts
from psoas.web.safety_answers import WISHES

NOT_YET_ASKED: Mapping[str, Any] = {"minutes_per_day": 5, "training_days": ["mon"]}
WEEKS_IN = {"weeks": 1.0, "months": 30.44 / 7, "years": 365.25 / 7}
YES = {"yes": True, "no": False, "unknown": None}


def intake_of(parts: Parts) -> Intake:
    """The intake these parts add up to; every page that screening needs must be among them.

    Damaged, where a page holds what no form of ours gives: a file that was changed by hand can bring such a page.
    """
    document: dict[str, Any] = {"psoas": "intake/1", **NOT_YET_ASKED}
    try:
        for read in (_who, _pain, _answers, _health, _pregnancy, _moving, _falls, _questions, _more, _ahead, _wishes):
            document |= read(parts)
        return _with_further_answers(_intake(document), parts)
    except (KeyError, TypeError, AttributeError, ValueError, BadInput) as error:
        raise Damaged("answers") from error


def _intake(document: Mapping[str, Any]) -> Intake:
    return read_part(_known(document), Intake, former=True)


def further_questions(intake: Intake) -> tuple[RedFlag, ...]:
    """The questions that concern this person and not everybody."""
    return tuple(flag for flag in journey.safety_questions(intake, today=clock.today()) if flag.asked)


def _with_further_answers(intake: Intake, parts: Parts) -> Intake:
    """Answers to questions that no longer concern this person are left behind."""
    said: Mapping[str, Answer] = parts.get(FURTHER, {}).get("answers", {})
    asked = {flag.id for flag in further_questions(intake)}
    return replace(intake, answers=intake.answers | {name: answer for name, answer in said.items() if name in asked})


def _known(document: Mapping[str, Any]) -> dict[str, Any]:
    return {field: value for field, value in document.items() if value is not None}


def _who(parts: Parts) -> dict[str, Any]:
    return {"born": parts["you"]["born"], "sex": parts["you"].get("sex", "unstated")}


def _pain(parts: Parts) -> dict[str, Any]:
    said = parts["pain"]
    report = {
        "now": said["now"],
        "average_week": said["average_week"],
        "worst_week": parts.get("more", {}).get("worst_week"),
        "weeks": int(said["amount"] * WEEKS_IN[said["unit"]]),
        "seen_by_clinician": YES[said["seen"]],
    }
    return {"pain": _known(report)}


def _answers(parts: Parts) -> dict[str, Any]:
    answers: dict[str, str] = {}
    for page in SAFETY:
        answers |= parts.get(page, {}).get("answers", {})
    return {"answers": answers, "returns": list(parts.get("returns", {}).get("returns", []))}


def _health(parts: Parts) -> dict[str, Any]:
    ticked = parts["health"]["ticked"]
    operations = parts.get("operations", {}).get("what", []) if "operations" in ticked else []
    return {
        "conditions": parts.get("conditions", {}).get("chosen", []) if "conditions" in ticked else [],
        "surgeries": [_surgery(what, parts[f"operation-{what}"]) for what in operations],
    }


def _surgery(what: str, said: Mapping[str, Any]) -> dict[str, Any]:
    surgery = {
        "what": what,
        "side": said.get("side"),
        "levels": said.get("levels") or ["unknown"] if what in words.SPINE_OPERATIONS else None,
        "on": said.get("day") or (str(said["year"]) if said.get("year") else None),
        "cleared_on": said.get("cleared_on"),
        "discharged": True if said["cleared"] == "discharged" else None,
        "limits_lifted_on": said.get("limits_lifted_on"),
    }
    return _known(surgery)


def _pregnancy(parts: Parts) -> dict[str, Any]:
    said = parts.get("pregnancy", {}) if "pregnancy" in parts["health"]["ticked"] else {}
    if said.get("state") == "birth":
        return {"birth_on": said["birth_on"]}
    if said.get("state") != "pregnant":
        return {}
    girdle = YES[said.get("girdle", "unknown")]
    return {"pregnancy": _known({"weeks": said["weeks"], "pelvic_girdle_pain": girdle})}


def _moving(parts: Parts) -> dict[str, Any]:
    """Standing and walking, as told by those to whom they are hard; for others the walk of the fuller picture."""
    hard = parts.get("moving", {}) if "moving" in parts["health"]["ticked"] else {}
    walks = hard.get("walks") or parts.get("more", {}).get("walks")
    walking = _known({"minutes_now": int(walks) if walks else None, "aid": hard.get("aid")})
    return {"stands": hard.get("stands"), "walking": walking or None}


def _falls(parts: Parts) -> dict[str, Any]:
    """Not ticking the line on falls was an answer too: none, steady, not worried."""
    if "falls" not in parts["health"]["ticked"]:
        return {"falls": {"last_12_months": 0, "unsteady": False, "worried": False}}
    said = parts["falls"]
    falls = {"last_12_months": int(said["count"]), "unsteady": YES[said["unsteady"]], "worried": YES[said["worried"]]}
    return {"falls": _known(falls)}


def _questions(parts: Parts) -> dict[str, Any]:
    read: dict[str, Any] = {}
    if "floor" in parts:
        read["floor"] = parts["floor"]["floor"]
    if "time" in parts:
        read["minutes_per_day"] = int(parts["time"]["minutes"])
    if "days" in parts:
        read["training_days"] = parts["days"]["days"]
    if "have" in parts:
        read["equipment"] = parts["have"]["equipment"]
    return {**read, "sitting": _sitting(parts.get("sitting", {}))}


def _sitting(said: Mapping[str, Any]) -> list[dict[str, Any]]:
    days = list(WEEKDAYS[:5] if said.get("days") == "weekdays" else WEEKDAYS)
    windows = [name.split("-") for name in said.get("when", [])]
    return [{"from": start, "to": end, "days": days} for start, end in windows]


def _more(parts: Parts) -> dict[str, Any]:
    said = parts.get("more", {})
    goals = [line.strip() for line in said.get("goals", "").splitlines() if line.strip()]
    numbers = {"cardio_minutes": said.get("cardio"), "breaks_every": said.get("every")}
    told = {name: int(number) for name, number in numbers.items() if number}
    return {"avoid": said.get("avoid", []), "goals": goals, **told}


def _wishes(parts: Parts) -> dict[str, Any]:
    """Favourites, and what is never wanted, as told on the pages of the movements."""
    said = parts.get(WISHES, {})
    return {"emphasis": said if any(said.values()) else None}


def _ahead(parts: Parts) -> dict[str, Any]:
    """An operation that is planned; a side belongs to hips and knees alone."""
    said = parts.get("ahead", {})
    what = said.get("what", "none")
    if what == "none":
        return {}
    side = said.get("side") if what in words.SIDED_OPERATIONS else None
    return {"operation_ahead": _known({"what": what, "side": side, "on": said.get("on")})}
