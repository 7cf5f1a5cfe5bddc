from comity.terms.shortcoming import Shortcoming, grave


def test_grave_ones_must_be_mended():
    must, may = Shortcoming("A1", "x", "m"), Shortcoming("A2", "x", "m", must=False)
    assert grave([must, may]) == (must,)
    assert may.to_dict() == {"code": "A2", "where": "x", "message": "m", "must": False}
