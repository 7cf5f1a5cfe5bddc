from datetime import date

from comity.authorities.combine import combine
from comity.authorities.query import Query
from comity.reports.combination_words import asks_of


def test_what_a_set_asks_is_said_and_what_it_does_not_ask_is_not():
    needs = [Query(word, date(2027, 3, 1)) for word in ("train", "equip")]
    option = combine(needs).options[0]
    first, *others = asks_of(option)
    assert first.startswith(f"longest wait: {option.wait} days")
    assert (f"first notice by {option.notify_by}" in first) is bool(option.notify_by)
    assert f"approvals: {'; '.join(option.approvers)}" in others
    said = {sentence.partition(":")[0] for sentence in others}
    assert ("accounts" in said) is bool(option.accounts)
    assert ("reports" in said) is bool(option.reports)
    assert ("sunset risk" in said) is bool(option.sunsets)
    assert ("to check" in said) is bool(option.to_check)
