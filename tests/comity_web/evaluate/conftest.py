"""The tiny study stands beside those that ship."""

import pytest

from comity.evaluate import ready_recipe, ready_studies
from comity_web.access.scope import Scope
from comity_web.evaluate import ready_job
from comity_web.site.computed import forget_computed
from tests.comity_web.calling import program  # noqa: F401 (a fixture)
from tests.comity_web.evaluate.made_runs import ROWS, finished_run, tiny, uploaded_table
from tests.comity_web.evaluate.tiny_study import TINY


@pytest.fixture(autouse=True)
def _tiny_beside_the_shipped_ones(monkeypatch):
    shipped = dict(ready_recipe.shipped()) | {"tiny": tiny()}
    monkeypatch.setattr(ready_recipe, "shipped", lambda: shipped)
    monkeypatch.setattr(ready_studies, "shipped", lambda: shipped)
    text = ready_job.shipped_text
    monkeypatch.setattr(ready_job, "shipped_text", lambda n: TINY if n == "tiny" else text(n))
    forget_computed()
    yield
    forget_computed()


@pytest.fixture
def finished(people):
    """Return a run that is done: ``finished(seed=1)``."""
    assert people
    return lambda seed=1: finished_run(seed=seed)


@pytest.fixture
def uploaded(people):
    """Return an uploaded table: ``uploaded()``."""

    def add(name="panel.csv", by="eva", scope="everywhere", text=ROWS):
        return uploaded_table(people[by], name, Scope.parse(scope), text)

    return add
