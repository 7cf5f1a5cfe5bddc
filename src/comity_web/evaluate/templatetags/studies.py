"""What templates of studies ask: addresses of a curve's table, what a run measured by."""

from django import template

from comity_web.evaluate.curve_answer import CurveAnswer
from comity_web.jobs.models import Job

register = template.Library()


@register.filter
def curve_query(curve: CurveAnswer, change: str) -> str:
    """Return the query of the address with one change.

    ``next`` and ``before`` turn the page, ``down`` turns the order over, anything else sorts by it.
    """
    if change in {"next", "before"}:
        return curve.question.query(page=curve.page + (1 if change == "next" else -1))
    if change == "down":
        return curve.question.query(descending=True)
    return curve.question.query(sort=change, descending=False)


@register.filter
def measured_by(job: Job) -> str:
    """Return the way to measure of a ready study's run, the table of an own one's."""
    return str(job.arguments.get("variant") or job.arguments.get("table", ""))
