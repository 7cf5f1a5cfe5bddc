"""Records that tests of this application begin with, made by actions."""

from comity_web.access.scope import EVERYWHERE
from comity_web.assess.actions import create_scenario, move_scenario, set_priority
from comity_web.assess.scored import default_model

DEFAULTS = {"name": "Governance first", "year": 2022, "group": "AFRICOM", "note": "Drill."}


def make_scenario(by, **given):
    """A draft for Africa in which governance counts four times."""
    model = given.pop("model", None) or default_model().with_weights({"governance": 4.0})
    return create_scenario(model=model, by=by, **{**DEFAULTS, **given})


def make_agreed(people, **given):
    """Prepared by petra, agreed by anton."""
    scenario = make_scenario(people["petra"], **given)
    move_scenario(scenario, "submit", by=people["petra"], expected=1)
    move_scenario(scenario, "approve", by=people["anton"], expected=2)
    return scenario


def make_priority(by, partner="KEN", value=80.0, holder=EVERYWHERE, **given):
    """A first priority of a holder."""
    return set_priority(
        partner, value, holder=holder, by=by, **{"expected": 0, "reason": "Drill.", **given}
    )


def kept(table):
    """What the database says when somebody changes or deletes a row that is kept."""
    return f"{table} is written once and kept"
