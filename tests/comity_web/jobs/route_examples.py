"""Records that stand in addresses of the table of routes."""

from comity_web.jobs.actions import queue_job
from comity_web.jobs.kinds import kinds


def _waiting(people):
    """A job of eva's, everywhere; it is not begun."""
    return queue_job(min(kinds()), "Example", {}, by=people["eva"]).pk


EXAMPLES = {"waiting_job": _waiting}
