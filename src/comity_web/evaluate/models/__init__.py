"""What this application keeps in the database: tables that people brought for studies of their own."""

from comity_web.evaluate.models.dataset import Dataset

__all__ = ["Dataset"]
