"""A record to move along: a scenario, the first kind that is reviewed."""

import pytest

from comity_web.assess.actions import create_scenario
from comity_web.assess.scored import default_model


@pytest.fixture
def scenario(people):
    """A draft of Petra's about AFRICOM."""
    return create_scenario(
        name="Dry run", model=default_model(), year=2020, group="AFRICOM", by=people["petra"]
    )
