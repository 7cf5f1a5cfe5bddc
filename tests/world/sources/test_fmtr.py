"""The reader of training activities, on invented lines in both layouts and on the real table."""

from pathlib import Path

import pytest

from comity.terms.errors import FileError
from comity.world.sources import fmtr, greenbook
from comity.world.sources.fmtr import parse

HEADER = (
    "activity_id,report_fy,fiscal_year,region,country,iso3,program_code,program,course_title,"
    "trainees,cost_usd,start_date,end_date,location,recipient_unit,us_unit,page_number"
)


def line(report: str, year: int, country: str, program: str, trainees: object, cost: object) -> str:
    return f'X,{report},{year},R,{country},,,"{program}",Course,{trainees},{cost},,,,,,'


LINES = [
    line("1999-2000", 2000, "Ghana", "IMET, FY 00", 50, 500),
    line(
        "2000-2001",
        2000,
        "Ghana",
        "International Military Education and Training (IMET), FY 00",
        3,
        30,
    ),
    line("2000-2001", 2000, "Ghana", "Africa Center for Strategic Studies, FY 00", 2, ""),
    line(
        "2016-2017", 2016, "Tokelau", "Section 1004 - Fiscal Year 2016 DoD Training", 170, 2_796_000
    ),
    line("2016-2017", 2016, "Korea - South", "CTFP - Fiscal Year 2016 DoD Training", "", 40),
    line("2016-2017", 2016, "Ghana", "GPOI - Fiscal Year 2016 DoS Training", 20_000, 90),
    line("2016-2017", 2016, "Ghana", "Section 2282 - Fiscal Year 2016", 4, 0),
    line("2007-2008", 2007, "Nauru", "No activities reported for Nauru in 2007-2008", "", ""),
    line("2008-2009", 2008, "Indochina", "Regional Centers - FY 2008 DoD Training", 1, 4000),
]


def write(path: Path, lines=LINES) -> Path:
    file = path / "fmtr_activities_fy1999_2020.csv"
    file.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    return file


def value(frame, indicator: str, partner: str, year: int) -> float | None:
    rows = frame[
        (frame["indicator"] == f"fmtr.{indicator}")
        & (frame["partner"] == partner)
        & (frame["year"] == year)
    ]
    return None if rows.empty else float(rows["value"].iloc[0])


def test_a_plan_does_not_count_beside_what_was_carried_out(tmp_path):
    frame = parse(write(tmp_path))
    assert value(frame, "trainees", "GHA", 2000) == 5
    assert value(frame, "activities", "GHA", 2000) == 2
    assert "Fiscal year 2000: 1 lines of plans" in " ".join(frame.attrs["dropped"])


def test_programmes_are_known_by_their_words(tmp_path):
    frame = parse(write(tmp_path))
    assert value(frame, "trainees_imet", "GHA", 2000) == 3
    assert value(frame, "trainees_regional_centers", "GHA", 2000) == 2
    assert value(frame, "trainees_section_333", "GHA", 2016) == 4
    assert value(frame, "trainees_fmf", "GHA", 2000) is None


def test_an_empty_cell_is_missing_and_a_printed_zero_is_zero(tmp_path):
    frame = parse(write(tmp_path))
    assert value(frame, "trainees", "KOR", 2016) is None
    assert value(frame, "cost", "KOR", 2016) == 40
    assert value(frame, "cost", "GHA", 2016) == 90


def test_absurd_cells_are_left_out_and_told(tmp_path):
    frame = parse(write(tmp_path))
    assert value(frame, "trainees", "GHA", 2016) == 4
    told = [said for said in frame.attrs["dropped"] if said.startswith("Line 7: Ghana")]
    assert told == [
        (
            "Line 7: Ghana, fiscal year 2016, trainees '20000' was left out (expected a number from 0"
            " to 10,000)."
        )
    ]


def test_a_large_line_is_capped_in_the_capped_series_only(tmp_path):
    frame = parse(write(tmp_path))
    assert value(frame, "cost", "TJK", 2016) == 2_796_000
    assert value(frame, "cost_capped", "TJK", 2016) == 500_000


def test_names_that_are_no_partner_are_told(tmp_path):
    frame = parse(write(tmp_path))
    said = frame.attrs["dropped"]
    assert "Indochina: 1 rows without a partner, 4,000 current US$." in said
    assert "1 lines that say that nothing was reported: Nauru." in said
    assert "NRU" not in set(frame["partner"])


def test_who_is_outside_the_reporting_duty_is_said(tmp_path):
    spans = parse(write(tmp_path)).attrs["not_reported"]
    assert ("FRA", 1999, 2020) in spans
    assert ("ROU", 2004, 2020) in spans
    assert "GHA" not in {partner for partner, _, _ in spans}


