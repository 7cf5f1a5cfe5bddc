from comity.authorities.finding import Finding, soften
from comity.terms.authority import Answer


def test_only_a_no_is_softened():
    soft = soften(Finding("recipient", Answer.NO, "it reaches police"), because="recalled")
    assert (soft.answer, soft.leaning) == (Answer.CHECK, "no")
    assert soft.why == "it reaches police (recalled)"
    kept = Finding("recipient", Answer.IF, "if national")
    assert soften(kept, because="recalled") is kept
