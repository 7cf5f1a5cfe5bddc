"""The years that forms offer."""

from comity_web.world.evidence import panel

#: Earlier years have too few indicators for the default model.
FIRST_YEAR = 1996


def years_offered(*also: int) -> list[int]:
    """Return the years that can be chosen, newest first, with those that are chosen already."""
    first, last = panel().years
    offered = set(range(max(first, FIRST_YEAR), last + 1)) | set(also)
    return sorted(offered, reverse=True)
