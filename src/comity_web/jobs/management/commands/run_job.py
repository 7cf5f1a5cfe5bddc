"""``python -m comity_web run_job 7``: do one claimed job in this process."""

import os
import signal
from argparse import ArgumentParser
from threading import Thread
from time import sleep
from typing import Any

from django.core.management.base import BaseCommand

from comity_web.jobs.claiming import seen
from comity_web.jobs.models import Job
from comity_web.jobs.running import run_job


class Command(BaseCommand):
    """Started by the server for each job; ends with the server."""

    help = "Do one claimed job in this process."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the number of the job."""
        parser.add_argument("job", type=int)

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 (Django's signature)
        """Do the job, and end early if the server that asked for it has ended."""
        Thread(target=_watch, args=(os.getppid(), options["job"]), daemon=True).start()
        run_job(Job.objects.get(pk=options["job"]))


def _watch(parent: int, job: int) -> None:
    """Give signs of life, and end this process when the server that asked for the work has ended."""
    while os.getppid() == parent:
        seen(job)
        sleep(2)
    os.kill(os.getpid(), signal.SIGTERM)
