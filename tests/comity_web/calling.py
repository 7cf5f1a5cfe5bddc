"""A program that calls the interface and reads JSON."""

import json
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.test import Client

from comity_web.api.actions import create_token


@dataclass
class Program:
    """Calls the interface, with a token or without."""

    headers: dict[str, str] = field(default_factory=dict)
    client: Client = field(default_factory=Client)

    def call(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        """Return the whole answer."""
        sent = {}
        if body is not None:
            sent = {"data": json.dumps(body), "content_type": "application/json"}
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.generic(method, f"/api/v1{path}", headers=self.headers | named, **sent)

    def get(self, path: str, status: int = 200, **headers: str) -> Any:
        """Return the JSON of an answer that must have a status."""
        answer = self.call("GET", path, **headers)
        assert answer.status_code == status, answer.content
        return answer.json()

    def send(self, method: str, path: str, body: Any, status: int = 200, **headers: str) -> Any:
        """Send JSON and return JSON."""
        answer = self.call(method, path, body, **headers)
        assert answer.status_code == status, answer.content
        return answer.json() if answer.content else None


@pytest.fixture
def program(people):
    """Return a program that acts for somebody, ``program("petra")``, or for nobody."""

    def acting_for(name="", *, reads_only=False):
        if not name:
            return Program()
        _, secret = create_token(people[name], "tests", by=people[name], reads_only=reads_only)
        return Program({"Authorization": f"Bearer {secret}"})

    return acting_for
