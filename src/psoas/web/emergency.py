"""Emergency numbers. The chosen country comes first; without a choice the browser's language suggests one; else 112."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from psoas.records import queries


@dataclass(frozen=True)
class Emergency:
    """A number and where it holds. From national emergency services' own pages, status M: verify before release."""

    country: str
    name: str | Promise
    number: str
    regions: tuple[str, ...] = ()


NUMBERS = (
    Emergency("europe", _("Europe, India, and most mobile phones"), "112", ("IN", "IE")),
    Emergency("uk", _("United Kingdom, Hong Kong, Malaysia"), "999", ("GB", "HK", "MY")),
    Emergency("us", _("United States, Canada, Mexico"), "911", ("US", "CA", "MX")),
    Emergency("australia", _("Australia"), "000", ("AU",)),
    Emergency("new-zealand", _("New Zealand"), "111", ("NZ",)),
    Emergency("japan", _("Japan, South Korea, Taiwan"), "119", ("JP", "KR", "TW")),
    Emergency("china", _("China"), "120", ("CN",)),
    Emergency("brazil", _("Brazil"), "192", ("BR",)),
    Emergency("south-africa", _("South Africa"), "10177", ("ZA",)),
)
COUNTRIES = tuple((emergency.country, emergency.name) for emergency in NUMBERS)


def number_for(request: HttpRequest, chosen: str) -> Emergency:
    """The number to show big."""
    wanted = chosen or queries.preferences()["country"]
    by_choice = next((emergency for emergency in NUMBERS if emergency.country == wanted), None)
    return by_choice or _by_language(request.headers.get("Accept-Language", "")) or NUMBERS[0]


def _by_language(header: str) -> Emergency | None:
    """The region of the first language that names one: `en-GB` suggests the United Kingdom."""
    tags = [tag.split(";")[0].strip() for tag in header.split(",")]
    regions = [tag.split("-")[-1].upper() for tag in tags if "-" in tag]
    found = (emergency for region in regions for emergency in NUMBERS if region in emergency.regions)
    return next(found, None)
