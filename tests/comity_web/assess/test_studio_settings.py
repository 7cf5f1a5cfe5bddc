import pytest
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.terms.errors import InputError, RecipeError, UnknownName
from comity_web.assess.scored import default_model
from comity_web.assess.studio_settings import DEFAULT_BASE, read_settings

MODEL = default_model()
pytestmark = pytest.mark.django_db


def read(query, **given):
    return read_settings(QueryDict(query), DEFAULT_BASE, MODEL, **{"year": 2022, **given})


def test_nothing_changed_is_the_starting_model_itself():
    found = read("")
    assert not found.changed
    assert found.model is MODEL
    assert found.query == "base=comity-default&year=2022"


def test_an_address_says_only_what_differs_and_reads_back():
    query = (
        "base=comity-default&year=2015&group=AFRICOM&scaling=minmax&across=geometric"
        "&w-governance=2.5&i-wgi.rule_of_law=0&off=unga.agreement_usa,unga.us_distance"
    )
    found = read(query)
    assert found.query == query
    model = found.model
    assert (found.year, found.group) == (2015, "AFRICOM")
    assert model.scaling.method == "minmax"
    assert model.scaling.parameters == MODEL.scaling.parameters
    assert model.aggregation == ("arithmetic", "geometric")
    weights = {c.id: c.weight for c in model.constructs}
    assert weights["governance"] == 2.5
    assert {u.id: u.weight for u in model.uses}["wgi.rule_of_law"] == 0
    assert set(MODEL.indicators) - set(model.indicators) == {
        "unga.us_distance",
        "unga.agreement_usa",
    }
    assert model.status == "User's model"
    assert len(found.changes) == 6


# A model is built anew for each example, which takes its time on a busy machine.
@settings(deadline=None, max_examples=30)
@given(
    weights=st.dictionaries(
        st.sampled_from([c.id for c in MODEL.constructs]),
        st.floats(0.1, 99).map(lambda x: round(x, 2)),
    ),
    off=st.sets(st.sampled_from(MODEL.indicators), max_size=8),
)
def test_every_address_reads_back_to_the_same_model(weights, off):
    query = QueryDict(mutable=True)
    query.update({f"w-{name}": str(value) for name, value in weights.items()})
    query["off"] = ",".join(off)
    first = read(query.urlencode())
    assert read(first.query).model.digest == first.model.digest


def test_a_form_ticks_what_is_on():
    kept = [name for name in MODEL.indicators if not name.startswith("wgi.")]
    form = QueryDict(mutable=True)
    form.setlist("on", kept)
    form["form"] = "1"
    found = read(form.urlencode())
    assert found.off == {name for name in MODEL.indicators if name.startswith("wgi.")}


def test_a_saved_scenarios_group_can_be_left():
    found = read_settings(QueryDict("group="), "scenario-1-1", MODEL, year=2022, group="AFRICOM")
    assert found.group is None
    assert "group=" in found.query
    kept = read_settings(QueryDict(""), "scenario-1-1", MODEL, year=2022, group="AFRICOM")
    assert kept.group == "AFRICOM"


@pytest.mark.parametrize(
    ("query", "error", "said"),
    [
        ("w-governance=much", InputError, "weight of governance is 'much'"),
        ("w-governance=-1", InputError, "from 0 to 100"),
        ("w-governance=nan", InputError, "from 0 to 100"),
        ("w-governence=1", UnknownName, "Did you mean 'governance'"),
        ("i-wgi.rule=1", UnknownName, "construct or indicator"),
        ("off=wgi.rule_of_lav", UnknownName, "Did you mean"),
        ("year=soon", InputError, "year is 'soon'"),
        ("group=ATLANTIS", UnknownName, "grouping"),
        ("scaling=magic", UnknownName, "scaling"),
        ("across=mode", UnknownName, "aggregation"),
    ],
)
def test_what_cannot_be_used_is_named(query, error, said):
    with pytest.raises(error, match=said):
        read(query)


def test_no_weight_left_is_refused_with_the_model():
    query = "&".join(f"w-{c.id}=0" for c in MODEL.constructs)
    with pytest.raises(RecipeError, match="raise at least one"):
        _ = read(query).model


def test_changing_a_changed_model_does_not_pile_up_names():
    once = read("w-governance=2").model
    twice = read_settings(QueryDict("w-governance=3"), "scenario-1-1", once, year=2022).model
    assert twice.name == once.name == "comity-default-changed"
    assert twice.title == once.title
