import csv

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.methods.qca_truth_table import Cuts, Out, truth_table
from comity.terms.errors import InputError
from tests.methods.qca_examples import REFERENCE, crisp_cases, reference_cases


@pytest.mark.parametrize("name", ["crisp", "fuzzy"])
def test_truth_table_of_r_qca(name):
    """R's QCA 3.25, truthTable(incl.cut = 0.8, n.cut = 1): rows, verdicts, numbers, fit."""
    table = truth_table(reference_cases(name), Cuts(inclusion=0.8))
    ours = {str(row["row"]): row for row in table.to_dicts(complete=name == "fuzzy")}
    with (REFERENCE / f"{name}_truth_table.csv").open(encoding="utf-8") as stream:
        theirs = list(csv.DictReader(stream))
    assert list(ours) == [row[""] for row in theirs]
    for row in theirs:
        mine = ours[row[""]]
        assert all(str(mine[c]) == row[c] for c in (*table.conditions, "OUT", "n"))
        for fit in ("incl", "PRI"):
            if row[fit] == "-":
                assert mine[fit] is None
            else:
                assert mine[fit] == pytest.approx(float(row[fit]), abs=1e-12)


def test_truth_table_of_the_interwar_democracies():
    """Printed for the Lipset data in Rihoux and Ragin 2009 and in R QCA's manual, three digits."""
    rows = truth_table(reference_cases("lipset"), Cuts(inclusion=0.8)).rows
    assert [row.row for row in rows] == [1, 2, 5, 6, 22, 23, 24, 31, 32]
    assert [row.n for row in rows] == [3, 2, 2, 1, 2, 1, 2, 1, 4]
    assert [f"{row.fit.inclusion:.3f}" for row in rows] == (
        ["0.216", "0.278", "0.521", "0.529", "0.804", "0.378", "0.709", "0.445", "0.904"]
    )
    assert [f"{row.fit.pri:.3f}" for row in rows] == (
        ["0.000", "0.000", "0.113", "0.228", "0.719", "0.040", "0.634", "0.050", "0.886"]
    )
    assert rows[4].cases == ("FI", "IE")


def test_verdicts_follow_the_cuts():
    rows = ["11 1", "11 1", "11 1", "11 0", "10 1", "01 0", "01 0"]
    table = truth_table(crisp_cases(rows), Cuts(inclusion=0.75, n=2))
    assert {r.corner: r.out for r in table.rows} == {
        0b11: Out.PRESENT,
        0b10: Out.REMAINDER,
        0b01: Out.ABSENT,
    }
    assert table.rows[-1].deviant == ("c3",)
    strict = truth_table(crisp_cases(rows), Cuts(inclusion=0.8, absence=0.5))
    assert strict.corners(Out.CONTRADICTION) == (0b11,)
    assert strict.corners(Out.PRESENT) == (0b10,)


def test_pri_cut_takes_a_row_away():
    """Row 17 of the fuzzy table has inclusion 0.918 and PRI 0.326."""
    without = truth_table(reference_cases("fuzzy"), Cuts(inclusion=0.8))
    with_ = truth_table(reference_cases("fuzzy"), Cuts(inclusion=0.8, pri=0.5))
    assert 16 in without.corners(Out.PRESENT)
    assert 16 in with_.corners(Out.ABSENT)


def test_a_cut_is_met_by_a_sum_that_falls_short_by_rounding():
    """Three of ten twice and so on: 0.1 + 0.2 is not 0.3 in binary."""
    rows = ["1 1"] * 4 + ["1 0"]
    assert truth_table(crisp_cases(rows), Cuts(inclusion=0.8)).rows[0].out is Out.PRESENT


@pytest.mark.parametrize(
    "bad", [{"inclusion": 1.1}, {"pri": -0.1}, {"n": 0}, {"inclusion": 0.7, "absence": 0.8}]
)
def test_impossible_cuts_are_refused(bad):
    with pytest.raises(InputError):
        Cuts(**bad)


@given(
    st.lists(st.sampled_from(["00 0", "01 1", "10 0", "11 1", "11 0"]), min_size=1), st.randoms()
)
def test_order_of_cases_does_not_matter(rows, random):
    shuffled = random.sample(rows, len(rows))
    one, two = (truth_table(crisp_cases(r)).rows for r in (rows, shuffled))
    told = [[(r.corner, r.out, r.n, repr(r.fit)) for r in rows_] for rows_ in (one, two)]
    assert told[0] == told[1]
    assert sum(r.n for r in one) == len(rows)


def test_frame_has_the_rows():
    frame = truth_table(reference_cases("crisp")).to_frame()
    assert frame.shape[0] == 29
    assert frame.loc[185, "OUT"] == "1"
    assert np.isclose(frame.loc[48, "incl"], 0)
