"""A person with an account."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models.functions import Lower


class User(AbstractUser):
    """Signs in by username; may do what its memberships say and nothing else.

    Django's own staff and superuser flags are not used: roles decide.
    """

    must_change_password = models.BooleanField(
        default=False, help_text="Signed in with a one-time password and has to choose one."
    )

    class Meta(AbstractUser.Meta):
        """Names that differ in capitals alone are one name."""

        constraints = (models.UniqueConstraint(Lower("username"), name="username_once"),)

    def __str__(self) -> str:
        return self.display_name

    @property
    def display_name(self) -> str:
        """Full name, or the username where none was given."""
        return self.get_full_name() or self.username

    @property
    def trail_name(self) -> str:
        """How the trail names the account: by what nobody else can be called."""
        return self.username
