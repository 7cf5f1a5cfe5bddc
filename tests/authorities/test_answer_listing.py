import json
from datetime import date

import pytest

from comity.authorities.answer_listing import VERDICTS, answer_listing, verdict_in_words
from comity.authorities.finder import find
from comity.authorities.query import Query
from comity.terms.errors import UnknownName
from tests.authorities.asking import partner

ANSWER = find(Query("train", date(2027, 3, 1), purpose="counterterrorism", partner=partner()))


def test_every_judgement_is_listed_and_counted_once_by_verdict():
    found = answer_listing(ANSWER).to_dict()
    verdicts = {c["value"]: c["count"] for c in found["facets"][0]["choices"]}
    assert sum(verdicts.values()) == found["number"] == found["total"] == len(ANSWER.judgements)
    assert list(verdicts) == [verdict for verdict in VERDICTS if verdict in verdicts]
    assert all(item["reasons"] for item in found["judgements"])
    assert json.loads(json.dumps(found))["query"] == found["query"]


def test_a_choice_keeps_the_order_of_the_answer():
    found = answer_listing(ANSWER, {"verdict": ["usable with conditions"], "title": ["Title 10"]})
    ids = [j.authority.id for j in found.judgements]
    everything = [j.authority.id for j in ANSWER.judgements]
    assert "T10-333" in ids
    assert ids == [i for i in everything if i in set(ids)]
    assert {verdict_in_words(j) for j in found.judgements} == {"usable with conditions"}


def test_near_misses_say_what_was_missed():
    for miss in answer_listing(ANSWER).to_dict()["near_misses"]:
        assert miss["missed"]
        assert miss["why"]


def test_an_unknown_verdict_is_refused():
    with pytest.raises(UnknownName, match="usable with conditions"):
        answer_listing(ANSWER, {"verdict": ["allowed"]})
