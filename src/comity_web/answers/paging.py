"""Long lists in pages: ``limit`` and ``offset``, the total, and the address of the next page."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, Protocol, TypeVar

from django.http import HttpRequest
from ninja import Schema
from pydantic import Field

from comity_web.answers.values import SMALL

T = TypeVar("T")
LIMIT, MOST = 100, 1000


class Sliceable(Protocol):
    """A list or a query: something that can be counted and cut."""

    def __getitem__(self, cut: Any, /) -> Any:
        """Return a part."""


class Paging(Schema):
    """Which part of a list is wanted."""

    limit: int = Field(LIMIT, ge=1, le=MOST, description=f"Items in a page, at most {MOST}.")
    offset: int = Field(0, ge=0, le=SMALL, description="Items to skip.")


class Page(Schema, Generic[T]):
    """One page of a list."""

    total: int = Field(description="Items in the whole list.")
    limit: int
    offset: int
    next: str | None = Field(description="Address of the next page; null on the last.")
    previous: str | None = Field(description="Address of the page before; null on the first.")
    items: list[T]


def page_of(
    request: HttpRequest,
    rows: Sliceable,
    paging: Paging,
    shape: Callable[[Any], Any] | None = None,
) -> dict[str, Any]:
    """Cut one page out of a list or query.

    Parameters
    ----------
    request
        Its address is that of the neighbouring pages but for the offset.
    rows
        A sequence, or a query in a fixed order.
    paging
        Which part.
    shape
        Turns a row into what goes out.
    """
    total = len(rows) if isinstance(rows, Sequence) else rows.count()  # type: ignore[attr-defined]
    part = rows[paging.offset : paging.offset + paging.limit]
    after, before = paging.offset + paging.limit, max(0, paging.offset - paging.limit)
    return {
        "total": total,
        "limit": paging.limit,
        "offset": paging.offset,
        "next": _address(request, after, paging) if after < total else None,
        "previous": _address(request, before, paging) if paging.offset > 0 else None,
        "items": [shape(row) if shape else row for row in part],
    }


def _address(request: HttpRequest, offset: int, paging: Paging) -> str:
    query = request.GET.copy()
    query["offset"], query["limit"] = str(offset), str(paging.limit)
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")
