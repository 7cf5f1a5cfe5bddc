import inspect

import pytest
from django.core.exceptions import PermissionDenied

from comity.terms.errors import FileError, InputError
from comity_web.access.models import AuditEvent
from comity_web.access.saving import EditConflict
from comity_web.access.scope import EVERYWHERE, Scope
from comity_web.assess import actions
from comity_web.assess.actions import (
    add_figures,
    create_scenario,
    duplicate_scenario,
    move_scenario,
    restore_version,
    save_scenario,
    set_archived,
    set_priority,
    undo_priority,
)
from comity_web.assess.models import AgreedResult, Priority, PriorityVersion, Scenario
from comity_web.assess.recipes import model_from
from comity_web.assess.scored import DRAWS, SEED, default_model, intervals_of, scores_of
from comity_web.world.evidence import panel
from tests.comity_web.assess.scenes import make_agreed, make_priority, make_scenario

AFRICOM, KENYA = Scope("command", "AFRICOM"), Scope("partner", "KEN")


def test_every_action_says_who():
    public = [
        f
        for name, f in inspect.getmembers(actions, inspect.isfunction)
        if f.__module__ == actions.__name__ and not name.startswith("_")
    ]
    assert len(public) >= 10
    for action in public:
        by = inspect.signature(action).parameters["by"]
        assert by.kind is inspect.Parameter.KEYWORD_ONLY, action


def test_a_new_scenario_keeps_the_whole_recipe_and_leaves_a_trace(people):
    scenario = make_scenario(people["petra"], reason="Asked by the staff.")
    model = model_from(scenario.recipe)
    assert model.digest == default_model().with_weights({"governance": 4.0}).digest
    assert scenario.data_edition == panel().edition
    assert (scenario.status, scenario.version, scenario.prepared_by) == ("draft", 1, "petra")
    assert scenario.versions.get().reason == "Asked by the staff."
    event = AuditEvent.objects.first()
    assert (event.action, event.actor, event.scope) == ("scenario.created", "petra", "AFRICOM")
    assert event.after["name"] == "Governance first"


def test_a_planner_saves_only_where_the_role_holds(people):
    make_scenario(people["pablo"])
    for name in ("vera", "kofi", "eva", "anton"):
        with pytest.raises(PermissionDenied):
            make_scenario(people[name], name=name)
    with pytest.raises(PermissionDenied, match="everywhere"):
        make_scenario(people["pablo"], name="World", group="")
    mine = Scenario.objects.get()
    with pytest.raises(PermissionDenied):
        save_scenario(mine, {"group": "EUCOM"}, by=people["pablo"], expected=1)


def test_each_save_keeps_the_version_before(people):
    scenario = make_scenario(people["petra"])
    recipe = default_model().to_toml()
    assert save_scenario(
        scenario,
        {"recipe": recipe, "name": "Plain"},
        by=people["petra"],
        expected=1,
        reason="Less.",
    )
    numbers = [(v.number, v.name, v.reason) for v in scenario.versions.all()]
    assert numbers == [(2, "Plain", "Less."), (1, "Governance first", "")]
    assert model_from(scenario.versions.get(number=1).recipe).tree.levels[1].weight.max() == 4.0
    assert not save_scenario(scenario, {"name": "Plain"}, by=people["petra"], expected=2)
    assert scenario.versions.count() == 2


def test_restoring_saves_the_old_version_as_the_newest(people):
    scenario = make_scenario(people["petra"])
    first = scenario.recipe
    save_scenario(scenario, {"recipe": default_model().to_toml()}, by=people["petra"], expected=1)
    assert restore_version(scenario, 1, by=people["petra"], expected=2)
    assert (scenario.recipe, scenario.version) == (first, 3)
    assert scenario.versions.first().reason == "Version 1 restored."
    with pytest.raises(InputError, match="no version 9"):
        restore_version(scenario, 9, by=people["petra"], expected=3)


