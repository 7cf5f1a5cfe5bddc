"""Scores of any table, against the numbers that the R package COINr computed."""

import csv
from collections import defaultdict
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comity.assess.own_table import read_own_table, score_own_table
from comity.methods.rank_statistics import rank_statistics
from comity.methods.weight_noise import WeightNoise
from comity.terms.errors import FileError, InputError, RecipeError, UnknownName

REFERENCE = Path(__file__).parent.parent / "reference" / "composite"


@pytest.fixture(scope="module")
def table():
    return read_own_table(REFERENCE / "indicators.csv", REFERENCE / "structure.csv")


def coinr_scores() -> dict[tuple[str, str], dict[str, float]]:
    out: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    with (REFERENCE / "coinr_scores.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            out[row["normalisation"], row["aggregation"]][row["uCode"]] = float(row["Index"])
    return out


@pytest.mark.parametrize(("normalise", "mean"), sorted(coinr_scores()))
def test_scores_equal_coinr_becker2022(table, normalise, mean):
    """All ten combinations that COINr 1.1 computed, to 1e-9."""
    ours = score_own_table(table, normalise=normalise, means=(mean,))
    theirs = coinr_scores()[normalise, mean]
    expected = np.array([theirs[unit] for unit in table.units])
    np.testing.assert_allclose(ours.composite.index, expected, rtol=0, atol=1e-9)


def coinr_ranks() -> dict[str, dict[str, float]]:
    with (REFERENCE / "coinr_rank_stats.csv").open(encoding="utf-8") as lines:
        return {
            row["uCode"]: {k: float(v) for k, v in row.items() if k != "uCode"}
            for row in csv.DictReader(lines)
        }


def test_nominal_ranks_equal_coinr(table):
    ours = score_own_table(table)
    theirs = coinr_ranks()
    assert {u: int(theirs[u]["Nominal"]) for u in table.units} == dict(
        zip(table.units, ours.rank.tolist(), strict=True)
    )


def test_rank_statistics_agree_with_coinr(table):
    """COINr drew 2,000 times with 25 % uniform noise at both levels; we draw 10,000 times."""
    ours = score_own_table(table)
    rows, drawn = ours.draw(10_000, 1, WeightNoise("uniform", 0.25))
    stats = rank_statistics(drawn.counts)
    theirs = coinr_ranks()
    units = [table.units[i] for i in rows]
    mean = np.array([theirs[u]["Mean"] for u in units])
    assert np.abs(stats.mean - mean).max() < 0.5
    for ours_q, key in ((stats.q05, "Q5"), (stats.q95, "Q95")):
        assert np.abs(ours_q - [theirs[u][key] for u in units]).max() <= 3


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


STRUCTURE = "iCode,Parent,Level,Direction,Weight\na,G,1,1,1\nb,G,1,-1,2\nG,I,2,1,1\nI,,3,1,1\n"


def test_missing_values_are_averaged_over_what_is_observed(tmp_path):
    structure = write(tmp_path, "s.csv", STRUCTURE)
    data = write(tmp_path, "d.csv", "unit,a,b\nx,0,0\ny,10,\nz,,10\nw,NA,NA\n")
    rows = score_own_table(read_own_table(data, structure)).rows()
    assert {r["unit"]: (r["score"], r["rank"]) for r in rows[:3]} == {
        "y": (100.0, 1),
        "x": (pytest.approx(67.0), 2),
        "z": (1.0, 3),
    }
    assert rows[3]["unit"] == "w"
    assert rows[3]["rank"] is None
    assert np.isnan(rows[3]["score"])


def test_a_constant_indicator_is_left_out_and_said(tmp_path):
    structure = write(tmp_path, "s.csv", STRUCTURE)
    data = write(tmp_path, "d.csv", "unit,a,b,note\nx,1,5,p\ny,2,5,q\n")
    scored = score_own_table(read_own_table(data, structure))
    assert scored.composite.index.tolist() == [1.0, 100.0]
    assert scored.provenance.dropped == (
        "The indicator 'b' is the same for all units and was left out.",
        "The column 'note' is not in the structure.",
    )
    _, drawn = scored.draw(100, 1, WeightNoise("uniform", 0.5))
    assert drawn.counts.tolist() == [[0, 100], [100, 0]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("unit,a,b\nx,1,2\nx,3,4\n", "x (lines 2 and 3)"),
        ("unit,a,c\nx,1,2\n", "no column 'b'"),
        ("unit,a,b\nx,one,2\n", "line 2"),
        ("unit,a,b\n", "there is no row"),
        ("a,b\n1,2\n3,4\n", "line 1: no column names the units"),
        ("unit,a,b\nx,1,2\n ,3,4\n", "line 3: the unit has no name"),
    ],
)
def test_bad_data_is_one_sentence_with_the_place(tmp_path, text, said):
    structure = write(tmp_path, "s.csv", STRUCTURE)
    with pytest.raises(FileError) as refusal:
        read_own_table(write(tmp_path, "d.csv", text), structure)
    assert said in str(refusal.value)


def test_unknown_scaling_suggests_the_nearest(table):
    with pytest.raises(UnknownName, match="minmax"):
        score_own_table(table, normalise="min-max")
    with pytest.raises(UnknownName, match="prank"):
        score_own_table(table, normalise="foo")


def test_geometric_mean_of_zeros_is_refused_with_the_mend(table):
    with pytest.raises(RecipeError, match="lower = 1"):
        score_own_table(table, normalise="prank", means=("gmean",))


def test_one_mean_for_each_level(table):
    scored = score_own_table(table, means=("amean", "gmean"))
    assert scored.means == ("arithmetic", "geometric")
    with pytest.raises(InputError, match="2 levels"):
        score_own_table(table, means=("amean", "gmean", "hmean"))


@given(st.integers(0, 1000), st.sampled_from(["minmax", "zscore", "percentile", "rank"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_removing_a_constant_indicator_leaves_everything_as_it_was(tmp_path, seed, normalise):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(8, 2))
    structure = write(tmp_path, "s.csv", STRUCTURE)
    wide = write(tmp_path, "w.csv", STRUCTURE.replace("G,I", "c,G,1,1,5\nG,I"))
    rows = [f"u{i},{a},{b}" for i, (a, b) in enumerate(x)]
    narrow = write(tmp_path, "d.csv", "\n".join(["unit,a,b", *rows]))
    padded = write(tmp_path, "e.csv", "\n".join(["unit,a,b,c", *(f"{r},7" for r in rows)]))
    without = score_own_table(read_own_table(narrow, structure), normalise=normalise)
    having = score_own_table(read_own_table(padded, wide), normalise=normalise)
    np.testing.assert_array_equal(without.composite.index, having.composite.index)
