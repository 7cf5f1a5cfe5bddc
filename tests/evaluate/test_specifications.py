import numpy as np
import pytest

from comity.evaluate.specifications import option_label, universe_of
from comity.evaluate.study import Treatment
from comity.terms.errors import RecipeError, UnknownName
from tests.evaluate.small_study import small_study


def test_all_combinations_are_numbered_once():
    universe = universe_of(small_study())
    assert len(universe) == 2 * 2 * 2 * 2 * 4
    rows = universe.alternatives(np.arange(len(universe)))
    assert len(np.unique(rows, axis=0)) == len(universe)
    assert rows[1].tolist() == [0] * 10 + [1]
    assert list(universe.labels)[-1] == "control: gap"


def test_numbers_reach_a_billion_without_a_list():
    options = tuple((f"log1p(x{i})",) for i in range(30))
    universe = universe_of(small_study(options=options))
    assert len(universe) == 16 * 2**30
    last = universe.alternatives(np.array([len(universe) - 1]))[0]
    assert last.tolist() == [size - 1 for size in universe.sizes]


def test_too_many_to_number_is_refused():
    with pytest.raises(RecipeError, match="list fewer alternatives"):
        universe_of(small_study(options=tuple((f"log(x{i})",) for i in range(70))))


def test_an_own_table_names_alternatives():
    rows = [{"treatment": "treat -1", "controls": "gap; noise"}, {"sample": "late"}]
    universe = universe_of(small_study(), rows)
    assert len(universe) == 2
    chosen = universe.alternatives(np.array([0, 1]))
    names = list(universe.labels)
    assert chosen[0, names.index("treatment")] == 1
    assert chosen[0, -2:].tolist() == [1, 1]
    assert chosen[1, 0] == 1
    assert universe.digest != universe_of(small_study()).digest


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"treatment": "tread"}, "treatment in line 2"),
        ({"controls": "noize"}, "'noise'"),
        ({"lag": "1"}, "column 'lag'"),
    ],
)
def test_an_own_table_is_checked(row, words):
    with pytest.raises((UnknownName, RecipeError), match=words):
        universe_of(small_study(), [row])


def test_an_empty_table_is_refused():
    with pytest.raises(RecipeError, match="no rows"):
        universe_of(small_study(), [])


def test_labels():
    assert option_label(("a", "b")) == "a + b"
    assert Treatment("x").label == "x"
