from comity.evaluate.model_answer import ModelAnswer, claim_of
from comity.terms.estimate import Claim, Coefficient, Estimate
from comity.terms.evaluation import DesignKind


def test_only_a_tested_design_that_can_earn_it_claims_an_effect():
    assert claim_of(DesignKind.DIFFERENCES, "Leads are flat.") is Claim.EFFECT
    assert claim_of(DesignKind.DIFFERENCES, "  ") is Claim.ASSOCIATION
    assert claim_of(DesignKind.PANEL, "Everything was tested.") is Claim.ASSOCIATION
    assert claim_of(DesignKind.MATCHED, "Balance is good.") is Claim.ASSOCIATION


def test_what_could_be_found_stands_before_what_was():
    row = Coefficient("x", 1.0, 0.5, 2.0, 0.05, 0.0, 2.0)
    estimate = Estimate("y", "least squares", (row,), 9, "iid", "none", float("inf"))
    answer = ModelAnswer("m", "y", DesignKind.PANEL, (estimate,))
    (shown,) = answer.rows()
    assert list(shown)[:4] == ["estimator", "term", "detectable", "estimate"]
    assert round(shown["detectable"], 2) == 1.4
    assert answer.to_dict()["claim"] == "association"
