"""What leads from page to page, drawn alike everywhere: a page's head with the way back up, rows, the end of a form."""

from django import template
from django.shortcuts import resolve_url

register = template.Library()


@register.inclusion_tag("components/row-link.html")
def row_link(title: str, to: str, *at: object, anchor: str = "", text: str = "") -> dict[str, str]:
    """A row of a list: its title, a softer `text` below it, an arrow. `to`: an address, or a name with what it is `at`."""
    return {"title": title, "text": text, "href": resolve_url(to, *at) + (anchor and f"#{anchor}")}


@register.inclusion_tag("components/way-up.html")
def way_up(title: str, to: str) -> dict[str, str]:
    """The page above this one, by name."""
    return {"title": title, "href": resolve_url(to)}


@register.inclusion_tag("components/page-head.html")
def page_head(title: str, lead: str = "", *, up: str = "", to: str = "", at: object = None) -> dict[str, str]:
    """A page's name, in a sentence what it is for, and above it what it belongs to (`up`), as a link where it is a page."""
    address = resolve_url(to, *() if at is None else (at,)) if to else ""
    return {"title": title, "lead": lead, "up": up, "href": address}


@register.inclusion_tag("components/form-actions.html")
def form_actions(yes: str, no: str, to: str, *, danger: bool = False) -> dict[str, str | bool]:
    """The end of a form: send it, or leave it and go `to` another page. `danger`: what is sent cannot be taken back."""
    return {"yes": yes, "no": no, "href": resolve_url(to), "danger": danger}
