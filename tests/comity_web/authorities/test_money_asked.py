import pytest
from django.http import QueryDict

from comity.authorities.programs import Money
from comity.terms.errors import InputError
from comity_web.authorities.money_asked import joined, money_asked


def test_an_appropriation_is_account_year_and_amount():
    assert money_asked(["om-dsca:2027:5M", ""]) == (
        Money("om-dsca", 2027, 5_000_000, "as entered"),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [("om-dsca", "write account:year:amount"), ("om-dsc:2027:5M", "Did you mean"),
     ("om-dsca:2027:much", "US dollars")],
)  # fmt: skip
def test_anything_else_is_refused(text, said):
    with pytest.raises(InputError, match=said):
        money_asked([text])


def test_the_fields_are_joined_when_all_are_filled_in():
    whole = "money_account=om-dsca&money_year=2027&money_usd=5M"
    assert joined(QueryDict(whole)) == "om-dsca:2027:5M"
    assert joined(QueryDict("money_account=om-dsca&money_year=2027&money_usd=")) is None
