"""Operations of this application."""

from ninja import Router

from comity_web.authorities.endpoints import (
    calendar,
    catalogue,
    finder,
    gates,
    history,
    parameters,
    patchwork,
)

router = Router(tags=["Authorities"])
for topic in (catalogue, finder, parameters, gates, calendar, patchwork, history):
    router.add_router("", topic.router)
