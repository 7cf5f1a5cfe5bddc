from comity_web.assess.recipes import model_from


def test_settings_are_handed_out_as_a_file(signed_in):
    answer = signed_in("vera").get("/studio/export/toml/?w-governance=4&group=AFRICOM")
    assert answer["Content-Type"].startswith("application/toml")
    assert 'filename="comity-default-changed-AFRICOM-2022.toml"' in answer["Content-Disposition"]
    weights = {c.id: c.weight for c in model_from(answer.content.decode()).constructs}
    assert weights["governance"] == 4.0


def test_an_unknown_kind_is_not_there(signed_in):
    answer = signed_in("vera").get("/studio/export/pdf/")
    assert answer.status_code == 404
    assert "csv, xlsx, brief, toml" in answer.content.decode()
