"""Publishers' files in, one panel out: the same bytes every time."""

import gzip

import numpy as np
import pytest

from comity.terms.errors import DataMissing, FileError, InputError
from comity.world.build import build
from comity.world.storage import read_manifest, read_panel
from tests.world.small_source import raw_folder, small_world


@pytest.fixture
def world(tmp_path, monkeypatch):
    sources, derived = small_world(tmp_path, monkeypatch)
    return raw_folder(tmp_path), {"sources": sources, "derived": derived}


def test_panel_holds_what_may_ship_from_1990_on(world):
    raw, described = world
    result = build(raw, **described)
    panel = result.panel
    assert panel.indicators == ("alpha.aid", "alpha.score", "twice.score")
    assert panel.series("alpha.score", "KEN")[0].tolist() == [1995]
    assert panel.series("twice.score", "KEN")[1].tolist() == [1.0]
    assert panel.vintages == ("alpha v1", "computed")
    assert result.skipped[0].startswith("beta (C): may not ship")


def test_zeros_are_filled_for_the_years_that_are_covered(world):
    raw, described = world
    panel = build(raw, **described).panel
    years, values = panel.series("alpha.aid", "KEN")
    assert years.tolist() == [1999, 2000, 2001]
    assert values.tolist() == [0.0, 0.0, 750.25]
    assert np.isnan(panel.at(["alpha.score"], 2000, partners=["FRA"]).values).all()


def test_manifest_says_which_files_gave_what(world):
    raw, described = world
    record = build(raw, **described).manifest.sources[0]
    assert (record.id, record.vintage, record.licence) == ("alpha", "alpha v1", "O")
    assert [file.name for file in record.files] == ["alpha_2024.csv"]
    assert len(record.files[0].sha256) == 64
    assert record.dropped == ("One place is no partner.",)
    assert (record.first, record.last) == (1995, 2001)


def test_same_input_gives_the_same_bytes_and_reads_back(world, tmp_path):
    raw, described = world
    first = build(raw, **described)
    one = first.write(tmp_path / "one.parquet")
    two = build(raw, **described).write(tmp_path / "two.parquet")
    assert one.read_bytes() == two.read_bytes()
    assert read_panel(one).edition == first.panel.edition
    assert read_manifest(one) == first.manifest
    assert str(tmp_path).encode() not in one.read_bytes()


def test_packed_file_gives_the_same_panel(world):
    raw, described = world
    before = build(raw, **described).panel.edition
    plain = raw / "the-alpha" / "alpha_2024.csv"
    (plain.parent / "alpha_2024.csv.gz").write_bytes(gzip.compress(plain.read_bytes()))
    plain.unlink()
    assert build(raw, **described).panel.edition == before


def test_second_copy_is_said_and_not_read(world):
    raw, described = world
    (raw / "zz").mkdir()
    (raw / "zz" / "alpha_old.csv").write_text("nonsense")
    dropped = build(raw, **described).manifest.sources[0].dropped
    assert "A second copy, in zz, was not read." in dropped


def test_progress_counts_to_the_end(world):
    raw, described = world
    seen = []
    build(raw, **described, progress=lambda *said: seen.append(said))
    assert seen[0] == (0, 2, "alpha")
    assert seen[-1][:2] == (2, 2)


def test_nothing_found_absent_folder_and_wrong_rows_are_refused(world, tmp_path):
    raw, described = world
    (tmp_path / "empty").mkdir()
    with pytest.raises(DataMissing, match="No publisher's file"):
        build(tmp_path / "empty", **described)
    with pytest.raises(FileError, match="no such folder"):
        build(tmp_path / "absent", **described)
    (raw / "the-alpha" / "alpha_2024.csv").write_text(
        "partner,indicator,year,value\nKEN,alpha.score,1995,1\nKEN,alpha.score,1995,2\n"
    )
    with pytest.raises(InputError, match=r"KEN alpha\.score 1995 comes twice"):
        build(raw, **described)


@pytest.mark.publisher
@pytest.mark.slow
def test_the_real_panel_is_rebuilt_to_the_bit(publisher_data):
    """The file in the package is what ``comity world build`` makes of the publishers' files."""
    from comity.world.load import load_panel

    assert build(publisher_data).panel.edition == load_panel(imports=False).edition
