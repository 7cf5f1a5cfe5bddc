"""Compute derived topics again when one of the sources they rest on was imported or taken out."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from comity.terms.indicator import Indicator
from comity.terms.licence import Licence
from comity.world.build import FIRST_YEAR, describe_rows
from comity.world.deriving import derive_topics, derived_topics, inputs_of
from comity.world.home import IMPORTS, home
from comity.world.load import load_panel
from comity.world.manifest import Manifest, SourceRecord
from comity.world.source import Source, get_source
from comity.world.stacking import to_frame, to_panel
from comity.world.storage import write_panel

if TYPE_CHECKING:
    import pandas as pd

SHORT = "Figures before 1990 are at hand for the imported source only."


def rederive(changed: set[str], *, fresh: "pd.DataFrame | None" = None) -> tuple[SourceRecord, ...]:
    """Bring the user's derived topics in line with the user's imports.

    Topics that rest on a changed source are computed again from the embedded panel and the
    imports; those that rest on no import any more fall back to the embedded figures.

    Parameters
    ----------
    changed
        Ids of the sources that were imported or taken out.
    fresh
        Long frame of the source just imported, the years before 1990 included.

    Returns
    -------
    tuple of SourceRecord
        The topics that were computed again.
    """
    topics = derived_topics()
    folder = home() / IMPORTS / "derived"
    imported = {path.stem for path in (home() / IMPORTS).glob("*.parquet")}
    touched = resting_on(changed, topics)
    still = resting_on(imported, topics)
    for name in touched - still:
        (folder / f"{name}.parquet").unlink(missing_ok=True)
    again = {name: topics[name] for name in sorted(touched & still)}
    if not again:
        return ()
    frame = _inputs(again, fresh)
    made = [
        (topic, figures, frozenset(_imports_under(topic, imported, topics)))
        for topic, figures in derive_topics(frame, again)
        if (figures["year"] >= FIRST_YEAR).any()
    ]
    return tuple(_write(topic, figures, under, folder) for topic, figures, under in made)


def resting_on(sources: set[str], topics: Mapping[str, Source]) -> set[str]:
    """Topics that are computed from the sources, directly or through other topics."""
    found: set[str] = set()
    while True:
        lead = sources | found
        more = {
            name
            for name, topic in topics.items()
            if {identifier.partition(".")[0] for identifier in inputs_of(topic)} & lead
        }
        if more <= found:
            return found
        found |= more


def _inputs(again: Mapping[str, Source], fresh: "pd.DataFrame | None") -> "pd.DataFrame":
    """Everything that the topics are computed from, except what they compute themselves."""
    import pandas as pd

    panel = load_panel()
    own = {indicator.id for topic in again.values() for indicator in topic.indicators}
    wanted = {name for topic in again.values() for name in inputs_of(topic)} - own
    frame = to_frame(panel)
    frame = frame[frame["indicator"].isin(wanted)]
    if fresh is None:
        return frame
    ours = set(fresh["indicator"])
    return pd.concat(
        [frame[~frame["indicator"].isin(ours)], fresh[fresh["indicator"].isin(wanted)]],
        ignore_index=True,
    )


def _imports_under(topic: Source, imported: set[str], topics: Mapping[str, Source]) -> set[str]:
    return {name for name in imported if topic.id in resting_on({name}, topics)}


def _write(
    topic: Source, figures: "pd.DataFrame", under: frozenset[str], folder: Path
) -> SourceRecord:
    """Keep one topic; its figures are under the strictest licence of the imports below it."""
    vintage = f"{topic.vintage}, with imported {', '.join(sorted(under))}"
    licence = _strictest(topic, under)
    described = {indicator.id: _under(indicator, licence) for indicator in topic.indicators}
    record = describe_rows(topic, figures, (), vintage=vintage)
    record = replace(record, licence=str(licence), dropped=(*record.dropped, SHORT))
    kept = figures[figures["year"] >= FIRST_YEAR].assign(vintage=vintage)
    write_panel(
        to_panel(kept, described),
        folder / f"{topic.id}.parquet",
        manifest=Manifest((record,)),
    )
    return record


def _strictest(topic: Source, under: frozenset[str]) -> Licence:
    closed = [get_source(name).licence for name in sorted(under)]
    return next((licence for licence in closed if not licence.may_ship), topic.licence)


def _under(indicator: Indicator, licence: Licence) -> Indicator:
    return replace(indicator, licence=licence)
