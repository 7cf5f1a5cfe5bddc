import pandas as pd
import pytest

from comity.terms.errors import InputError
from comity.world.deriving import derive_topics, derived_topics, inputs_of
from tests.world.small_source import DERIVE, DERIVED, make_package

FRAME = pd.DataFrame(
    {
        "partner": ["KEN"],
        "indicator": ["alpha.score"],
        "year": [2000],
        "value": [1.5],
        "error": [float("nan")],
        "vintage": ["v1"],
    }
)


def topics(tmp_path, monkeypatch, **needs):
    texts = {}
    for name, before in needs.items():
        texts[f"{name}.toml"] = DERIVED.replace("twice", name).replace("alpha.score", before)
        texts[f"{name}.py"] = DERIVE.replace("twice", name).replace("alpha.score", before)
    return make_package(tmp_path, monkeypatch, "some_derived", texts)


def test_topic_that_uses_another_runs_after_it(tmp_path, monkeypatch):
    found = topics(tmp_path, monkeypatch, aaa="zzz.score", zzz="alpha.score")
    made = [(topic.id, frame["value"].tolist()) for topic, frame in derive_topics(FRAME, found)]
    assert made == [("zzz", [3.0]), ("aaa", [6.0])]
    assert inputs_of(found["aaa"]) == {"zzz.score"}


def test_topic_without_inputs_is_left_out(tmp_path, monkeypatch):
    assert list(derive_topics(FRAME, topics(tmp_path, monkeypatch, aaa="beta.score"))) == []


def test_figures_are_rounded_to_nine_digits(tmp_path, monkeypatch):
    found = topics(tmp_path, monkeypatch, aaa="alpha.score")
    [(_, made)] = derive_topics(FRAME.assign(value=1 / 3), found)
    assert made["value"].tolist() == [0.666666667]


def test_circle_is_refused(tmp_path, monkeypatch):
    found = topics(tmp_path, monkeypatch, aaa="bbb.score", bbb="aaa.score")
    with pytest.raises(InputError, match="need one another: aaa, bbb"):
        list(derive_topics(FRAME, found))


def test_every_topic_is_computed_from_described_indicators():
    from comity.world.source import all_sources

    described = {
        i.id
        for found in (all_sources(), derived_topics())
        for s in found.values()
        for i in s.indicators
    }
    for topic in derived_topics().values():
        assert inputs_of(topic) <= described, topic.id
