"""The interface against its own description: nothing breaks, nothing undocumented comes back."""

import os

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.config import GenerationConfig, ProjectConfig, ProjectsConfig, SchemathesisConfig
from schemathesis.specs.openapi import checks

from comity_web.api.description import document

#: Random calls of each operation by each caller, beside those that try every bound of every field.
EXAMPLES = int(os.environ.get("COMITY_CONTRACT_EXAMPLES", "5"))
CHECKS = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
    checks.unsupported_method,
    checks.allow_header_conformance,
    checks.missing_required_header,
    checks.negative_data_rejection,
]

# Random tokens would only be refused; who calls is a parameter of the test.
_generation = GenerationConfig(deterministic=True, with_security_parameters=False)
_config = SchemathesisConfig(
    projects=ProjectsConfig(default=ProjectConfig(generation=_generation))
)
schema = schemathesis.openapi.from_dict(document(), config=_config)


def _served(environ, start_response, site=WSGIHandler()):
    """The site as a server runs it, which says where a call comes from."""
    return site({"REMOTE_ADDR": "127.0.0.1"} | environ, start_response)


schema.app = _served


@pytest.fixture(autouse=True)
def _one_connection():
    """A served request would close the connection in which the test's own records are."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def headers(program, who):
    """One token for all calls of a caller; the test's client does not unpack."""
    return program(who).headers | {"Accept-Encoding": "identity"}


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("who", ["ada", "vera", ""], ids=["administrator", "viewer", "nobody"])
@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
)
def test_the_interface_does_what_its_description_says(case, who, headers):
    case.call_and_validate(headers=headers, checks=CHECKS)
