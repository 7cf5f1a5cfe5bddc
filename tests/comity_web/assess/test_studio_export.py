import csv
import io

import pytest
from django.http import QueryDict

from comity.reports.workbook_import import read_workbook
from comity_web.assess.recipes import model_from
from comity_web.assess.scored import default_model
from comity_web.assess.studio_answer import settled_scores
from comity_web.assess.studio_export import exported, file_name
from comity_web.assess.studio_settings import DEFAULT_BASE, read_settings

pytestmark = pytest.mark.django_db


@pytest.fixture
def settings():
    query = QueryDict("w-governance=3&group=AFRICOM")
    return read_settings(query, DEFAULT_BASE, default_model(), year=2022)


def test_the_model_reads_back(settings):
    assert model_from(exported(settings, "toml").decode()).digest == settings.model.digest


def test_the_table_says_what_made_it(settings):
    rows = list(csv.DictReader(io.StringIO(exported(settings, "csv").decode("utf-8-sig"))))
    scores = settled_scores(settings)
    assert rows[0]["partner"] == scores.partners[scores.order[0]]
    assert float(rows[0]["score"]) == pytest.approx(float(scores.overall[scores.order[0]]))
    assert rows[0]["recipe"] == scores.provenance.recipe
    assert len(rows) == len(scores.partners)


def test_the_workbook_reads_back_to_the_model(settings, tmp_path):
    path = tmp_path / "live.xlsx"
    path.write_bytes(exported(settings, "xlsx"))
    assert read_workbook(path).model.digest == settings.model.digest
    assert exported(settings, "xlsx") is exported(settings, "xlsx")


def test_the_brief_names_group_and_year(settings):
    text = exported(settings, "brief").decode()
    assert "2022, AFRICOM" in text
    assert file_name(settings, "brief") == "comity-default-changed-AFRICOM-2022.html"
