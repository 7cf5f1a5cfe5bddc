"""Does the aim fit? Sections that exist to train US forces are the known trap."""

from comity.authorities.finding import Finding
from comity.authorities.query import Query
from comity.authorities.rules.facet import softened
from comity.terms.authority import Answer, Authority, Fit


def judge(authority: Authority, fit: Fit, query: Query) -> Finding:
    """Say whether the aim is one that the provision serves; silence is consent."""
    reading = fit.aims.get(query.aim)
    if not query.aim or reading is None:
        return Finding("aim", Answer.YES)
    return softened(Finding("aim", reading.answer, reading.why), authority)
