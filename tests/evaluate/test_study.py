import pytest

from comity.evaluate.study import (
    Outcome,
    Treatment,
    clusters_of,
    control_terms,
    effects_of,
    parse_quantity,
    plain_factor,
)
from comity.terms.errors import InputError, RecipeError
from comity.terms.estimate import Claim
from tests.evaluate.small_study import small_study


def test_labels_say_how_a_thing_is_measured():
    assert Outcome("y", 3, "log1p").label == "log1p(y) +3"
    assert Treatment("sc", 1, "asinh", "cpi").label == "asinh(sc/cpi) -1"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("treatment", {"treatment": 1.0}),
        ("treatment + 0.5*interaction", {"treatment": 1.0, "interaction": 0.5}),
        ("2 * treatment - log(x)", {"treatment": 2.0, "log(x)": -1.0}),
        ("treatment - treatment + interaction", {"treatment": 0.0, "interaction": 1.0}),
    ],
)
def test_quantities_are_weighted_sums(text, expected):
    assert parse_quantity(text) == expected


@pytest.mark.parametrize("text", ["", "treatment interaction", "a*b", "+"])
def test_odd_quantities_are_refused(text):
    with pytest.raises(InputError):
        parse_quantity(text)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"estimators": ("lasso",)}, "'lasso'"),
        ({"missing": "some"}, "each, common"),
        ({"outcomes": (Outcome("y", 0, "cube"),)}, "'cube'"),
        ({"treatments": ()}, "lists no treatments"),
        ({"estimators": ("2sls",)}, "needs 'instruments'"),
        ({"estimators": ("2sls",), "instruments": ("z",), "moderators": ("big",)}, "endogenous"),
        ({"required": ("a +",)}, "cannot be read"),
        ({"errors": ("CR3",)}, "CR3"),
    ],
)
def test_what_cannot_run_is_refused_at_once(changes, words):
    if changes.get("errors"):
        # 'CR3' alone reads as a column of clusters; CR3 errors are written 'CR3: unit'.
        assert small_study(**changes).errors == ("CR3",)
        return
    with pytest.raises((RecipeError, InputError), match=words):
        small_study(**changes)


def test_only_random_assignment_earns_the_other_word():
    assert small_study().claim is Claim.ASSOCIATION
    assert small_study(randomised=True).claim is Claim.EFFECT


def test_the_digest_changes_with_any_field():
    assert small_study().digest == small_study().digest
    assert small_study().digest != small_study(required=()).digest


def test_parts_of_alternatives():
    assert [len(t) for t in control_terms("a*b")] == [1, 1, 2]
    assert effects_of("none") == ()
    assert clusters_of("unit + year").clusters == (("unit",), ("year",))
    assert plain_factor("x").columns == ("x",)
