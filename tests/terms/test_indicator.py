from comity.terms.indicator import Direction


def test_signs():
    assert [Direction(d).sign for d in ("higher", "lower", "neutral")] == [1, -1, 0]
