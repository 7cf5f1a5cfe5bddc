"""What the pages about authorities share: the frame with its filters, one card, one facet."""

from base64 import b64encode
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from importlib.resources import files
from typing import Any

from comity.authorities.catalogue import DISCLAIMER
from comity.terms.authority import Authority, Certainty
from comity.terms.version import VERSION

SEARCHED = ("id", "citation", "name", "permits", "account", "recipients")
MANY = "|"  # between the values of a card that has several for one facet


def document(template: str, **values: Any) -> str:
    """Fill a page: its style and script stand inside, and only that script may run.

    Parameters
    ----------
    template
        Name of a file in the folder of templates.
    values
        What the template shows.
    """
    from jinja2 import Environment, FunctionLoader
    from markupsafe import Markup

    script = _template("authorities_page.js")
    return (
        Environment(autoescape=True, loader=FunctionLoader(_template))
        .get_template(template)
        .render(
            **values,
            disclaimer=DISCLAIMER,
            version=VERSION,
            style=Markup(_template("authorities_page.css")),  # noqa: S704 (our own file)
            script=Markup(script),  # noqa: S704 (our own file)
            script_hash=b64encode(sha256(script.encode()).digest()).decode(),
        )
    )


def _template(name: str) -> str:
    return files("comity.reports").joinpath("templates", name).read_text(encoding="utf-8")


def facet(name: str, label: str, records: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return a filter with its values, the most frequent first.

    Parameters
    ----------
    name
        The key of the cards; a card with several values joins them with ``MANY``.
    label
        What the reader sees.
    records
        The cards.
    """
    values = Counter(value for r in records for value in r[name].split(MANY) if value)
    choices = [{"value": value, "count": count} for value, count in values.most_common()]
    return {"name": name, "label": label, "choices": choices}


def card(record: Authority) -> dict[str, Any]:
    """Return what a card of either page says of a record before its own fields."""
    return {
        "id": record.id,
        "name": record.name,
        "citation": record.citation,
        "title": record.title,
        "category": record.category,
        "subcategory": record.subcategory,
        "certainty": record.certainty.value,
        "css": style_of(record.certainty),
        "text": " ".join(getattr(record, name) for name in SEARCHED).lower(),
        "sources": [
            {
                "address": source.address,
                "kind": source.kind,
                "link": source.address.startswith("https://"),
            }
            for source in record.sources
        ],
    }


def style_of(certainty: Certainty) -> str:
    """Return the class of the style sheet that colours a badge."""
    return certainty.value.replace(" ", "-")


def one(text: str) -> list[str]:
    """Return the text as the only line of a field; none where there is nothing to say."""
    return [text] if text and text != "n/a" else []


def mission(record: Authority) -> list[str]:
    """Return what the Chief of Mission has to do with it."""
    told = record.approval.chief_of_mission
    return [f"Chief of Mission: {told}"] if told else []


def ceilings(record: Authority) -> list[str]:
    """Return every ceiling with its dates and certainty."""
    return [
        f"USD {cap.usd:,} per {cap.scope}" + (f" ({cap.text})" if cap.text else "")
        + f", {cap.span.begins or 'start not recorded'} to {cap.span.ends or 'now'} [{cap.certainty}]"
        for cap in record.caps
    ]  # fmt: skip
