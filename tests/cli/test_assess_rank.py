import csv
import io

import pyarrow.parquet as pq
import pytest

from comity.assess.model import PropensityModel
from tests.conftest import ROOT

COMPOSITE = ROOT / "tests" / "reference" / "composite"
OWN = ("--data", COMPOSITE / "indicators.csv", "--structure", COMPOSITE / "structure.csv")


def test_the_real_answer_for_a_command(run):
    answer = run("assess", "rank", "--group", "AFRICOM", "--draws", 200, "--json")
    assert answer.code == 0, answer.said
    found = answer.json
    assert found["status"] == "Comity default"
    assert found["draws"] == 200
    partners = {row["partner"]: row for row in found["partners"]}
    assert len(partners) == 53
    for row in partners.values():
        assert 1 <= row["rank_q05"] <= row["rank_median"] <= row["rank_q95"] <= 53
    assert partners["BWA"]["rank"] < partners["SOM"]["rank"]
    assert "screening aid" in answer.said


def test_the_same_seed_gives_the_same_answer(run):
    calls = [
        run("assess", "rank", "--draws", 300, "--seed", seed, "--threads", threads, "--json").out
        for seed, threads in ((1, 1), (1, 2), (2, 2))
    ]
    assert calls[0] == calls[1] != calls[2]


def test_the_table_is_for_people(run):
    answer = run("assess", "rank", "--top", 3, "--draws", 0)
    assert answer.code == 0
    assert "rank" in answer.out
    assert len([line for line in answer.out.splitlines() if line.strip()[:1].isdigit()]) == 3


def test_csv_and_parquet(run, tmp_path):
    draws = tmp_path / "draws.parquet"
    answer = run(
        "assess", "rank", "--partners", "KEN,UGA,TZA", "--draws", 50, "--csv", "-",
        "--save-draws", draws,
    )  # fmt: skip
    rows = list(csv.DictReader(io.StringIO(answer.out)))
    assert {row["partner"] for row in rows} == {"KEN", "UGA", "TZA"}
    table = pq.read_table(draws)
    assert table.num_rows == 150
    assert table.schema.metadata[b"seed"] == b"1"


def test_a_draw_replays_as_a_model(run, tmp_path):
    answer = run("assess", "rank", "--partners", "KEN,UGA,TZA", "--draws", 5, "--replay", 3)
    path = tmp_path / "draw.toml"
    path.write_text(answer.out, encoding="utf-8")
    model = PropensityModel.load(path)
    assert model.indicators == PropensityModel.default().indicators
    assert model.status == "A draw"


def test_who_outranks_whom(run):
    answer = run(
        "assess", "rank", "--partners", "DNK,SYR,KEN", "--draws", 100, "--outranks", "DNK,SYR"
    )
    assert "DNK outranks SYR in 100.0% of draws." in answer.said


def test_a_series_on_one_frozen_reference(run):
    answer = run("assess", "rank", "--partners", "KEN,UGA", "--years", "2015-2017", "--json")
    assert answer.code == 0, answer.said
    answer = run("assess", "rank", "--group", "NATO", "--years", "2015-2017", "--json")
    assert set(answer.json["rows"][0]) == {"partner", "name", "2015", "2016", "2017"}


def test_without_indicators_scores_still_come(run):
    gone = PropensityModel.default().indicators[::9][:7]
    assert len(gone) == 7
    answer = run("assess", "rank", "--without", ",".join(gone), "--draws", 0, "--json")
    assert answer.code == 0
    assert sum(row["rank"] is not None for row in answer.json["partners"]) > 180


def test_own_table_has_the_documented_json(run):
    answer = run("assess", "rank", *OWN, "--normalise", "minmax", "--aggregate", "amean", "--json")
    assert answer.code == 0, answer.said
    units = answer.json["units"]
    assert len(units) == 195
    assert set(units[0]) == {"unit", "score", "rank"}
    best = next(row for row in units if row["unit"] == "U001")
    assert best["rank"] == 1
    assert best["score"] == pytest.approx(60.3877746095741, abs=1e-9)  # COINr


