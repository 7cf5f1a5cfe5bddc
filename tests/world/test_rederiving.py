"""Derived topics follow the imports they rest on."""

import pytest

from comity.world.home import home
from comity.world.importing import import_source
from comity.world.load import load_manifest, load_panel
from comity.world.rederiving import rederive, resting_on
from tests.world.small_source import DERIVED, live_in_small_world, make_package


@pytest.fixture
def raw(tmp_path, monkeypatch):
    return live_in_small_world(tmp_path, monkeypatch)


def test_topics_rest_on_sources_directly_and_through_topics(tmp_path, monkeypatch):
    texts = {
        f"{name}.toml": DERIVED.replace("twice", name).replace("alpha.score", before)
        for name, before in {"one": "alpha.score", "two": "one.score", "other": "beta.x"}.items()
    }
    topics = make_package(tmp_path, monkeypatch, "resting_derived", texts)
    assert resting_on({"alpha"}, topics) == {"one", "two"}
    assert resting_on({"gamma"}, topics) == set()


def test_years_before_the_panel_do_not_enter_it_but_feed_the_topic(raw, tmp_path):
    path = tmp_path / "alpha_new.csv"
    path.write_text(
        "partner,indicator,year,value\nKEN,alpha.score,1989,6\nKEN,alpha.score,1990,7\n"
    )
    import_source("alpha", path)
    assert load_panel().years[0] == 1990
    assert load_panel().series("twice.score", "KEN")[1].tolist() == [14.0]


def test_topic_says_what_it_was_computed_with(raw):
    import_source("alpha", raw / "the-alpha")
    [record] = [r for r in load_manifest().sources if r.id == "twice"]
    assert record.vintage == "computed, with imported alpha"
    assert "before 1990" in record.dropped[-1]


def test_topic_falls_back_when_no_import_is_left(raw):
    import_source("alpha", raw / "the-alpha")
    (home() / "imports" / "alpha.parquet").unlink()
    assert rederive({"alpha"}) == ()
    assert list((home() / "imports" / "derived").glob("*")) == []


def test_topic_on_a_closed_source_is_under_its_licence(tmp_path, monkeypatch):
    import tests.world.small_source as small

    monkeypatch.setattr(small, "DERIVED", DERIVED.replace("alpha.score", "beta.score"))
    monkeypatch.setattr(small, "DERIVE", small.DERIVE.replace("alpha.score", "beta.score"))
    raw = live_in_small_world(tmp_path, monkeypatch)
    came = import_source("beta", raw / "the-beta")
    assert [record.licence for record in came.derived] == ["C"]
    assert load_panel().catalogue["twice.score"].licence == "C"