def test_security_force_monitors_own_table(tmp_path):
    """Columns as in the data model of the fmtrpt_data repository's README."""
    names = "source_uuid\tgroup\tcountry\tiso_3166_1\tprogram\tcourse_title\tquantity\ttotal_cost"
    rows = [
        "u\t2016_2017_Africa_fmtrpt.tsv\tGhana\tGHA\tIMET-1 - Fiscal Year 2016\tCourse\t2\t$1,200",
        "u\t2005_2006_Africa_fmtrpt.tsv\tGhana\tGHA\tFMF, FY05\tCourse\t1\t100",
    ]
    file = tmp_path / "final_fmtrpt_all.tsv"
    file.write_text("\n".join([names, *rows]) + "\n", encoding="utf-8")
    frame = parse(file)
    assert value(frame, "cost_imet", "GHA", 2016) == 1200
    assert value(frame, "trainees_fmf", "GHA", 2005) == 1


def test_a_table_full_of_words_is_refused(tmp_path):
    lines = [line("2016-2017", 2016, "Ghana", "IMET", "many", 1)] * 3
    with pytest.raises(FileError, match="line 2: 3 cells of the column for trainees"):
        parse(write(tmp_path, lines))


def test_a_report_without_years_is_refused(tmp_path):
    with pytest.raises(FileError, match="line 2: the report is called 'last'"):
        parse(write(tmp_path, [line("last", 2016, "Ghana", "IMET", 1, 1)]))


def test_another_table_is_refused(tmp_path):
    file = tmp_path / "fmtr_activities.csv"
    file.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(FileError, match="the header lacks 'report_fy'"):
        parse(file)


@pytest.fixture(scope="module")
def real(publisher_data):
    return parse(publisher_data / "fmtr-foreign-military-training")


@pytest.mark.publisher
@pytest.mark.slow
def test_lines_of_the_survey_less_plans_and_strays(real):
    """254,687 lines in SOURCE.md, less 9,506 of plans, 4 that say "none" and 1 of Indochina."""
    activities = real[real["indicator"] == "fmtr.activities"]
    assert activities["value"].sum() == 254_687 - 4_565 - 4_941 - 4 - 1
    assert (real["year"].min(), real["year"].max()) == (1999, 2020)


@pytest.mark.publisher
@pytest.mark.slow
def test_totals_printed_in_the_reports(real, publisher_data):
    """Programme totals printed in the reports agree to 1 per cent by year, but for fiscal year 2009."""
    import pandas as pd

    printed = (
        pd.read_csv(
            publisher_data / "fmtr-foreign-military-training/fmtr_printed_program_totals.csv.gz"
        )
        .groupby("fiscal_year")[["trainees", "cost_usd"]]
        .sum()
    )
    for name, column in (("trainees", "trainees"), ("cost", "cost_usd")):
        mine = real[real["indicator"] == f"fmtr.{name}"].groupby("year")["value"].sum()
        for year in sorted(set(range(2008, 2021)) - {2009}):
            assert mine[year] == pytest.approx(printed.loc[year, column], rel=0.01), (name, year)


@pytest.mark.publisher
@pytest.mark.slow
def test_imet_cost_follows_imet_obligations(real, publisher_data):
    """Spearman 0.89 in the data survey."""
    import pandas as pd

    book = greenbook.parse(publisher_data / "us-greenbook")
    keys = ["partner", "year"]
    paired = pd.concat(
        [
            real[real["indicator"] == "fmtr.cost_imet"].set_index(keys)["value"],
            book[book["indicator"] == "greenbook.imet_current"].set_index(keys)["value"],
        ],
        axis=1,
        join="inner",
    )
    assert len(paired) > 2_300
    assert paired.corr("spearman").iloc[0, 1] == pytest.approx(0.89, abs=0.005)


@pytest.mark.publisher
@pytest.mark.slow
def test_families_agree_with_the_codes_of_the_table(publisher_data):
    """The table's program_code was made by hand; the reader's words sort all but 32 lines alike."""
    import re

    import pandas as pd

    table = pd.read_csv(
        publisher_data / "fmtr-foreign-military-training/fmtr_activities_fy1999_2020.csv.gz",
        usecols=["program", "program_code"],
    )
    codes = {
        "imet": ["IMET"],
        "fmf": ["FMF"],
        "regional_centers": ["Regional Centers"],
        "ctfp": ["CTFP"],
        "section_1004": ["Section 1004"],
        "peace_operations": ["PKO", "GPOI"],
        "incle": ["INL/INCLE"],
        "section_333": ["Section 333", "Section 1206/2282"],
    }
    differ = 0
    for family, words in fmtr.FAMILIES.items():
        mine = table["program"].str.contains(words, regex=True, flags=re.IGNORECASE)
        differ += int((mine != table["program_code"].isin(codes[family])).sum())
    assert differ == 32
