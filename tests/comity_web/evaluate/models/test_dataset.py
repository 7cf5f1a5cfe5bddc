import pytest
from django.db import IntegrityError, transaction

from comity_web.evaluate.models import Dataset

WHOLE = {
    "name": "panel.csv",
    "digest": "a" * 64,
    "size": 10,
    "rows": 2,
    "columns": ["y"],
    "uploaded_by": "eva",
}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong", [{"name": ""}, {"rows": 0}, {"columns": []}, {"digest": "short"}], ids=str
)
def test_the_database_refuses_what_is_not_whole(wrong):
    Dataset.objects.create(**WHOLE)
    with pytest.raises(IntegrityError), transaction.atomic():
        Dataset.objects.create(**WHOLE | wrong)


@pytest.mark.django_db
def test_a_table_is_never_public_and_lies_in_the_home():
    kept = Dataset.objects.create(**WHOLE, scope_text="AFRICOM")
    assert not kept.published
    assert str(kept.scope) == "AFRICOM"
    assert kept.path.parent.is_dir()
    assert kept.path.name == f"{kept.pk}.csv"
