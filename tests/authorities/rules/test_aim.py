from datetime import date

from comity.authorities.catalogue import catalogue
from comity.authorities.query import Query
from comity.authorities.rules.aim import judge
from comity.terms.authority import Answer


def asked(authority, aim):
    record = catalogue()[authority]
    return judge(record, record.fit, Query("train", date(2027, 3, 1), aim=aim))


def test_the_purpose_trap():
    """321 and 322 exist to train US forces (section 9 of the research)."""
    assert asked("T10-321", "build-capacity").answer is Answer.NO
    assert asked("T10-322", "build-capacity").answer is Answer.NO
    assert asked("T10-321", "train-us-forces").answer is Answer.YES


def test_training_of_us_forces_must_be_said_and_other_aims_need_not():
    assert asked("FAA-541", "train-us-forces").answer is Answer.NO
    assert asked("FAA-541", "relationships").answer is Answer.YES
    assert asked("FAA-541", "").answer is Answer.YES


def test_a_recalled_record_is_not_ruled_out_by_its_silence():
    assert asked("T10-712", "train-us-forces").answer is Answer.CHECK
