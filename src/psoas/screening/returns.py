"""Coming back after a stop: seen on a day, by somebody, fine to exercise or with limits.

    what was stopped              a return counts for      afterwards, while the answer is still yes
    emergency                     14 days                  restricted, routine: the gentlest rows only, nothing progresses
    same-day, within two weeks    28 days                  limited, routine

A yes means new in about the last two weeks, or getting worse. So an older visit cannot have been about it: the stop holds
again, and whoever has been unchanged since the visit answers `known`. The return's own limits hold in any case, and the reason
stays to be seen. A missing answer is never mended by a return. See docs/decisions/0005-returns.md.
"""

from datetime import date

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.safety_rules import Scope
from psoas.screening.concern import Concern
from psoas.screening.intake import Return
from psoas.vocabulary.evidence import Reason
from psoas.vocabulary.language import long_day

DAYS_AFTER_EMERGENCY = 14
DAYS_AFTER_OTHER = 28
DAYS_OF_CLEARANCE = 365
"""How long a clearance for heart, pressure, aorta or clot holds: a yearly look is customary. Status D."""


def covering(returns: tuple[Return, ...], answer: str, *, emergency: bool, today: date) -> Return | None:
    """The latest return that still answers for this question, if any."""
    days = DAYS_AFTER_EMERGENCY if emergency else DAYS_AFTER_OTHER
    return _latest(returns, answer, days=days, today=today)


def was_seen(returns: tuple[Return, ...], names: tuple[str, ...]) -> bool:
    """Is any visit on record for one of these, however long ago?"""
    return any(back.answer in names for back in returns)


def has_clearance(returns: tuple[Return, ...], condition: str, *, today: date) -> bool:
    """Did a clinician clear exercise with this condition within the year?"""
    return _latest(returns, condition, days=DAYS_OF_CLEARANCE, today=today) is not None


def limits_asked(returns: tuple[Return, ...], *, catalogue: Catalogue) -> tuple[str, ...]:
    """The condition rows that returning clinicians asked for; `kneeling` may stand for `avoid-kneeling`."""
    return tuple(row_named(limit, catalogue) or limit for back in returns for limit in back.limits)


def row_named(limit: str, catalogue: Catalogue) -> str | None:
    """The condition row that a return's limit names."""
    return next((name for name in (limit, f"avoid-{limit}") if name in catalogue.conditions), None)


def _latest(returns: tuple[Return, ...], answer: str, *, days: int, today: date) -> Return | None:
    held = [back for back in returns if back.answer == answer and 0 <= (today - back.seen_on).days <= days]
    return max(held, key=lambda back: back.seen_on, default=None)


def after_return(found: Concern, back: Return, catalogue: Catalogue, *, emergency: bool) -> Concern:
    """A stop that a clinician has looked at: still to be seen, no longer a stop."""
    eased: Scope = found.scope if found.scope != "none" else "restricted" if emergency else "limited"
    says = catalogue.reason("seen-and-fine", on=long_day(back.seen_on), by=catalogue.reason(f"by-{back.by}").says).says
    return Concern(
        urgency="routine",
        scope=eased,
        reason=Reason(id=found.reason.id, says=says, source=found.reason.source),
        limits=(*found.limits, *(["after-emergency"] if emergency else [])),
    )
