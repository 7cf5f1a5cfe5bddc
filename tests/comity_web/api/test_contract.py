"""The interface against its own description: nothing breaks, nothing undocumented comes back.

The administrator's calls try every bound of every field as well as random values; the viewer's and
nobody's are random only, because the same fields are read by the same code.
"""

import os

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.config import (
    ChecksConfig,
    CoveragePhaseConfig,
    GenerationConfig,
    PhasesConfig,
    ProjectConfig,
    ProjectsConfig,
    SchemathesisConfig,
)
from schemathesis.config._checks import NegativeDataRejectionConfig
from schemathesis.specs.openapi import checks

from comity_web.access.scope import Scope
from comity_web.api.description import document
from comity_web.assess.actions import create_scenario, set_priority
from comity_web.assess.scored import default_model

#: Random calls of each operation by each caller; raise it to search longer.
EXAMPLES = int(os.environ.get("COMITY_CONTRACT_EXAMPLES", "4"))
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
#: What can come of a call that is wrong in one field: it may be refused for another reason first.
REFUSED = ["400", "401", "403", "404", "409", "412", "413", "422", "428"]
QUIET = settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None
)


SITE = WSGIHandler()


def _served(environ, start_response):
    """The site as a server runs it, which says where a call comes from."""
    return SITE({"REMOTE_ADDR": "127.0.0.1"} | environ, start_response)


def _schema(*, bounds):
    # Random tokens would only be refused; who calls is a parameter of the test.
    project = ProjectConfig(
        generation=GenerationConfig(deterministic=True, with_security_parameters=False),
        checks=ChecksConfig(
            negative_data_rejection=NegativeDataRejectionConfig(expected_statuses=REFUSED)
        ),
        phases=PhasesConfig(coverage=CoveragePhaseConfig(enabled=bounds)),
    )
    config = SchemathesisConfig(projects=ProjectsConfig(default=project))
    schema = schemathesis.openapi.from_dict(document(), config=config)
    schema.app = _served
    # Each test has its own home, so that the files would be written anew for everybody.
    return schema if bounds else schema.exclude(path="/api/v1/panel")


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
def call(program, people):
    """Return a function that makes a call and checks the answer; some records are there to be met."""
    planner = people["petra"]
    scenario = create_scenario(name="Kept", model=default_model(), year=2020, by=planner)
    holder = Scope("command", "AFRICOM")
    set_priority("KEN", 50, holder=holder, by=planner, expected=0, reason="a reason")
    tokens = {}

    def checked(case, who):
        if who not in tokens:
            # The test's own client does not unpack what is compressed.
            tokens[who] = program(who).headers | {"Accept-Encoding": "identity"}
        if isinstance(case.path_parameters.get("pk"), int) and case.path_parameters["pk"] % 2:
            case.path_parameters["pk"] = scenario.pk
        return case.call_and_validate(headers=tokens[who], checks=CHECKS)

    return checked


@pytest.mark.slow
@pytest.mark.django_db
@_schema(bounds=True).parametrize()
@QUIET
def test_an_administrator_meets_nothing_that_is_not_described(case, call):
    call(case, "ada")


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("who", ["vera", ""], ids=["viewer", "nobody"])
@_schema(bounds=False).parametrize()
@QUIET
def test_others_meet_nothing_that_is_not_described(case, who, call):
    call(case, who)
