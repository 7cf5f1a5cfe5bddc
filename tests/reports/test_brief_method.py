from comity.reports.brief_method import method_of


def test_it_names_recipe_seed_rules_and_weights(scores, intervals, matches):
    method = method_of(scores, intervals, matches)
    words = str(method)
    for needed in ("percentile", "40%", "200 draws with seed 3", "Review", scores.provenance.data):
        assert needed in words
    assert [c["id"] for c in method.constructs] == [c.id for c in scores.model.constructs]
    lines = [line for c in method.constructs for line in c["indicators"]]
    assert [line["id"] for line in lines] == list(scores.model.indicators)
    assert {line["direction"] for line in lines if line["id"] == "test.aid"} == {"lower"}


def test_without_draws_it_says_so(scores):
    assert "without intervals" in str(method_of(scores, None, None).steps)
