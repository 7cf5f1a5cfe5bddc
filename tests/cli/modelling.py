"""Run a command on a single model and hold its JSON to the schema."""

import json
from typing import Any

import jsonschema
from click import Command

from tests.cli.evaluating import answer
from tests.conftest import ROOT

_SCHEMA = json.loads(
    (ROOT / "src/comity/evaluate/model_answer.schema.json").read_text(encoding="utf-8")
)


def checked(command: Command, *arguments: object) -> Any:
    found = answer(command, *arguments)
    jsonschema.Draft202012Validator(_SCHEMA).validate(found)
    assert len({estimate["claim"] for estimate in found["estimates"]} | {found["claim"]}) == 1
    return found
