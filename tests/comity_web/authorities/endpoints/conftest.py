"""Programs that call the interface."""

from tests.comity_web.calling import program  # noqa: F401 (a fixture)
