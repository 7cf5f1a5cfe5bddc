from comity.assess.model import PropensityModel
from comity.assess.model_file import parse_model, shipped_models


def test_models_are_listed_with_who_stands_behind_them(program):
    rows = program("vera").get("/models")["items"]
    assert [one["name"] for one in rows] == shipped_models()
    assert all("Comity default" in one["status"] for one in rows)


def test_a_model_comes_as_json_and_as_toml_that_reads_back(program):
    vera = program("vera")
    default = PropensityModel.default()
    found = vera.get("/models/comity-default")
    assert found["digest"] == default.digest
    assert len(found["model"]["constructs"]) == found["constructs"] == len(default.constructs)
    assert found["sources"]
    text = vera.call("GET", "/models/comity-default?format=toml")
    assert text["Content-Type"].startswith("application/toml")
    assert PropensityModel(**parse_model(text.content.decode(), "it")).digest == default.digest
