"""Worldwide Governance Indicators: old World Bank codes, ``..`` for missing, standard errors."""

from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from comity.terms.errors import FileError
from comity.world.sources import wdi_extract
from comity.world.sources.wgi import parse
from tests.world.sources.figures_of import assert_as_described, cell, covered, series

HEADER = ["codeindyr", "code", "countryname", "year", "indicator", "estimate", "stddev"]
HEADER += ["nsource", "pctrank", "pctranklower", "pctrankupper"]
ROWS = [
    ("ROMrl1996", "ROM", "Romania", 1996, "rl", -0.25, 0.5, 3, 40.0, 20.0, 60.0),
    ("ROMrl1998", "ROM", "Romania", 1998, "rl", "..", "..", "..", "..", "..", ".."),
    ("ZARva2000", "ZAR", "Congo, Dem. Rep.", 2000, "va", -1.5, 0.25, 4, 5.0, 1.0, 9.0),
    (
        "ANTrl2015",
        "ANT",
        "Netherlands Antilles (former)",
        2015,
        "rl",
        1.0,
        0.5,
        1,
        80.0,
        60.0,
        90.0,
    ),
]


def workbook(folder: Path, rows=ROWS, header=HEADER) -> Path:
    book = openpyxl.Workbook()
    for row in (header, *rows):
        book.active.append(row)
    path = folder / "wgidataset.xlsx"
    book.save(path)
    return path


def test_estimates_come_with_standard_errors_under_present_codes(tmp_path):
    frame = parse(workbook(tmp_path))
    assert frame[["partner", "indicator", "year", "value", "error"]].to_numpy().tolist() == [
        ["ROU", "wgi.rule_of_law", 1996, -0.25, 0.5],
        ["COD", "wgi.voice_accountability", 2000, -1.5, 0.25],
    ]


def test_a_former_territory_is_dropped_and_counted(tmp_path):
    sentences = parse(workbook(tmp_path)).attrs["dropped"]
    assert len(sentences) == 1
    assert sentences[0].startswith("Left out 1 figure from 1985 on, of 1 place")
    assert sentences[0].endswith(": Netherlands Antilles (former) (1).")


def test_the_folder_and_the_sheet_saved_as_csv_read_the_same(tmp_path):
    book = parse(workbook(tmp_path).parent)
    lines = [",".join(f'"{cell}"' for cell in row) for row in (HEADER, *ROWS)]
    (tmp_path / "wgidataset.xlsx").unlink()
    (tmp_path / "wgidataset.csv").write_text("\n".join(lines), encoding="utf-8")
    pd.testing.assert_frame_equal(parse(tmp_path), book)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({5: "high"}, "the column 'estimate' says 'high'; expected a number from -5 to 5"),
        ({5: 25.0}, "the column 'estimate' says 25;"),
        ({6: -0.1}, "the column 'stddev' says -0.1"),
        ({3: None}, "the column 'year' is empty"),
        ({4: "xx"}, "the column 'indicator' says 'xx'; expected one of va, pv, ge, rq, rl, cc"),
    ],
)
def test_a_wrong_cell_is_named_with_its_row(tmp_path, change, says):
    row = [change.get(i, old) for i, old in enumerate(ROWS[0])]
    with pytest.raises(FileError) as caught:
        parse(workbook(tmp_path, [ROWS[2], row]))
    assert says in str(caught.value)
    assert caught.value.line == 3


def test_a_repeated_row_is_refused(tmp_path):
    with pytest.raises(FileError, match=r"ROM 1996 rl \(lines 2 and 3\)"):
        parse(workbook(tmp_path, [ROWS[0], ROWS[0]]))


def test_another_workbook_is_refused(tmp_path):
    with pytest.raises(FileError, match="no header row with"):
        parse(workbook(tmp_path, [("a",)], header=["Country"]))


@pytest.mark.publisher
def test_the_publishers_file(publisher_data):
    """32,100 rows of which 1,126 are ``..`` and 18 figures of the Netherlands Antilles."""
    frame = parse(publisher_data / "worldwide-governance-indicators")
    assert_as_described(frame, "wgi")
    assert len(frame) == 32_100 - 1_126 - 18
    assert sorted(frame["year"].unique())[:5] == [1996, 1998, 2000, 2002, 2003]
    assert covered(frame, "wgi.rule_of_law", 2022) >= 205
    # By construction every dimension has mean 0 and standard deviation 1 over all economies.
    spread = frame[frame["year"] == 2010].groupby("indicator")["value"].agg(["mean", "std"])
    assert spread["mean"].abs().max() < 0.05
    assert (spread["std"] - 1).abs().max() < 0.05
    value, error = cell(frame, "wgi.control_of_corruption", "DNK", 2022)
    assert value > 2
    assert 0.1 < error < 0.3


@pytest.mark.publisher
def test_political_stability_agrees_with_the_copy_in_another_publishers_extract(publisher_data):
    """Other source: the World Development Indicators' extract carries the series as ``polstb``."""
    ours = series(
        parse(publisher_data / "worldwide-governance-indicators"), "wgi.political_stability"
    )
    copy = pd.read_csv(publisher_data / "world-bank-wdi-extract" / "wdi_extract_long.csv.gz")
    copy = copy[copy["var"] == wdi_extract.ELSEWHERE].set_index(["iso3", "year"])["value"]
    both = pd.concat([ours, copy.rename_axis(["partner", "year"])], axis=1, join="inner").dropna()
    assert len(both) > 4_500
    assert both.corr(method="spearman").iloc[0, 1] > 0.99
