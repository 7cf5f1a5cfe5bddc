"""Every record as one line of JSON, the same from either database, and back."""

import json
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from django.apps import apps
from django.core import serializers
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

#: Made anew by the migrations, or not worth keeping: sign-in sessions end with a restore.
_LEFT_OUT = {"auth", "contenttypes", "sessions"}


class WholeEncoder(DjangoJSONEncoder):
    """Django's own, but moments keep their microseconds."""

    def default(self, o: Any) -> Any:
        """Write dates and times in full."""
        return o.isoformat() if isinstance(o, datetime | date | time) else super().default(o)


def kept_models() -> list[type[models.Model]]:
    """Return the models whose rows are records, in the order of their names."""
    found = [m for m in apps.get_models() if m._meta.app_label not in _LEFT_OUT]  # noqa: SLF001
    return sorted(found, key=lambda m: m._meta.label_lower)  # noqa: SLF001 (documented)


def record_lines() -> Iterator[str]:
    """Yield every record as a line, by model and key."""
    for model in kept_models():
        rows = model._default_manager.order_by("pk").iterator(chunk_size=500)  # noqa: SLF001
        for row in serializers.serialize("python", rows):
            yield json.dumps(row, cls=WholeEncoder, sort_keys=True, ensure_ascii=False)


def load_line(line: str) -> str:
    """Insert the record of one line as it was, and return its model's name."""
    row = json.loads(line)
    for record in serializers.deserialize("python", [row]):
        record.save(force_insert=True)
    return str(row["model"])
