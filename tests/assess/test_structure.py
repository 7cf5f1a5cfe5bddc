import numpy as np
import pytest

from comity.assess.structure import read_structure
from comity.terms.errors import FileError

HEADER = "iCode,Parent,Level,Direction,Weight\n"
GOOD = HEADER + "a,G,1,1,1\nb,G,1,-1,2\nc,H,1,1,1\nG,I,2,1,1\nH,I,2,1,3\nI,,3,1,1\n"


def read(tmp_path, text):
    path = tmp_path / "s.csv"
    path.write_text(text, encoding="utf-8")
    return read_structure(path)


def test_levels_directions_and_weights(tmp_path):
    found = read(tmp_path, GOOD)
    assert found.tree.indicators == ("a", "b", "c")
    assert found.tree.top == "I"
    assert found.direction.tolist() == [1, -1, 1]
    np.testing.assert_allclose(found.tree.effective(), [1 / 12, 1 / 6, 3 / 4])


def test_three_levels_of_groups(tmp_path):
    text = HEADER + "a,G,1,1,1\nG,P,2,1,1\nP,I,3,1,1\nI,NA,4,,1\n"
    assert len(read(tmp_path, text).tree.levels) == 3


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("b,G,1,-1,2", "a,G,1,-1,2", "line 3: the code 'a' appears twice (first on line 2)"),
        ("G,I,2,1,1", "G,H,2,1,1", "one level up"),
        ("b,G,1,-1,2", "b,X,1,-1,2", "line 3: 'b' names the parent 'X'"),
        ("b,G,1,-1,2", "b,G,1,-1,-2", "line 3: the weight of 'b' is -2"),
        ("b,G,1,-1,2", "b,G,1,-1,lots", "line 3: Weight of 'b' is 'lots'"),
        ("b,G,1,-1,2", "b,G,1,0,2", "line 3: the direction of 'b' is 0"),
        ("b,G,1,-1,2", "b,G,1.5,1,2", "line 3: the level of 'b' is 1.5"),
        ("b,G,1,-1,2", ",G,1,1,2", "line 3: the code is empty"),
        ("I,,3,1,1\n", "", "not in the table|no parent"),
        ("a,G,1,1,1\nb,G,1,-1,2\n", "", "nothing hangs on the group 'G'"),
        ("c,H,1,1,1", "c,H,1,1,0", "All weights in one group are zero"),
        ("Weight", "W", "Weight"),
    ],
)
def test_every_mistake_is_named_with_its_line(tmp_path, old, new, said):
    with pytest.raises(FileError) as refusal:
        read(tmp_path, GOOD.replace(old, new))
    assert any(part in str(refusal.value) for part in said.split("|")), str(refusal.value)


def test_a_cycle_of_groups_is_drawn(tmp_path):
    text = HEADER + "a,G,1,1,1\nG,H,2,1,1\nH,G,2,1,1\nI,,3,1,1\n"
    with pytest.raises(FileError, match="cycle: G -> H -> G"):
        read(tmp_path, text)
