"""One file: the same values, the same bytes, quickly, without pandas."""

import subprocess
import sys
from contextlib import suppress

import numpy as np
import pyarrow.parquet as pq
import pytest

from comity.terms.errors import FileError
from comity.world.manifest import Manifest
from comity.world.panel import Panel
from comity.world.storage import read_manifest, read_panel, write_panel
from tests.world.small_panel import described, small_panel
from tests.world.test_manifest import record

MANIFEST = Manifest((record("alpha"), record("beta")))


def stored(tmp_path, panel=None):
    path = tmp_path / "panel.parquet"
    write_panel(panel or small_panel(), path, manifest=MANIFEST)
    return path


def test_round_trip_keeps_values_catalogue_and_manifest(tmp_path):
    panel, path = small_panel(), stored(tmp_path)
    back = read_panel(path)
    assert back.edition == panel.edition
    assert back.catalogue == panel.catalogue
    assert read_manifest(path) == MANIFEST


def test_same_panel_gives_the_same_bytes(tmp_path):
    first = stored(tmp_path).read_bytes()
    assert stored(tmp_path).read_bytes() == first


def test_other_tools_can_read_the_columns(tmp_path):
    table = pq.read_table(stored(tmp_path)).to_pylist()
    row = table[0]
    assert (row["partner"], row["indicator"], row["year"]) == ("GHA", "alpha.score", 2020)
    assert row["digits"] / 10 ** row["decimals"] == -2.0
    assert row["vintage"] == "alpha v1"


def test_panel_without_any_errors_and_panel_with_all(tmp_path):
    for fill in (np.nan, 0.5):
        panel = small_panel()
        panel.error[:] = fill
        assert np.array_equal(
            read_panel(stored(tmp_path, panel)).error, panel.error, equal_nan=True
        )


def test_absent_damaged_and_foreign_files_are_refused(tmp_path):
    with pytest.raises(FileError, match="no such panel"):
        read_panel(tmp_path / "absent.parquet")
    path = stored(tmp_path)
    whole = path.read_bytes()
    for cut in (whole[:100], whole[: len(whole) // 2], b"", b"x" * 500):
        path.write_bytes(cut)
        with pytest.raises(FileError, match="damaged"):
            read_panel(path)
    path.write_bytes(whole.replace(b"comity.format", b"comity.farmat"))
    with pytest.raises(FileError, match="no panel of this version"):
        read_panel(path)


def test_bit_flips_never_escape_as_other_errors(tmp_path):
    path = stored(tmp_path)
    whole = bytearray(path.read_bytes())
    for place in range(0, len(whole), 97):
        broken = whole.copy()
        broken[place] ^= 0x55
        path.write_bytes(broken)
        with suppress(FileError):
            read_panel(path)


def test_flipped_value_is_noticed_by_its_checksum(tmp_path):
    path = stored(tmp_path, large_panel(50_000))
    broken = bytearray(path.read_bytes())
    broken[len(broken) // 3] ^= 0x55
    path.write_bytes(broken)
    with pytest.raises(FileError, match="damaged"):
        read_panel(path)


def large_panel(rows: int = 500_000) -> Panel:
    """200 partners x 50 years x 50 (or fewer) indicators of three-decimal walks."""
    count = rows // 10_000
    draw = np.random.default_rng(7)
    partners = tuple(f"P{i:03}" for i in range(200))
    indicators = tuple(f"alpha.i{i:02}" for i in range(count))
    indicator, partner, year = (
        grid.ravel()
        for grid in np.meshgrid(
            np.arange(count), np.arange(200), 1975 + np.arange(50), indexing="ij"
        )
    )
    value = np.round(np.cumsum(draw.normal(size=rows)), 3)
    return Panel(
        catalogue={name: described(name) for name in indicators},
        partners=partners,
        indicators=indicators,
        vintages=("v1",),
        partner=partner,
        indicator=indicator,
        vintage=np.zeros(rows, dtype=np.int64),
        year=year,
        value=value,
        error=np.full(rows, np.nan),
    )


@pytest.mark.slow
def test_half_a_million_rows_are_small(tmp_path):
    path = stored(tmp_path, large_panel())
    assert path.stat().st_size < 3_000_000
    assert len(read_panel(path).value) == len(large_panel().value)


def test_reading_does_not_import_pandas(tmp_path):
    code = (
        "import sys; from pathlib import Path; from comity.world.storage import read_panel;"
        f"read_panel(Path({str(stored(tmp_path))!r})); assert 'pandas' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
