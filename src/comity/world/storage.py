"""A panel in one compact Parquet file that describes itself.

Columns: ``partner``, ``indicator`` and ``vintage`` (names), ``year``, ``digits`` and ``decimals``
(the value is ``digits / 10**decimals``), ``error_digits`` and ``error_decimals`` (empty where the
publisher gives no standard error). The rows are sorted by indicator, partner and year. The file's
metadata hold the manifest (``comity.manifest``) and the catalogue (``comity.catalogue``) as JSON.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from comity.terms.arrays import BoolArray, FloatArray, IntArray
from comity.terms.errors import FileError
from comity.terms.indicator import Direction, Indicator
from comity.terms.licence import Licence
from comity.world.decimals import from_decimals, to_decimals
from comity.world.manifest import Manifest
from comity.world.panel import Panel
from comity.world.writing import replacing

if TYPE_CHECKING:
    import pyarrow as pa

FORMAT = b"1"
_BUILD = "Make one with: comity world build RAW_FOLDER"
_NAMES = ("partner", "indicator", "vintage")
_NUMBERS: dict[str, np.dtype[Any]] = {
    "year": np.dtype("i2"),
    "digits": np.dtype("i8"),
    "decimals": np.dtype("i1"),
    "error_digits": np.dtype("i8"),
    "error_decimals": np.dtype("i1"),
}
_SPLIT = ("digits", "error_digits")
_DELTA = ("year", "decimals", "error_decimals")
_WRITING: dict[str, Any] = {
    "compression": "zstd",
    "compression_level": 22,
    "use_dictionary": list(_NAMES),
    "column_encoding": dict.fromkeys(_SPLIT, "BYTE_STREAM_SPLIT")
    | dict.fromkeys(_DELTA, "DELTA_BINARY_PACKED"),
    "data_page_size": 1 << 26,
    "dictionary_pagesize_limit": 1 << 24,
    "write_statistics": False,
    "store_schema": False,
    "write_page_checksum": True,
}


def write_panel(panel: Panel, path: Path, *, manifest: Manifest) -> None:
    """Write a panel; the same panel and manifest give the same bytes.

    Raises
    ------
    FileError
        If the file cannot be written; an older one of that name is then untouched.
    """
    import pyarrow.parquet as pq

    table = _table(panel)
    described = {
        b"comity.format": FORMAT,
        b"comity.manifest": manifest.to_json().encode(),
        b"comity.catalogue": _catalogue_json(panel).encode(),
    }
    with (
        replacing(path) as beside,
        pq.ParquetWriter(beside, table.schema, **_WRITING) as writer,
    ):
        writer.write_table(table, row_group_size=max(1, len(panel.value)))
        writer.add_key_value_metadata(described)


def read_panel(path: Path) -> Panel:
    """Read a panel.

    Raises
    ------
    FileError
        If the file is missing, damaged, or of another format.
    """
    return read_stored(path)[0]


def read_manifest(path: Path) -> Manifest:
    """What a panel's file was compiled from, without reading its values."""
    with _damage_is_named(path):
        return Manifest.from_json(_open(path)[1]["comity.manifest"])


def read_stored(path: Path) -> tuple[Panel, Manifest]:
    """Panel and manifest of one file; refuses as :func:`read_panel`."""
    with _damage_is_named(path):
        file, described = _open(path)
        manifest = Manifest.from_json(described["comity.manifest"])
        catalogue = _catalogue(json.loads(described["comity.catalogue"]))
        return _panel(file.read(use_threads=False).combine_chunks(), catalogue), manifest


def _panel(table: "pa.Table", catalogue: dict[str, Indicator]) -> Panel:
    names = {name: _named(table, name) for name in _NAMES}
    numbers = {name: _numbers(table, name) for name in _NUMBERS}
    return Panel(
        catalogue=catalogue,
        partners=names["partner"][0],
        indicators=names["indicator"][0],
        vintages=names["vintage"][0],
        partner=names["partner"][1],
        indicator=names["indicator"][1],
        vintage=names["vintage"][1],
        year=numbers["year"].astype(np.int64),
        value=from_decimals(numbers["digits"], numbers["decimals"]),
        error=_errors(table, numbers),
    )


def _open(path: Path) -> tuple[Any, dict[str, str]]:
    import pyarrow.parquet as pq

    if not path.is_file():
        raise FileError(path, "there is no such panel.", mend=_BUILD)
    # ParquetFile, not read_table: that one loads the whole dataset machinery first.
    file = pq.ParquetFile(path, read_dictionary=list(_NAMES), page_checksum_verification=True)
    described = file.metadata.metadata or {}
    if described.get(b"comity.format") != FORMAT:
        raise FileError(path, "this is no panel of this version of Comity.", mend=_BUILD)
    return file, {key.decode(): text.decode() for key, text in described.items()}


