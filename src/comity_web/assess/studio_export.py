"""What the studio and a scenario hand out: model, workbook, brief, table."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass

from comity.assess.rank_intervals import RankIntervals
from comity.reports.brief import brief_html
from comity.reports.workbook import workbook_bytes
from comity_web.assess.cells import plain_cell
from comity_web.assess.scored import intervals_of
from comity_web.assess.studio_answer import settled_scores
from comity_web.assess.studio_settings import StudioSettings
from comity_web.site.computed import computed
from comity_web.world.groups import own_members

_COLUMNS = ("rank", "partner", "name", "score", "rank_median", "rank_q05", "rank_q95", "coverage")


@dataclass(frozen=True, slots=True)
class Export:
    """One kind of download.

    Parameters
    ----------
    title
        For the button.
    media_type, suffix
        Of the file.
    write
        Makes it.
    """

    title: str
    media_type: str
    suffix: str
    write: Callable[[StudioSettings], bytes]


def _toml(settings: StudioSettings) -> bytes:
    return settings.model.to_toml().encode()


def _csv(settings: StudioSettings) -> bytes:
    """Ranks with intervals and construct scores; each row says which recipe and data made it."""
    scores = settled_scores(settings)
    drawn = {r["partner"]: r for r in _drawn(settings).rows()}
    constructs = [c.id for c in scores.model.constructs]
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([*_COLUMNS, *constructs, "year", "recipe", "data"])
    about = [scores.year, scores.provenance.recipe, scores.provenance.data]
    for row in scores.rows():
        merged = {**drawn.get(row["partner"], {}), **row}
        cells = [plain_cell(merged.get(name)) for name in (*_COLUMNS, *constructs)]
        writer.writerow([*cells, *about])
    return text.getvalue().encode("utf-8-sig")


def _workbook(settings: StudioSettings) -> bytes:
    return workbook_bytes(settled_scores(settings), _drawn(settings))


def _brief(settings: StudioSettings) -> bytes:
    return brief_html(settled_scores(settings), _drawn(settings)).encode()


EXPORTS = {
    "csv": Export("Ranks (CSV)", "text/csv; charset=utf-8", "csv", _csv),
    "xlsx": Export(
        "Live workbook (Excel)",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsx",
        _workbook,
    ),
    "brief": Export("Brief (HTML)", "text/html; charset=utf-8", "html", _brief),
    "toml": Export("Model (TOML)", "application/toml; charset=utf-8", "toml", _toml),
}


def exported(settings: StudioSettings, kind: str) -> bytes:
    """Return the content of a download; a workbook takes seconds to write, so it is kept."""
    model = settings.model
    scored = settled_scores(settings).provenance
    asked = (settings.year, settings.group, own_members(settings.group))
    key = ("studio-export", kind, model.digest, model.title, *asked)
    return computed((*key, scored.data), lambda: EXPORTS[kind].write(settings))


def file_name(settings: StudioSettings, kind: str) -> str:
    """Name that says model, group and year."""
    parts = [settings.model.name, settings.group or "", str(settings.year)]
    return "-".join(p for p in parts if p).replace(" ", "-") + f".{EXPORTS[kind].suffix}"


def _drawn(settings: StudioSettings) -> RankIntervals:
    return intervals_of(settings.year, settings.group, settings.model)
