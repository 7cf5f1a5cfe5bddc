"""The command under test."""

import pytest

from tests.cli.running import Answer, comity


@pytest.fixture
def run(monkeypatch, capsys):
    """Run ``comity ARGUMENTS``."""

    def call(*arguments: object) -> Answer:
        return comity(monkeypatch, capsys, *arguments)

    return call
