"""Our World in Data's exports: five files, continents among the rows, one with bounds."""

import pandas as pd
import pytest

from comity.terms.errors import FileError
from comity.world.sources import vdem
from comity.world.sources.vdem_owid import parse
from tests.world.sources.figures_of import assert_as_described, cell, covered, series, value, write

RIGHTS = "Entity,Code,Year,Human Rights Index\n"
NAMES = {
    "human-rights-index-vdem.csv": RIGHTS,
    "freedom-of-expression-index.csv": "Entity,Code,Year,Freedom of expression index\n",
    "rule-of-law-index.csv": "Entity,Code,Year,Rule of Law index\n",
    "rigorous-and-impartial-public-administration-index.csv": (
        "Entity,Code,Year,public_admin_vdem_owid\n"
    ),
}
CORRUPTION = (
    "Entity,Code,Year,corruption_vdem_owid,corruption_vdem_high_owid,corruption_vdem_low_owid\n"
)


def test_an_export_is_known_by_its_column_whatever_its_name(tmp_path):
    rows = "Kenya,KEN,2001,0.5\nKosovo,OWID_KOS,2001,0.25\nAfrica,OWID_AFR,2001,0.4\n"
    frame = parse(write(tmp_path, "download.csv", RIGHTS + rows))
    assert frame[["partner", "indicator", "value"]].to_numpy().tolist() == [
        ["KEN", "vdem_owid.civil_liberties", 0.5],
        ["XKX", "vdem_owid.civil_liberties", 0.25],
    ]
    assert frame.attrs["dropped"][0].startswith("download.csv: Left out 1 figure ")
    assert "Africa (1)" in frame.attrs["dropped"][0]


def test_the_west_bank_stands_for_palestine_and_gaza_is_left_out(tmp_path):
    rows = "Palestine/West Bank,,2001,0.5\nPalestine/Gaza,,2001,0.1\n"
    frame = parse(write(tmp_path, "a.csv", RIGHTS + rows))
    assert value(frame, "vdem_owid.civil_liberties", "PSE", 2001) == 0.5
    assert len(frame) == 1


def test_bounds_of_corruption_become_an_error(tmp_path):
    frame = parse(write(tmp_path, "a.csv", CORRUPTION + "Kenya,KEN,2001,0.7,0.75,0.61\n"))
    found = cell(frame, "vdem_owid.political_corruption", "KEN", 2001)
    assert found == (0.7, pytest.approx(0.07))


def test_a_folder_must_hold_all_five(tmp_path):
    for name, header in NAMES.items():
        write(tmp_path, name, header + "Kenya,KEN,2001,0.5\n")
    with pytest.raises(FileError, match="political-corruption-index"):
        parse(tmp_path)
    write(tmp_path, "owid_political-corruption-index_x.csv", CORRUPTION + "Kenya,KEN,2001,1,1,1\n")
    assert_as_described(parse(tmp_path), "vdem_owid")


def test_another_chart_is_refused(tmp_path):
    with pytest.raises(FileError, match="none of its columns is a chart that Comity knows"):
        parse(write(tmp_path, "a.csv", "Entity,Code,Year,Tea per head\nKenya,KEN,2001,1\n"))


def test_a_wrong_cell_is_refused_with_its_line(tmp_path):
    with pytest.raises(FileError, match=r"says '1\.2'; expected a number from 0 to 1") as caught:
        parse(write(tmp_path, "a.csv", RIGHTS + "Kenya,KEN,2001,0.5\nGhana,GHA,2001,1.2\n"))
    assert caught.value.line == 3


@pytest.mark.publisher
def test_the_publishers_files(publisher_data):
    frame = parse(publisher_data / "vdem")
    assert_as_described(frame, "vdem_owid")
    for indicator in frame["indicator"].unique():
        assert covered(frame, indicator, 2022) >= 170


@pytest.mark.publisher
def test_civil_liberties_go_with_liberal_democracy_of_the_other_release(publisher_data):
    """Other source: V-Dem v15; the same project's measures of neighbouring things."""
    rights = series(parse(publisher_data / "vdem"), "vdem_owid.civil_liberties")
    democracy = series(vdem.parse(publisher_data / "vdem"), "vdem.liberal_democracy")
    both = pd.concat([rights, democracy], axis=1, join="inner")
    assert len(both) > 6_000
    assert both.corr(method="spearman").iloc[0, 1] > 0.85
