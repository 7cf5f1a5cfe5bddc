import json

import numpy as np

from comity.evaluate.ready_result import Verdict
from comity.evaluate.ready_studies import run_on_table
from tests.evaluate.planted import africa_panel
from tests.evaluate.test_ready_studies import small_study


def test_plain_values_a_curve_in_order_and_one_row_for_each_specification():
    study = small_study()
    result = run_on_table(study, study.variant[0], africa_panel(units=20), permutations=0)
    plain = result.to_dict()
    assert json.loads(json.dumps(plain))["findings"][0]["verdict"] in set(Verdict)
    assert "specifications" not in result.to_dict(curve=False)
    curve = result.curve("one")
    estimates = [one.estimate for one in curve]
    assert estimates == sorted(estimates)
    frame = result.to_frame()
    assert len(frame) == len(result.specifications) == 8
    assert set(frame["outcome"]) == {"civil_war +1", "civil_war +2"}
    one = result.curve("one")[0]
    assert one.formula.startswith(("f(civil_war, 1) ~", "f(civil_war, 2) ~"))
    assert np.isfinite(result.finding("one").scale)
