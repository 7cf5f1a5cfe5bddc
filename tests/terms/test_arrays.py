import numpy as np

from comity.terms.arrays import BoolArray, FloatArray, IntArray


def test_names_stand_for_the_kinds_of_array():
    assert FloatArray.__args__[1].__args__[0] is np.float64
    assert IntArray.__args__[1].__args__[0] is np.int64
    assert BoolArray.__args__[1].__args__[0] in {np.bool_, np.bool}
