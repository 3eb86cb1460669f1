"""What former versions wrote, brought forward when it is read back from the record or from a saved file.

A return once said in free words who had seen the person; now it names a profession.

    former words hold                                now
    physio                                           physiotherapist
    surgeon, surgical                                surgeon
    midwife                                          midwife
    nurse                                            nurse
    emergency, A&E                                   emergency-department
    Dr, doctor, GP, physician                        physician
    none of these                                    no return: whoever it was, it ends no stop; positions it asked to
                                                     leave out are kept as positions to avoid

An accepted change once kept copies of whole days (`was`). They go: the change is still told with its reasons, and undoing it
changes no day any more.
"""

import re
from collections.abc import Mapping
from typing import Any, get_args

from psoas.screening.clinician_limits import Profession
from psoas.vocabulary.body import Avoid

FORMER_WORDS: Mapping[Profession, str] = {
    "physiotherapist": r"physio",
    "surgeon": r"surg",
    "midwife": r"midwi",
    "nurse": r"\bnurse",
    "emergency-department": r"emergency|\ba ?& ?e\b",
    "physician": r"\bdr\b|doctor|\bgp\b|physician",
}


def brought_forward(content: Any) -> Any:
    """The same content, in which every return names a profession and no change carries copies of days, however deep."""
    if isinstance(content, list):
        return [brought_forward(item) for item in content]
    if not isinstance(content, dict):
        return content
    inner = {name: brought_forward(item) for name, item in content.items() if not _is_copy_of_days(name, content)}
    return _with_professions(inner) if isinstance(inner.get("returns"), list) else inner


def _is_copy_of_days(name: str, content: Mapping[str, Any]) -> bool:
    return name == "was" and "change" in content


def _with_professions(told: dict[str, Any]) -> dict[str, Any]:
    returns = [_named(back) for back in told["returns"]]
    lost = [back for back, named in zip(told["returns"], returns, strict=True) if named is None]
    asked = [limit for back in lost for limit in back.get("limits") or [] if limit in get_args(Avoid)]
    kept = {**told, "returns": [back for back in returns if back is not None]}
    return kept if not asked else {**kept, "avoid": list(dict.fromkeys([*(told.get("avoid") or []), *asked]))}


def _named(back: Any) -> Any:
    """The return with its profession; itself where it has none to name; None where nobody knows who it was."""
    by = back.get("by") if isinstance(back, dict) else None
    if not isinstance(by, str) or by in get_args(Profession):
        return back
    found = next((name for name, words in FORMER_WORDS.items() if re.search(words, by, re.IGNORECASE)), None)
    return None if found is None else {**back, "by": found}
