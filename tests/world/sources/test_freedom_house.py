import pytest

from comity.terms.errors import FileError
from comity.world.observations import sidecar
from comity.world.sources.freedom_house import parse
from tests.world.sources.extracts import extract, figure

RATINGS = "fh_country,year,pr,cl,status\n"
SCORES = [row["column"] for row in sidecar("freedom_house", "scores")]


def scores(names, head="fh_full_country,edition,status,pr,cl"):
    marks = ",".join("1" for _ in SCORES)
    columns = ",".join(names.get(column, column) for column in SCORES)
    return f"{head},{columns}\nKenya,2025,PF,4,3,{marks}\nTibet,2025,NF,7,7,{marks}\n"


def test_ratings_status_and_places_beside_states(tmp_path):
    text = RATINGS + "Kenya,2024,4,3,PF\nTibet,2024,7,7,NF\nHong Kong,2024,6,4,PF\n"
    frame = parse(extract(tmp_path, text))
    assert figure(frame, "freedom_house.political_rights", "KEN", 2024) == 4
    assert figure(frame, "freedom_house.status", "KEN", 2024) == 2
    assert figure(frame, "freedom_house.status", "HKG", 2024) == 2
    assert "Tibet (3)" in frame.attrs["dropped"][0]


def test_sub_scores_belong_to_the_year_before_the_edition(tmp_path):
    frame = parse(extract(tmp_path, scores({})))
    assert figure(frame, "freedom_house.total", "KEN", 2024) == 1
    assert figure(frame, "freedom_house.civil_liberties", "KEN", 2024) == 3
    assert len(frame) == 3 + len(SCORES)


def test_publishers_names_of_the_columns_are_understood(tmp_path):
    head = "Country/Territory,Edition,Status,PR rating,CL rating"
    names = {"pr_full": "PR", "cl_full": "CL", "total": "Total"}
    one = parse(extract(tmp_path, scores(names, head)))
    assert one.equals(parse(extract(tmp_path, scores({}), "other.csv")))


def test_folder_with_both_tables_takes_ratings_once(tmp_path):
    extract(
        tmp_path, RATINGS + "Kenya,2024,5,3,PF\nKenya,1990,6,6,NF\n", "fh_ratings_1972_2024.csv"
    )
    extract(tmp_path, scores({}), "fh_subcategory_scores_2012_2024.csv")
    frame = parse(tmp_path)
    assert figure(frame, "freedom_house.political_rights", "KEN", 2024) == 5
    assert figure(frame, "freedom_house.political_rights", "KEN", 1990) == 6
    assert figure(frame, "freedom_house.total", "KEN", 2024) == 1


def test_wrong_status_rating_table_and_folder_are_refused(tmp_path):
    with pytest.raises(FileError, match="'status' says 'X'"):
        parse(extract(tmp_path, RATINGS + "Kenya,2024,4,3,X\n"))
    with pytest.raises(FileError, match="from 1 to 7"):
        parse(extract(tmp_path, RATINGS + "Kenya,2024,8,3,PF\n"))
    with pytest.raises(FileError, match="lacks"):
        parse(extract(tmp_path, "a,b\n1,2\n"))
    (tmp_path / "empty").mkdir()
    with pytest.raises(FileError, match=r"no file of Freedom in the World"):
        parse(tmp_path / "empty")


@pytest.mark.publisher
def test_scores_add_up(publisher_data):
    """Political rights and civil liberties scores make the total; Finland's 2024 total is 100."""
    frame = parse(publisher_data / "freedom-house")
    wide = frame.pivot(index=["partner", "year"], columns="indicator", values="value")
    wide = wide.rename(columns=lambda name: name.removeprefix("freedom_house."))
    scored = wide[wide["total"].notna()]
    assert len(scored) == 2565
    both = scored["political_rights_score"] + scored["civil_liberties_score"]
    assert (both == scored["total"]).all()
    assert figure(frame, "freedom_house.total", "FIN", 2024) == 100
    assert figure(frame, "freedom_house.political_rights", "PRK", 2024) == 7
