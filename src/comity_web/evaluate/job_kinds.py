"""Long work that this application knows how to do."""

from comity_web.evaluate.own_job import run_own
from comity_web.evaluate.ready_job import run_ready

READY, OWN = "ready-study", "own-study"
KINDS = {READY: run_ready, OWN: run_own}
