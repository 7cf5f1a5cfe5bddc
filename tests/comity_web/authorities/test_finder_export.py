import csv
import io
import json

import docx
import pytest

from comity_web.authorities.finder_export import exported
from tests.comity_web.authorities.asked import KENYA, PACKAGE, question


def test_json_has_every_authority():
    found = json.loads(exported(question(KENYA).needs, "json"))
    assert len(found["all"]) == 219
    assert found["disclaimer"].startswith("Planning aid, not legal advice")


def test_csv_has_a_row_for_each_authority_of_each_part():
    text = exported(question(PACKAGE).needs, "csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == 3 * 219
    assert len({row["question"] for row in rows}) == 3
    assert all(row["reasons"] and row["certainty"] and row["last_checked"] for row in rows)


@pytest.mark.django_db
def test_word_bears_the_marking_of_the_site():
    word = docx.Document(io.BytesIO(exported(question(KENYA).needs, "docx")))
    assert word.sections[0].header.paragraphs[0].text == "UNCLASSIFIED"
    text = "\n".join(paragraph.text for paragraph in word.paragraphs)
    assert "Planning aid, not legal advice" in text
    assert "10 USC 333: usable with conditions" in text
