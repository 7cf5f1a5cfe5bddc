"""Write the reference of sources and indicators from their descriptions and the embedded panel.

python scripts/write_source_reference.py
"""

from collections.abc import Iterable
from pathlib import Path

from comity.terms.indicator import Indicator
from comity.world.deriving import derived_topics
from comity.world.load import load_manifest
from comity.world.source import Source, all_sources

FOLDER = Path(__file__).parent.parent / "docs" / "reference"

SOURCES = """# Sources

<!-- Written by scripts/write_source_reference.py from the descriptions in src/comity/world/; do not edit. -->

Whose figures Comity reads. Licence classes: **P** public domain and **O** open licence may be part of the reference panel;
**C** free to use with citation but no open licence stated, **NC** non-commercial use only and **ND** share unmodified only may
not: [bring your own file](../how-to/bring-your-own-data.md). Read the publisher's terms first. What each
indicator means is on the page [Indicators](indicators.md).

"""
INDICATORS = """# Indicators

<!-- Written by scripts/write_source_reference.py from the descriptions in src/comity/world/; do not edit. -->

What Comity can know of a partner. *Higher* and *lower* say which end is favourable to cooperation, a Comity default that a
model may turn round; *neither* needs a direction in the model. Where *absent means zero* is said, nothing was
reported because nothing happened; everywhere else a value that is not there is unknown.

"""
_MARKS = str.maketrans({mark: "\\" + mark for mark in "\\`*_{}[]<>$|#"})
_FAVOURABLE = {"higher": "higher is favourable", "lower": "lower is favourable"}


def plain(text: str) -> str:
    """Text in which nothing is read as Markdown."""
    return text.translate(_MARKS)


def source_reference() -> str:
    """Text of the page of sources."""
    held = {record.id: record for record in load_manifest(imports=False).sources}
    years = {name: f"{record.first}-{record.last}" for name, record in held.items()}
    parts = [SOURCES, "## In the reference panel\n\n"]
    sources = all_sources().values()
    parts += [_source(source, years[source.id]) for source in sources if source.id in years]
    parts.append("## From your own file\n\n")
    parts += [_source(source, "") for source in sources if source.id not in years]
    parts.append("## Computed by Comity\n\n")
    parts += [_source(s, years.get(s.id, "")) for s in derived_topics().values()]
    return _joined(parts)


def indicator_reference() -> str:
    """Text of the page of indicators."""
    parts = [INDICATORS]
    for source in (*all_sources().values(), *derived_topics().values()):
        parts.append(f"## {source.id}: {plain(source.title)}\n\n")
        parts += [_indicator(indicator, source) for indicator in source.indicators]
    return _joined(parts)


def _source(source: Source, years: str) -> str:
    fiscal = source.frequency == "fiscal"
    rows = {
        "Publisher": plain(source.publisher),
        "Licence": f"{plain(source.licence_name)} (class {source.licence})",
        "Edition": plain(source.vintage),
        "Years in the panel": years,
        "A year is": "a US fiscal year, October to September" if fiscal else "a calendar year",
        "Holds": _held(source),
        "How to get it": _way(source),
        "File": " or ".join(f"`{name}`" for name in source.files),
        "Cite": plain(source.citation),
    }
    lines = [f"- {label}: {text}" for label, text in rows.items() if text]
    return "\n".join([f"### {plain(source.title)} (`{source.id}`)", "", *lines]) + "\n\n"


def _held(source: Source) -> str:
    """The first few titles; all of them are on the other page."""
    titles = [plain(indicator.title) for indicator in source.indicators]
    more = f"; and {len(titles) - 4} more" if len(titles) > 4 else ""
    return "; ".join(titles[:4]) + more


def _way(source: Source) -> str:
    if not source.page:
        return ""
    fetched = f"`comity world fetch {source.id}`, or by hand from " if source.url else "by hand, "
    return f"{fetched}<{source.page}>; then `comity world import {source.id} FILE`"


def _indicator(indicator: Indicator, source: Source) -> str:
    facts = [
        plain(indicator.unit),
        _FAVOURABLE.get(str(indicator.direction), "neither end is favourable"),
        *(["with standard errors"] if indicator.error else []),
        *([_zeros(indicator, source)] if indicator.zero_if_absent else []),
    ]
    if indicator.derived_from:
        facts.append("from " + ", ".join(f"`{name}`" for name in indicator.derived_from))
    return (
        f"`{indicator.id}`: {plain(indicator.title)}\n"
        f": {plain(indicator.definition)} *{'; '.join(facts)}.*\n\n"
    )


def _zeros(indicator: Indicator, source: Source) -> str:
    years = source.own_zero_years.get(indicator.id, source.zero_years)
    return "absent means zero" + (f" in {years[0]}-{years[1]}" if years else "")


def _joined(parts: Iterable[str]) -> str:
    return "".join(parts).rstrip("\n") + "\n"


if __name__ == "__main__":
    (FOLDER / "sources.md").write_text(source_reference(), encoding="utf-8")
    (FOLDER / "indicators.md").write_text(indicator_reference(), encoding="utf-8")
