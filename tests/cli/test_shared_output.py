import csv
import io
import json

import click
import openpyxl
import pytest
from click.testing import CliRunner

from comity.cli.shared_output import OutputOptions, emit, output_options, print_table
from comity.terms.errors import FileError, InputError

ROWS = [
    {"partner": "KEN", "score": 0.123456789, "n": 123456},
    {"partner": "Türkiye", "score": float("nan"), "n": None, "late": True},
]


@click.command()
@output_options
@click.option("--payload", is_flag=True)
@click.option("--columns")
def example(options, payload, columns):
    emit(
        ROWS,
        title="Scores",
        options=options,
        payload={"n": float("nan")} if payload else None,
        columns=columns.split(",") if columns else None,
    )


def run(*arguments):
    result = CliRunner().invoke(example, arguments)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result


def test_a_table_by_default():
    text = run().stdout
    assert "Scores" in text
    assert "123,456" in text
    lines = [line.split() for line in text.splitlines() if "Türkiye" in line]
    assert lines == [["Türkiye", "-", "-", "yes"]]


def test_json_carries_whole_rows_and_null():
    answer = json.loads(run("--json").stdout)
    assert answer["title"] == "Scores"
    assert answer["rows"][0] == {"partner": "KEN", "score": 0.123456789, "n": 123456}
    assert answer["rows"][1] == {"partner": "Türkiye", "score": None, "n": None, "late": True}


def test_json_carries_the_payload_in_place_of_rows():
    assert json.loads(run("--json", "--payload").stdout) == {"n": None}


def test_csv_on_standard_output_has_every_column_and_empty_cells():
    rows = list(csv.reader(io.StringIO(run("--csv", "-").stdout)))
    assert rows == [
        ["partner", "score", "n", "late"],
        ["KEN", "0.123456789", "123456", ""],
        ["Türkiye", "", "", "yes"],
    ]


def test_files_are_written_and_told_on_standard_error(tmp_path):
    one, two = tmp_path / "a.csv", tmp_path / "a.xlsx"
    result = run("--csv", str(one), "--xlsx", str(two))
    assert result.stdout == ""
    assert result.stderr.splitlines() == [f"Wrote {one}", f"Wrote {two}"]
    assert one.read_text(encoding="utf-8").startswith("partner,score,n,late\nKEN,")
    assert openpyxl.load_workbook(two).active["A2"].value == "KEN"


def test_json_and_a_file_together(tmp_path):
    result = run("--json", "--csv", str(tmp_path / "a.csv"))
    assert json.loads(result.stdout)["title"] == "Scores"
    assert (tmp_path / "a.csv").exists()


def test_columns_choose_and_order_the_table_and_the_files_only():
    assert run("--csv", "-", "--columns", "n,partner").stdout.splitlines()[0] == "n,partner"
    assert "score" in json.loads(run("--json", "--columns", "n").stdout)["rows"][0]


def test_two_answers_on_one_output_are_refused():
    with pytest.raises(InputError, match="choose one"):
        run("--json", "--csv", "-")


@pytest.mark.parametrize("option", ["--csv", "--xlsx"])
def test_a_folder_is_refused_before_the_command_runs(tmp_path, option):
    ran = []

    @click.command()
    @output_options
    def slow(options):
        ran.append(options)

    result = CliRunner().invoke(slow, [option, str(tmp_path)])
    assert isinstance(result.exception, FileError)
    assert ran == []


def test_a_workbook_must_be_called_one(tmp_path):
    with pytest.raises(FileError, match=r"must end in \.xlsx"):
        OutputOptions(xlsx=tmp_path / "a.csv")


def test_numbers_are_never_cut_on_a_narrow_terminal(monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "20")
    monkeypatch.setenv("FORCE_COLOR", "1")  # rich then takes the output for a terminal
    rows = [{"partner": "Bosnia and Herzegovina", "a": 123456789.0, "b": 987654321}]
    print_table(rows, title="Wide")
    text = capsys.readouterr().out
    assert "123,456,789" in text
    assert "987,654,321" in text


def test_a_pipe_gets_one_line_for_each_row_and_no_colours(monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "20")
    print_table([{"text": "word " * 60, "n": 1}], title="Long")
    text = capsys.readouterr().out
    assert "\x1b" not in text
    assert sum("word" in line for line in text.splitlines()) == 1


def test_no_color_is_respected_on_a_terminal(monkeypatch, capsys):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    print_table([{"n": 1}], title="Plain")
    text = capsys.readouterr().out
    assert not any(f"\x1b[{code}" in text for code in range(30, 48))


def test_square_brackets_are_text():
    assert CliRunner().invoke(_brackets).stdout.count("[bold]") == 2


@click.command()
def _brackets():
    print_table([{"name": "[bold]"}], title="[bold]")


def test_an_empty_answer_prints_its_title_and_columns(capsys):
    print_table([], title="Nothing", columns=["a"])
    assert "Nothing" in capsys.readouterr().out
