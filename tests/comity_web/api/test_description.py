import json

from jsonschema import Draft202012Validator

from comity_web.api.description import document
from comity_web.api.interface import interface, operations
from tests.conftest import ROOT


def test_the_document_is_as_it_was(snapshot):
    """A change here is a change that programs see: look at it before you accept it."""
    described = document()
    lines = {
        f"{method} {path}": one
        for path, m in described["paths"].items()
        for method, one in m.items()
    }
    lines |= described["components"]["schemas"] | described["components"]["responses"]
    lines |= {"info": described["info"], "security": described["components"]["securitySchemes"]}
    assert [f"{name}: {json.dumps(one, sort_keys=True)}" for name, one in lines.items()] == snapshot


def test_every_operation_is_described_once():
    described = [
        (method.upper(), one["operationId"])
        for methods in document()["paths"].values()
        for method, one in methods.items()
    ]
    expected = [
        (method, operation.view_func.__name__)
        for operation in operations(interface())
        for method in operation.methods
        if operation.include_in_schema
    ]
    assert sorted(described) == sorted(expected)


def test_every_operation_has_words_a_heading_and_its_refusals():
    for path, methods in document()["paths"].items():
        for method, one in methods.items():
            assert one["description"].endswith("."), path
            assert one["tags"], path
            assert {"400", "401", "403", "404", "405", "422", "429"} <= set(one["responses"]), path
            assert ("304" in one["responses"]) == (method == "get"), path
            assert ("413" in one["responses"]) == ("requestBody" in one), path


def test_whoever_writes_over_something_names_its_version():
    changing = {
        one["operationId"]: {p["name"] for p in one["parameters"]}
        for methods in document()["paths"].values()
        for one in methods.values()
        if "412" in one["responses"]
    }
    assert set(changing) == {"change_scenario", "make_move", "put_priority"}
    assert all("If-Match" in names for names in changing.values())


def test_every_shape_that_is_named_is_there_and_is_a_schema():
    text = json.dumps(document())
    shapes = document()["components"]["schemas"]
    for name in shapes:
        assert f'"#/components/schemas/{name}"' in text or name == "Problem"
        Draft202012Validator.check_schema(shapes[name])


def test_every_operation_is_in_the_documentation():
    page = (ROOT / "docs" / "reference" / "http-api.md").read_text(encoding="utf-8")
    for path, methods in document()["paths"].items():
        for method in methods:
            assert f"`{method.upper()} {path.removeprefix('/api/v1')}`" in page
