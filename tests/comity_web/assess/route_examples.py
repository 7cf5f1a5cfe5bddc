"""Records that stand in addresses of the table of routes."""

from comity_web.assess.models import Scenario
from tests.comity_web.assess.scenes import make_scenario


def _africa_draft(people):
    """One draft of petra's for Africa, made where it is not there yet."""
    found = Scenario.objects.first() or make_scenario(people["petra"])
    return found.pk


EXAMPLES = {"africa_draft": _africa_draft}
