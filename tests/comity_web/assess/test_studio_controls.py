import pytest
from django.http import QueryDict

from comity_web.assess.scored import default_model
from comity_web.assess.studio_answer import answer
from comity_web.assess.studio_controls import controls
from comity_web.assess.studio_settings import DEFAULT_BASE, read_settings

pytestmark = pytest.mark.django_db


def test_each_construct_and_indicator_has_its_control():
    model = default_model()
    query = QueryDict("w-governance=2&i-unga.us_distance=3&off=wgi.rule_of_law&group=AFRICOM")
    settings = read_settings(query, DEFAULT_BASE, model, year=2022)
    rows = {row.name: row for row in controls(settings, answer(settings, full=False))}
    assert list(rows) == [c.id for c in model.constructs]
    governance = rows["governance"]
    assert (governance.weight, governance.start, governance.share) == (2.0, 1.0, 18.2)
    assert governance.on_count == len(governance.parts) - 1
    off = next(p for p in governance.parts if p.name == "wgi.rule_of_law")
    assert (off.on, off.share) == (False, None)
    assert rows["interests"].changed
    assert rows["interests"].weight == 1.0
    assert not rows["economy"].changed
    assert all(part.title for row in rows.values() for part in row.parts)
