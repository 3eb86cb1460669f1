"""Where a reader finds a source: a DOI, a PubMed or PMC number, or an address.

    doi:10.1136/bmj.f7095    pmid:24169445    pmc:PMC6006840    https://www.nice.org.uk/guidance/ng59

A whole journal citation (year;volume:first page) finds a source too, as does a thesis named with its university.
"""

import re
from typing import Annotated

from annotated_types import Len

Locator = Annotated[str, Len(6, 300)]

WELL_FORMED = re.compile(r"doi:10\.\d{4,}/\S+|pmid:\d{5,9}|pmc:PMC\d{5,9}|https?://[\w.-]+\.\w{2,}(?:/\S*)?")
IN_A_JOURNAL = re.compile(r"\b(?:19|20)\d\d;[A-Z]?\d+(?:\(\d+\))?:[A-Za-z]?\d+")
A_THESIS = re.compile(r"\b[Tt]hesis, University of [A-Z]")
ADDRESSES = {
    "doi": "https://doi.org/",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/",
    "pmc": "https://pmc.ncbi.nlm.nih.gov/articles/",
}
NAMES = {"doi": "DOI", "pmid": "PubMed", "pmc": "PMC"}


def is_well_formed(locator: str) -> bool:
    """Does it have one of the four forms?"""
    return WELL_FORMED.fullmatch(locator) is not None


def leads_somewhere(citation: str) -> bool:
    """Is the citation alone enough to find the source in a library?"""
    return bool(IN_A_JOURNAL.search(citation) or A_THESIS.search(citation))


def address_of(locator: str) -> str:
    """Its address on the web."""
    kind, _, rest = locator.partition(":")
    return ADDRESSES[kind] + rest if kind in ADDRESSES else locator


def text_of(locator: str) -> str:
    """How it reads where no link may lead away: to be copied by hand."""
    kind, _, rest = locator.partition(":")
    return {"doi": f"DOI {rest}", "pmid": f"PubMed {rest}", "pmc": rest}.get(kind, locator)


def name_of(locator: str) -> str:
    """How a link to it reads: DOI, PubMed, PMC, or the site."""
    kind, _, rest = locator.partition(":")
    return NAMES[kind] if kind in NAMES else rest.removeprefix("//").removeprefix("www.").partition("/")[0]
