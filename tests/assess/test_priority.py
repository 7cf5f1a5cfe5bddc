from comity.assess.model import PropensityModel
from comity.assess.priority import ILLUSTRATIVE, illustrative_priority
from comity.world.load import load_panel


def test_the_illustration_is_labelled_and_ranks_allies_high():
    figures, provenance = illustrative_priority(load_panel(), 2022)
    assert provenance.recipe.startswith("illustrative-priority ")
    assert "Illustrative" in PropensityModel.load(ILLUSTRATIVE).status
    ordered = sorted(figures, key=lambda partner: -figures[partner])
    assert ordered.index("JPN") < ordered.index("BTN")
    assert len(figures) > 180


def test_sources_that_only_a_user_can_bring_are_optional_and_said():
    _, provenance = illustrative_priority(load_panel(), 2022)
    assert any("troops.active_duty" in said for said in provenance.dropped)
