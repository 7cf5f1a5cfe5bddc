import io
import math
from pathlib import Path

import numpy as np
import pytest
from openpyxl import load_workbook

from comity.assess.scores import Scores
from comity.methods.normalise import Scaling
from comity.reports.workbook import workbook_bytes
from tests.reports.recalculation import constructs_sheet, convert, edit_weights
from tests.reports.small_world import PARTNERS, small_model, small_panel, small_scores

RANGE = {"lower": 1.0, "upper": 100.0}
SCALINGS = {
    "minmax": Scaling("minmax", RANGE),
    "winsorised": Scaling("winsorised", {**RANGE, "tail": 0.1}),
    "zscore": Scaling("zscore", {"mean": 100.0, "sd": 15.0}),
    "logistic": Scaling("logistic", RANGE),
    "rank": Scaling("rank"),
    "prank": Scaling("prank", RANGE),
    "percentile": Scaling("percentile", RANGE),
    "borda": Scaling("borda"),
    "goalposts": Scaling("goalposts", {**RANGE, "low": -1.0, "high": 2.0}),
    "target": Scaling("target", {"target": 1.5}),
    "none": Scaling("none"),
}
NEW_WEIGHTS = {"test.rule": 5, "test.voice": 0, "test.aid": 0.125, "ties": 3.5, "means": 0.25}
VARIANTS = [
    *((name, ("arithmetic", "arithmetic"), "available") for name in SCALINGS),
    ("percentile", ("geometric", "harmonic"), "available"),
    ("minmax", ("harmonic", "geometric"), "available"),
    ("logistic", ("worst", "arithmetic"), "available"),
    ("winsorised", ("arithmetic", "worst"), "available"),
    ("percentile", ("arithmetic", "arithmetic"), "group-median"),
]


def changed(scores: Scores) -> Scores:
    """The same scores with Python's own arithmetic on the new weights."""
    constructs = {c.id for c in scores.model.constructs}
    model = scores.model.with_weights(
        {k: v for k, v in NEW_WEIGHTS.items() if k in constructs},
        {k: v for k, v in NEW_WEIGHTS.items() if k not in constructs},
    )
    return model.score(small_panel(), year=2022, partners=PARTNERS)


def assert_equal(rows: list[list[object]], scores: Scores) -> None:
    """Every score, coverage, rank and construct of the sheet equals Python's to 1e-9."""
    k = len(scores.model.constructs)
    for i, row in enumerate(rows):
        assert row[0] == scores.partners[i]
        wanted = [scores.overall[i], scores.overall_coverage[i]]
        wanted += [*scores.constructs[i], *scores.coverage[i]]
        given = [row[2], row[3], *row[6 : 6 + 2 * k]]
        for a, b in zip(given, wanted, strict=True):
            if np.isnan(b):
                assert a in (None, "")
            else:
                assert math.isclose(float(str(a)), b, rel_tol=1e-9, abs_tol=1e-9)
        assert (row[4] or 0) == scores.rank[i]


@pytest.mark.libreoffice
@pytest.mark.slow
@pytest.mark.parametrize(("scaling", "means", "rule"), VARIANTS)
def test_libreoffice_computes_the_same_scores_for_changed_weights(
    scaling: str, means: tuple[str, str], rule: str, soffice: str, tmp_path: Path
):
    """Python's own scores are the reference; every formula loses its stored value first."""
    scores = small_scores(scaling=SCALINGS[scaling], aggregation=means, rule=rule)
    wanted = changed(scores)
    moved = np.abs(np.nan_to_num(wanted.overall - scores.overall)).max()
    assert moved > 1e-3 or means[1] == "worst"
    (tmp_path / "exported.xlsx").write_bytes(workbook_bytes(scores))
    edit_weights(tmp_path / "exported.xlsx", tmp_path / "edited.xlsx", NEW_WEIGHTS)
    done = convert(soffice, tmp_path / "edited.xlsx", tmp_path)
    assert_equal(constructs_sheet(done, len(PARTNERS)), wanted)
    assert_sorted(done, wanted)


def assert_sorted(path: Path, scores: Scores) -> None:
    """The list "Scores" stands in the order of the new ranks."""
    sheet = load_workbook(path, data_only=True)["Scores"]
    listed = [row[1] for row in sheet.iter_rows(min_row=7, max_col=3, values_only=True)]
    scored = [scores.partners[i] for i in sorted(scores.order, key=lambda i: (scores.rank[i], i))]
    assert listed[: len(scored)] == scored
    assert sorted(filter(None, listed)) == sorted(scores.partners)


