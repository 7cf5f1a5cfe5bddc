from datetime import date

import pytest

from comity.authorities.catalogue import catalogue
from comity.authorities.combine import combine
from comity.authorities.finder import find
from comity.authorities.query import Query
from comity.reports.authorities_answer_document import answer_document
from comity.reports.document_blocks import Heading, Note, Table
from tests.authorities.asking import partner

ON = date(2027, 3, 1)
QUERY = Query(
    "train", ON, purpose="counterterrorism", partner=partner(cleared=()), today=date(2027, 2, 20)
)


def text_of(document):
    parts = []
    for block in document.blocks:
        if isinstance(block, Table):
            parts += [cell for row in block.rows for cell in row]
        else:
            parts.append(block.text)
    return "\n".join(parts)


@pytest.fixture(scope="module")
def document():
    return answer_document([find(QUERY)], ["Train Kenya's army"], banner="UNCLASSIFIED")


def test_every_record_is_in_it(document):
    text = text_of(document)
    assert [r.citation for r in catalogue() if r.citation not in text] == []


def test_it_says_what_it_is_not_and_when_it_was_checked(document):
    assert isinstance(document.blocks[0], Note)
    assert document.blocks[0].text.startswith("Planning aid, not legal advice")
    assert document.banner == "UNCLASSIFIED"
    assert "last checked 2026" in document.footer
    assert ("Asked for", "2027-03-01") in document.facts


def test_a_usable_one_has_its_steps_and_a_past_day_is_told(document):
    places = [b.text for b in document.blocks if isinstance(b, Heading)]
    assert "10 USC 333: usable with conditions" in places
    text = text_of(document)
    assert "by 2027-02-14" in text
    assert "TOO LATE: that day is past." in text
    assert "Nobody looked the partner up on these lists" in text


def test_nothing_usable_is_said():
    query = Query("equip", ON, purpose="counternarcotics", recipient="irregular")
    document = answer_document([find(query)], ["Equip irregulars"], banner="")
    text = text_of(document)
    assert "Nothing in the catalogue is usable" in text
    assert "recipient: national security forces only" in text


def test_a_package_has_its_sets_and_what_nobody_carries():
    needs = [
        Query("train", ON),
        Query("equip", ON, purpose="counternarcotics", recipient="irregular"),
    ]
    found = combine(needs)
    document = answer_document(found.answers, ["one", "other"], found, banner="")
    text = text_of(document)
    assert document.subtitle == "A package of 2 parts"
    assert "train for military: " in text
    assert "Nobody carries: equip for irregular." in text
    assert "Comity defaults" in text
