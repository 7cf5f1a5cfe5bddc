import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

from comity.terms.errors import DataMissing, InputError, UnknownName
from comity_web.access.models import AuditEvent
from comity_web.evaluate import actions
from comity_web.evaluate.actions import add_dataset, delete_dataset, queue_own, queue_ready
from comity_web.evaluate.models import Dataset
from comity_web.evaluate.upload import table_in
from comity_web.jobs.models import Job
from tests.comity_web.evaluate.own_text import ON_TABLE


def test_a_run_is_asked_for_with_everything_that_decides_it(people):
    job = queue_ready("tiny", by=people["eva"], seed=7, permutations=19)
    assert job.arguments == {
        "study": "tiny",
        "variant": "open",
        "seed": 7,
        "permutations": 19,
        "most": 32,
    }
    assert AuditEvent.objects.filter(action="job.queued", target_id=str(job.pk)).exists()


def test_a_button_that_is_pressed_twice_asks_once(people):
    first = queue_ready("tiny", by=people["eva"])
    assert queue_ready("tiny", by=people["eva"]) == first
    assert queue_ready("tiny", by=people["eva"], seed=2) != first
    assert queue_ready("tiny", by=people["ada"]) != first


def test_nobody_fills_the_queue(people, monkeypatch):
    monkeypatch.setattr(actions, "MOST_WAITING", 2)
    for seed in (1, 2):
        queue_ready("tiny", by=people["eva"], seed=seed)
    with pytest.raises(InputError, match="are waiting"):
        queue_ready("tiny", by=people["eva"], seed=3)


def test_an_evaluator_of_one_command_runs_for_it(people):
    assert str(queue_ready("tiny", by=people["amara"]).scope) == "AFRICOM"


@pytest.mark.parametrize(
    ("asked", "kind", "words"),
    [
        ({"name": "comets"}, UnknownName, "ready study"),
        ({"name": "tiny", "variant": "comets"}, UnknownName, "variant"),
        ({"name": "tiny", "variant": "index"}, DataMissing, "comity world import sfi"),
        ({"name": "tiny", "permutations": 10_000}, InputError, "0 to 999"),
    ],
)
def test_what_cannot_be_run_is_refused_before_it_is_queued(people, asked, kind, words):
    with pytest.raises(kind, match=words):
        queue_ready(by=people["eva"], **asked)
    assert Job.objects.count() == 0


@pytest.mark.parametrize("who", ["petra", "vera", "nina"])
def test_who_may_not_run_studies_cannot(people, uploaded, who):
    with pytest.raises(PermissionDenied):
        queue_ready("tiny", by=people[who])
    with pytest.raises(PermissionDenied):
        queue_own(ON_TABLE, by=people[who], dataset=uploaded())
    with pytest.raises(PermissionDenied):
        uploaded(by=who)


def test_an_own_study_that_cannot_be_read_is_not_queued(people, uploaded):
    with pytest.raises(InputError, match=r"study.toml"):
        queue_own("name =", by=people["eva"], dataset=uploaded())
    assert Job.objects.count() == 0
    job = queue_own(ON_TABLE, by=people["eva"], dataset=uploaded())
    assert job.title == "Own study: slope of two"
    assert (job.folder / "study.toml").read_text() == ON_TABLE


def test_a_table_belongs_to_its_scope(people):
    found = table_in("panel.csv", b"y,x\n1,2\n")
    with pytest.raises(PermissionDenied):
        add_dataset(found, by=people["amara"], scope=people["eva"].memberships.get().scope)


@pytest.mark.django_db(transaction=True)
def test_deleting_takes_the_file_with_it_and_leaves_a_line(people, uploaded):
    table = uploaded()
    path = table.path
    assert path.is_file()
    with pytest.raises(PermissionDenied):
        delete_dataset(table, by=people["petra"])
    with transaction.atomic():
        delete_dataset(table, by=people["eva"])
    assert not path.exists()
    assert not Dataset.objects.exists()
    assert AuditEvent.objects.filter(action="dataset.deleted").count() == 1
