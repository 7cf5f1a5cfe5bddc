import re

import pytest

from comity.literature import Certainty, conflicts, get_claim, load_claims, load_studies, reading
from comity.terms.errors import FileError, UnknownName
from tests.conftest import ROOT


def test_every_study_is_in_the_bibliography():
    keys = set(re.findall(r"^@\w+\{(\w+),", (ROOT / "docs/refs.bib").read_text(), re.MULTILINE))
    assert {study.key for study in load_studies()} <= keys


def test_the_three_known_conflicts_can_be_seen():
    pairs = [{a.id, b.id} for a, b in conflicts()]
    assert {"rr350-education", "dimant-education"} in pairs
    assert {"rr350-fragile", "yi-large"} in pairs
    assert {"rr2447-pko-repression", "sullivan-repression"} in pairs
    assert len(pairs) == len({frozenset(pair) for pair in pairs})


def test_recalled_claims_are_marked_and_say_that_nothing_was_read():
    recalled = [claim for claim in load_claims() if claim.certainty is Certainty.RECALLED]
    assert [claim.id for claim in recalled] == ["rr350-law"]
    assert recalled[0].read.startswith("nothing")


def test_an_unknown_claim_suggests_the_nearest():
    with pytest.raises(UnknownName, match="rr350-average"):
        get_claim("rr350-averag")


@pytest.mark.parametrize(
    ("change", "said"),
    [({"source": "nobody2020"}, "unknown study"), ({"rivals": ["rr350-small"]}, "not mutual")],
)
def test_records_that_do_not_fit_together_are_refused(monkeypatch, change, said):
    row = reading._rows("claims.toml", "claim")[0] | change
    monkeypatch.setattr(reading, "_rows", lambda *_: [row])
    reading.load_studies()
    with pytest.raises(FileError, match=said):
        reading.load_claims.__wrapped__()