def test_own_table_with_draws_adds_rank_statistics(run):
    answer = run("assess", "rank", *OWN, "--draws", 500, "--weight-noise", 0.25, "--seed", 1,
                 "--json")  # fmt: skip
    row = answer.json["units"][0]
    assert set(row) == {
        "unit", "score", "rank", "rank_mean", "rank_median", "rank_q05", "rank_q95",
    }  # fmt: skip
    assert answer.json["draws"] == 500


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--model", "absent.toml"), "absent.toml: cannot be read"),
        (("--model", "comity-defalt"), "Did you mean 'comity-default'?"),
        (("--year", "1890"), "outside the panel"),
        (("--group", "AFRICON"), "Did you mean 'AFRICOM'"),
        (("--partners", "Kenia,UGA"), "Did you mean"),
        (("--without", "wgi.rule_of_lw"), "Did you mean"),
        (("--weight-noise", "0.1", "--simplex"), "Choose one of"),
        (("--weight-noise", "3"), "between 0 and 1"),
        (("--dirichlet", "0"), "positive"),
        (("--scalings", "zscore"), "has no range"),
        (("--means", "median"), "no aggregation"),
        (("--draws", "0", "--replay", "1"), "need --draws"),
        (("--outranks", "KEN"), "takes two partners"),
        (("--years", "2015-soon"), "Years are written"),
        (("--group", "NATO", "--partners", "KEN"), "not both"),
        (("--data", "x.csv"), "go together"),
        (("--html", "brief.txt"), "must end in .html"),
        (("--draws", "many"), "not a valid integer"),
        ((*OWN, "--group", "NATO"), "--group does not go with --data"),
        ((*OWN, "--normalise", "min-max"), "Did you mean 'minmax'"),
        ((*OWN, "--normalise", "prank", "--aggregate", "gmean"), "lower = 1"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_2(run, arguments, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    answer = run("assess", "rank", *arguments)
    assert answer.code == 2
    assert said in answer.said
    assert "Traceback" not in answer.said
    assert answer.out == ""
    assert list(tmp_path.iterdir()) == []


def test_a_model_with_an_unknown_indicator(run, tmp_path):
    text = PropensityModel.default().to_toml().replace("wgi.rule_of_law", "wgi.rule_of_lawn")
    path = tmp_path / "m.toml"
    path.write_text(text, encoding="utf-8")
    answer = run("assess", "rank", "--model", path)
    assert answer.code == 2
    assert "'wgi.rule_of_lawn'" in answer.said
    assert "Did you mean 'wgi.rule_of_law'" in answer.said


@pytest.mark.parametrize("name", ["data", "structure"])
def test_hostile_tables_are_refused_quickly(run, tmp_path, name):
    """A line of two gigabytes (a sparse file), and bytes that are not UTF-8."""
    other = dict(zip(OWN[::2], OWN[1::2], strict=True))
    huge = tmp_path / "huge.csv"
    with huge.open("wb") as file:
        file.truncate(2 * 1024**3)
    answer = run("assess", "rank", *_swap(other, name, huge))
    assert answer.code == 2
    assert "huge.csv" in answer.said
    latin = tmp_path / "latin.csv"
    header = "unit,a" if name == "data" else "iCode,Parent,Level,Direction,Weight"
    latin.write_bytes(f"{header}\nCôte,1\n".encode("latin-1"))
    answer = run("assess", "rank", *_swap(other, name, latin))
    assert answer.code == 2
    assert "latin.csv, line 2" in answer.said


def _swap(other, name, path):
    return [
        part for option, value in (other | {f"--{name}": path}).items() for part in (option, value)
    ]


@pytest.mark.slow
def test_brief_and_workbook_without_enough_partners_to_match(run, tmp_path):
    brief, book = tmp_path / "b.html", tmp_path / "b.xlsx"
    answer = run(
        "assess", "rank", "--partners", "KEN", "--draws", 20, "--html", brief, "--xlsx", book
    )
    assert answer.code == 0, answer.said
    assert "Without matching" in answer.said
    assert brief.stat().st_size > 10_000
    assert book.stat().st_size > 10_000


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("--html", "brief.html"), "--html does not go with --years"),
        (("--draws", 10), "--draws does not go with --years"),
        (("--year", 2019), "--year does not go with --years"),
    ],
)
def test_what_a_series_cannot_give_is_refused(run, more, says):
    answer = run("assess", "rank", "--years", "2018-2019", *more)
    assert answer.code == 2
    assert says in answer.said


def test_years_the_wrong_way_round(run):
    answer = run("assess", "rank", "--years", "2019-2018")
    assert answer.code == 2
    assert "swap them" in answer.said
