"""The tables of rules name sentences that exist, and go from the strictest to the mildest."""

from psoas.adaptation.easing_rules import RULES
from psoas.adaptation.readiness import CONDITIONS
from psoas.catalogue.catalogue import load


def test_every_rule_and_condition_has_its_sentence_in_the_catalogue() -> None:
    """The words stand there once, with their source and status."""
    ids = [*(rule.id for rule in RULES), *(condition.id for condition in CONDITIONS)]

    assert set(ids) <= set(load().reasons)
    assert len(ids) == len(set(ids))


def test_reasons_are_short_sentences() -> None:
    """Read aloud in one breath or two."""
    ids = [*(rule.id for rule in RULES), *(condition.id for condition in CONDITIONS)]
    said = [load().reasons[name] for name in ids]

    assert [reason.id for reason in said if not reason.says.endswith(".") or len(reason.says) > 160] == []


def test_the_table_goes_from_the_strictest_to_the_mildest() -> None:
    """A later rule never asks for more than an earlier one."""
    order = ["stop", "replace", "reduce"]
    strictness = [order.index(rule.change) for rule in RULES]

    assert strictness == sorted(strictness)