def test_stored_values_are_pythons_own():
    scores = small_scores()
    book = load_workbook(io.BytesIO(workbook_bytes(scores)), data_only=True)
    rows = book["Constructs"].iter_rows(min_row=7, max_row=6 + len(PARTNERS), values_only=True)
    assert_equal([list(row) for row in rows], scores)


def test_scores_are_formulas_and_nothing_but_weights_is_yellow():
    book = load_workbook(io.BytesIO(workbook_bytes(small_scores())))
    assert str(book["Constructs"]["C7"].value).startswith("=IF(OR(")
    assert str(book["Scaled"]["C7"].value).startswith("=IF(ISNUMBER(Turned!C7)")
    yellow = {
        (sheet.title, cell.column_letter)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.fill.fgColor.rgb == "FFFFF2A8"
    }
    assert yellow == {("Weights", "E")}
    assert book["Model"].sheet_state == "hidden"
    kinds = [rule.type for rule in book["Weights"].data_validations.dataValidation]
    assert kinds == ["decimal", "decimal"]


def test_missing_values_stay_empty_cells():
    scores = small_scores()
    sheet = load_workbook(io.BytesIO(workbook_bytes(scores)))["Raw"]
    rows = list(sheet.iter_rows(min_row=7, min_col=3, max_row=36, max_col=14, values_only=True))
    empty = np.array([[value is None for value in row] for row in rows])
    assert (empty == np.isnan(scores.snapshot.values)).all()
    assert empty.any()


def test_with_intervals_and_matching():
    scores = small_scores()
    intervals = scores.rank_intervals(200, 3, keep=True)
    priority = {p: float(i % 5) for i, p in enumerate(PARTNERS)}
    funding = {p: float((i * 37) % 101) for i, p in enumerate(PARTNERS)}
    matches = scores.match(priority, funding, intervals=intervals)
    book = load_workbook(io.BytesIO(workbook_bytes(scores, intervals, matches)), data_only=True)
    assert "Matching" in book.sheetnames
    first = next(book["Scores"].iter_rows(min_row=7, max_row=7, values_only=True))
    top = intervals.rows()[0]
    assert first[:3] == (1, top["partner"], top["name"])
    assert first[7:10] == (top["rank_q05"], top["rank_q95"], top["top10"])
    shown = [row[0] for row in book["Matching"].iter_rows(min_row=6, values_only=True)]
    assert shown[: len(matches.partners)] == [row["partner"] for row in matches.rows()]


def test_an_indicator_without_information_weighs_nothing_and_says_so():
    panel = small_panel()
    rows = panel.rows_of("test.votes")
    panel.value[rows] = 3.0
    scores = small_model().score(panel, year=2022, partners=PARTNERS)
    book = load_workbook(io.BytesIO(workbook_bytes(scores)), data_only=True)
    row = next(r for r in book["Weights"].iter_rows(values_only=True) if r[1] == "test.votes")
    assert row[6] == 0
    assert "one value" in row[12]


def test_names_that_look_like_formulas_stay_text():
    from dataclasses import replace

    scores = small_scores()
    named = replace(scores, names=("=1+1", *scores.names[1:]))
    book = load_workbook(io.BytesIO(workbook_bytes(named)))
    assert book["Raw"]["B7"].value == "=1+1"
    assert book["Raw"]["B7"].data_type == "s"


@pytest.mark.libreoffice
@pytest.mark.slow
def test_libreoffice_agrees_on_the_whole_world(soffice: str, tmp_path: Path):
    """The default model on the embedded panel: every partner, every indicator, other weights."""
    from comity.assess.model import PropensityModel
    from comity.world.load import load_panel

    panel, model = load_panel(imports=False), PropensityModel.default()
    year = model.reference.year or panel.years[1]
    scores = model.score(panel, year=year)
    weights = {model.constructs[0].id: 4.0, model.uses[5].id: 0.0, model.uses[20].id: 7.5}
    wanted = model.with_weights(
        {model.constructs[0].id: 4.0}, {model.uses[5].id: 0.0, model.uses[20].id: 7.5}
    ).score(panel, year=year)
    (tmp_path / "exported.xlsx").write_bytes(workbook_bytes(scores))
    edit_weights(tmp_path / "exported.xlsx", tmp_path / "edited.xlsx", weights)
    done = convert(soffice, tmp_path / "edited.xlsx", tmp_path)
    assert_equal(constructs_sheet(done, len(scores.partners)), wanted)
