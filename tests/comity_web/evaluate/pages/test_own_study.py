from comity_web.evaluate.own_study import own_study
from comity_web.evaluate.pages.own_study import EXAMPLE
from comity_web.jobs.models import Job
from tests.comity_web.evaluate.own_text import ON_TABLE

ASKED = {"seed": "1", "permutations": "0"}


def test_the_example_of_the_form_runs_as_it_stands(tmp_path, db):
    place = tmp_path / "study.toml"
    place.write_text(EXAMPLE, encoding="utf-8")
    assert own_study(place, shown="study.toml").specifications == 24


def test_a_study_on_an_uploaded_table_is_queued(signed_in, uploaded):
    table = uploaded()
    client = signed_in("eva")
    page = client.get(f"/evaluate/own/study/?table={table.pk}").content.decode()
    assert f'<option value="{table.pk}" selected>' in page
    given = ASKED | {"study": ON_TABLE, "dataset": str(table.pk)}
    answer = client.post("/evaluate/own/study/", given)
    job = Job.objects.get()
    assert answer["Location"] == f"/jobs/{job.pk}/"
    assert job.kind == "own-study"


def test_what_is_wrong_is_said_and_the_text_stays(signed_in):
    html = signed_in("eva").post("/evaluate/own/study/", ASKED | {"study": "name = 3"})
    text = html.content.decode()
    assert "study.toml: the field" in text
    assert "name = 3" in text
    assert not Job.objects.exists()
