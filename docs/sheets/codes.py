"""The codes of `psoas check`."""

from collections.abc import Mapping

from psoas.catalogue.catalogue import load
from psoas.catalogue.lint_codes import CHECKS
from psoas.catalogue.rules_version import rule_version
from sheets.markdown import page, table


def pages() -> Mapping[str, str]:
    """One page."""
    intro = "`psoas check` holds the catalogue to these. A code never changes its meaning; for each a test shows it fire."
    body = [[check.code, check.means, check.hint] for check in CHECKS]
    version = f"The shipped catalogue has no findings at rule version `{rule_version(load())}`."
    return {"checks.md": page("# Checks of the catalogue", intro, table(["code", "finds", "remedy"], body), version)}
