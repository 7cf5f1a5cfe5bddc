import pytest

from comity.evaluate.ready_recipe import get_ready, read_ready, shipped
from comity.literature import load_claims
from comity.terms.errors import FileError, UnknownName

SMALL = """
id = "small"
title = "Small"
question = "Is it so?"
design = "None."
limits = []
[frame]
years = [1995, 2000]
indicators = { democracy = "vdem.electoral_democracy", war = "ucdp_prio.intensity" }
[study.outcome]
column = "war"
[study.treatment]
column = "democracy"
[study.model]
absorb = "partner + year"
errors = "partner"
[[variant]]
id = "only"
title = "the one"
[[check]]
id = "one"
question = "Less war?"
expect = "less"
"""


def test_every_claim_that_a_study_names_exists_and_every_study_has_limits():
    for study in shipped().values():
        assert study.limits
        assert len({check.id for check in study.check}) == len(study.check)
        for check in study.check:
            assert not check.claim or check.published in load_claims()


def test_a_check_changes_single_fields_of_the_common_part():
    study = get_ready("fragility")
    by_id = {check.id: study.of_check(check) for check in study.check}
    assert [o.lead for o in by_id["one-year"].outcomes] == [1, 1]
    assert {o.lead for o in by_id["average"].outcomes} == {1, 3, 5}
    assert by_id["democracy"].moderators == ("democracy",)
    assert by_id["democracy"].absorbed == by_id["average"].absorbed
    assert next(iter(by_id["most-fragile"].samples)) == "very fragile, 1995-2008"


def test_a_study_of_ones_own_is_read(tmp_path):
    path = tmp_path / "small.toml"
    path.write_text(SMALL)
    assert read_ready(path).check[0].expect == "less"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('expect = "less"', 'expect = "maybe"', "maybe"),
        ("limits = []", "limits = []\nlimit = 1", "limit"),
        ('absorb = "partner + year"', 'absrob = "partner"', "absrob"),
        ("[frame]", "[frame", "no TOML"),
    ],
)
def test_a_wrong_field_is_named(tmp_path, old, new, said):
    path = tmp_path / "small.toml"
    path.write_text(SMALL.replace(old, new))
    with pytest.raises(FileError, match=said):
        read_ready(path)


def test_unknown_names_suggest():
    with pytest.raises(UnknownName, match="fragility"):
        get_ready("fragilty")
    with pytest.raises(UnknownName, match="variant of fragility"):
        get_ready("fragility").chosen("indx")
