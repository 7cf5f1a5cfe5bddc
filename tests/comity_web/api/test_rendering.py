import json

import numpy as np

from comity_web.api.rendering import PlainJson


def test_what_is_not_known_is_null(rf):
    sent = {"a": float("nan"), "b": [np.float64("inf"), np.int64(3)], "c": "Côte d'Ivoire"}
    text = PlainJson().render(rf.get("/"), sent, response_status=200)
    assert json.loads(text) == {"a": None, "b": [None, 3], "c": "Côte d'Ivoire"}
    assert "ô" in text
