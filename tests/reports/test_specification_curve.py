import json

import numpy as np
import pytest

from comity.evaluate.multiverse import results_of, run_multiverse
from comity.reports.specification_curve import curve_page, curve_picture, specification_curve
from tests.evaluate.small_study import made


@pytest.fixture
def results(tmp_path):
    universe, columns = made()
    run_multiverse(universe, columns, tmp_path / "r", data="d")
    return results_of(tmp_path / "r", universe), dict(universe.labels)


def test_every_choice_with_alternatives_is_in_the_panel(results):
    chart = specification_curve(*results, title="Curve").to_dict()
    rows = next(d for d in chart["datasets"].values() if d and "choice" in d[0])
    assert {row["choice"] for row in rows} == {
        "sample",
        "absorbed",
        "errors",
        "treatment",
        "controls",
    }
    curve = next(d for d in chart["datasets"].values() if d and "estimate" in d[0])
    assert [row["rank"] for row in curve] == list(range(1, 65))
    assert (np.diff([row["estimate"] for row in curve]) >= 0).all()
    assert "64 specifications" in chart["title"]["subtitle"]
    assert "Association" in json.dumps(chart)


def test_a_long_curve_is_thinned_and_says_so(results):
    import pandas as pd

    frame, labels = results
    long = pd.concat([frame] * 20, ignore_index=True)
    chart = specification_curve(long, labels, title="Curve").to_dict()
    assert "600 evenly spaced" in chart["title"]["subtitle"]


def test_a_panel_of_many_choices_is_drawn(results):
    import pandas as pd

    frame, labels = results
    many = {f"control: {n}": ("out", "in") for n in range(100)}
    always = pd.DataFrame(True, index=frame.index, columns=list(many))
    wide = pd.concat([frame, always], axis=1)
    picture = curve_picture(specification_curve(wide, labels | many, title="Curve")).decode()
    assert ">99<" in picture


def test_files_need_no_network(results):
    chart = specification_curve(*results, title="A <curve>")
    page = curve_page(chart).decode()
    assert "A &lt;curve&gt;" in page
    assert "<svg" in page
    assert "src=" not in page
    assert curve_picture(chart).startswith(b"<svg")
