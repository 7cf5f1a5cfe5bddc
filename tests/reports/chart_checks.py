"""What every figure must be: worded, with a table, and drawn from data inside."""

import json
from typing import Any

from comity.reports.figure import Figure
from comity.reports.render import to_svg


def check(figure: Figure) -> dict[str, Any]:
    """Check the figure's words, table and drawing; return its specification for a snapshot."""
    assert figure.title
    assert len(figure.summary) > 30
    assert figure.table
    spec = json.loads(json.dumps(figure.spec))
    assert figure.summary in spec["description"]
    assert '"url"' not in json.dumps(spec)
    assert to_svg(figure).startswith("<svg")
    return spec
