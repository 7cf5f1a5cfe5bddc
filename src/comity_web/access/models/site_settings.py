"""What the administrator decides for the whole site."""

from django.db import models

from comity_web.access.versioned import Versioned

BANNER = "UNCLASSIFIED"


class SiteSettings(Versioned):
    """One row. Read it through :func:`comity_web.access.queries.site_settings`."""

    banner = models.CharField(max_length=80, default=BANNER)
    anonymous_viewers = models.BooleanField(
        default=False, help_text="Anybody who reaches the site may read, without an account."
    )
    require_second_factor = models.BooleanField(
        default=True, help_text="Everybody sets up a TOTP app or a passkey before going on."
    )

    audited = ("banner", "anonymous_viewers", "require_second_factor")

    class Meta:
        """Exactly one row."""

        constraints = (
            models.CheckConstraint(condition=models.Q(id=1), name="site_settings_one_row"),
        )

    def __str__(self) -> str:
        return "Site settings"
