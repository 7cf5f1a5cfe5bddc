from comity.terms.provenance import Provenance
from comity.terms.version import VERSION


def test_provenance_is_plain_values():
    plain = Provenance("m 1234", "abcd", seed=3, dropped=("x was left out.",)).to_dict()
    assert plain == {
        "recipe": "m 1234",
        "data": "abcd",
        "seed": 3,
        "dropped": ("x was left out.",),
        "assumed": (),
        "version": VERSION,
    }
