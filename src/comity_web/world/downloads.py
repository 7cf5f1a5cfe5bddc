"""The panel or a part of it as CSV, JSON or Parquet, with who is to be named beside or inside."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from comity.reports.source_notes import licence_words
from comity.terms.arrays import IntArray
from comity.terms.errors import UnknownName
from comity.terms.version import VERSION
from comity.world.manifest import SourceRecord
from comity.world.partners import partners
from comity_web.world.evidence import manifest, panel

if TYPE_CHECKING:
    import pandas as pd

KINDS = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
}
#: Rows written at a time, so that a reader gets the first of them at once.
_CHUNK = 20_000


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of the panel.

    Parameters
    ----------
    name
        For the file's name: ``"panel"``, an indicator or a partner.
    rows
        Positions ``(n,)``, in the panel's order.
    """

    name: str
    rows: IntArray

    @property
    def file_name(self) -> str:
        """Name of the file without its ending."""
        return f"comity-{self.name}-{panel().edition}"


def whole_panel() -> Part:
    """Every row."""
    return Part("panel", np.arange(len(panel().value)))


def one_indicator(name: str) -> Part:
    """Rows of an indicator; refuses a name that is not in the panel."""
    rows = panel().rows_of(name)
    return Part(name, np.arange(rows.start, rows.stop))


def one_partner(code: str) -> Part:
    """Rows of a partner, by any name or code."""
    found, held = partners().resolve(code).id, panel()
    place = held.partners.index(found) if found in held.partners else -1
    return Part(found, np.flatnonzero(held.partner == place))


def check_kind(kind: str) -> str:
    """Refuse a format that is not offered."""
    if kind not in KINDS:
        raise UnknownName("format", kind, KINDS)
    return kind


def sources_of(part: Part) -> list[SourceRecord]:
    """Sources whose figures are in a part, those of derived indicators by their topic."""
    held = panel()
    present = np.unique(held.indicator[part.rows])
    ids = {held.catalogue[held.indicators[i]].source for i in present}
    return [record for record in manifest().sources if record.id in ids]


def attribution(part: Part) -> list[str]:
    """Return the lines that say whose figures these are and what may be done with them."""
    citations = {i.source: i.citation for i in panel().catalogue.values()}
    lines = [f"Comity {VERSION}, panel edition {panel().edition}: {part.name}."]
    lines.append(
        "Name the publishers below wherever you show these figures or pass them on. Comity compiled "
        "them from the publishers' files; no publisher has checked or endorsed the result."
    )
    for record in sources_of(part):
        words = licence_words(record.licence)
        lines.append(
            f"{record.id}: {citations.get(record.id) or record.title} "
            f"Edition: {record.vintage}. Licence: {record.licence_name} ({words}, class "
            f"{record.licence})."
        )
        if record.licence not in {"P", "O"}:
            lines.append(f"  {record.id} was imported here; its licence may forbid passing it on.")
    return lines


def csv_chunks(part: Part) -> Iterator[bytes]:
    """CSV with a header line, some thousand rows at a time."""
    import pyarrow as pa
    from pyarrow import csv

    yield (",".join(_frame(part.rows[:0]).columns) + "\n").encode()
    plain = csv.WriteOptions(include_header=False, quoting_style="needed")
    for frame in _frames(part):
        sink = pa.BufferOutputStream()
        csv.write_csv(pa.Table.from_pandas(frame, preserve_index=False), sink, plain)
        yield bytes(sink.getvalue())


def json_chunks(part: Part) -> Iterator[bytes]:
    """One object: ``attribution`` (lines), ``edition``, ``columns``, and ``rows`` as lists."""
    head = {
        "attribution": attribution(part),
        "edition": panel().edition,
        "columns": list(_frame(part.rows[:0]).columns),
    }
    yield (json.dumps(head, ensure_ascii=False)[:-1] + ', "rows": [').encode()
    for number, frame in enumerate(_frames(part)):
        rows = frame.to_json(orient="values", force_ascii=False, double_precision=15)[1:-1]
        yield (("" if number == 0 else ",") + rows).encode()
    yield b"]}\n"


def parquet_bytes(part: Part) -> bytes:
    """Parquet with the attribution in the file's metadata, as ``comity.attribution``."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.Table.from_pandas(_frame(part.rows), preserve_index=False)
    said = {
        b"comity.attribution": "\n".join(attribution(part)).encode(),
        b"comity.edition": panel().edition.encode(),
    }
    sink = pa.BufferOutputStream()
    pq.write_table(table.replace_schema_metadata(said), sink, compression="zstd")
    return bytes(sink.getvalue())


def _frames(part: Part) -> Iterator["pd.DataFrame"]:
    for start in range(0, len(part.rows), _CHUNK):
        yield _frame(part.rows[start : start + _CHUNK])


def _frame(rows: IntArray) -> "pd.DataFrame":
    import pandas as pd

    held = panel()
    about = [held.catalogue[name] for name in held.indicators]
    book = partners()
    names = [book[p].name if p in book else p for p in held.partners]

    def column(codes: IntArray, words: "list[str] | tuple[str, ...]") -> "pd.Series[str]":
        return pd.Series(np.asarray(words, dtype=object)[codes[rows]], dtype=str)

    return pd.DataFrame(
        {
            "partner": column(held.partner, held.partners),
            "name": column(held.partner, names),
            "indicator": column(held.indicator, held.indicators),
            "year": held.year[rows],
            "value": held.value[rows],
            "error": held.error[rows],
            "unit": column(held.indicator, [i.unit for i in about]),
            "source": column(held.indicator, [i.source for i in about]),
            "vintage": column(held.vintage, held.vintages),
            "licence": column(held.indicator, [str(i.licence) for i in about]),
        }
    )
