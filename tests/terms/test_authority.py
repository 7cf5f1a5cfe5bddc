from comity.terms.authority import Answer, Certainty, Outcome, PartnerRule, Reading, Verdict


def test_words_that_users_see_are_those_of_the_specification():
    assert [verdict.value for verdict in Verdict] == [
        "usable",
        "usable with conditions",
        "check",
        "not usable",
    ]
    assert [outcome.value for outcome in Outcome] == ["pass", "fail", "unknown"]
    assert [certainty.value for certainty in Certainty] == [
        "verified",
        "partly verified",
        "recalled",
        "unknown",
    ]


def test_a_partner_rule_is_limited_when_it_names_anybody():
    assert not PartnerRule(excluded=("AUT",), developing="if developing").is_limited
    for rule in (
        PartnerRule(only=("UKR",)),
        PartnerRule(groups=("NATO",)),
        PartnerRule(otherwise=Reading(Answer.CHECK)),
    ):
        assert rule.is_limited
