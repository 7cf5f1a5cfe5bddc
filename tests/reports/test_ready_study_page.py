import re

import pytest

from comity.evaluate.ready_recipe import get_ready
from comity.evaluate.ready_studies import run_on_table, run_ready_study
from comity.reports.ready_study_page import ready_study_page
from comity.world.load import load_panel
from tests.evaluate.planted import africa_panel, fragility_panel

pytestmark = pytest.mark.slow  # whole studies


@pytest.fixture(scope="module")
def africa():
    study = get_ready("africa")
    panel = africa_panel(units=30)
    return ready_study_page(run_on_table(study, study.variant[1], panel, permutations=20, most=2))


def test_what_could_be_found_comes_before_what_was(africa):
    assert africa.index("What this design could have found") < africa.index("and these data")


def test_every_claim_has_source_certainty_and_verdict(africa):
    for text in ("Building Security in Africa", "<b>verified</b>", "Cannot say.", "Not run.",
                 "A rival claim:", "permutations of whole histories", "Specification curve"):  # fmt: skip
        assert text in africa
    assert africa.count('<section class="finding') == 8


def test_the_page_asks_no_network_and_calls_nothing_an_effect(africa):
    assert "default-src 'none'" in africa
    assert not re.search(r"<script|<link|src=|@import", africa)
    told = re.sub(r"effects of every|never effects|fixed effects|aid, effects", "", africa)
    assert " effect " not in told


def test_estimators_stand_beside_one_another_and_moderators_have_a_table():
    study = get_ready("fragility")
    table = fragility_panel(units=40)
    page = ready_study_page(run_on_table(study, study.variant[0], table, permutations=0))
    assert "bias-corrected fixed effects" in page
    assert "At democracy" in page
    assert "recalled" in page


def test_data_are_cited_with_edition_and_licence():
    page = ready_study_page(
        run_ready_study("africa", panel=load_panel(imports=False), permutations=0)
    )
    for text in ("Uppsala", "public domain", "open licence", "general knowledge: recalled",
                 "FY1946-2020"):  # fmt: skip
        assert text in page
