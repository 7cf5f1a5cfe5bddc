"""A record that several people may edit: every save has a number."""

from typing import ClassVar

from django.db import models


class Versioned(models.Model):
    """Give a model a version that grows by one with each save.

    Subclasses name in ``audited`` the fields whose changes the trail keeps, and are saved only
    through :func:`comity_web.access.saving.save_changes`.
    """

    version = models.PositiveIntegerField(default=1)

    audited: ClassVar[tuple[str, ...]] = ()

    class Meta:
        """No table of its own."""

        abstract = True

    @classmethod
    def audited_fields(cls) -> tuple[str, ...]:
        """Return the fields whose changes the trail keeps."""
        return cls.audited
