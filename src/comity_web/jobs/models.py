"""A piece of long work."""

from pathlib import Path
from typing import Any

from django.db import models
from django.db.models import Q

from comity_web.access.scope import Scope
from comity_web.site import environment


class State(models.TextChoices):
    """Where a job stands."""

    QUEUED = "queued", "Waiting"
    RUNNING = "running", "Running"
    STOPPING = "stopping", "Stopping"
    STOPPED = "stopped", "Stopped"
    FAILED = "failed", "Failed"
    DONE = "done", "Done"


OVER = (State.STOPPED, State.FAILED, State.DONE)


class Job(models.Model):
    """Work that takes longer than a page may: what is to be done, how far it is, what came out."""

    kind = models.CharField(max_length=60, help_text="Which function does it; see kinds.py.")
    title = models.CharField(max_length=200)
    arguments: Any = models.JSONField(default=dict)
    scope_text = models.CharField(max_length=20, default="everywhere")
    state = models.CharField(max_length=10, choices=State, default=State.QUEUED, db_index=True)
    done = models.PositiveBigIntegerField(default=0)
    total = models.PositiveBigIntegerField(default=0)
    doing = models.CharField(max_length=200, blank=True, default="")
    result: Any = models.JSONField(default=dict)
    error = models.TextField(blank=True, default="")
    queued_by = models.CharField(max_length=150)
    queued_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True, help_text="Last sign of life.")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """A job that is over says when; one that is not over does not."""

        ordering = ("-queued_at", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=OVER, ended_at__isnull=False)
                | (~Q(state__in=OVER) & Q(ended_at__isnull=True)),
                name="job_end_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(done__lte=models.F("total")), name="job_progress_within_total"
            ),
            models.CheckConstraint(
                condition=Q(state=State.FAILED) & ~Q(error="") | ~Q(state=State.FAILED),
                name="job_failure_has_reason",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def scope(self) -> Scope:
        """Whom the work concerns."""
        return Scope.parse(self.scope_text)

    @property
    def published(self) -> bool:
        """Work in progress is read by those who may read drafts."""
        return False

    @property
    def over(self) -> bool:
        """Whether nothing more will happen unless somebody asks."""
        return self.state in OVER

    @property
    def share(self) -> int:
        """Progress in per cent."""
        return 100 * self.done // self.total if self.total else 0

    @property
    def folder(self) -> Path:
        """Where the job keeps its files; it is made when asked for."""
        folder = environment.home() / "jobs" / str(self.pk)
        folder.mkdir(parents=True, exist_ok=True)
        return folder