def test_the_second_of_two_editors_is_told_and_keeps_what_they_wrote(people):
    mine, theirs = make_scenario(people["petra"]), Scenario.objects.get()
    save_scenario(theirs, {"note": "Theirs."}, by=people["pablo"], expected=1)
    with pytest.raises(EditConflict) as caught:
        save_scenario(mine, {"note": "Mine."}, by=people["petra"], expected=1)
    assert (caught.value.theirs.note, caught.value.yours["note"]) == ("Theirs.", "Mine.")
    assert Scenario.objects.get().versions.count() == 2


def test_names_recipes_and_status_are_checked_before_anything_is_written(people):
    scenario = make_scenario(people["petra"])
    with pytest.raises(InputError, match="already"):
        make_scenario(people["petra"], name="GOVERNANCE FIRST")
    with pytest.raises(InputError, match="Give the scenario a name"):
        make_scenario(people["petra"], name=" ")
    other = make_scenario(people["petra"], name="Other")
    with pytest.raises(InputError, match="already"):
        save_scenario(other, {"name": "Governance first"}, by=people["petra"], expected=1)
    with pytest.raises(FileError, match="not valid TOML"):
        save_scenario(scenario, {"recipe": "name ="}, by=people["petra"], expected=1)
    move_scenario(scenario, "submit", by=people["petra"], expected=1)
    with pytest.raises(InputError, match="only a draft can be changed"):
        save_scenario(scenario, {"note": "Late."}, by=people["petra"], expected=2)


def test_a_copy_is_a_draft_of_whoever_copies(people):
    agreed = make_agreed(people)
    copy = duplicate_scenario(agreed, name="Mine", by=people["pablo"])
    assert (copy.status, copy.prepared_by, copy.version) == ("draft", "pablo", 1)
    assert model_from(copy.recipe).digest == model_from(agreed.recipe).digest


def test_archiving_hides_and_brings_back(people):
    scenario = make_scenario(people["petra"])
    assert set_archived(scenario, True, by=people["petra"], expected=1)
    assert scenario.archived
    assert set_archived(scenario, False, by=people["petra"], expected=2)
    assert [e.action for e in AuditEvent.objects.all()[:2]] == [
        "scenario.restored",
        "scenario.archived",
    ]
    with pytest.raises(PermissionDenied):
        set_archived(scenario, True, by=people["anton"], expected=3)


def test_what_is_agreed_carries_recipe_data_and_result(people):
    scenario = make_agreed(people)
    kept = AgreedResult.objects.get(scenario=scenario)
    model = model_from(scenario.recipe)
    assert (kept.recipe, kept.digest) == (scenario.recipe, model.digest)
    assert kept.data_edition == panel().edition
    assert (kept.prepared_by, kept.agreed_by) == ("petra", "anton")
    assert (kept.draws, kept.seed) == (DRAWS, SEED)
    scores = scores_of(2022, "AFRICOM", model)
    drawn = {r["partner"]: r for r in intervals_of(2022, "AFRICOM", model).rows()}
    best = scores.partners[scores.order[0]]
    row = next(r for r in kept.rows if r["rank"] == 1)
    assert row["partner"] == best
    assert row["score"] == pytest.approx(float(scores.overall[scores.order[0]]), abs=1e-12)
    assert row["rank_q95"] == drawn[best]["rank_q95"]
    assert len(kept.rows) == len(scores.partners)


def test_nobody_agrees_to_their_own_work(people):
    scenario = make_scenario(people["ada"])
    move_scenario(scenario, "submit", by=people["ada"], expected=1)
    with pytest.raises(InputError, match="cannot approve it"):
        move_scenario(scenario, "approve", by=people["ada"], expected=2)
    with pytest.raises(PermissionDenied):
        move_scenario(scenario, "approve", by=people["petra"], expected=2)
    assert not AgreedResult.objects.exists()
    with pytest.raises(InputError, match="Say why"):
        move_scenario(scenario, "return", by=people["anton"], expected=2)
    move_scenario(scenario, "return", by=people["anton"], expected=2, reason="Note is thin.")
    assert scenario.status == "draft"


