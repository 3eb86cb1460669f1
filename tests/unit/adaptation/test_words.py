"""The tables of rules speak plainly and cite what exists."""

import re

from psoas.adaptation.breaks import HURT
from psoas.adaptation.progress import ENOUGH, NO_ROOM, READY, TOP
from psoas.adaptation.readiness import CONDITIONS
from psoas.adaptation.rules import RULES
from psoas.adaptation.turning import NO_EASIER
from psoas.catalogue.catalogue import load
from psoas.vocabulary.evidence import Reason

REASONS: tuple[Reason, ...] = (
    *(rule.reason for rule in RULES),
    *(condition.reason for condition in CONDITIONS),
    *(HURT, READY, TOP, ENOUGH, NO_ROOM, NO_EASIER),
)
FRIGHTENING = re.compile(r"damage|wear|abnormal|fail|wrong|danger|must|!", re.IGNORECASE)


def test_every_reason_cites_a_source_of_the_catalogue() -> None:
    assert {reason.source for reason in REASONS} <= set(load().sources)


def test_no_reason_frightens_or_blames() -> None:
    assert [reason.says for reason in REASONS if FRIGHTENING.search(reason.says)] == []


def test_reasons_are_short_sentences() -> None:
    assert all(reason.says.endswith(".") and len(reason.says) <= 120 for reason in REASONS)


def test_each_reason_has_its_own_id() -> None:
    ids = [reason.id for reason in REASONS]

    assert len(ids) == len(set(ids))


def test_the_table_goes_from_the_strictest_to_the_mildest() -> None:
    order = ["stop", "replace", "ease", "reduce"]
    strictness = [order.index(rule.change) for rule in RULES]

    assert strictness == sorted(strictness)
