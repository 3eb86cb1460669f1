"""Where a reader finds a source."""

import pytest

from psoas.catalogue.catalogue import load
from psoas.catalogue.locator import address_of, is_well_formed, leads_somewhere, name_of, text_of


@pytest.mark.parametrize(
    ("locator", "address", "name", "text"),
    [
        ("doi:10.1136/bmj.f7095", "https://doi.org/10.1136/bmj.f7095", "DOI", "DOI 10.1136/bmj.f7095"),
        ("pmid:24169445", "https://pubmed.ncbi.nlm.nih.gov/24169445", "PubMed", "PubMed 24169445"),
        ("pmc:PMC6006840", "https://pmc.ncbi.nlm.nih.gov/articles/PMC6006840", "PMC", "PMC6006840"),
        (
            "https://www.nice.org.uk/guidance/ng59",
            "https://www.nice.org.uk/guidance/ng59",
            "nice.org.uk",
            "https://www.nice.org.uk/guidance/ng59",
        ),
    ],
)
def test_each_form_of_locator_becomes_a_link_or_a_text(locator: str, address: str, name: str, text: str) -> None:
    """A DOI, a PubMed or PMC number, an address."""
    assert is_well_formed(locator)
    assert (address_of(locator), name_of(locator), text_of(locator)) == (address, name, text)


@pytest.mark.parametrize("text", ["doi:abc", "10.1136/bmj.f7095", "pmid:PMC12", "pmc:12345", "www.nice.org.uk", "ftp://a.b/c"])
def test_anything_else_is_no_locator(text: str) -> None:
    """It would look like one and lead nowhere."""
    assert not is_well_formed(text)


def test_a_whole_journal_citation_finds_a_source_and_half_of_one_does_not() -> None:
    """Year, volume and first page; a thesis by its university."""
    assert leads_somewhere("Sears WR. Spine J 2011;11:11-20")
    assert leads_somewhere("Cibulka MT et al. J Orthop Sports Phys Ther 2017;47:A1-A37")
    assert leads_somewhere("Anderson FC. Thesis, University of Texas at Austin, 1999")
    assert not leads_somewhere("Hart RA et al. Spine 2013")
    assert not leads_somewhere("Maughan 2010")


def test_a_source_where_the_figures_are_less_sure_than_the_design_says_both() -> None:
    """Design read, figures from memory: the lower of the two is its status."""
    half = [source for source in load().sources.values() if source.design]

    assert half
    assert all(source.status == "M" and source.design == "V" for source in half)
