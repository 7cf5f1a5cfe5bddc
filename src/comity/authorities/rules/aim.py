"""Does the aim fit? Sections that exist to train US forces are the known trap."""

from comity.authorities.finding import Finding
from comity.authorities.query import Query
from comity.authorities.rules.facet import softened
from comity.terms.authority import Answer, Authority, Fit

US_TRAINING = "train-us-forces"


def judge(authority: Authority, fit: Fit, query: Query) -> Finding:
    """Say whether the aim is one that the provision serves.

    Silence is consent, but for the training of US forces: that must be said.
    """
    reading = fit.aims.get(query.aim)
    if reading is None and query.aim == US_TRAINING:
        why = "it helps the partner; the training of US forces rests on sections 321 and 322"
        return softened(Finding("aim", Answer.NO, why), authority)
    if reading is None:
        return Finding("aim", Answer.YES)
    return softened(Finding("aim", reading.answer, reading.why), authority)
