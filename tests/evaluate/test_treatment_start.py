import numpy as np
import pytest

from comity.evaluate.treatment_start import treatment_starts
from comity.methods.panel_columns import Table
from comity.terms.errors import InputError


def table(**more):
    columns = {
        "u": np.array(["a", "a", "a", "b", "b", "b"], dtype=object),
        "t": np.array([1, 2, 3, 3, 1, 2]),
        "d": np.array([0, 1, 1, 0, 0, 0]),
        "first": np.array([2.0, 2, 2, 0, np.nan, np.inf]),
    }
    return Table(columns | more, "u", "t")


def test_both_forms_say_the_same():
    expected = [2, 2, 2, np.nan, np.nan, np.nan]
    assert np.array_equal(treatment_starts(table(), first="first"), expected, equal_nan=True)
    assert np.array_equal(treatment_starts(table(), treatment="d"), expected, equal_nan=True)
    # The order of the rows does not matter, only the periods'.
    late = treatment_starts(table(d=np.array([0, 0, 1, 1, 0, 1])), treatment="d")
    assert late.tolist() == [3, 3, 3, 2, 2, 2]


def test_refusals():
    with pytest.raises(InputError, match="--first"):
        treatment_starts(table())
    with pytest.raises(InputError, match="treatment of a goes back"):
        treatment_starts(table(d=np.array([1, 0, 0, 0, 0, 0])), treatment="d")
    with pytest.raises(InputError, match="zeros and ones"):
        treatment_starts(table(d=np.arange(6)), treatment="d")