def test_a_priority_is_set_changed_and_undone(people):
    priority = make_priority(people["petra"], value=80.0)
    assert (priority.value, priority.version, priority.set_by) == (80.0, 1, "petra")
    changed = set_priority(
        "KEN", 60.0, holder=EVERYWHERE, by=people["ada"], expected=1, reason="Less."
    )
    assert (changed.pk, changed.version, changed.set_by) == (priority.pk, 2, "ada")
    undone = undo_priority(changed, by=people["petra"], expected=2)
    assert (undone.value, undone.version, undone.reason) == (80.0, 3, "Undone: Less.")
    event = AuditEvent.objects.first()
    assert (event.before["value"], event.after["value"]) == (60.0, 80.0)
    assert [v.value for v in PriorityVersion.objects.all()] == [80.0, 60.0, 80.0]


def test_undoing_the_first_takes_it_back(people):
    priority = make_priority(people["petra"])
    assert undo_priority(priority, by=people["petra"], expected=1).value is None


def test_priorities_are_set_only_where_the_role_holds(people):
    make_priority(people["pablo"], holder=AFRICOM)
    make_priority(people["kofi"], holder=KENYA)
    for name, holder in (
        ("kofi", AFRICOM),
        ("pablo", EVERYWHERE),
        ("vera", EVERYWHERE),
        ("anton", AFRICOM),
    ):
        with pytest.raises(PermissionDenied):
            make_priority(people[name], partner="GHA", holder=holder)
    with pytest.raises(InputError, match="not a partner of AFRICOM"):
        make_priority(people["pablo"], partner="POL", holder=AFRICOM)
    with pytest.raises(InputError, match="not a partner of Kenya"):
        make_priority(people["kofi"], partner="GHA", holder=KENYA)
    assert Priority.objects.count() == 2


def test_a_priority_needs_a_reason_and_stays_on_its_scale(people):
    with pytest.raises(InputError, match="Say why"):
        make_priority(people["petra"], reason="  ")
    with pytest.raises(InputError, match="from 0 to 100, not 130"):
        make_priority(people["petra"], value=130.0)
    assert not Priority.objects.exists()


def test_two_who_set_a_priority_at_once(people):
    make_priority(people["petra"], value=80.0)
    with pytest.raises(EditConflict) as caught:
        make_priority(people["ada"], value=10.0, reason="First, I thought.")
    assert caught.value.yours == {"value": 10.0, "reason": "First, I thought."}
    set_priority("KEN", 70.0, holder=EVERYWHERE, by=people["petra"], expected=1, reason="Again.")
    with pytest.raises(EditConflict) as caught:
        set_priority("KEN", 5.0, holder=EVERYWHERE, by=people["ada"], expected=1, reason="Late.")
    assert caught.value.theirs.value == 70.0
    assert set(caught.value.yours) == {"value", "reason"}
    assert Priority.objects.get().value == 70.0


def test_own_figures_are_named_and_not_empty(people):
    kept = add_figures(
        name="Plan",
        unit="US$ a year",
        figures={"KEN": 5.0},
        holder=AFRICOM,
        by=people["pablo"],
    )
    assert (kept.figures, kept.uploaded_by) == ({"KEN": 5.0}, "pablo")
    for wrong in ({"name": ""}, {"unit": " "}, {"figures": {}}):
        with pytest.raises(InputError):
            add_figures(
                **{
                    "name": "Plan",
                    "unit": "US$",
                    "figures": {"KEN": 1.0},
                    "holder": AFRICOM,
                    "by": people["pablo"],
                    **wrong,
                }
            )
    with pytest.raises(PermissionDenied):
        add_figures(
            name="P", unit="US$", figures={"KEN": 1.0}, holder=EVERYWHERE, by=people["pablo"]
        )


def test_the_system_itself_writes_demonstration_records(db):
    scenario = create_scenario(name="Shown", model=default_model(), year=2022, by="comity")
    assert scenario.prepared_by == "comity"
