import json

import pytest

from comity.terms.estimate import Claim, Coefficient, Estimate


def an_estimate() -> Estimate:
    coefficient = Coefficient("treat", 0.3, 0.1, 3.0, 0.003, 0.1, 0.5)
    return Estimate("y", "ordinary least squares", (coefficient,), 100, "iid", "none", 98.0)


def test_a_coefficient_is_found_by_its_term():
    assert an_estimate()["treat"].estimate == 0.3
    with pytest.raises(KeyError):
        an_estimate()["other"]


def test_plain_values_have_the_documented_keys_and_survive_json():
    plain = json.loads(json.dumps(an_estimate().to_dict()))
    assert plain["nobs"] == 100
    assert {"term", "estimate", "std_error", "p_value"} <= set(plain["coefficients"][0])


def test_what_is_estimated_is_an_association_unless_a_design_earns_more():
    assert an_estimate().claim is Claim.ASSOCIATION


def test_one_row_for_each_coefficient():
    assert an_estimate().to_frame()["term"].tolist() == ["treat"]
