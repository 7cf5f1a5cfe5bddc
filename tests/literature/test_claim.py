from comity.literature import Certainty, get_claim, load_studies


def test_a_claim_is_plain_values_for_json():
    plain = get_claim("rr350-financing").to_dict()
    assert plain["direction"] == "none"
    assert plain["certainty"] == "verified"
    assert plain["rivals"] == ("dimant-financing",)


def test_certainties_say_what_they_mean_and_a_study_cites_itself():
    assert "general knowledge" in Certainty.RECALLED.meaning
    yi = next(study for study in load_studies() if study.key == "yi2022go")
    assert yi.citation.startswith("Yi (2022). Go Big or Go Home?")
