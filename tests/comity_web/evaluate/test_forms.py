from comity_web.evaluate.forms import OwnStudyForm, ReadyRunForm, RunOptions, UploadForm
from comity_web.evaluate.study_cards import study_card


def test_only_ways_to_measure_whose_data_are_here_are_offered(db):
    form = ReadyRunForm({"seed": 1, "permutations": 9}, card=study_card("tiny"))
    assert [name for name, _ in form.fields["variant"].choices] == ["open"]
    assert form.is_valid(), form.errors


def test_bounds_are_said_at_the_field():
    form = RunOptions({"seed": -1, "permutations": 5_000})
    assert set(form.errors) == {"seed", "permutations"}


def test_an_upload_must_be_said_to_be_unclassified(people):
    form = UploadForm({"scope": "everywhere"}, {}, user=people["eva"])
    assert "unclassified" in str(form.errors["unclassified"])
    assert [value for value, _ in form.fields["scope"].choices] == ["everywhere"]


def test_tables_that_one_may_see_are_offered(people, uploaded):
    table = uploaded()
    values = [v for v, _ in OwnStudyForm(user=people["eva"]).fields["dataset"].choices]
    assert values == ["", str(table.pk)]
