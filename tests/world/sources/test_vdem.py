"""Varieties of Democracy: bounds become errors; Gaza, Somaliland and Zanzibar are no partners."""

import gzip

import pytest

from comity.terms.errors import FileError
from comity.world.sources.vdem import parse
from tests.world.sources.figures_of import assert_as_described, cell, covered, write

INDICES = ("v2x_polyarchy", "v2x_libdem", "v2x_partipdem", "v2x_delibdem", "v2x_egaldem")
HEADER = "vdem_country_name,country_text_id,country_id,year,vdem_cowcode,GWn," + ",".join(
    f"{index},{index}_codelow,{index}_codehigh" for index in INDICES
)


def line(code: str, year: object, *cells: object) -> str:
    return f"Somewhere,{code},7,{year},1,1," + ",".join(str(one) for one in cells)


SCORES = (0.5, 0.46, 0.52, 0.25, 0.2, 0.3, "", "", "", 0.1, 0.1, 0.1, 0.75, 0.5, 1)


def test_half_the_width_of_the_bounds_is_the_error(tmp_path):
    path = write(tmp_path, "vdem_v15_indices.csv", f"{HEADER}\n{line('KEN', 2001, *SCORES)}\n")
    frame = parse(path)
    assert cell(frame, "vdem.electoral_democracy", "KEN", 2001) == (0.5, pytest.approx(0.03))
    assert cell(frame, "vdem.egalitarian_democracy", "KEN", 2001) == (0.75, 0.25)
    assert "vdem.participatory_democracy" not in set(frame["indicator"])


def test_gzip_in_a_folder_and_places_beside_their_states(tmp_path):
    rows = [line(code, 2001, *SCORES) for code in ("PSE", "PSG", "SML", "ZZB", "XKX")]
    text = "\n".join([HEADER, *rows, line("KEN", 1984, *SCORES)])
    (tmp_path / "vdem_v15_indices_1946_2024.csv.gz").write_bytes(gzip.compress(text.encode()))
    frame = parse(tmp_path)
    assert set(frame["partner"]) == {"PSE", "XKX"}
    assert set(frame["year"]) == {2001}
    sentence = frame.attrs["dropped"][0]
    assert "Palestine/Gaza (4)" in sentence
    assert "Somaliland (4)" in sentence
    assert "Zanzibar (4)" in sentence


def test_a_score_above_one_is_refused_with_its_line(tmp_path):
    text = f"{HEADER}\n{line('KEN', 2001, *SCORES)}\n{line('GHA', 2001, 1.5, *SCORES[1:])}\n"
    with pytest.raises(FileError, match=r"'v2x_polyarchy' says '1\.5'; expected") as caught:
        parse(write(tmp_path, "vdem_v15.csv", text))
    assert caught.value.line == 3


def test_a_repeated_country_year_is_refused(tmp_path):
    text = "\n".join([HEADER, line("KEN", 2001, *SCORES), line("KEN", 2001, *SCORES)])
    with pytest.raises(FileError, match="KEN 2001"):
        parse(write(tmp_path, "vdem_v15.csv", text))


def test_a_file_without_bounds_is_refused(tmp_path):
    with pytest.raises(FileError, match="the header lacks 'v2x_polyarchy_codelow'"):
        parse(write(tmp_path, "vdem_v15.csv", "country_text_id,year,v2x_polyarchy\nKEN,2001,0.5\n"))


@pytest.mark.publisher
def test_the_publishers_file(publisher_data):
    frame = parse(publisher_data / "vdem")
    assert_as_described(frame, "vdem")
    assert covered(frame, "vdem.electoral_democracy", 2022) >= 170
    latest = frame[(frame["indicator"] == "vdem.liberal_democracy") & (frame["year"] == 2024)]
    # The institute's report of 2025 puts Denmark first on liberal democracy and Eritrea near the end.
    order = latest.sort_values("value")["partner"].tolist()
    assert order[-1] == "DNK"
    assert "ERI" in order[:5]
    assert latest["error"].between(0, 0.15).all()
