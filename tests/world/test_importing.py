"""Bring your own file: shown, kept whole, replaced, taken out again."""

import json
import os
from hashlib import sha256

import numpy as np
import pytest

from comity.terms.errors import ComityError, DataMissing, FileError, InputError, UnknownName
from comity.world import importing
from comity.world.home import home
from comity.world.importing import import_source, list_imports, remove_import
from comity.world.load import load_panel
from tests.world.small_source import live_in_small_world

HEAD = "partner,indicator,year,value,error\n"


@pytest.fixture
def raw(tmp_path, monkeypatch):
    return live_in_small_world(tmp_path, monkeypatch)


def files():
    folder = home() / "imports"
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())


def write(tmp_path, rows, name="beta_mine.csv"):
    path = tmp_path / name
    path.write_text(HEAD + rows)
    return path


def test_closed_source_comes_into_the_panel_with_its_vintage(raw):
    assert "beta.score" not in load_panel().indicators
    came = import_source("beta", raw / "the-beta" / "beta_2024.csv", vintage="autumn 2024")
    panel = load_panel()
    assert panel.series("beta.score", "KEN")[1].tolist() == [0.5]
    assert panel.catalogue["beta.score"].licence == "C"
    assert came.record.vintage == "autumn 2024"
    assert came.record.dropped == ("One place is no partner.",)
    assert (came.record.first, came.record.last) == (1995, 2001)
    assert came.derived == ()


def test_digest_and_date_are_recorded(raw):
    path = raw / "the-beta" / "beta_2024.csv"
    os.utime(path, (86400, 86400))
    record = import_source("beta", path).record
    assert record.imported == "1970-01-02"
    assert record.vintage == "beta_2024.csv of 1970-01-02"
    assert record.files[0].sha256 == sha256(path.read_bytes()).hexdigest()
    assert json.loads((home() / "imports" / "beta.json").read_text())["sources"][0]["id"] == "beta"
    assert import_source("beta", path, date="2024-05-31").record.imported == "2024-05-31"
    assert [r.imported for r in list_imports()] == ["2024-05-31"]


def test_zeros_are_filled_in_imports_too(raw):
    import_source("beta", raw / "the-beta")
    assert load_panel().series("beta.aid", "KEN")[1].tolist() == [0.0, 0.0, 750.25]


def test_import_of_an_embedded_source_replaces_it_and_its_derived_topics(raw, tmp_path):
    path = write(tmp_path, "KEN,alpha.score,1995,7,\nKEN,alpha.score,1989,6,\n", "alpha_new.csv")
    came = import_source("alpha", path, vintage="new")
    panel = load_panel()
    assert panel.series("alpha.score", "KEN")[1].tolist() == [7.0]
    assert "alpha.aid" not in panel.indicators
    assert panel.series("twice.score", "KEN")[1].tolist() == [14.0]
    assert [record.vintage for record in came.derived] == ["computed, with imported alpha"]
    assert remove_import("alpha") == ()
    assert load_panel().series("twice.score", "KEN")[1].tolist() == [1.0]
    assert load_panel().edition == load_panel(imports=False).edition
    assert files() == []


def test_removing_what_is_not_there_names_what_is(raw):
    import_source("beta", raw / "the-beta")
    with pytest.raises(UnknownName, match="'beta'"):
        remove_import("bet")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("KEN,beta.score,1995,1,\nKEN,beta.score,1995,2,\n", "KEN beta.score 1995 comes twice"),
        ("XXX,beta.score,1995,1,\n", "'XXX' is no partner"),
        ("KEN,beta.score,1980,1,\n", "no figure of beta from 1990 on"),
    ],
)
def test_bad_file_leaves_everything_as_it_was(raw, tmp_path, rows, said):
    import_source("beta", raw / "the-beta" / "beta_2024.csv")
    before, kept = load_panel().edition, files()
    with pytest.raises(ComityError, match=said):
        import_source("beta", write(tmp_path, rows))
    assert load_panel().edition == before
    assert files() == kept


def test_failure_while_deriving_puts_the_older_import_back(raw, tmp_path, monkeypatch):
    import_source("beta", raw / "the-beta" / "beta_2024.csv")
    before = load_panel().edition

    def fail(*_args, **_kwargs):
        raise DataMissing("no inputs")

    monkeypatch.setattr(importing, "rederive", fail)
    with pytest.raises(DataMissing):
        import_source("beta", write(tmp_path, "KEN,beta.score,1995,9,\n"))
    assert load_panel().edition == before
    with pytest.raises(DataMissing):
        import_source("alpha", raw / "the-alpha" / "alpha_2024.csv")
    assert files() == ["beta.json", "beta.parquet"]


def test_unknown_source_and_wrong_date(raw):
    with pytest.raises(UnknownName, match="'beta'"):
        import_source("bata", raw)
    with pytest.raises(InputError, match="no date"):
        import_source("beta", raw / "the-beta" / "beta_2024.csv", date="31.5.2024")
    assert files() == []


def test_damaged_import_is_listed_and_can_be_taken_out(raw):
    import_source("beta", raw / "the-beta")
    (home() / "imports" / "beta.parquet").write_bytes(b"nonsense")
    assert "damaged" in list_imports()[0].vintage
    remove_import("beta")
    assert list_imports() == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"nothing,here\n1,2\n", "lacks"),
        (
            "Entity,Code,Year,Corruption Perceptions Index\nCôte,X,1,2\n".encode("latin-1"),
            "line 2: byte 2 is 0xF4, which is not UTF-8",
        ),
        (b"Entity,Code,Year," + b"x" * 2_000_000, "longer than 1,000,000 bytes"),
        (b"", "empty"),
        (b"%PDF-1.7", "PDF"),
    ],
)
def test_hostile_file_is_one_sentence_with_a_real_reader(tmp_path, content, said):
    path = tmp_path / "ti-corruption-perception-index.csv"
    path.write_bytes(content)
    with pytest.raises(FileError) as caught:
        import_source("cpi", path)
    assert said in str(caught.value)
    assert not (home() / "imports").exists()


def test_absent_file_is_named(tmp_path):
    with pytest.raises(FileError, match="no such file"):
        import_source("cpi", tmp_path / "absent.csv")


def test_two_gigabyte_line_is_refused_at_once(tmp_path):
    path = tmp_path / "cow_nmc.csv"
    with path.open("wb") as stream:
        stream.write(b"ccode,year," + b"x" * 1_100_000)
        stream.truncate(2 * 1024**3)
    with pytest.raises(FileError, match="longer than"):
        import_source("cow_nmc", path)


@pytest.mark.publisher
def test_state_fragility_index_of_the_publisher(publisher_data):
    came = import_source("sfi", publisher_data / "state-fragility-index" / "SFIv2018.xls")
    assert (came.record.rows, came.record.partners) == (43_560, 167)
    assert not np.isnan(came.panel.value).any()
