"""What the interface keeps: tokens."""

from comity_web.api.models.api_token import ApiToken

__all__ = ["ApiToken"]
