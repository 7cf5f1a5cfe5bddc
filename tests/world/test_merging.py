import numpy as np
import pandas as pd

from comity.world.merging import merge_panels
from comity.world.panel import Panel
from comity.world.stacking import to_frame, to_panel
from tests.world.small_panel import described, small_frame, small_panel

COLUMNS = ["partner", "indicator", "year", "value", "error", "vintage"]


def import_of(*rows: tuple[object, ...]) -> Panel:
    frame = pd.DataFrame([(*row, np.nan, "mine") for row in rows], columns=COLUMNS)
    return to_panel(frame, {str(name): described(str(name)) for name in frame["indicator"]})


def test_no_import_gives_the_same_panel():
    panel = small_panel()
    assert merge_panels(panel, []) is panel


def test_import_replaces_every_indicator_of_its_source():
    new = import_of(("BEL", "alpha.rank", 2021, 3.0))
    merged = merge_panels(small_panel(), [new])
    assert merged.indicators == ("alpha.rank", "beta.money")
    assert merged.partners == ("BEL", "CIV", "GHA", "KEN")
    assert merged.series("beta.money", "KEN")[1].tolist() == [1_234_567_890_123.0]
    assert merged.series("alpha.rank", "BEL")[0].tolist() == [2021]


def test_merging_is_stacking_what_is_left():
    new = import_of(("ZWE", "gamma.x", 2019, 1.0), ("AFG", "gamma.x", 2020, 2.0))
    merged = merge_panels(small_panel(), [new])
    frame = pd.concat([small_frame(), to_frame(new)])
    assert merged.edition == to_panel(frame, merged.catalogue).edition


def test_later_import_of_a_source_wins():
    first, second = (
        import_of(("KEN", "alpha.score", 2018, 7.0)),
        import_of(("KEN", "alpha.score", 2018, 8.0)),
    )
    merged = merge_panels(small_panel(), [first, second])
    assert merged.series("alpha.score", "KEN")[1].tolist() == [8.0]


def test_base_is_untouched():
    panel = small_panel()
    before = panel.edition
    merge_panels(panel, [import_of(("BEL", "alpha.rank", 2021, 3.0))])
    assert small_panel().edition == before == panel.edition
