import pytest

from comity.authorities.vocabulary import committees, joined_groups, whole_dollars, word, words
from comity.terms.errors import InputError, UnknownName


def test_the_issue_s_activities_are_there():
    wanted = "train equip exercise advise educate exchange institution-building construction"
    assert set(wanted.split()) | {"logistics", "intelligence-sharing", "research"} <= set(
        words("activity")
    )


@pytest.mark.parametrize("given", ["Self Defense", "self-defense", "self_defence", "SELF-DEFENCE"])
def test_american_and_british_spelling_mean_the_same(given):
    assert word("purpose", given) == "self-defence"


def test_an_unknown_word_gets_the_nearest_and_every_allowed_one():
    with pytest.raises(UnknownName, match="Did you mean 'train'") as refusal:
        word("activity", "trian")
    assert "institution-building" in str(refusal.value)


def test_the_six_and_the_four_committees():
    """10 USC 301(1) and 101(a)(16): the six of chapter 16, the four of the defense committees."""
    assert set(committees()["six"]) == {"SASC", "SFRC", "SAC", "HASC", "HFAC", "HAC"}
    assert set(committees()["four"]) == {"SASC", "SAC", "HASC", "HAC"}


def test_nato_and_five_others():
    """22 USC 2776(b): Japan, Australia, Korea, Israel and New Zealand."""
    assert sorted(joined_groups()["NATO+5"]["partners"]) == ["AUS", "ISR", "JPN", "KOR", "NZL"]


@pytest.mark.parametrize(
    ("given", "usd"),
    [("5000000", 5_000_000), ("5,000,000", 5_000_000), ("5M", 5_000_000), ("750k", 750_000),
     ("USD 1.5m", 1_500_000), ("$2b", 2_000_000_000)],
)  # fmt: skip
def test_amounts_as_people_write_them(given, usd):
    assert whole_dollars(given) == usd


@pytest.mark.parametrize("given", ["", "five", "-5", "0", "1e400", "nan", "5 M M"])
def test_what_is_no_amount_is_refused(given):
    with pytest.raises(InputError, match="write it as"):
        whole_dollars(given)