@contextmanager
def _damage_is_named(path: Path) -> Iterator[None]:
    """Whatever a damaged file makes Arrow or JSON say becomes one sentence."""
    import pyarrow as pa

    try:
        yield
    except (
        pa.ArrowException,
        OSError,
        KeyError,
        ValueError,
        TypeError,
        IndexError,
        AttributeError,
    ) as problem:
        raise _damaged(path, problem) from None


def _damaged(path: Path, problem: BaseException) -> FileError:
    said = str(problem).splitlines()[0][:120] if str(problem) else type(problem).__name__
    return FileError(
        path, f"the panel's file is damaged ({said}).", mend="Build, import or install it again."
    )


def _table(panel: Panel) -> "pa.Table":
    import pyarrow as pa

    digits, decimals = to_decimals(panel.value)
    error_digits, error_decimals = to_decimals(panel.error)
    unknown = np.isnan(panel.error)
    columns = {
        "partner": _dictionary(panel.partner, panel.partners),
        "indicator": _dictionary(panel.indicator, panel.indicators),
        "year": pa.array(panel.year.astype(_NUMBERS["year"])),
        "digits": pa.array(digits),
        "decimals": pa.array(decimals.astype("i1")),
        "error_digits": pa.array(error_digits, mask=unknown),
        "error_decimals": pa.array(error_decimals.astype("i1"), mask=unknown),
        "vintage": _dictionary(panel.vintage, panel.vintages),
    }
    return pa.table(columns)


def _dictionary(codes: IntArray, names: tuple[str, ...]) -> "pa.DictionaryArray":
    import pyarrow as pa

    return pa.DictionaryArray.from_arrays(
        pa.array(codes.astype("i4")), pa.array(names, pa.string())
    )


def _named(table: "pa.Table", column: str) -> tuple[tuple[str, ...], IntArray]:
    """Sorted names and the position of each row's name among them."""
    array = table[column].chunk(0)
    stored = array.dictionary.to_pylist()
    order = sorted(stored)
    place = {name: position for position, name in enumerate(order)}
    moved = np.array([place[name] for name in stored], dtype=np.int64)
    return tuple(order), moved[_buffer(array.indices, np.dtype("i4"))]


def _numbers(table: "pa.Table", column: str) -> Any:
    return _buffer(table[column].chunk(0), _NUMBERS[column])


def _buffer(array: Any, kind: "np.dtype[Any]") -> Any:
    """View an Arrow array as NumPy; its own ``to_numpy`` would import pandas (0.3 s)."""
    return np.frombuffer(array.buffers()[1], dtype=kind, count=len(array) + array.offset)[
        array.offset :
    ]


def _errors(table: "pa.Table", numbers: dict[str, Any]) -> FloatArray:
    column = table["error_digits"].chunk(0)
    known = _known(column)
    errors = np.full(len(column), np.nan)
    errors[known] = from_decimals(numbers["error_digits"][known], numbers["error_decimals"][known])
    return errors


def _known(column: Any) -> BoolArray:
    """Which cells are not null; importing Arrow's own functions for it would take 0.05 s."""
    bits = column.buffers()[0]
    if bits is None:
        return np.ones(len(column), dtype=bool)
    flags = np.unpackbits(np.frombuffer(bits, dtype=np.uint8), bitorder="little")
    return flags[column.offset : column.offset + len(column)].astype(bool)


_SHARED = ("publisher", "licence", "citation")


def _catalogue_json(panel: Panel) -> str:
    """JSON of the indicators, what they share with their source told once."""
    chosen = [panel.catalogue[name] for name in panel.indicators]
    shared = {i.source: {key: getattr(i, key) for key in _SHARED} for i in chosen}
    fields = [name for name in Indicator.__slots__ if name not in _SHARED]
    rows = [{name: getattr(indicator, name) for name in fields} for indicator in chosen]
    return json.dumps(
        {"sources": shared, "indicators": rows}, ensure_ascii=False, separators=(",", ":")
    )


def _catalogue(raw: dict[str, Any]) -> dict[str, Indicator]:
    indicators = {}
    for row in raw["indicators"]:
        described = row | raw["sources"][row["source"]]
        described["direction"] = Direction(described["direction"])
        described["licence"] = Licence(described["licence"])
        described["derived_from"] = tuple(described["derived_from"])
        indicators[row["id"]] = Indicator(**described)
    return indicators
